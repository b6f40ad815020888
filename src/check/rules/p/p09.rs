//! A space between Chinese characters, or between them and digits or marks.

use crate::check::class::{Class, is_han};
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P09.
pub(super) static RULE: Rule =
    Rule::new("P09", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe().gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_long = 25 <= para.len() || para.chars.contains(&'。');
    if !para.is_prose() || !is_long {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for idx in 1..para.len().saturating_sub(1) {
        let is_space =
            para.class(idx) == Class::Space && !matches!(para.at(idx), '\t' | '\u{3000}');
        if !is_space || para.any_exempt(idx..idx + 1, Exempt::FOREIGN.and(Exempt::OTHERS)) {
            continue;
        }
        let (before, after) = (para.class(idx - 1), para.class(idx + 1));
        let hit = Hit::new(para, idx..idx + 1).fix("");
        match (before, after) {
            // `Word 2016 的` has the space of the name, not of the number.
            (Class::Digit, Class::Han) if is_foreign_name(para, idx) => {}
            (Class::Han, Class::Digit) | (Class::Digit, Class::Han) if !is_label(para, idx) => {
                hits.push(hit);
            }
            (Class::Han | Class::Digit, Class::Point) => hits.push(hit),
            (Class::Point, Class::Han | Class::Digit) if is_clause_mark(para, idx - 1) => {
                hits.push(hit);
            }
            (Class::Han, Class::Han) if is_within_clause(para, idx) => {
                hits.push(hit.kind("words").level(Level::Doubt));
            }
            _ => {}
        }
    }
    hits
}

/// Whether the digits before this place end a foreign name.
fn is_foreign_name(para: &Para, idx: usize) -> bool {
    let before = para.chars.get(..idx).unwrap_or_default().iter().rev();
    let mut rest = before.skip_while(|it| it.is_ascii_digit() || matches!(it, '.' | ' '));
    rest.next().is_some_and(char::is_ascii_alphabetic)
}

/// `表 1` and `第 3 页` of captions, a chapter's number, a marker of a list.
fn is_label(para: &Para, idx: usize) -> bool {
    idx < 4 || matches!(para.before(idx), '图' | '表')
}

/// Behind a mark within a sentence; a final mark may part residue of a page,
/// and `一、 总体` is how a number stands apart from its heading.
fn is_clause_mark(para: &Para, idx: usize) -> bool {
    5 < idx && matches!(para.at(idx), '，' | '；' | '、')
}

/// Whether the clause is long on both sides, so that it is no row of names.
fn is_within_clause(para: &Para, idx: usize) -> bool {
    let han = |it: &&char| is_han(**it);
    let n_before = para.chars.get(..idx).unwrap_or_default().iter().rev().take_while(han).count();
    let n_after = para.chars.iter().skip(idx + 1).take_while(han).count();
    6 <= n_before && 6 <= n_after && !matches!(para.at(0), '第')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "2024 年，全市共收集各类文书档案 15 件， 利用率明显提高。",
            "2024年，全市共收集各类文书档案15件，利用率明显提高。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "张 三  李四  王 五");
        silent(&RULE, "第一章　总则");
        silent(
            &RULE,
            "今年以来，全市档案系统陆续完成了对 Windows 2000 的替换工作，各项业务运行平稳。",
        );
        silent(&RULE, "全市各级各部门要认真学习Word 2016和GB/T 9704的有关规定，抓好落实。");
    }
}
