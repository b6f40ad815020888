//! Draft to document: order, numbers and omissions are settled here, once.
//!
//! The exporters and the layout read what this module makes; an exporter that
//! counts is a bug.

pub mod document;
mod elements;
pub mod numbers;
pub mod paragraphs;
pub mod rows;

pub use document::{Document, Paragraph, Role, RowLook, Run, RunKind};
pub use numbers::{Numbers, number};
pub use rows::{Row, row, rows};

use crate::model::draft::Draft;

/// Assembles the whole document. Total and pure: the same draft gives the same
/// document.
pub fn assemble(draft: &Draft) -> Document {
    let mut paragraphs = Vec::new();
    rows(draft, &number(draft), |_, row| paragraphs.extend(row));
    Document { paragraphs, sealed: draft.sealed }
}
