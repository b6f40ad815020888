//! A list that is longer than the number behind its 等.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::names::{self, List};
use crate::check::rules::c::sight::Sight;
use crate::check::text::Para;
use crate::model::decimal::Decimal;

/// C05.
pub(super) static RULE: Rule =
    Rule::new("C05", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.is_prose() || !para.text.contains('等') {
        return Vec::new();
    }
    let sight = Sight::of(para);
    let mut hits = Vec::new();
    for idx in 0..sight.found.len() {
        let Some(n) = sight.exact(idx).and_then(Decimal::whole) else { continue };
        let Some(it) = sight.found.get(idx) else { continue };
        if para.before(it.range.start) != '等' {
            continue;
        }
        let Some(list) = names::before(para, it.range.start - 1) else { continue };
        let is_wrong = match &list {
            List::Works(count, _) | List::Persons(count, _) => n < *count,
            // A list begins with the words of its sentence: only the clearest case.
            List::Others { .. } => false,
        };
        if is_wrong {
            let (count, range) = list.told();
            let hit = Hit::new(para, it.range.clone()).arg("count", count.to_string());
            hits.push(hit.arg("n", n.to_string()).also(para, range));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_list_longer_than_its_number_is_found() {
        marked(&RULE, "⟦王建国、李志强、张秀英⟧等⟦2位⟧同志受到表彰。");
        marked(&RULE, "修订⟦《考勤办法》《请假规定》《印章办法》⟧等⟦2项⟧制度。");
    }

    #[test]
    fn a_list_may_be_shorter_or_whole() {
        silent(&RULE, "王建国、李志强、张秀英等15位同志，王建国、李志强、张秀英等3位同志。");
        silent(&RULE, "修订《考勤办法》《请假规定》等15个制度机制。");
        silent(&RULE, "抓好道路、桥梁、管网建设等2个项目，信息等25篇。");
    }
}
