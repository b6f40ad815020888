//! Drafts and chance for the tests of the ledger.

use crate::model::draft::{Draft, Entry, TextAt};
use crate::model::kind::Kind;

/// A draft with a title and these paragraphs in one section.
pub(super) fn draft(title: &str, paragraphs: &[&str]) -> Draft {
    let mut draft = Kind::custom().draft("d".to_owned(), "云溪市档案馆", "2025");
    draft.title = title.to_owned();
    draft.sections.truncate(1);
    let entries = paragraphs.iter().map(|it| {
        let mut entry = Entry::new(draft.take_id(), false);
        (*it).clone_into(&mut entry.text);
        entry
    });
    let entries = entries.collect();
    if let Some(section) = draft.sections.first_mut() {
        section.heading.clear();
        section.entries = entries;
    }
    draft
}

/// The place of the text of a paragraph.
pub(super) fn at(draft: &Draft, paragraph: usize) -> TextAt {
    TextAt::Entry(draft.sections[0].entries[paragraph].id, crate::model::draft::Part::Text)
}

/// The text of a paragraph.
pub(super) fn text(draft: &Draft, paragraph: usize) -> &str {
    &draft.sections[0].entries[paragraph].text
}

/// Pseudo-random numbers, the same in every run (xorshift64*).
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % n.max(1)
    }

    pub(super) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}
