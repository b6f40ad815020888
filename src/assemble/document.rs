//! The document: a flat list of paragraphs with roles, ready to be laid out.

use crate::model::draft::TextAt;

/// A report as it will be printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The paragraphs in reading order; none is empty.
    pub paragraphs: Vec<Paragraph>,
}

/// One paragraph of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What the paragraph is, which decides how it looks.
    pub role: Role,
    /// The text pieces in reading order; none is empty.
    pub runs: Vec<Run>,
    /// The form field that the paragraph comes from.
    pub source: TextAt,
}

/// What a paragraph is (element names of GB/T 9704-2012, chapter 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 标题.
    Title,
    /// 主送机关 or 称谓.
    Addressee,
    /// A heading of level 1 to 4; text may run on behind it.
    Heading(u8),
    /// A numbered paragraph such as 一是….
    Item,
    /// A plain paragraph of the body.
    Body,
    /// 发文机关署名.
    Signature,
    /// 成文日期.
    Date,
}

/// A piece of a paragraph that looks the same throughout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Which piece it is.
    pub kind: RunKind,
    /// Its text: no line breaks, nothing that XML forbids.
    pub text: String,
}

/// The pieces of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// The number in front: `一、`, `一是`.
    Number,
    /// The words of a heading.
    Heading,
    /// 领句.
    Lead,
    /// Everything else.
    Text,
}

impl Paragraph {
    /// The paragraph as one string.
    pub fn text(&self) -> String {
        self.runs.iter().map(|it| it.text.as_str()).collect()
    }
}
