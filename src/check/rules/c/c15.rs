//! A rank beyond the number of those ranked.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::Sight;
use crate::check::text::Para;
use crate::ledger::find::Kind;
use crate::model::decimal::Decimal;

/// C15: no line of the list of rules; issue 6, rank and total.
pub(super) static RULE: Rule =
    Rule::new("C15", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    const WORDS: [&str; 6] = ["排名", "列", "居", "位次", "排在", "排第"];
    if !para.is_prose() || WORDS.iter().all(|it| !para.text.contains(it)) {
        return Vec::new();
    }
    let sight = Sight::of(para);
    let mut hits = Vec::new();
    for idx in 1..sight.found.len() {
        let Some(it) = sight.found.get(idx).filter(|it| it.kind == Kind::Ordinal) else { continue };
        let Some(rank) = it.amount.and_then(Decimal::whole) else { continue };
        let Some(total) = sight.exact(idx - 1).and_then(Decimal::whole) else { continue };
        let before = sight.before(idx - 1);
        let gap = sight.gap(idx - 1);
        const RANKED: [&str; 18] = [
            "市", "县", "区", "省", "城市", "单位", "部门", "街道", "乡镇", "镇", "州", "盟",
            "地级", "设区", "国家", "参评", "学校", "企业",
        ];
        let is_ranked = RANKED.iter().any(|it| gap.starts_with(it));
        // 在全省21个市中排名第23位.
        let is_among = is_ranked
            && (before.contains('在') || before.contains("全") || before.ends_with('为'))
            && gap.contains('中')
            && WORDS.iter().any(|it| gap.contains(it))
            && !gap.contains(['。', '；'])
            && matches!(it.measure.as_str(), "位" | "名" | "");
        if is_among && total < rank {
            let hit = Hit::new(para, it.range.clone()).arg("rank", sight.shown(idx));
            hits.push(
                hit.arg("total", sight.shown(idx - 1)).also(para, sight.span(idx - 1, idx - 1)),
            );
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_rank_beyond_the_last_is_found() {
        marked(&RULE, "在全省⟦21个⟧市中排名⟦第23位⟧。");
    }

    #[test]
    fn a_rank_among_them_is_right() {
        silent(&RULE, "在全省21个市中排名第3位，跃居全国第4位。");
        silent(&RULE, "有3个项目在全省评比中列第12位，在5个月中，排名第8位的。");
    }
}
