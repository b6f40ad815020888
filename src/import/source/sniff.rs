//! What a file is, by its first bytes: names lie.

use crate::import::source::Refusal;

/// What can be read.
pub(super) enum Kind {
    /// A text of some encoding.
    Text,
    /// A zip container.
    Zip,
}

/// How a compound file (CFB) begins, which holds .doc, .wps, .xls, and
/// encrypted docx ([MS-CFB] 2.2).
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Tells what can be read from what cannot.
pub(super) fn kind(bytes: &[u8]) -> Result<Kind, Refusal> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if starts(COMPOUND) {
        return Err(compound(bytes));
    }
    // A PDF may have bytes in front of its mark (ISO 32000-1, annex H.3.4.1).
    if find(head(bytes, 1024), b"%PDF-") {
        return Err(Refusal::Pdf);
    }
    let pictures: [&[u8]; 7] =
        [b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*"];
    let is_bitmap = !starts(b"BM") || bytes.get(6..10) == Some(&[0; 4]);
    if pictures.iter().any(|it| starts(it)) && is_bitmap
        || starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
    {
        return Err(Refusal::Picture);
    }
    if starts(b"{\\rtf") {
        return Err(Refusal::Rtf);
    }
    let archives: [&[u8]; 4] = [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08", b"BZh9"];
    if archives.iter().any(|it| starts(it)) {
        return Err(Refusal::Archive);
    }
    let start: Vec<u8> = head(bytes, 512).iter().map(u8::to_ascii_lowercase).collect();
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start).trim_ascii_start();
    if start.starts_with(b"<!doctype html")
        || start.starts_with(b"<html")
        || start.starts_with(b"mime-version:")
    {
        return Err(Refusal::WebPage);
    }
    Ok(Kind::Text)
}

/// Tells compound files apart by the names in their directory (UTF-16).
fn compound(bytes: &[u8]) -> Refusal {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        find(bytes, &wide)
    };
    if names("EncryptedPackage") {
        Refusal::Encrypted
    } else if names("WpsDocument") || names("WPS") {
        Refusal::Wps
    } else if names("Workbook") || names("PowerPoint Document") {
        Refusal::Sheet
    } else {
        Refusal::Doc
    }
}

fn head(bytes: &[u8], most: usize) -> &[u8] {
    bytes.get(..most).unwrap_or(bytes)
}

fn find(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|it| it == wanted)
}
