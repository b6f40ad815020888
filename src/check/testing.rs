//! One-liners for the tests of rules.
//!
//! A test text is a body paragraph, or several lines. A line can say what it is
//! by its first character: `#` title, `@` signature, `%` date, `>` addressee,
//! `^` caption, `|` row, `&` attachment note, `-` item, `=1 ` to `=4 ` heading
//! (all of it), `=1+ ` heading that runs in up to its first `。`.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use crate::assemble::document::{Document, Paragraph, Role, RowLook, Run, RunKind};
use crate::check::finding::Finding;
use crate::check::rule::Rule;
use crate::check::settings::Settings;
use crate::check::text::Text;
use crate::check::{by_rule, fix};
use crate::model::draft::{HeadField, TextAt};

/// The text of a test, read.
pub fn text(words: &str) -> Text {
    Text::of(&document(words))
}

/// The document of a test.
pub fn document(words: &str) -> Document {
    let paragraphs = words.lines().filter(|it| !it.is_empty()).map(paragraph).collect();
    Document { paragraphs, sealed: false }
}

fn paragraph(line: &str) -> Paragraph {
    let row = RowLook { is_header: false, is_landscape: false };
    let plain = [
        ("#", Role::Title, HeadField::Title),
        ("@", Role::Signature, HeadField::Signature),
        ("%", Role::Date, HeadField::Date),
        (">", Role::Addressee, HeadField::Addressee),
        ("^", Role::Caption, HeadField::Name),
        ("&", Role::AttachmentNote, HeadField::Name),
        ("-", Role::Item, HeadField::Name),
    ];
    let run = |kind, text: &str| Run { kind, text: text.to_owned() };
    if let Some(rest) = line.strip_prefix('|') {
        let runs = rest.split('|').map(|it| run(RunKind::Cell, it)).collect();
        return Paragraph { role: Role::Row(row), runs, source: TextAt::Head(HeadField::Name) };
    }
    for level in 1..=4 {
        let source = TextAt::Head(HeadField::Name);
        let role = Role::Heading(level);
        if let Some(rest) = line.strip_prefix(&format!("={level} ")) {
            return Paragraph { role, runs: numbered(RunKind::Heading, rest), source };
        }
        if let Some(rest) = line.strip_prefix(&format!("={level}+ ")) {
            let at = rest.find('。').map_or(rest.len(), |it| it + '。'.len_utf8());
            let mut runs = numbered(RunKind::Heading, &rest[..at]);
            runs.push(run(RunKind::Text, &rest[at..]));
            return Paragraph { role, runs, source };
        }
    }
    for (prefix, role, field) in plain {
        if let Some(rest) = line.strip_prefix(prefix) {
            let runs = if role == Role::Item {
                numbered(RunKind::Text, rest)
            } else {
                vec![run(RunKind::Text, rest)]
            };
            return Paragraph { role, runs, source: TextAt::Head(field) };
        }
    }
    Paragraph {
        role: Role::Body,
        runs: vec![run(RunKind::Text, line)],
        source: TextAt::Head(HeadField::Name),
    }
}

/// The number in front as a piece of its own.
fn numbered(kind: RunKind, text: &str) -> Vec<Run> {
    let n = number_length(text);
    let (number, rest) = text.split_at(n);
    let mut runs = Vec::new();
    if !number.is_empty() {
        runs.push(Run { kind: RunKind::Number, text: number.to_owned() });
    }
    runs.push(Run { kind, text: rest.to_owned() });
    runs
}

fn number_length(text: &str) -> usize {
    let is_count = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let bare = text.trim_start_matches(['（', '(']);
    let rest = bare.trim_start_matches(is_count);
    if rest.len() == bare.len() {
        return 0;
    }
    let end = ["、", "）", ")", ".", "．", "是"].iter().find(|it| rest.starts_with(**it));
    end.map_or(0, |it| text.len() - rest.len() + it.len())
}

fn check(rule: &'static Rule, words: &str) -> (Text, Vec<Finding>) {
    let text = text(words);
    let found = by_rule(&text, rule, &Settings::default());
    (text, found)
}

/// The rule finds something and its fixes make this of it, in which it finds
/// nothing more.
#[track_caller]
pub fn wrong(rule: &'static Rule, words: &str, right: &str) {
    let (text, found) = check(rule, words);
    assert!(!found.is_empty(), "{} finds nothing in {words:?}", rule.id);
    let mut fixes: Vec<_> = found
        .iter()
        .flat_map(|it| {
            it.spots
                .iter()
                .filter_map(|spot| fix::fix(&text, rule.id, spot.place, spot.fix.as_deref()?))
        })
        .collect();
    fixes.sort_by_key(|it| it.place);
    let made = fix::texts(&text, &fixes).join("\n");
    let expected: Vec<_> = self::text(right).paras.into_iter().map(|it| it.text).collect();
    assert_eq!(made, expected.join("\n"), "{} on {words:?}", rule.id);
    silent(rule, right);
}

/// The rule finds exactly what stands in `⟦⟧`.
#[track_caller]
pub fn marked(rule: &'static Rule, words: &str) {
    let bare: String = words.chars().filter(|it| !matches!(it, '⟦' | '⟧')).collect();
    let (text, found) = check(rule, &bare);
    let mut expected: Vec<&str> =
        words.split('⟦').skip(1).filter_map(|it| it.split('⟧').next()).collect();
    let mut places: Vec<_> = found.iter().flat_map(|it| &it.spots).map(|it| it.place).collect();
    places.sort();
    places.dedup();
    let mut spans: Vec<_> = places.iter().filter_map(|&it| text.slice(it)).collect();
    expected.sort_unstable();
    spans.sort();
    assert_eq!(spans, expected, "{} on {bare:?}", rule.id);
}

/// The rule finds nothing: the text is right, or a trap.
#[track_caller]
pub fn silent(rule: &'static Rule, words: &str) {
    let (_, found) = check(rule, words);
    let spans: Vec<_> = found.iter().flat_map(|it| &it.spots).map(|it| it.text.as_str()).collect();
    assert!(found.is_empty(), "{} finds {spans:?} in {words:?}", rule.id);
}

/// What a rule finds under these settings, in reading order.
pub fn finds(rule: &'static Rule, settings: &Settings, words: &str) -> Vec<String> {
    let found = by_rule(&text(words), rule, settings);
    found.iter().flat_map(|it| &it.spots).map(|it| it.text.clone()).collect()
}
