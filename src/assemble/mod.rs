//! Draft to document: order, numbers and omissions are settled here, once.
//!
//! The exporters and the paper read what this module makes; an exporter that
//! counts is a bug.

pub mod document;
pub mod numbers;
pub mod paragraphs;

pub use document::{Document, Paragraph, Role, Run, RunKind};
pub use numbers::{Numbers, number};
pub use paragraphs::{entry, head, heading};

use crate::model::draft::{Draft, HeadField};

/// Assembles the whole document. Total and pure: the same draft gives the same
/// document.
pub fn assemble(draft: &Draft) -> Document {
    let numbers = number(draft);
    let mut paragraphs = head(draft, HeadField::Title);
    paragraphs.extend(head(draft, HeadField::Addressee));
    for section in &draft.sections {
        paragraphs.extend(heading(section, &numbers));
        for it in &section.entries {
            paragraphs.extend(entry(section, it, &numbers));
        }
    }
    paragraphs.extend(head(draft, HeadField::Signature));
    paragraphs.extend(head(draft, HeadField::Date));
    Document { paragraphs }
}
