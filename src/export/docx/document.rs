//! The part that holds the text: `document.xml`.

use crate::assemble::document::{Document, Paragraph, Role, Run, RunKind};

use super::closing::{Closing, is_closing};
use super::gb9704::{
    ADDRESSEE, BODY, DATE, HEADINGS, ITEM, LEAD, LINE, PAGE, RUN_IN, SIGNATURE, TITLE,
};
use super::package::{EVEN_FOOTER_ID, ODD_FOOTER_ID};
use super::properties::{
    Fonts, Indent, ParagraphProperties, RunProperties, SectionProperties, Spacing,
};
use super::xml::{Value, Xml};

const NAMESPACES: [(&str, Value); 2] = [
    ("xmlns:w", Value::Word("http://schemas.openxmlformats.org/wordprocessingml/2006/main")),
    ("xmlns:r", Value::Word("http://schemas.openxmlformats.org/officeDocument/2006/relationships")),
];

const SECTION: SectionProperties =
    SectionProperties { odd_footer: ODD_FOOTER_ID, even_footer: EVEN_FOOTER_ID, page: PAGE };

/// Writes `word/document.xml`.
pub(super) fn document(document: &Document) -> String {
    let mut xml = Xml::part();
    xml.reserve(length(document));
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            let mut is_first = true;
            for group in document.paragraphs.chunk_by(|a, b| is_closing(a) && is_closing(b)) {
                write_group(group, is_first, xml);
                is_first = false;
            }
            SECTION.write(xml);
        });
    });
    xml.finish()
}

/// Guesses the bytes of the part: the text, and what stands round each run.
fn length(document: &Document) -> usize {
    const RUN: usize = 160;
    let runs = document.paragraphs.iter().flat_map(|it| &it.runs);
    2000 + RUN * document.paragraphs.len() + runs.map(|it| it.text.len() + RUN).sum::<usize>()
}

/// Writes a closing, whose paragraphs depend on each other, or one other paragraph.
fn write_group(group: &[Paragraph], is_first: bool, xml: &mut Xml) {
    let closing = Closing::of(group);
    for (idx, paragraph) in group.iter().enumerate() {
        let mut properties = ParagraphProperties {
            style: Some(style(paragraph.role)),
            ..ParagraphProperties::INHERITED
        };
        if is_closing(paragraph) {
            let is_date = paragraph.role == Role::Date;
            let left = if is_date { closing.date } else { closing.signature };
            properties.indent = Indent { left: Some(left), ..Indent::INHERITED };
            if idx == 0 && !is_first {
                // One blank line under the body, which is not a paragraph of its own.
                properties.spacing = Spacing { before: Some(LINE), ..Spacing::INHERITED };
            }
        }
        xml.element("w:p", &[], |xml| {
            properties.write(xml);
            for run in &paragraph.runs {
                write_run(run, run_style(paragraph.role, run.kind), xml);
            }
        });
    }
}

fn style(role: Role) -> &'static str {
    match role {
        Role::Title => TITLE,
        Role::Addressee => ADDRESSEE,
        Role::Heading(level) => HEADINGS[usize::from(level.clamp(1, 4)) - 1],
        Role::Item => ITEM,
        Role::Body => BODY,
        Role::Signature => SIGNATURE,
        Role::Date => DATE,
    }
}

/// The style of a piece that looks different from the rest of its paragraph.
fn run_style(role: Role, kind: RunKind) -> Option<&'static str> {
    match (role, kind) {
        (_, RunKind::Lead) => Some(LEAD),
        (Role::Heading(_), RunKind::Text) => Some(RUN_IN),
        (_, RunKind::Number | RunKind::Heading | RunKind::Text) => None,
    }
}

fn write_run(run: &Run, style: Option<&'static str>, xml: &mut Xml) {
    let properties =
        RunProperties { style, fonts: Some(Fonts::EastAsian), ..RunProperties::INHERITED };
    xml.element("w:r", &[], |xml| {
        properties.write(xml);
        for (line_idx, line) in run.text.split('\n').enumerate() {
            // A document has no line breaks; one that comes all the same is kept.
            if line_idx > 0 {
                xml.markup("<w:br/>");
            }
            let line = line.strip_suffix('\r').unwrap_or(line);
            for (piece_idx, piece) in line.split('\t').enumerate() {
                if piece_idx > 0 {
                    xml.markup("<w:tab/>");
                }
                if !piece.is_empty() {
                    let keep_spaces = [("xml:space", "preserve".into())];
                    xml.element("w:t", &keep_spaces, |xml| xml.text(piece));
                }
            }
        }
    });
}
