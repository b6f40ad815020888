//! The headings of a document with their levels and numbers.

use std::ops::Range;

use crate::assemble::document::{Role, RunKind};
use crate::check::text::{Para, Text};

/// A heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading<'a> {
    /// Its paragraph.
    pub(super) para: &'a Para,
    /// Its level by the form of its number, from 1.
    pub(super) level: u8,
    /// Its number; 0 where it has none that can be read.
    pub(super) number: u32,
}

/// The numbered headings in reading order, those of tables and attachments not among them.
pub(super) fn headings(text: &Text) -> Vec<Heading<'_>> {
    let body = text.paras.iter().take_while(|it| it.role != Role::AttachmentLabel);
    body.filter_map(|para| {
        let Role::Heading(level) = para.role else { return None };
        let number = number(&para.slice(para.number()?));
        (number != 0).then_some(Heading { para, level, number })
    })
    .collect()
}

/// The words of a heading that has its line to itself.
pub(super) fn alone(para: &Para) -> Option<Range<usize>> {
    let runs_in = para.runs.iter().any(|it| matches!(it.0, RunKind::Text | RunKind::Lead));
    let heading = para.runs.iter().find(|it| it.0 == RunKind::Heading)?;
    (!runs_in).then(|| heading.1.clone())
}

/// What `一、`, `（十二）` or `3.` counts; 0 where it cannot be read.
fn number(text: &str) -> u32 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if let Ok(number) = digits.parse() {
        return number;
    }
    let mut total = 0;
    let mut ones = 0;
    for c in text.chars() {
        match "一二三四五六七八九".chars().position(|it| it == c) {
            Some(idx) => ones = u32::try_from(idx + 1).unwrap_or(0),
            None if c == '十' => {
                total += 10 * ones.max(1);
                ones = 0;
            }
            None => {}
        }
    }
    total + ones
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::testing;

    #[test]
    fn numbers_are_read() {
        for (text, expected) in
            [("一、", 1), ("（十二）", 12), ("二十、", 20), ("3.", 3), ("第", 0)]
        {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn headings_have_levels_and_numbers() {
        let text = testing::text("=1 一、总体情况\n正文。\n=2+ （二）重点工作。全年完成。");
        let found: Vec<_> = headings(&text).iter().map(|it| (it.level, it.number)).collect();
        assert_eq!(found, [(1, 1), (2, 2)]);
        assert_eq!(alone(&text.paras[0]), Some(2..6));
        assert_eq!(alone(&text.paras[2]), None);
    }
}
