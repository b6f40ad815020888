//! Characters that look right and are not: radicals, compatibility forms, zero-width ones.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// X05.
pub(super) static RULE: Rule =
    Rule::new("X05", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe().gathering();

/// Radicals and compatibility ideographs, each with the character it stands
/// for (Unicode, compatibility decomposition).
const FORMS: &str = include_str!("x05.txt");

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        // Most characters are none of these; the table is asked of few.
        let fix = match c {
            '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => String::new(),
            '\u{a0}' | '\u{202f}' | '\u{2007}' => " ".to_owned(),
            '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' => match forms().get(&c) {
                Some(right) => right.to_string(),
                None => continue,
            },
            '\u{fffd}' => {
                hits.push(Hit::new(para, idx..idx + 1).kind("lost"));
                continue;
            }
            _ => continue,
        };
        hits.push(Hit::new(para, idx..idx + 1).fix(fix));
    }
    hits
}

fn forms() -> &'static BTreeMap<char, char> {
    static TABLE: OnceLock<BTreeMap<char, char>> = OnceLock::new();
    TABLE.get_or_init(|| super::pairs(FORMS))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "\u{2f00}共\u{2f10}\u{200b}项", "一共凵项");
        marked(&RULE, "乱码⟦\u{fffd}⟧在此");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "一共8项，〇、々都对。");
    }
}
