//! The container of a Word file: a zip archive of deflated parts.
//!
//! An archive of a few parts in memory is three kinds of record (PKWARE's
//! APPNOTE, 4.3); a crate for all that archives can be is 20 KB of the page.

use crate::model::checksum::crc32;

/// Packs the parts, in this order and with no time but the first that zip knows.
pub(super) fn zip(parts: &[(String, String)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        /// The usual level: higher ones cost twice the time for one per cent.
        const LEVEL: u8 = 6;
        let packed = miniz_oxide::deflate::compress_to_vec(content.as_bytes(), LEVEL);
        let entry = Entry { name, content, packed: &packed, offset: size(archive.len()) };
        entry.write_local(&mut archive);
        archive.extend_from_slice(&packed);
        entry.write_central(&mut directory);
    }
    let (n_parts, start) = (parts.len() as u16, size(archive.len()));
    archive.extend_from_slice(&directory);
    // End of central directory record (4.3.16).
    put32(&mut archive, 0x0605_4b50);
    for half in [0, 0, n_parts, n_parts] {
        put16(&mut archive, half);
    }
    put32(&mut archive, size(directory.len()));
    put32(&mut archive, start);
    put16(&mut archive, 0);
    archive
}

struct Entry<'a> {
    name: &'a str,
    content: &'a str,
    packed: &'a [u8],
    offset: u32,
}

impl Entry<'_> {
    /// Local file header (4.3.7).
    fn write_local(&self, out: &mut Vec<u8>) {
        put32(out, 0x0403_4b50);
        self.write_common(out);
        out.extend_from_slice(self.name.as_bytes());
    }

    /// Central directory header (4.3.12).
    fn write_central(&self, out: &mut Vec<u8>) {
        put32(out, 0x0201_4b50);
        put16(out, VERSION);
        self.write_common(out);
        // No comment, the first disk, no attributes inside (one half each) or
        // outside (two).
        for _ in 0..5 {
            put16(out, 0);
        }
        put32(out, self.offset);
        out.extend_from_slice(self.name.as_bytes());
    }

    fn write_common(&self, out: &mut Vec<u8>) {
        const DEFLATED: u16 = 8;
        /// The first of January 1980.
        const DATE: u16 = 0x21;
        for half in [VERSION, 0, DEFLATED, 0, DATE] {
            put16(out, half);
        }
        put32(out, crc32(self.content.as_bytes()));
        put32(out, size(self.packed.len()));
        put32(out, size(self.content.len()));
        put16(out, self.name.len() as u16);
        put16(out, 0);
    }
}

/// The version that deflate asks for.
const VERSION: u16 = 20;

/// A length as zip writes it. A report is far below four gigabytes, which the
/// memory of a page does not hold.
fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn put16(out: &mut Vec<u8>, value: u16) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_le_bytes());
}
