//! Where a paragraph stands, in the words of the report.

use crate::assemble::document::{Document, Paragraph, Role, RunKind};

/// For every paragraph the nearest heading above it, or its own, with its
/// number; empty outside the sections.
pub(super) fn headings(document: &Document) -> Vec<String> {
    let mut heading = String::new();
    let mut headings = Vec::with_capacity(document.paragraphs.len());
    for paragraph in &document.paragraphs {
        match paragraph.role {
            Role::Heading(_) => heading = words(paragraph),
            Role::AttachmentTitle => heading = paragraph.text(),
            _ => {}
        }
        headings.push(if is_in_section(paragraph.role) { heading.clone() } else { String::new() });
    }
    headings
}

/// The heading alone, where a paragraph runs on in its line.
fn words(paragraph: &Paragraph) -> String {
    let last = paragraph.runs.iter().rposition(|it| it.kind == RunKind::Heading);
    let runs = &paragraph.runs[..last.map_or(paragraph.runs.len(), |it| it + 1)];
    runs.iter().map(|it| it.text.as_str()).collect()
}

fn is_in_section(role: Role) -> bool {
    match role {
        Role::Heading(_)
        | Role::Item
        | Role::Body
        | Role::Caption
        | Role::Row(_)
        | Role::AttachmentTitle => true,
        Role::CopyNumber
        | Role::Secrecy
        | Role::Urgency
        | Role::IssuerMark
        | Role::DocumentNumber
        | Role::Title
        | Role::Subtitle
        | Role::Addressee
        | Role::AttachmentNote
        | Role::Signature
        | Role::Date
        | Role::Note
        | Role::AttachmentLabel
        | Role::CopyTo
        | Role::Printed => false,
    }
}
