//! Reads a report kind from a file that somebody has edited by hand.

use crate::import::{Envelope, Spot, utf8};
use crate::model::draft::LEVELS;
use crate::model::kind::Kind;

/// What the `format` field of a kind file says.
pub const FORMAT: &str = "chengwen-kind";

/// The newest version of the kind file that this program writes, and reads.
pub const VERSION: u32 = 1;

/// The largest kind file that is read, in bytes.
pub const LIMIT: usize = 1024 * 1024;

/// Why a kind file is not taken: where, and the reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason} ({place})")]
pub struct Refusal {
    /// Where in the file.
    pub place: Place,
    /// What is wrong there.
    pub reason: Reason,
}

/// Where in a kind file something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Place {
    /// The file as a whole.
    #[error("the whole file")]
    File,
    /// A line and column of it.
    #[error("line {}, column {}", .0.line, .0.column)]
    Spot(Spot),
    /// One of its sections, counted from one.
    #[error("section {0}")]
    Section(usize),
}

/// What is wrong with a kind file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// Larger than [`LIMIT`].
    #[error("the file is larger than 1 MB")]
    TooLarge,
    /// Not a UTF-8 text.
    #[error("the file is not a text file")]
    NotText,
    /// Not JSON: a comma, quote or bracket is missing or too many.
    #[error("a comma, quotation mark or bracket is missing or too many")]
    Syntax,
    /// JSON, but not a kind file.
    #[error("the file is not a report kind of this program")]
    NotAKind,
    /// Written by a newer version of this program.
    #[error("the file was made by a newer version ({0})")]
    Newer(u32),
    /// A field is missing; its name.
    #[error("the field `{0}` is missing")]
    Missing(String),
    /// A value is of the wrong sort: a number where a text belongs, say.
    #[error("the value is of the wrong sort")]
    WrongSort,
    /// A numbering without its counting symbol, or with two.
    #[error("a numbering is written as its first number, such as `一、`, `（1）` or `一是`")]
    Numbering,
    /// The id holds something else than `a`–`z`, `0`–`9`, `-`, or is too long.
    #[error("an id is 1 to 40 characters of a-z, 0-9 and -")]
    Id,
    /// The kind has no name.
    #[error("the kind has no name")]
    NoName,
    /// The kind has no section.
    #[error("the kind has no section")]
    NoSection,
    /// Two sections have the same `slot`.
    #[error("two sections have the slot `{0}`")]
    Double(String),
    /// A level beyond 4.
    #[error("a level is 0 to 4")]
    Level,
    /// More empty items than anybody wants to begin with.
    #[error("a section begins with 50 items at most")]
    Start,
}

/// Reads a kind file.
pub fn read(bytes: &[u8]) -> Result<Kind, Refusal> {
    let whole = |reason| Refusal { place: Place::File, reason };
    if LIMIT < bytes.len() {
        return Err(whole(Reason::TooLarge));
    }
    let text = utf8(bytes).ok_or_else(|| whole(Reason::NotText))?;
    let envelope: Envelope = serde_json::from_str(text).map_err(|it| refuse(&it))?;
    if envelope.format != FORMAT {
        return Err(whole(Reason::NotAKind));
    }
    if VERSION < envelope.version {
        return Err(whole(Reason::Newer(envelope.version)));
    }
    let kind: Kind = serde_json::from_str(text).map_err(|it| refuse(&it))?;
    match fault(&kind) {
        Some(refusal) => Err(refusal),
        None => Ok(kind),
    }
}

fn refuse(error: &serde_json::Error) -> Refusal {
    let message = error.to_string();
    let reason = if !error.is_data() {
        Reason::Syntax
    } else if let Some(field) = message.strip_prefix("missing field `") {
        Reason::Missing(field.split('`').next().unwrap_or_default().to_owned())
    } else if message.starts_with("a pattern ") {
        Reason::Numbering
    } else {
        Reason::WrongSort
    };
    Refusal { place: Place::Spot(Spot::of(error)), reason }
}

/// What no JSON reader sees, the first of it.
fn fault(kind: &Kind) -> Option<Refusal> {
    let whole = |reason| Some(Refusal { place: Place::File, reason });
    if !is_id(&kind.id) {
        return whole(Reason::Id);
    }
    if kind.name.trim().is_empty() {
        return whole(Reason::NoName);
    }
    if kind.sections.is_empty() {
        return whole(Reason::NoSection);
    }
    for (idx, slot) in kind.sections.iter().enumerate() {
        let here = |reason| Some(Refusal { place: Place::Section(idx + 1), reason });
        if !is_id(&slot.slot) {
            return here(Reason::Id);
        }
        if kind.sections[..idx].iter().any(|it| it.slot == slot.slot) {
            return here(Reason::Double(slot.slot.clone()));
        }
        if LEVELS < usize::from(slot.level) {
            return here(Reason::Level);
        }
        if slot.items.as_ref().is_some_and(|it| 50 < it.start) {
            return here(Reason::Start);
        }
    }
    None
}

fn is_id(id: &str) -> bool {
    (1..=40).contains(&id.len())
        && id.bytes().all(|it| matches!(it, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export;

    #[track_caller]
    fn check(find: &str, replace: &str, place: impl Fn(Place) -> bool, reason: &Reason) {
        let text = String::from_utf8(export::kind(&Kind::built_in()[0])).unwrap();
        assert!(text.contains(find), "no {find} in the file");
        let refusal = read(text.replacen(find, replace, 1).as_bytes()).unwrap_err();
        assert!(place(refusal.place), "{refusal:?}");
        assert_eq!(&refusal.reason, reason);
    }

    fn line(n: usize) -> impl Fn(Place) -> bool {
        move |it| matches!(it, Place::Spot(spot) if spot.line == n)
    }

    #[test]
    fn a_kind_that_was_saved_comes_back() {
        for kind in Kind::built_in() {
            assert_eq!(read(&export::kind(kind)).as_ref(), Ok(kind));
        }
    }

    #[test]
    fn a_faulty_file_is_refused_with_place_and_reason() {
        check("\"version\": 1,", "\"version\": 1", line(4), &Reason::Syntax);
        check("\"target\": 4000", "\"target\": \"4000\"", line(8), &Reason::WrongSort);
        check("\"一是\"", "\"其一其一\"", |it| matches!(it, Place::Spot(_)), &Reason::Numbering);
        check("\"id\": \"jixiao\"", "\"id\": \"绩效\"", |it| it == Place::File, &Reason::Id);
        check("chengwen-kind", "something", |it| it == Place::File, &Reason::NotAKind);
        check("\"version\": 1", "\"version\": 7", |it| it == Place::File, &Reason::Newer(7));
        let second = |it| it == Place::Section(2);
        check("\"level\": 1", "\"level\": 9", second, &Reason::Level);
        let missing = Reason::Missing("about".to_owned());
        check("\"about\"", "\"abuot\"", |it| matches!(it, Place::Spot(_)), &missing);
    }

    #[test]
    fn two_sections_with_one_slot_are_refused() {
        let mut kind = Kind::built_in()[0].clone();
        kind.sections[2].slot = kind.sections[0].slot.clone();
        let refusal = read(&export::kind(&kind)).unwrap_err();
        let slot = kind.sections[0].slot.clone();
        assert_eq!(refusal, Refusal { place: Place::Section(3), reason: Reason::Double(slot) });
    }
}
