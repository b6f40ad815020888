//! A file's bytes → its lines, or a refusal that says what the file is.

mod docx;
mod encoding;
mod md;
mod refusal;
mod sniff;
mod txt;

#[cfg(test)]
mod tests;

pub use encoding::{Gb18030, read_gb18030_with};
pub use refusal::Refusal;

use crate::import::line::Line;
use crate::import::notice::Notice;

/// The largest file that is read, in bytes.
pub const LIMIT: usize = 100 * 1024 * 1024;

/// The lines of a file, and what the author should know about how they came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// Its paragraphs in reading order; none is blank.
    pub lines: Vec<Line>,
    /// What was left out, taken as accepted or resolved.
    pub notices: Vec<Notice>,
}

/// Reads a file by its content; the name only tells text from Markdown.
pub fn read(bytes: &[u8], name: &str) -> Result<Source, Refusal> {
    if LIMIT < bytes.len() {
        return Err(Refusal::TooLarge);
    }
    let kind = sniff::kind(bytes)?;
    match kind {
        sniff::Kind::Zip => docx::read(bytes),
        sniff::Kind::Text if is_markdown(name) => md::read(bytes),
        sniff::Kind::Text => txt::read(bytes),
    }
}

fn is_markdown(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with(".md") || name.ends_with(".markdown")
}
