//! The document: a flat list of paragraphs with roles, ready to be laid out.

use crate::model::draft::TextAt;

/// A report as it will be printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The paragraphs in reading order; none is empty.
    pub paragraphs: Vec<Paragraph>,
    /// Whether 署名 and 日期 make room for a seal.
    pub sealed: bool,
}

/// One paragraph of the document, or one row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// What the paragraph is, which decides how it looks.
    pub role: Role,
    /// The text pieces in reading order; none is empty but cells of tables.
    pub runs: Vec<Run>,
    /// The form field that the paragraph comes from.
    pub source: TextAt,
}

/// What a paragraph is (element names of GB/T 9704-2012, chapter 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 份号.
    CopyNumber,
    /// 密级和保密期限.
    Secrecy,
    /// 紧急程度.
    Urgency,
    /// One line of 发文机关标志.
    IssuerMark,
    /// 发文字号, and behind a tab 签发人, where there is one.
    DocumentNumber,
    /// 标题.
    Title,
    /// A line below the title: 题注, the name of who speaks.
    Subtitle,
    /// 主送机关 or 称谓.
    Addressee,
    /// A heading of level 1 to 4; text may run on behind it.
    Heading(u8),
    /// A numbered paragraph such as 一是….
    Item,
    /// A plain paragraph of the body.
    Body,
    /// The caption above a table.
    Caption,
    /// A row of a table; the rows of one table have the same source.
    Row(RowLook),
    /// A line of 附件说明.
    AttachmentNote,
    /// 发文机关署名.
    Signature,
    /// 成文日期.
    Date,
    /// 附注.
    Note,
    /// `附件1`, which begins a new page.
    AttachmentLabel,
    /// The name of an attachment, as its title.
    AttachmentTitle,
    /// 抄送机关.
    CopyTo,
    /// 印发机关, and behind a tab 印发日期.
    Printed,
}

/// How a row of a table is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowLook {
    /// Whether the row is repeated at the top of every page.
    pub is_header: bool,
    /// Whether the table takes a turned sheet of its own.
    pub is_landscape: bool,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RunKind {
    /// The number in front: `一、`, `一是`.
    Number,
    /// The words of a heading.
    Heading,
    /// 领句.
    Lead,
    /// Everything else.
    Text,
    /// A fixed word in front: `附件：`, `签发人：`, `抄送：`.
    Label,
    /// The names behind `签发人：`.
    Name,
    /// A cell of a table.
    Cell,
}

impl Role {
    /// Whether the paragraph belongs to 版记, at the foot of the last page.
    pub fn is_imprint(self) -> bool {
        matches!(self, Self::CopyTo | Self::Printed)
    }

    /// Whether the paragraph belongs to 版头, above the red rule.
    pub fn is_masthead(self) -> bool {
        self < Self::Title
    }
}

impl Paragraph {
    /// The paragraph as one string, the cells of a row apart by tabs.
    pub fn text(&self) -> String {
        let between = if matches!(self.role, Role::Row(_)) { "\t" } else { "" };
        let mut text = String::new();
        for (idx, run) in self.runs.iter().enumerate() {
            if idx != 0 {
                text.push_str(between);
            }
            text.push_str(&run.text);
        }
        text
    }
}
