//! The order of a document, row by row: what one place of the draft prints.

use crate::assemble::document::Paragraph;
use crate::assemble::numbers::Numbers;
use crate::assemble::{elements, paragraphs};
use crate::model::draft::{Draft, HeadField, NodeId, Section};
use crate::model::edit::Place;

/// What one place of a draft prints, which may be nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Row {
    /// 版头, and what else stands above the title.
    Masthead,
    /// What stands between the title and 主送机关.
    BelowTitle,
    /// A field outside the sections.
    Head(HeadField),
    /// The heading of a section, or the label and title of an attachment.
    Heading(NodeId),
    /// An entry of a section: section, entry.
    Entry(NodeId, NodeId),
    /// 附件说明.
    AttachmentNote,
    /// 附注, and what else stands behind the date.
    Note,
    /// 版记.
    Imprint,
}

impl Row {
    /// The place of the draft that the row prints; 附件说明 repeats the names of
    /// the attachments and follows the shape of the draft instead.
    pub fn place(self) -> Place {
        match self {
            Self::Masthead | Self::BelowTitle | Self::Note | Self::Imprint => Place::Elements,
            Self::Head(_) | Self::AttachmentNote => Place::Head,
            Self::Heading(id) | Self::Entry(_, id) => Place::Node(id),
        }
    }
}

/// Gives every row of the draft with its paragraphs, in the order of print.
pub fn rows(draft: &Draft, numbers: &Numbers, mut give: impl FnMut(Row, Vec<Paragraph>)) {
    give(Row::Masthead, elements::masthead(draft));
    give(Row::Head(HeadField::Title), paragraphs::head(draft, HeadField::Title));
    give(Row::BelowTitle, elements::below_title(draft));
    give(Row::Head(HeadField::Addressee), paragraphs::head(draft, HeadField::Addressee));
    let (body, attachments) = draft.sections.split_at(draft.n_body());
    let sections = |sections: &[Section], give: &mut dyn FnMut(Row, Vec<Paragraph>)| {
        for section in sections {
            give(Row::Heading(section.id), paragraphs::heading(draft, section, numbers));
            for it in &section.entries {
                give(Row::Entry(section.id, it.id), paragraphs::entry(section, it, numbers));
            }
        }
    };
    sections(body, &mut give);
    give(Row::AttachmentNote, elements::attachment_note(draft));
    give(Row::Head(HeadField::Signature), paragraphs::head(draft, HeadField::Signature));
    give(Row::Head(HeadField::Date), paragraphs::head(draft, HeadField::Date));
    give(Row::Note, elements::note(draft));
    sections(attachments, &mut give);
    give(Row::Imprint, elements::imprint(draft));
}

/// The paragraphs of one row; none where the draft has no such row.
pub fn row(draft: &Draft, numbers: &Numbers, row: Row) -> Vec<Paragraph> {
    let section = |id| draft.section(id);
    match row {
        Row::Masthead => elements::masthead(draft),
        Row::Head(field) => paragraphs::head(draft, field),
        Row::BelowTitle => elements::below_title(draft),
        Row::Heading(id) => {
            section(id).map(|it| paragraphs::heading(draft, it, numbers)).unwrap_or_default()
        }
        Row::Entry(id, entry) => {
            let Some(section) = section(id) else { return Vec::new() };
            let entry = section.entries.iter().find(|it| it.id == entry);
            entry.map(|it| paragraphs::entry(section, it, numbers)).unwrap_or_default()
        }
        Row::AttachmentNote => elements::attachment_note(draft),
        Row::Note => elements::note(draft),
        Row::Imprint => elements::imprint(draft),
    }
}
