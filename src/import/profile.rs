//! Reads a layout from a file that somebody may have edited by hand.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::import::{Envelope, Spot, utf8};
use crate::model::profile::{Parameter, Profile};

/// What the `format` field of a profile file says.
pub const FORMAT: &str = "chengwen-profile";

/// The newest version of the profile file that this program writes, and reads.
pub const VERSION: u32 = 1;

/// The largest profile file that is read, in bytes.
pub const LIMIT: usize = 1024 * 1024;

/// The longest name of a layout, in characters.
pub const LONGEST_NAME: usize = 40;

/// Why a profile file is not taken: where, and the reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct Refusal {
    /// Where in the file; none where it is the file as a whole.
    pub spot: Option<Spot>,
    /// What is wrong there.
    pub reason: Reason,
}

/// What is wrong with a profile file.
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
    /// JSON, but not a profile file.
    #[error("the file is not a layout of this program")]
    NotAProfile,
    /// Written by a newer version of this program.
    #[error("the file was made by a newer version ({0})")]
    Newer(u32),
    /// A field is missing; its name.
    #[error("the field `{0}` is missing")]
    Missing(String),
    /// A value is of the wrong sort: a number where a text belongs, say.
    #[error("the value is of the wrong sort")]
    WrongSort,
    /// There is no parameter of this name.
    #[error("there is no parameter `{0}`")]
    Unknown(String),
    /// What the file gives is no value of the parameter.
    #[error("`{1}` is no value of {0:?}")]
    Value(Parameter, String),
    /// A name that is longer than [`LONGEST_NAME`] or has line breaks.
    #[error("a name has 40 characters at most and no line breaks")]
    Name,
}

/// Both fields must be there: a misspelt `values` is not an empty one.
#[derive(Deserialize)]
struct File {
    name: String,
    values: BTreeMap<Parameter, String>,
}

/// Reads a profile file.
pub fn read(bytes: &[u8]) -> Result<Profile, Refusal> {
    let whole = |reason| Refusal { spot: None, reason };
    if LIMIT < bytes.len() {
        return Err(whole(Reason::TooLarge));
    }
    let text = utf8(bytes).ok_or_else(|| whole(Reason::NotText))?;
    let envelope: Envelope = serde_json::from_str(text).map_err(|it| refuse(&it))?;
    if envelope.format != FORMAT {
        return Err(whole(Reason::NotAProfile));
    }
    if VERSION < envelope.version {
        return Err(whole(Reason::Newer(envelope.version)));
    }
    let File { name, values } = serde_json::from_str(text).map_err(|it| refuse(&it))?;
    if !is_name(name.trim()) {
        return Err(whole(Reason::Name));
    }
    let wrong = values.iter().find(|(parameter, value)| !parameter.accepts(value.trim()));
    if let Some((parameter, value)) = wrong {
        let reason = Reason::Value(*parameter, value.clone());
        return Err(Refusal { spot: spot_of(text, *parameter), reason });
    }
    let named = Profile { name: name.trim().to_owned(), values: BTreeMap::new() };
    Ok(values.iter().fold(named, |profile, (it, value)| profile.with(*it, value)))
}

/// Whether a layout can have this name, which becomes part of a file's name and
/// of a key in the storage.
pub fn is_name(name: &str) -> bool {
    name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control)
}

fn refuse(error: &serde_json::Error) -> Refusal {
    let message = error.to_string();
    let named = |prefix| {
        let rest: &str = message.strip_prefix(prefix)?;
        Some(rest.split('`').next().unwrap_or_default().to_owned())
    };
    let reason = if !error.is_data() {
        Reason::Syntax
    } else if let Some(field) = named("missing field `") {
        Reason::Missing(field)
    } else if let Some(name) = named("unknown variant `") {
        Reason::Unknown(name)
    } else {
        Reason::WrongSort
    };
    Refusal { spot: Some(Spot::of(error)), reason }
}

/// Where the file names a parameter.
fn spot_of(text: &str, parameter: Parameter) -> Option<Spot> {
    let key = serde_json::to_string(&parameter).ok()?;
    let before = &text[..text.find(&key)?];
    let line_start = before.rfind('\n').map_or(0, |it| it + 1);
    let line = before.matches('\n').count() + 1;
    Some(Spot { line, column: before.len() - line_start + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export;
    use crate::model::profile::presets;

    fn own() -> Profile {
        let profile = Profile { name: "云溪市档案馆".to_owned(), ..Profile::default() };
        profile.with(Parameter::LinePitch, "28").with(Parameter::SongTiFont, "思源宋体")
    }

    #[track_caller]
    fn check(find: &str, replace: &str, line: Option<usize>, reason: &Reason) {
        let text = String::from_utf8(export::profile(&own())).unwrap();
        assert!(text.contains(find), "no {find} in {text}");
        let refusal = read(text.replacen(find, replace, 1).as_bytes()).unwrap_err();
        assert_eq!(&refusal.reason, reason);
        assert_eq!(refusal.spot.map(|it| it.line), line, "{refusal:?}");
    }

    #[test]
    fn a_layout_that_was_saved_comes_back() {
        for profile in presets().into_iter().chain([own()]) {
            assert_eq!(read(&export::profile(&profile)), Ok(profile));
        }
    }

    #[test]
    fn a_faulty_file_is_refused_with_place_and_reason() {
        check("\"version\": 1,", "\"version\": 1", Some(4), &Reason::Syntax);
        check("chengwen-profile", "chengwen-kind", None, &Reason::NotAProfile);
        check("\"version\": 1", "\"version\": 2", None, &Reason::Newer(2));
        check("\"28\"", "28", Some(7), &Reason::WrongSort);
        let missing = Reason::Missing("values".to_owned());
        check("\"values\"", "\"vaules\"", Some(9), &missing);
        check("line-pitch", "line-pich", Some(7), &Reason::Unknown("line-pich".to_owned()));
        let value = Reason::Value(Parameter::LinePitch, "280".to_owned());
        check("\"28\"", "\"280\"", Some(7), &value);
        check("云溪市档案馆", &"长".repeat(41), None, &Reason::Name);
        check("云溪市档案馆", "云溪\\n档案馆", None, &Reason::Name);
        assert_eq!(read(b"PK\xff\xfe").unwrap_err().reason, Reason::NotText);
        assert_eq!(read(&vec![b' '; LIMIT + 1]).unwrap_err().reason, Reason::TooLarge);
    }

    #[test]
    fn a_value_that_is_the_standards_own_is_no_difference() {
        let text = String::from_utf8(export::profile(&own())).unwrap();
        let profile = read(text.replacen("\"28\"", "\" 28.95 \"", 1).as_bytes()).unwrap();
        assert!(!profile.values.contains_key(&Parameter::LinePitch));
    }
}
