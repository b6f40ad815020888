//! A report as a Word file, laid out by GB/T 9704-2012.
//!
//! Places, lines and looks come from the layout; the modules here write them
//! down in the words of the file format. The same document gives the same bytes
//! on every machine and in the browser.

mod about;
mod container;
mod document;
mod fonts;
mod frame;
mod imprint;
mod masthead;
mod package;
mod paragraph;
mod properties;
mod section;
mod settings;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod xml;

use crate::assemble::Document;
use crate::layout::Press;
use crate::model::profile::Profile;

use package::Part;

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

/// Writes the document as a docx file, in the layout of a profile.
pub fn docx(document: &Document, profile: &Profile, properties: &Properties) -> Vec<u8> {
    let press = Press::of(document, profile);
    let pages = press.pages();
    let any_turned = pages.pages.iter().any(|it| it.is_landscape);
    let styles = styles::Styles::of(&press);
    let measures = press.looks().measures();
    let part = |id, kind, content| Part { id, kind, content };
    let mut parts = vec![
        part("styles", "styles", styles.part(&press)),
        part("settings", "settings", settings::settings(profile, measures)),
        part("fontTable", "fontTable", fonts::part(&press)),
    ];
    parts.extend(section::parts(profile, measures, any_turned));
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), package::content_types(&parts)),
        ("_rels/.rels".to_owned(), package::PACKAGE_RELATIONSHIPS.to_owned()),
        ("docProps/core.xml".to_owned(), about::core(properties)),
        ("docProps/app.xml".to_owned(), about::APP.to_owned()),
        ("word/document.xml".to_owned(), document::document(&press, &pages, &styles)),
        ("word/_rels/document.xml.rels".to_owned(), package::relationships(&parts)),
    ];
    files.extend(parts.into_iter().map(|it| (["word/", it.id, ".xml"].concat(), it.content)));
    container::zip(&files)
}
