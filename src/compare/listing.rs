//! What a reader is shown of a comparison: the counts and a row for every
//! change, shortened to what matters.

use crate::assemble::document::Role;
use crate::compare::excerpt::excerpt;
use crate::compare::{Comparison, Counts, Pair, Sign, Span};

/// A comparison as a list of changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// What is counted.
    pub counts: Counts,
    /// The changes, [`Counts::with_figures`] of them with figures, these first.
    pub rows: Vec<Row>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What happened.
    pub kind: Kind,
    /// The nearest heading, in the old version for what was removed; empty outside
    /// the sections.
    pub heading: String,
    /// The place among the paragraphs, from 1, in the same version.
    pub place: u32,
    /// What the paragraph is, in the same version.
    pub part: Part,
    /// What it was, where that differs.
    pub was: Option<Part>,
    /// Where it was moved from: the place among the old paragraphs, from 1.
    pub from: Option<u32>,
    /// Figures that differ: old and new, one of them empty where there was none.
    pub numbers: Vec<(String, String)>,
    /// The change and the words round it.
    pub spans: Vec<Span>,
}

/// What happened to a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another text, or something else.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// It stands elsewhere and is another text, or something else.
    MovedAndChanged,
}

/// What a paragraph is, as far as a reader of changes asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The title of the report.
    Title,
    /// A heading, by its level.
    Heading(u8),
    /// A numbered paragraph.
    Item,
    /// A plain paragraph.
    Body,
    /// A row of a table.
    Row,
    /// A row at the top of a table.
    HeaderRow,
    /// Any other element of the document.
    Other,
}

impl Listing {
    /// The list for a comparison.
    pub fn of(comparison: &Comparison) -> Self {
        let rows = comparison.changes().filter_map(row).collect();
        Self { counts: comparison.counts, rows }
    }
}

fn row(pair: &Pair) -> Option<Row> {
    let side = pair.new.as_ref().or(pair.old.as_ref())?;
    let kind = match (&pair.old, &pair.new, pair.moved) {
        (None, _, _) => Kind::Added,
        (_, None, _) => Kind::Removed,
        (_, _, false) => Kind::Changed,
        (_, _, true) if pair.is_changed() => Kind::MovedAndChanged,
        (_, _, true) => Kind::Moved,
    };
    let mut spans = excerpt(&pair.spans);
    if kind == Kind::Moved {
        // The number that counts itself is another; the text is not.
        spans.retain(|it| it.sign != Sign::Removed);
        spans.iter_mut().for_each(|it| it.sign = Sign::Kept);
    }
    let place = |idx: usize| idx as u32 + 1;
    Some(Row {
        kind,
        heading: side.heading.clone(),
        place: place(side.idx),
        part: Part::of(side.role),
        was: pair.roles().map(|(old, _)| Part::of(old)),
        from: pair.old.as_ref().filter(|_| pair.moved).map(|it| place(it.idx)),
        numbers: pair.numbers.clone(),
        spans,
    })
}

impl Part {
    fn of(role: Role) -> Self {
        match role {
            Role::Title => Self::Title,
            Role::Heading(level) => Self::Heading(level),
            Role::Item => Self::Item,
            Role::Body => Self::Body,
            Role::Row(look) if look.is_header => Self::HeaderRow,
            Role::Row(_) => Self::Row,
            Role::CopyNumber
            | Role::Secrecy
            | Role::Urgency
            | Role::IssuerMark
            | Role::DocumentNumber
            | Role::Addressee
            | Role::Subtitle
            | Role::Caption
            | Role::AttachmentNote
            | Role::Signature
            | Role::Date
            | Role::Note
            | Role::AttachmentLabel
            | Role::AttachmentTitle
            | Role::CopyTo
            | Role::Printed => Self::Other,
        }
    }
}
