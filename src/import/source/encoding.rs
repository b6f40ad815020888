//! The encodings that Chinese texts come in.

use std::sync::OnceLock;

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Gb18030,
}

/// What reads GB18030: the text, if every byte of it is in that encoding.
pub type Gb18030 = fn(&[u8]) -> Option<String>;

static READER: OnceLock<Gb18030> = OnceLock::new();

/// Says what reads GB18030. Its tables are half a megabyte, and every browser has
/// them already, so the page brings its browser's; elsewhere it is `encoding_rs`.
pub fn read_gb18030_with(reader: Gb18030) {
    let _ = READER.set(reader);
}

impl Encoding {
    /// The encoding that a byte order mark names, and the length of the mark.
    pub(super) fn of_mark(bytes: &[u8]) -> Option<(Self, usize)> {
        match bytes {
            [0xef, 0xbb, 0xbf, ..] => Some((Self::Utf8, 3)),
            [0xff, 0xfe, ..] => Some((Self::Utf16Le, 2)),
            [0xfe, 0xff, ..] => Some((Self::Utf16Be, 2)),
            _ => None,
        }
    }

    /// Its name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
        }
    }

    /// The text, if every byte of it is in the encoding.
    pub(super) fn read(self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Utf8 => std::str::from_utf8(bytes).ok().map(str::to_owned),
            Self::Utf16Le => wide(bytes, u16::from_le_bytes),
            Self::Utf16Be => wide(bytes, u16::from_be_bytes),
            Self::Gb18030 => READER.get().copied().unwrap_or(own)(bytes),
        }
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().map(|it| unit(*it))).collect::<Result<_, _>>();
    text.ok().filter(|_| rest.is_empty())
}

#[cfg(not(target_arch = "wasm32"))]
fn own(bytes: &[u8]) -> Option<String> {
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some(text.into_owned())
}

#[cfg(target_arch = "wasm32")]
fn own(_: &[u8]) -> Option<String> {
    None
}
