//! The optional elements of an official document: 版头, 附注 and 版记.

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
}

impl Element {
    /// All of them, in reading order.
    pub const ALL: [Self; 10] = [
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
    ];

    /// Those that stand before the title (版头).
    pub const BEFORE_TITLE: usize = 6;
}
