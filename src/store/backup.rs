//! Everything in one file, and back: the stored texts as they are, by their keys.
//!
//! The same file is written by the rescue page, which can read the storages but
//! none of the texts in them (`public/rescue.js`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::store::keys::{CARD, DRAFT, SETTING};
use crate::store::shelf::Shelf;
use crate::store::texts::{Batch, Error, Store};

/// What the file says it is.
pub const FORMAT: &str = "backup";

/// The newest schema of backups that this program writes, and reads.
pub const SCHEMA: u32 = 1;

/// The largest backup that is read, in bytes.
pub const LIMIT: usize = 256 * 1024 * 1024;

/// Why a file is not taken as a backup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Not a backup of this program.
    #[error("the file is not a backup of this program")]
    NotABackup,
    /// It is one, and breaks off or is damaged.
    #[error("the backup is damaged at line {line}, column {column}")]
    Damaged {
        /// Counts from one.
        line: usize,
        /// Counts from one, in bytes.
        column: usize,
    },
    /// Written by a newer version of this program.
    #[error("the backup was made by a newer version (schema {0})")]
    Newer(u32),
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// [`FORMAT`].
    pub chengwen: String,
    /// [`SCHEMA`].
    pub schema: u32,
    /// When it was made, in milliseconds since 1970; for display.
    #[serde(default)]
    pub made: u64,
    /// The stored texts by their keys (see [`crate::store::keys`]).
    #[serde(default)]
    pub texts: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Envelope {
    #[serde(default)]
    chengwen: String,
    #[serde(default)]
    schema: u32,
}

impl Backup {
    /// A backup of these texts. What can be made again is left out.
    pub fn new(mut texts: BTreeMap<String, String>, made: u64) -> Self {
        texts.retain(|key, _| !key.starts_with(CARD) && !key.starts_with(SETTING));
        Self { chengwen: FORMAT.to_owned(), schema: SCHEMA, made, texts }
    }

    /// The bytes of the file.
    pub fn write(&self) -> Vec<u8> {
        // Maps of texts can always be written.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Reads a backup or a rescue file.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let envelope: Envelope = serde_json::from_slice(bytes).map_err(|it| refuse(&it, bytes))?;
        if envelope.chengwen != FORMAT {
            return Err(Refusal::NotABackup);
        }
        if SCHEMA < envelope.schema {
            return Err(Refusal::Newer(envelope.schema));
        }
        let mut backup: Self = serde_json::from_slice(bytes).map_err(|it| refuse(&it, bytes))?;
        backup.texts.retain(|key, _| !key.starts_with(CARD) && !key.starts_with(SETTING));
        Ok(backup)
    }
}

fn refuse(error: &serde_json::Error, bytes: &[u8]) -> Refusal {
    let start = bytes.get(..64.min(bytes.len())).unwrap_or_default();
    if !String::from_utf8_lossy(start).contains("\"chengwen\"") {
        return Refusal::NotABackup;
    }
    Refusal::Damaged { line: error.line(), column: error.column() }
}

impl<Q, D> Shelf<Q, D>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
{
    /// Takes a planned restore in: all of it, or nothing. What the quick storage has of
    /// drafts that are gone after it goes too.
    pub async fn take_in(&self, batch: Batch) -> Result<(), Error> {
        let gone = batch.remove.iter().filter(|it| it.starts_with(DRAFT)).cloned();
        let gone = Batch::removing(gone);
        self.commit(batch).await?;
        match &self.quick {
            Some(quick) if self.durable.is_some() && !gone.remove.is_empty() => {
                quick.commit(gone).await
            }
            _ => Ok(()),
        }
    }

    /// All stored texts of both storages; of one key the durable storage's.
    pub async fn everything(&self) -> Result<BTreeMap<String, String>, Error> {
        let mut texts = BTreeMap::new();
        let mut failed = None;
        if let Some(quick) = &self.quick {
            match quick.read("").await {
                Ok(all) => texts.extend(all),
                Err(error) => failed = Some(error),
            }
        }
        if let Some(durable) = &self.durable {
            match durable.read("").await {
                Ok(all) => texts.extend(all),
                Err(error) => failed = Some(error),
            }
        }
        match failed {
            // What can be read is worth more than a reason why not all of it.
            Some(error) if texts.is_empty() => Err(error),
            _ => Ok(texts),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let texts = [("draft:a", "x"), ("card:a", "y"), ("setting:z", "1")];
        let texts = texts.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
        let backup = Backup::new(texts, 7);
        assert_eq!(backup.texts.len(), 1);
        assert_eq!(Backup::read(&backup.write()), Ok(backup));
    }

    #[test]
    fn other_files_are_refused() {
        assert_eq!(Backup::read(b""), Err(Refusal::NotABackup));
        assert_eq!(Backup::read(b"\xd0\xcf\x11\xe0"), Err(Refusal::NotABackup));
        assert_eq!(Backup::read(b"{\"format\":\"chengwen-draft\"}"), Err(Refusal::NotABackup));
        let newer = br#"{"chengwen":"backup","schema":9,"texts":[]}"#;
        assert_eq!(Backup::read(newer), Err(Refusal::Newer(9)));
        let cut = br#"{"chengwen":"backup","schema":1,"texts":{"draft:a":"x"#;
        assert!(matches!(Backup::read(cut), Err(Refusal::Damaged { line: 1, .. })));
    }
}
