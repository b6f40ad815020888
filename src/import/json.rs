//! Reads a draft file, the one that [`crate::export::json`] writes.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::import::{Envelope, Spot, utf8};
use crate::model::draft::{Draft, LEVELS, NodeId};

/// What the `format` field of a draft file says.
pub const FORMAT: &str = "chengwen-draft";

/// The newest schema that this program writes, and reads.
pub const SCHEMA: u32 = 3;

/// The largest draft file that is read, in bytes. A report of a million
/// characters has three megabytes.
pub const LIMIT: usize = 20 * 1024 * 1024;

/// Why a file is not taken as a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Larger than [`LIMIT`].
    #[error("the file is larger than {} MB", LIMIT / 1024 / 1024)]
    TooLarge,
    /// Not a UTF-8 text: a Word document or a picture, say.
    #[error("the file is not a text file")]
    NotText,
    /// A text, but not one of our draft files.
    #[error("the file is not a draft of this program")]
    NotADraft,
    /// The text breaks off before its end.
    #[error("the file is cut off at line {}", .0.line)]
    Truncated(Spot),
    /// One of our files, but something in it is wrong.
    #[error("the file is damaged at line {}, column {}", .0.line, .0.column)]
    Damaged(Spot),
    /// Written by a newer version of this program.
    #[error("the file was made by a newer version (schema {0})")]
    Newer(u32),
}

#[derive(Deserialize)]
struct File {
    draft: Draft,
}

/// Reads a draft file. The draft that comes out keeps every invariant, whatever
/// the file held.
pub fn read(bytes: &[u8]) -> Result<Draft, Refusal> {
    if LIMIT < bytes.len() {
        return Err(Refusal::TooLarge);
    }
    read_text(utf8(bytes).ok_or(Refusal::NotText)?)
}

/// Reads the text of a draft file.
pub fn read_text(text: &str) -> Result<Draft, Refusal> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|it| refuse(&it, text))?;
    if envelope.format != FORMAT {
        return Err(Refusal::NotADraft);
    }
    if SCHEMA < envelope.schema {
        return Err(Refusal::Newer(envelope.schema));
    }
    let File { draft } = serde_json::from_str(text).map_err(|it| refuse(&it, text))?;
    Ok(mended(draft))
}

/// Reads the text of a draft file that a newer version may have written: what
/// this one knows of it, the rest left out.
pub fn read_newer(text: &str) -> Option<Draft> {
    let File { draft } = serde_json::from_str(text).ok()?;
    Some(mended(draft))
}

fn refuse(error: &serde_json::Error, text: &str) -> Refusal {
    // Only a text that says what it is can be one of ours gone wrong.
    if !text.contains(FORMAT) {
        return Refusal::NotADraft;
    }
    match error.classify() {
        serde_json::error::Category::Eof => Refusal::Truncated(Spot::of(error)),
        _ => Refusal::Damaged(Spot::of(error)),
    }
}

/// Gives every node an id of its own and every section a lawful level, so that
/// a file edited by hand cannot make two rows one.
fn mended(mut draft: Draft) -> Draft {
    // Ids stay below 2^53, the largest whole number that JavaScript can name.
    const LARGEST: u64 = 1 << 52;
    let mut seen = BTreeSet::new();
    let mut doubles = Vec::new();
    for (section_idx, section) in draft.sections.iter_mut().enumerate() {
        section.level = if section.attached { 0 } else { section.level.min(LEVELS as u8) };
        if LARGEST < section.id.0 || !seen.insert(section.id) {
            doubles.push((section_idx, None));
        }
        for (entry_idx, entry) in section.entries.iter_mut().enumerate() {
            if entry.parted && !entry.text.trim().is_empty() {
                // The form by parts has no field for it; as one text it prints the same.
                *entry = std::mem::take(entry).joined();
            }
            if LARGEST < entry.id.0 || !seen.insert(entry.id) {
                doubles.push((section_idx, Some(entry_idx)));
            }
        }
    }
    let after = seen.last().map_or(0, |it| it.0) + 1;
    draft.next_id =
        if draft.next_id < after || LARGEST < draft.next_id { after } else { draft.next_id };
    for (section_idx, entry_idx) in doubles {
        let id: NodeId = draft.take_id();
        let section = &mut draft.sections[section_idx];
        match entry_idx {
            Some(entry_idx) => section.entries[entry_idx].id = id,
            None => section.id = id,
        }
    }
    draft
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export;
    use crate::model::kind::Kind;

    fn draft() -> Draft {
        Kind::custom().draft("d1".to_owned(), "“引号”🏔\u{202e}", "2025")
    }

    #[test]
    fn what_was_written_is_read_back() {
        let bytes = export::json(&draft());
        assert_eq!(read(&bytes), Ok(draft()));
        let with_mark = [b"\xef\xbb\xbf".as_slice(), &bytes].concat();
        assert_eq!(read(&with_mark), Ok(draft()));
    }

    #[test]
    fn other_files_are_refused_with_what_they_are() {
        assert_eq!(read(b""), Err(Refusal::NotADraft));
        assert_eq!(read(b"PK\x03\x04\xff\xfe"), Err(Refusal::NotText));
        assert_eq!(read("2025年工作总结".as_bytes()), Err(Refusal::NotADraft));
        assert_eq!(read(br#"{"format":"other","schema":1}"#), Err(Refusal::NotADraft));
        assert_eq!(read(b"[1,2]"), Err(Refusal::NotADraft));
        assert_eq!(read(&vec![b' '; LIMIT + 1]), Err(Refusal::TooLarge));
    }

    #[test]
    fn a_newer_file_is_refused_as_newer() {
        let text = r#"{"format":"chengwen-draft","schema":99,"draft":{"shape":"unknown"}}"#;
        assert_eq!(read(text.as_bytes()), Err(Refusal::Newer(99)));
    }

    #[test]
    fn a_file_cut_anywhere_is_refused_and_never_read_in_part() {
        let bytes = export::json(&draft());
        let end = bytes.iter().rposition(|&it| it == b'}').unwrap();
        for n in 0..end {
            let found = read(&bytes[..n]);
            assert!(found.is_err(), "cut at {n}");
            let past_format = String::from_utf8_lossy(&bytes[..n]).contains(FORMAT);
            let in_character = std::str::from_utf8(&bytes[..n]).is_err();
            if past_format && !in_character {
                assert!(matches!(found, Err(Refusal::Truncated(_))), "cut at {n}: {found:?}");
            }
        }
    }

    #[test]
    fn doubled_ids_and_wild_levels_are_mended() {
        let mut broken = draft();
        let mut twin = broken.sections[0].clone();
        twin.level = 200;
        twin.id = NodeId(u64::MAX);
        broken.sections.push(twin);
        broken.next_id = 0;
        let mended = read(&export::json(&broken)).unwrap();
        let mut ids: Vec<_> = mended.sections.iter().map(|it| it.id).collect();
        ids.extend(mended.sections.iter().flat_map(|it| &it.entries).map(|it| it.id));
        let n_ids = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), n_ids);
        assert!(ids.iter().all(|it| it.0 < mended.next_id));
        assert_eq!(mended.sections.last().unwrap().level, 4);
    }
}
