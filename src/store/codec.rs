//! How a draft looks in a storage: one line that says what follows, then the
//! draft file itself.

use crate::import::json::{self, Refusal};
use crate::model::checksum;
use crate::model::draft::Draft;

/// First word of every stored draft.
const MARK: &str = "chengwen";

/// Revisions stay below 2^53, the largest whole number that JavaScript can name.
const LARGEST: u64 = 1 << 53;

/// A draft with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Counts the saves of this draft; order is by this, never by the clock. 0
    /// where the line that tells it is damaged.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970; for display only.
    pub saved: u64,
    /// The draft.
    pub draft: Draft,
    /// The first line, which no other revision has.
    pub head: String,
}

/// Why a stored text is no draft. The text stays where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The first line is not ours.
    #[error("not written by this program")]
    Foreign,
    /// The checksum does not fit the text.
    #[error("the text has changed since it was saved")]
    Checksum,
    /// The text is no draft file that this version can read.
    #[error("{0}")]
    Refused(Refusal),
}

/// Writes `chengwen SCHEMA REVISION SAVED CRC32 CRC32` and the draft file. The
/// first checksum is of the file, the second of the line before it.
pub fn write(draft: &Draft, revision: u64, saved: u64) -> String {
    let file = crate::export::json(draft);
    let crc = checksum::crc32(&file);
    let line = format!("{MARK} {} {revision} {saved} {crc:08x}", json::SCHEMA);
    let own = checksum::crc32(line.as_bytes());
    format!("{line} {own:08x}\n{}", String::from_utf8_lossy(&file))
}

/// The first line of a stored draft.
pub fn head(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(head, _)| head)
}

/// The draft file in a stored draft, as it is.
pub fn file(text: &str) -> &str {
    text.split_once('\n').map_or(text, |(_, file)| file)
}

/// What the first line tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The schema of the file below it.
    pub schema: u64,
    /// Counts the saves.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970.
    pub saved: u64,
    /// The checksum of the file.
    pub crc: u32,
}

impl Head {
    /// Reads a first line; what is damaged has revision 0, and comes before all.
    pub fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        if words.next() != Some(MARK) {
            return None;
        }
        let mut number = || words.next()?.parse::<u64>().ok();
        let (schema, revision, saved) = (number()?, number()?, number()?);
        let crc = u32::from_str_radix(words.next()?, 16).ok()?;
        // Version 0.1 wrote no checksum of the line.
        let is_whole = words.next().is_none_or(|own| {
            let line = line.rsplit_once(' ').map_or("", |(line, _)| line);
            u32::from_str_radix(own, 16) == Ok(checksum::crc32(line.as_bytes()))
        });
        // Nobody saves that often; and what is counted on must not overflow.
        let is_whole = is_whole && revision < LARGEST;
        Some(Self { schema, revision: if is_whole { revision } else { 0 }, saved, crc })
    }

    /// The name of this revision: no two that differ share it.
    pub fn name(&self) -> String {
        format!("{:08}-{:08x}", self.revision, self.crc)
    }
}

/// Reads what [`write()`] wrote.
pub fn read(text: &str) -> Result<Record, Fault> {
    let head = Head::read(head(text)).ok_or(Fault::Foreign)?;
    // A line that is damaged says nothing about the schema; the file does.
    if 0 < head.revision && u64::from(json::SCHEMA) < head.schema {
        let schema = u32::try_from(head.schema).unwrap_or(u32::MAX);
        return Err(Fault::Refused(Refusal::Newer(schema)));
    }
    let file = file(text);
    if checksum::crc32(file.as_bytes()) != head.crc {
        return Err(Fault::Checksum);
    }
    let draft = json::read_text(file).map_err(Fault::Refused)?;
    Ok(Record {
        revision: head.revision,
        saved: head.saved,
        draft,
        head: self::head(text).to_owned(),
    })
}

/// Reads what a newer version wrote, as far as this one understands it: to look
/// at, never to be written.
pub fn read_newer(text: &str) -> Option<Record> {
    let head = Head::read(head(text))?;
    let draft = json::read_newer(file(text))?;
    Some(Record {
        revision: head.revision,
        saved: head.saved,
        draft,
        head: self::head(text).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;

    fn draft() -> Draft {
        Kind::custom().draft("d1".to_owned(), "云溪市档案馆", "2025")
    }

    #[test]
    fn what_was_written_is_read_back() {
        let text = write(&draft(), 7, 1_766_000_000_000);
        let head = head(&text).to_owned();
        let record = Record { revision: 7, saved: 1_766_000_000_000, draft: draft(), head };
        assert_eq!(read(&text), Ok(record));
    }

    #[test]
    fn what_version_0_1_wrote_is_read() {
        let text = write(&draft(), 7, 1);
        let (line, _) = head(&text).rsplit_once(' ').unwrap();
        let old = format!("{line}\n{}", file(&text));
        assert_eq!(read(&old).unwrap().revision, 7);
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let text = write(&draft(), 7, 1);
        for n in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[n] = if bytes[n] == b'3' { b'4' } else { b'3' };
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            // A whole draft below a damaged line is read, and takes no place from another.
            if let Ok(record) = read(&changed) {
                assert_eq!(record.draft, draft(), "byte {n}");
                assert!(record.revision == 0 || changed == text, "byte {n}");
            }
        }
    }

    #[test]
    fn newer_and_foreign_texts_are_told_apart() {
        assert_eq!(read(""), Err(Fault::Foreign));
        assert_eq!(read("null"), Err(Fault::Foreign));
        let now = format!("{MARK} {} ", json::SCHEMA);
        let written = write(&draft(), 1, 1);
        let (line, _) = head(&written).rsplit_once(' ').unwrap();
        let line = line.replacen(&now, "chengwen 9 ", 1);
        let newer = format!("{line} {:08x}\n{}", checksum::crc32(line.as_bytes()), file(&written));
        assert_eq!(read(&newer), Err(Fault::Refused(Refusal::Newer(9))));
        assert_eq!(read_newer(&newer).unwrap().draft, draft());
    }
}
