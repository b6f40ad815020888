//! A long number without groups.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N15.
pub(super) static RULE: Rule = Rule::new(
    "N15",
    Level::Hint,
    Source::standard("GB/T 15835—2011，5.1.1"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    if !para.is_prose() {
        return hits;
    }
    for number in para.numbers.iter().filter(|it| it.is_arabic && it.decimals == 0) {
        let words = para.slice(number.range.clone());
        let n = words.len();
        let is_round = 5 <= n && words.ends_with("0000");
        let is_long = 7 <= n && !words.contains(',');
        let counted = para.class(number.range.end) == Class::Han
            && !matches!(para.at(number.range.end), '号' | '年' | '转');
        let before = para.slice(number.range.start.saturating_sub(6)..number.range.start);
        let is_code = ["号", "电话", "邮编", "代码", "编码", "热线", "：", ":", "账", "QQ", "群"]
            .iter()
            .any(|it| before.contains(it));
        if (is_round || is_long)
            && !words.contains(',')
            && counted
            && !is_code
            && !para.any_exempt(number.range.clone(), Exempt::FOREIGN.and(Exempt::OTHERS))
        {
            let hit = Hit::new(para, number.range.clone());
            let is_whole = is_round
                && words.trim_end_matches('0').len() + 4 <= n
                && !matches!(para.at(number.range.end), '万' | '亿');
            let short = words.get(..n - 4).unwrap_or_default();
            hits.push(if is_whole && n < 9 { hit.unsafe_fix(format!("{short}万")) } else { hit });
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "投入47000000元。", "投入4700万元。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "编号20240001号，热线12345，共4700万元，1,234,567元，拨打电话88881234联系。");
    }
}
