//! The zip container, read with limits: whoever made it may want to do harm.

use std::collections::BTreeMap;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::import::source::Refusal;
use crate::import::source::encoding::Encoding;

/// The most that one part may hold, in bytes. A report of a million characters
/// has twenty megabytes of XML.
const LARGEST: usize = 48 * 1024 * 1024;

/// The most that is unpacked of one file. Pictures are never unpacked.
const MOST: usize = 64 * 1024 * 1024;

/// The parts of a container, packed as they are.
pub(super) struct Container<'a> {
    bytes: &'a [u8],
    parts: BTreeMap<String, Part>,
    unpacked: usize,
}

#[derive(Clone, Copy)]
struct Part {
    header: usize,
    packed: usize,
    size: usize,
    is_deflated: bool,
    is_encrypted: bool,
}

const DAMAGED: Refusal = Refusal::Damaged("zip");

impl<'a> Container<'a> {
    /// Reads the list of parts (APPNOTE 4.3.12, 4.3.16).
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let end = end_record(bytes).ok_or(DAMAGED)?;
        let n = usize::from(u16_at(bytes, end + 10).ok_or(DAMAGED)?);
        let mut at = u32_at(bytes, end + 16).ok_or(DAMAGED)?;
        let mut parts = BTreeMap::new();
        for _ in 0..n {
            if bytes.get(at..at.saturating_add(4)) != Some(b"PK\x01\x02") {
                return Err(DAMAGED);
            }
            let short = |offset| u16_at(bytes, at + offset).map(usize::from).ok_or(DAMAGED);
            let long = |offset| u32_at(bytes, at + offset).ok_or(DAMAGED);
            let (flags, method) = (short(8)?, short(10)?);
            let (n_name, n_extra, n_comment) = (short(28)?, short(30)?, short(32)?);
            let name = bytes.get(at + 46..at + 46 + n_name).ok_or(DAMAGED)?;
            let name = String::from_utf8_lossy(name).replace('\\', "/");
            let part = Part {
                header: long(42)?,
                packed: long(20)?,
                size: long(24)?,
                is_deflated: method == 8,
                is_encrypted: flags & 1 != 0,
            };
            if method == 0 || method == 8 {
                parts.insert(name, part);
            }
            at += 46 + n_name + n_extra + n_comment;
        }
        Ok(Self { bytes, parts, unpacked: 0 })
    }

    /// Whether there is a part whose name begins so.
    pub(super) fn has(&self, start: &str) -> bool {
        self.parts.keys().any(|it| it.starts_with(start))
    }

    /// The text of a part; `None` where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.bytes_of(name)? else { return Ok(None) };
        let (encoding, n_mark) = Encoding::of_mark(&bytes).unwrap_or((Encoding::Utf8, 0));
        let text = encoding.read(bytes.get(n_mark..).unwrap_or_default());
        text.map(Some).ok_or(Refusal::Damaged("XML"))
    }

    fn bytes_of(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let lower = name.to_lowercase();
        let find = || self.parts.iter().find(|it| it.0.to_lowercase() == lower).map(|it| it.1);
        let Some(&part) = self.parts.get(name).or_else(find) else { return Ok(None) };
        if part.is_encrypted {
            return Err(Refusal::Encrypted);
        }
        if LARGEST < part.size || MOST < self.unpacked + part.size {
            return Err(Refusal::Bomb);
        }
        if self.bytes.get(part.header..part.header.saturating_add(4)) != Some(b"PK\x03\x04") {
            return Err(DAMAGED);
        }
        let short = |offset| u16_at(self.bytes, part.header + offset).map(usize::from);
        let n_name = short(26).ok_or(DAMAGED)?;
        let n_extra = short(28).ok_or(DAMAGED)?;
        let start = part.header + 30 + n_name + n_extra;
        let packed = self.bytes.get(start..start.saturating_add(part.packed)).ok_or(DAMAGED)?;
        let bytes = if part.is_deflated {
            // The size is what the file says of itself, so it is only a promise.
            decompress_to_vec_with_limit(packed, LARGEST).map_err(|it| match it.status {
                TINFLStatus::HasMoreOutput => Refusal::Bomb,
                _ => DAMAGED,
            })?
        } else {
            packed.to_vec()
        };
        self.unpacked += bytes.len();
        if MOST < self.unpacked {
            return Err(Refusal::Bomb);
        }
        Ok(Some(bytes))
    }
}

/// Where the record stands that ends the container; a comment may follow it.
fn end_record(bytes: &[u8]) -> Option<usize> {
    let first = bytes.len().saturating_sub(22 + 0xffff);
    let last = bytes.len().checked_sub(22)?;
    (first..=last).rev().find(|&at| bytes.get(at..at + 4) == Some(b"PK\x05\x06"))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(4)?)?;
    usize::try_from(u32::from_le_bytes(bytes.try_into().ok()?)).ok()
}
