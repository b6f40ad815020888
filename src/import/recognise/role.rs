//! What a line of an imported text is taken for.

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Of the web page and not of the report; offered for removal.
    Residue,
    /// Stands before the title and belongs to the report: 版头, `附件2`.
    Front,
    /// 标题, or a line of it.
    Title,
    /// `——2026年1月5日在…会议上`, `（讨论稿）`.
    Subtitle,
    /// Office and name of the speaker, or the organ, below the title.
    Byline,
    /// 主送机关 or 称谓.
    Addressee,
    /// A plain paragraph.
    Body,
    /// A heading on a line of its own; level 0 is a part title without a number.
    Heading(u8),
    /// A heading that the text runs on behind.
    RunIn(u8),
    /// A list item of one sentence, level 3 to 5.
    Item(u8),
    /// 一是…, 一要…, 第一，… as a paragraph of its own.
    Point,
    /// A row or cell of a table.
    Row,
    /// 特此报告。
    Closing,
    /// Addresses and slogans between the text and 署名.
    Tail,
    /// 附件说明: the list of attachments.
    AttachmentNote,
    /// 发文机关署名.
    Signature,
    /// 成文日期.
    Date,
    /// `附件1`, behind which an attachment follows.
    AttachmentLabel,
    /// The name of an attachment.
    AttachmentTitle,
    /// 名词解释: its title and its entries.
    Glossary,
    /// Behind the end of the report: 附注 and the like.
    After,
}

/// How sure a decision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// A guess that the author should look at.
    Doubtful,
    /// Its form speaks for it, nothing against it.
    Likely,
    /// Its form and its place leave no other reading.
    Sure,
    /// The author has said so.
    Said,
}

/// What a line is taken for, and how surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// What it is.
    pub role: Role,
    /// How surely.
    pub certainty: Certainty,
}

/// The deepest level that a marker has: `①`.
pub const DEEPEST: u8 = 5;

impl Role {
    /// The level of a heading or item; `None` for what is neither.
    pub fn level(self) -> Option<u8> {
        match self {
            Self::Heading(level) | Self::RunIn(level) | Self::Item(level) => Some(level),
            _ => None,
        }
    }

    /// The same role at another level, clamped to those there are. Items and
    /// run-in headings need a marker and so have no level 0.
    pub fn with_level(self, level: u8) -> Self {
        match self {
            Self::Heading(_) => Self::Heading(level.min(DEEPEST)),
            Self::RunIn(_) => Self::RunIn(level.clamp(1, DEEPEST)),
            Self::Item(_) => Self::Item(level.clamp(1, DEEPEST)),
            other => other,
        }
    }

    /// Whether it is a node of the outline.
    pub fn is_node(self) -> bool {
        self.level().is_some()
    }

    /// Whether it belongs to the text between 称谓 and 署名.
    pub fn is_text(self) -> bool {
        self.is_node()
            || matches!(
                self,
                Self::Body
                    | Self::Point
                    | Self::Row
                    | Self::Closing
                    | Self::Tail
                    | Self::AttachmentNote
                    | Self::Glossary
            )
    }
}
