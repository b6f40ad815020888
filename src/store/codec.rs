//! How a draft looks in the storage: one line that says what follows, then the
//! draft file itself.

use crate::import::json::{self, Refusal};
use crate::model::checksum;
use crate::model::draft::Draft;

/// First word of every stored draft.
const MARK: &str = "chengwen";

/// A draft with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Counts the saves of this draft; order is by this, never by the clock.
    pub revision: u64,
    /// When it was saved, in milliseconds since 1970; for display only.
    pub saved: u64,
    /// The draft.
    pub draft: Draft,
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

/// Writes `chengwen SCHEMA REVISION SAVED CRC32` and the draft file.
pub fn write(draft: &Draft, revision: u64, saved: u64) -> String {
    let file = crate::export::json(draft);
    let crc = checksum::crc32(&file);
    let head = format!("{MARK} {} {revision} {saved} {crc:08x}\n", json::SCHEMA);
    head + &String::from_utf8_lossy(&file)
}

/// Reads what [`write()`] wrote.
pub fn read(text: &str) -> Result<Record, Fault> {
    let (head, file) = text.split_once('\n').ok_or(Fault::Foreign)?;
    let mut words = head.split(' ');
    if words.next() != Some(MARK) {
        return Err(Fault::Foreign);
    }
    let mut number = || words.next()?.parse::<u64>().ok();
    let (schema, revision, saved) = (number(), number(), number());
    let crc = words.next().and_then(|it| u32::from_str_radix(it, 16).ok());
    let (Some(schema), Some(revision), Some(saved), Some(crc)) = (schema, revision, saved, crc)
    else {
        return Err(Fault::Foreign);
    };
    if u64::from(json::SCHEMA) < schema {
        let schema = u32::try_from(schema).unwrap_or(u32::MAX);
        return Err(Fault::Refused(Refusal::Newer(schema)));
    }
    if checksum::crc32(file.as_bytes()) != crc {
        return Err(Fault::Checksum);
    }
    let draft = json::read_text(file).map_err(Fault::Refused)?;
    Ok(Record { revision, saved, draft })
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
        let record = Record { revision: 7, saved: 1_766_000_000_000, draft: draft() };
        assert_eq!(read(&text), Ok(record));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let text = write(&draft(), 7, 1);
        for n in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[n] = if bytes[n] == b'#' { b'%' } else { b'#' };
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            // A changed revision or time is still a whole draft.
            if let Ok(record) = read(&changed) {
                assert_eq!(record.draft, draft(), "byte {n}");
            }
        }
    }

    #[test]
    fn newer_and_foreign_texts_are_told_apart() {
        assert_eq!(read(""), Err(Fault::Foreign));
        assert_eq!(read("null"), Err(Fault::Foreign));
        let now = format!("{MARK} {} ", json::SCHEMA);
        let newer = write(&draft(), 1, 1).replacen(&now, "chengwen 9 ", 1);
        assert_eq!(read(&newer), Err(Fault::Refused(Refusal::Newer(9))));
    }
}
