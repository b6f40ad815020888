//! A line of a text that is being imported.

use crate::model::clean;

/// A paragraph of the source, or a row of one of its tables.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The text as it will be printed: no break, nothing that XML forbids, no
    /// space around it. Never empty.
    pub text: String,
    /// What the source says about it.
    pub hint: Hint,
}

/// What a source with structure says about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Hint {
    /// Nothing.
    #[default]
    None,
    /// It is the title.
    Title,
    /// It is a heading of this level, from 1.
    Heading(u8),
    /// It is a row of the table with this number, cells apart by tabs.
    Row(u32),
}

impl Line {
    /// The lines of a text, without hints. Blank ones are left out.
    pub fn all(text: &str) -> Vec<Self> {
        let line =
            |text: std::borrow::Cow<'_, str>| Self { text: text.into_owned(), hint: Hint::None };
        clean::paragraphs(text).map(line).collect()
    }
}
