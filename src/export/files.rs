//! Our own files: the draft, the report kind, the layout, and what they are called.

use serde::Serialize;

use crate::export::docx::Properties;
use crate::import;
use crate::model::clean;
use crate::model::draft::Draft;
use crate::model::kind::Kind;
use crate::model::profile::Profile;

#[derive(Serialize)]
struct DraftFile<'a> {
    format: &'static str,
    schema: u32,
    draft: &'a Draft,
}

#[derive(Serialize)]
struct KindFile<'a> {
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    kind: &'a Kind,
}

#[derive(Serialize)]
struct ProfileFile<'a> {
    format: &'static str,
    version: u32,
    #[serde(flatten)]
    profile: &'a Profile,
}

/// The draft file: JSON, indented, so that two of them can be compared.
pub fn json(draft: &Draft) -> Vec<u8> {
    let file = DraftFile { format: import::json::FORMAT, schema: import::json::SCHEMA, draft };
    pretty(&file)
}

/// The kind file: JSON, indented, to be edited by hand.
pub fn kind(kind: &Kind) -> Vec<u8> {
    pretty(&KindFile { format: import::kind::FORMAT, version: import::kind::VERSION, kind })
}

/// The profile file: JSON, indented, to be edited by hand.
pub fn profile(profile: &Profile) -> Vec<u8> {
    let (format, version) = (import::profile::FORMAT, import::profile::VERSION);
    pretty(&ProfileFile { format, version, profile })
}

/// What a docx file of this draft says about itself. No date and no name of a
/// person: the same draft gives the same bytes.
pub fn properties(draft: &Draft) -> Properties {
    let title = clean::paragraphs(&draft.title).collect();
    let creator = clean::paragraphs(&draft.signature).collect();
    Properties { title, creator, created: None }
}

/// A name for an exported file without its extension: the report's title, then
/// the day (`20251220`) if one is given; nothing that Windows forbids in names.
pub fn file_name(draft: &Draft, day: &str) -> String {
    let title = lawful(draft.display_name(), "报告");
    if day.is_empty() { title } else { format!("{title}_{day}") }
}

/// A name for the file of a layout, without its extension.
pub fn profile_name(profile: &Profile) -> String {
    lawful(&profile.name, "版式")
}

/// What file systems take of a name; where nothing is left, `other`.
fn lawful(name: &str, other: &str) -> String {
    // Browsers add an extension of their own while they write, and 255 bytes is
    // what file systems take.
    const LONGEST: usize = 60;
    let forbidden = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || "\\/:*?\"<>|".contains(c)
            // Marks that reverse the reading order can disguise an extension.
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let name: String = name.chars().filter(|&c| !forbidden(c)).take(LONGEST).collect();
    let name = name.trim_matches('.');
    if name.is_empty() { other.to_owned() } else { name.to_owned() }
}

pub(super) fn pretty(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("plain structs with string keys");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use super::file_name;
    use crate::model::kind::Kind;

    #[track_caller]
    fn check(title: &str, expected: &str) {
        let mut draft = Kind::custom().draft("d".to_owned(), "", "");
        draft.title = title.to_owned();
        assert_eq!(file_name(&draft, "20251220"), expected);
    }

    #[test]
    fn names_are_lawful_everywhere() {
        check("云溪市档案馆2025年度报告", "云溪市档案馆2025年度报告_20251220");
        check("关于“A/B”的报告\n（试行）: \u{202e}fdp.", "关于“AB”的报告（试行）fdp_20251220");
        check("", "报告_20251220");
        check("...", "报告_20251220");
        check(&"长".repeat(200), &format!("{}_20251220", "长".repeat(60)));
    }
}
