//! What is counted of a report: length, what lacks, forms that are done.

use crate::assemble::numbers::Numbers;
use crate::assemble::paragraphs;
use crate::assemble::{self, Row, document::Paragraph};
use crate::model::draft::{Draft, HeadField};
use crate::model::edit::Place;
use crate::model::length::length;
use crate::model::missing;

/// What is counted of a place, a section or the whole report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Length in 字.
    pub length: u32,
    /// Places that wait for the author.
    pub missing: u32,
    /// Forms that have nothing missing.
    pub n_done: u32,
    /// All forms.
    pub n_forms: u32,
}

impl Tally {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            length: self.length + other.length,
            missing: self.missing + other.missing,
            n_done: self.n_done + other.n_done,
            n_forms: self.n_forms + other.n_forms,
        }
    }

    /// This without the other, which is part of it.
    pub fn minus(self, other: Self) -> Self {
        Self {
            length: self.length.saturating_sub(other.length),
            missing: self.missing.saturating_sub(other.missing),
            n_done: self.n_done.saturating_sub(other.n_done),
            n_forms: self.n_forms.saturating_sub(other.n_forms),
        }
    }
}

/// Whether the place is a heading that prints in the line of an entry, whose
/// length it then changes.
pub fn runs_in(draft: &Draft, place: Place) -> bool {
    match place {
        Place::Head | Place::Elements | Place::Layout => false,
        Place::Node(id) => draft.section(id).is_some_and(|it| it.run_in),
    }
}

/// What a place counts, and whether it prints nothing.
pub fn count(draft: &Draft, place: Place, numbers: &Numbers) -> (Tally, bool) {
    let sum = |paragraphs: &[Paragraph]| paragraphs.iter().map(|it| length(&it.text())).sum();
    let (length, missing, is_blank) = match place {
        Place::Head => {
            let paragraphs: Vec<_> =
                HeadField::ALL.into_iter().flat_map(|it| paragraphs::head(draft, it)).collect();
            (sum(&paragraphs), missing::in_head(draft), false)
        }
        Place::Elements => {
            let rows = [Row::Masthead, Row::BelowTitle, Row::Note, Row::Imprint];
            let length = rows.map(|it| sum(&assemble::row(draft, numbers, it))).into_iter().sum();
            (length, missing::in_elements(draft), false)
        }
        // Nothing of it is printed, and nothing of it can lack.
        Place::Layout => return (Tally::default(), false),
        Place::Node(id) => match draft.section_idx(id) {
            Some(idx) => {
                let section = &draft.sections[idx];
                let heading = paragraphs::heading(draft, section, numbers);
                let is_blank = section.heading.trim().is_empty();
                (sum(&heading), missing::in_section(draft, idx), is_blank)
            }
            None => match draft.entry_idx(id) {
                Some((section_idx, entry_idx)) => {
                    let section = &draft.sections[section_idx];
                    let entry = &section.entries[entry_idx];
                    let paragraphs = paragraphs::entry(section, entry, numbers);
                    (sum(&paragraphs), missing::in_entry(entry), entry.is_blank())
                }
                None => (0, 0, true),
            },
        },
    };
    let tally = Tally { length, missing, n_done: u32::from(missing == 0), n_forms: 1 };
    (tally, is_blank)
}
