//! Files to drafts, kinds and layouts: a file is taken whole or refused with a reason.

pub mod build;
pub mod cells;
pub mod json;
pub mod kind;
pub mod line;
pub mod notice;
pub mod outline;
pub mod profile;
pub mod recognise;
pub mod source;

use serde::Deserialize;

/// Where in a file the reading stopped; both count from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Line.
    pub line: usize,
    /// Column, in bytes as `serde_json` counts.
    pub column: usize,
}

impl Spot {
    fn of(error: &serde_json::Error) -> Self {
        Self { line: error.line(), column: error.column() }
    }
}

/// The two fields by which our files are known; everything else is skipped.
#[derive(Deserialize)]
struct Envelope {
    #[serde(default)]
    format: String,
    #[serde(default)]
    schema: u32,
    #[serde(default)]
    version: u32,
}

/// UTF-8 with or without a byte order mark, as Notepad writes it.
fn utf8(bytes: &[u8]) -> Option<&str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).ok()
}
