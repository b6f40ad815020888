//! A list of names and the number behind it: 甲、乙、丙3位同志.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::names::{self, List};
use crate::check::rules::c::sight::Sight;
use crate::check::text::Para;
use crate::model::decimal::Decimal;

/// C04.
pub(super) static RULE: Rule =
    Rule::new("C04", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

/// What can be listed by name, and so has no more and no fewer than its list.
const NOUNS: [&str; 18] = [
    "村", "社区", "街道", "镇", "乡", "县", "市", "区", "省", "方面", "领域", "环节", "行业",
    "城市", "国家", "片区", "专业", "同志",
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.is_prose() || !para.text.contains(['、', '》']) {
        return Vec::new();
    }
    let sight = Sight::of(para);
    let mut hits = Vec::new();
    for idx in 0..sight.found.len() {
        let Some(n) = sight.exact(idx).and_then(Decimal::whole) else { continue };
        let Some(it) = sight.found.get(idx) else { continue };
        // 甲、乙等5个 may be more than are listed, 甲、乙及5个 are others.
        if matches!(para.before(it.range.start), '等' | '及' | '和' | '与') {
            continue;
        }
        let Some(list) = names::before(para, it.range.start) else { continue };
        let is_wrong = match list {
            List::Works(count, _) => {
                matches!(it.measure.as_str(), "个" | "部" | "项" | "份" | "件" | "篇")
                    && n != count
                    && 2 <= count
            }
            List::Persons(count, _) => {
                matches!(it.measure.as_str(), "位" | "名" | "人") && n != count && n <= 50
            }
            List::Others { least, most, .. } => {
                let behind = sight.gap(idx);
                let is_noun = NOUNS.iter().any(|it| behind.starts_with(it));
                // A list of villages is a list of all of them; schools and parks are not.
                is_noun && it.measure == "个" && n <= 20 && (n < least || most < n)
            }
        };
        if is_wrong {
            let (count, range) = list.told();
            hits.push(
                Hit::new(para, it.range.clone())
                    .arg("count", count.to_string())
                    .arg("n", n.to_string())
                    .also(para, range),
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
    fn a_number_that_is_not_that_of_the_names_is_found() {
        marked(&RULE, "⟦王建国、李志强、张秀英⟧⟦4位⟧同志受到表彰。");
        marked(&RULE, "帮扶⟦大坪、石桥⟧⟦三个⟧村。");
        marked(&RULE, "修订⟦《考勤办法》《请假规定》⟧⟦3项⟧制度。");
    }

    #[test]
    fn numbers_that_fit_are_right() {
        silent(&RULE, "省政协副主席王建国、李志强、张秀英、欧阳明4位领导到会。");
        silent(&RULE, "帮扶的大坪、石桥、水口三个村。");
        silent(&RULE, "抓好规划、建设和管理3个环节，规划、建设、管理和运营3个方面。");
        silent(&RULE, "修订《考勤办法》《请假规定》2项制度。");
    }

    #[test]
    fn numbers_of_something_else_are_left_alone() {
        silent(&RULE, "建成学校、医院、公园12个。");
        silent(&RULE, "覆盖教育、医疗、住房等5个方面。");
        silent(&RULE, "王建国、李志强、张秀英等10余位同志。");
        silent(&RULE, "中心公园、湖滨公园及15个社区公园开放。");
        silent(&RULE, "走访企业、商户、居民300名。");
    }
}
