//! A part that stands beside what it is part of: 头版20篇、头版头条3篇.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::Sight;
use crate::check::text::Para;

/// C06.
pub(super) static RULE: Rule =
    Rule::new("C06", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.is_prose() {
        return Vec::new();
    }
    let sight = Sight::of(para);
    let mut hits = Vec::new();
    for idx in 1..sight.found.len() {
        let whole = idx - 1;
        let (Some(a), Some(b)) = (sight.exact(whole), sight.exact(idx)) else { continue };
        let gap = sight.gap(whole);
        let is_beside = matches!(gap.chars().next(), Some('、' | '，' | ','))
            && gap.chars().skip(1).all(|it| !matches!(it, '、' | '，' | ',' | '；' | '。' | '（'));
        let label = sight.before(whole);
        let name = label.trim_start_matches("其中").trim_start_matches([':', '：']);
        let part = gap.trim_start_matches(['、', '，', ',']);
        // 头版 and 头版头条; a name of one character begins too many words.
        let is_part = 2 <= name.chars().count()
            && part.strip_prefix(name).is_some_and(|rest| (1..=4).contains(&rest.chars().count()));
        if is_beside
            && is_part
            && sight.same_unit(whole, idx)
            && b < a
            && !VERBS.iter().any(|it| name.starts_with(it))
        {
            let end = sight.found.get(idx).map_or(0, |it| it.range.end);
            let start = sight.found.get(whole).map_or(0, |it| it.range.end) + 1;
            hits.push(Hit::new(para, start..end).arg("whole", name).arg("part", part));
        }
    }
    hits
}

/// What begins with a verb names no class: 完成5项、完成率.
const VERBS: [&str; 8] = ["完成", "开展", "举办", "新增", "建成", "组织", "召开", "培训"];

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_part_beside_its_whole_is_found() {
        marked(&RULE, "刊发106篇，其中头版20篇、⟦头版头条3篇⟧。");
        marked(&RULE, "获省级奖项20个、⟦获省级奖项特等奖3个⟧。");
    }

    #[test]
    fn what_stands_beside_something_else_is_right() {
        silent(&RULE, "刊发106篇，头版20篇，其中头版头条3篇。");
        silent(&RULE, "会议3次、会议纪要5份，一等奖2篇、二等奖1篇。");
        silent(&RULE, "完成8项、完成整改5项。");
    }
}
