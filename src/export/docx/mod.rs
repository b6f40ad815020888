//! A report as a Word file, laid out by GB/T 9704-2012.
//!
//! The module `gb9704` holds the look as data; the other modules write it down. The same
//! document gives the same bytes on every machine and in the browser.

mod about;
mod closing;
mod document;
mod footer;
mod gb9704;
mod package;
mod properties;
mod settings;
mod styles;
#[cfg(test)]
mod tests;
mod xml;

use crate::assemble::document::Document;

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Properties {
    /// The title; left out when empty.
    pub title: String,
    /// Who wrote it; left out when empty.
    pub creator: String,
    /// When, as `2026-11-23` or `2026-11-23T03:33:19Z`; left out when it is not that.
    pub created: Option<String>,
}

/// Writes the document as a docx file.
pub fn docx(document: &Document, properties: &Properties) -> Vec<u8> {
    package::zip(&[
        ("[Content_Types].xml", package::CONTENT_TYPES),
        ("_rels/.rels", package::PACKAGE_RELATIONSHIPS),
        ("docProps/core.xml", &about::core(properties)),
        ("docProps/app.xml", about::APP),
        ("word/document.xml", &document::document(document)),
        ("word/_rels/document.xml.rels", package::DOCUMENT_RELATIONSHIPS),
        ("word/styles.xml", &styles::styles()),
        ("word/settings.xml", &settings::settings()),
        ("word/fontTable.xml", &styles::font_table()),
        ("word/footer1.xml", &footer::footer(&gb9704::ODD_FOOTER)),
        ("word/footer2.xml", &footer::footer(&gb9704::EVEN_FOOTER)),
    ])
}
