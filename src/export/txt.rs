//! Plain text: one paragraph a line, as the boxes of an OA system want it.

use crate::assemble::Document;

/// The document as UTF-8 text, every line ended by a line feed.
pub fn txt(document: &Document) -> String {
    let mut text = String::new();
    for paragraph in &document.paragraphs {
        text.push_str(&paragraph.text());
        text.push('\n');
    }
    text
}
