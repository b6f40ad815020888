//! The texts that are timed.

use std::fs;
use std::path::Path;

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import::json;

/// Texts that are timed together.
pub(crate) struct Named {
    /// What they are.
    pub(crate) name: String,
    /// Each is a document of its own.
    pub(crate) texts: Vec<String>,
}

impl Named {
    /// Texts under a name.
    pub(crate) fn new(name: &str, texts: Vec<String>) -> Self {
        Self { name: name.to_owned(), texts }
    }

    /// How many bytes they have together.
    pub(crate) fn n_bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}

/// Megabytes.
pub(crate) fn mb(n_bytes: usize) -> f64 {
    n_bytes as f64 / 1_000_000.0
}

/// Our sample report, its sections over and over with other figures until it has
/// at least so many bytes: one document, numbered through.
pub(crate) fn own(n_bytes: usize) -> String {
    const SAMPLE: &[u8] = include_bytes!("../../templates/samples/jixiao.json");
    let mut draft = json::read(SAMPLE).unwrap_or_else(|it| panic!("the sample: {it}"));
    let once = export::txt(&assemble(&draft)).len();
    let pattern = draft.sections.clone();
    for n in 1..=n_bytes / once {
        for section in &pattern {
            let mut section = section.clone();
            section.id = draft.take_id();
            for entry in &mut section.entries {
                entry.id = draft.take_id();
                for text in [
                    &mut entry.lead,
                    &mut entry.practice,
                    &mut entry.figures,
                    &mut entry.result,
                    &mut entry.recognition,
                    &mut entry.text,
                ] {
                    *text = varied(text, n);
                }
            }
            draft.sections.push(section);
        }
    }
    export::txt(&assemble(&draft))
}

/// The same with other figures: the last digit of each, but those of years.
fn varied(text: &str, n: usize) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for idx in 0..chars.len() {
        let next = chars.get(idx + 1).copied();
        let is_last = !next.is_some_and(|it| it.is_ascii_digit()) && next != Some('年');
        if let Some(digit) = chars[idx].to_digit(10).filter(|_| is_last) {
            let other = (digit as usize + n) % 10;
            chars[idx] = char::from_digit(other as u32, 10).unwrap_or('0');
        }
    }
    chars.into_iter().collect()
}

/// The texts of a folder, by name; none where it is not there.
pub(crate) fn in_folder(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<_> = entries.map(|it| it.path()).collect();
    paths.retain(|it| it.extension().is_some_and(|it| it == "txt"));
    paths.sort();
    paths.iter().filter_map(|it| fs::read_to_string(it).ok()).collect()
}

/// Texts one behind the other, from the first again, to so many bytes.
pub(crate) fn joined(texts: &[String], n_bytes: usize) -> String {
    let mut all = String::new();
    for text in texts.iter().cycle() {
        if n_bytes <= all.len() || texts.iter().all(String::is_empty) {
            break;
        }
        all.push_str(text);
        all.push('\n');
    }
    all
}
