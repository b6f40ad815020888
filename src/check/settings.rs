//! What a unit sets: rules it does without, its own words, its own sensitive
//! list. Plain data with a file of its own.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// The settings of the checks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Settings {
    /// Ids of the rules that are switched off.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub off: BTreeSet<String>,
    /// The unit's own words with their right forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<OwnWord>,
    /// The unit's own list of sensitive wording.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensitive: Vec<Sensitive>,
}

/// A word that the unit writes otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OwnWord {
    /// As it should not be written.
    pub wrong: String,
    /// As it should; empty where only the author can tell.
    #[serde(default)]
    pub right: String,
    /// Why, in the unit's words.
    #[serde(default)]
    pub note: String,
}

/// Wording to be careful with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sensitive {
    /// The words.
    pub words: String,
    /// What to write instead; may be empty.
    #[serde(default)]
    pub instead: String,
    /// Where this comes from.
    #[serde(default)]
    pub source: String,
    /// Since when, as the unit writes it; may be empty.
    #[serde(default)]
    pub since: String,
}

/// What the `format` field of a file of settings says.
pub const FORMAT: &str = "chengwen-checks";

/// The newest schema that this program writes, and reads.
pub const SCHEMA: u32 = 1;

/// The largest file of settings that is read, in bytes.
pub const LIMIT: usize = 2 * 1024 * 1024;

/// Why a file is not taken as settings of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Larger than [`LIMIT`].
    #[error("the file is larger than {} MB", LIMIT / 1024 / 1024)]
    TooLarge,
    /// Not one of our files of settings.
    #[error("the file holds no settings of the checks")]
    NotSettings,
    /// One of ours, but something in it is wrong.
    #[error("the file is damaged at line {line}, column {column}")]
    Damaged {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
    },
    /// Written by a newer version of this program.
    #[error("the file was made by a newer version (schema {0})")]
    Newer(u32),
}

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    schema: u32,
    #[serde(default)]
    checks: serde_json::Value,
}

impl Settings {
    /// Whether a rule is on.
    pub fn is_on(&self, id: &str) -> bool {
        !self.off.contains(id)
    }

    /// Reads a file of settings. What has no words is left out.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        if LIMIT < bytes.len() {
            return Err(Refusal::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotSettings)?;
        let text = text.trim_start_matches('\u{feff}');
        let damaged =
            |it: &serde_json::Error| Refusal::Damaged { line: it.line(), column: it.column() };
        let file: File = serde_json::from_str(text).map_err(|it| {
            if text.contains(FORMAT) { damaged(&it) } else { Refusal::NotSettings }
        })?;
        if file.format != FORMAT {
            return Err(Refusal::NotSettings);
        }
        if SCHEMA < file.schema {
            return Err(Refusal::Newer(file.schema));
        }
        let mut settings: Self = serde_json::from_value(file.checks).map_err(|it| damaged(&it))?;
        settings.words.retain(|it| !it.wrong.trim().is_empty() && it.wrong != it.right);
        settings.sensitive.retain(|it| !it.words.trim().is_empty());
        Ok(settings)
    }

    /// The file of these settings.
    pub fn write(&self) -> Vec<u8> {
        let checks = serde_json::to_value(self).unwrap_or_default();
        let file = File { format: FORMAT.to_owned(), schema: SCHEMA, checks };
        let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_back() {
        let mut settings = Settings::default();
        settings.off.insert("P40".to_owned());
        settings.words.push(OwnWord {
            wrong: "云溪档案馆".to_owned(),
            right: "云溪市档案馆".to_owned(),
            note: "全称".to_owned(),
        });
        settings
            .sensitive
            .push(Sensitive { words: "内部掌握".to_owned(), ..Sensitive::default() });
        assert_eq!(Settings::read(&settings.write()), Ok(settings));
    }

    #[test]
    fn other_files_are_refused() {
        assert_eq!(Settings::read(b"{}"), Err(Refusal::NotSettings));
        assert_eq!(Settings::read(b"\xff\xfe"), Err(Refusal::NotSettings));
        assert_eq!(Settings::read(&vec![b' '; LIMIT + 1]), Err(Refusal::TooLarge));
        let newer = r#"{"format":"chengwen-checks","schema":7}"#;
        assert_eq!(Settings::read(newer.as_bytes()), Err(Refusal::Newer(7)));
        let wrong = r#"{"format":"chengwen-checks","schema":1,"checks":{"off":3}}"#;
        assert!(matches!(Settings::read(wrong.as_bytes()), Err(Refusal::Damaged { .. })));
        let whole = Settings::default().write();
        for n in 0..whole.len() - 2 {
            assert!(Settings::read(&whole[..n]).is_err(), "cut at {n}");
        }
    }
}
