//! The optional elements of an official document: 版头, 题注, 附注 and 版记.

use serde::{Deserialize, Serialize};

/// An element that a plain report does without (GB/T 9704-2012, 7.2 to 7.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Element {
    /// 份号 (7.2.1).
    CopyNumber,
    /// 密级和保密期限 (7.2.2).
    Secrecy,
    /// 紧急程度 (7.2.3).
    Urgency,
    /// 发文机关标志 (7.2.4); one organ a line.
    IssuerMark,
    /// 发文字号 (7.2.5).
    DocumentNumber,
    /// 签发人 (7.2.6); names apart by spaces, `、` or line breaks.
    Signatory,
    /// 附注 (7.3.6), with or without its brackets.
    Note,
    /// 抄送机关 (7.4.2), without `抄送：`.
    CopyTo,
    /// 印发机关 (7.4.3).
    PrintedBy,
    /// 印发日期 (7.4.3), without `印发`.
    PrintedOn,
    /// Lines above the title that an imported text has.
    AboveTitle,
    /// 题注: the lines below the title, such as `——…会议上`; one a line.
    Subtitle,
    /// Office and name of who speaks, or the organ, below the title.
    Byline,
    /// Lines behind the date that an imported text has.
    BelowDate,
}

impl Element {
    /// All of them. A stored change knows an element by its place here, so a new
    /// one stands at the end.
    pub const ALL: [Self; 14] = [
        Self::CopyNumber,
        Self::Secrecy,
        Self::Urgency,
        Self::IssuerMark,
        Self::DocumentNumber,
        Self::Signatory,
        Self::Note,
        Self::CopyTo,
        Self::PrintedBy,
        Self::PrintedOn,
        Self::AboveTitle,
        Self::Subtitle,
        Self::Byline,
        Self::BelowDate,
    ];

    /// Those that stand above the title, in reading order.
    pub const ABOVE_TITLE: [Self; 7] = [
        Self::CopyNumber,
        Self::Secrecy,
        Self::Urgency,
        Self::IssuerMark,
        Self::DocumentNumber,
        Self::Signatory,
        Self::AboveTitle,
    ];

    /// Those that stand between the title and 主送机关, in reading order.
    pub const BELOW_TITLE: [Self; 2] = [Self::Subtitle, Self::Byline];

    /// Those that stand behind the date, in reading order.
    pub const AT_END: [Self; 5] =
        [Self::Note, Self::BelowDate, Self::CopyTo, Self::PrintedBy, Self::PrintedOn];
}
