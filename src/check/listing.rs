//! Findings as a listing: for people, and as JSON for programs.

use serde::Serialize;

use crate::check::finding::{Finding, Level, Place};
use crate::check::text::Text;
use crate::check::words;
use crate::locale::Locale;

/// How many characters round a finding a listing shows.
const CONTEXT: usize = 12;
/// How many characters of what was found name it in a row.
const SPAN: usize = 8;
/// How many places of a finding a listing for people names.
const PLACES: usize = 12;

#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    level: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
    message: String,
    source: String,
    fix: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    places: Vec<[usize; 2]>,
}

/// Line and column of a place: paragraphs and characters, both from 1.
fn at(place: Place) -> [usize; 2] {
    [place.paragraph + 1, place.start + 1]
}

/// An array of objects: `rule`, `level`, `line`, `column`, `text`, `message`,
/// `source`, `fix`, and `places` where one finding stands for many.
pub fn json(findings: &[Finding]) -> String {
    let rows: Vec<_> = findings
        .iter()
        .map(|it| {
            let [line, column] = at(it.place());
            let places = if it.spots.len() < 2 { &[] } else { it.spots.as_slice() };
            Row {
                rule: it.rule,
                level: it.level.name(),
                line,
                column,
                text: it.text(),
                message: words::message(it, Locale::Chinese),
                source: it.source.show(),
                fix: it.fix(),
                places: places.iter().map(|it| at(it.place)).collect(),
            }
        })
        .collect();
    let mut text = serde_json::to_string_pretty(&rows).unwrap_or_default();
    text.push('\n');
    text
}

/// One finding a line, for `cargo xtask corpus --check`: rule, level, place,
/// number of places, the first characters that it found, and these in context.
pub fn rows(text: &Text, findings: &[Finding]) -> String {
    let mut out = String::new();
    for it in findings {
        let [line, column] = at(it.place());
        let span: String = it.text().chars().take(SPAN).collect();
        let (level, count) = (it.level.name(), it.spots.len());
        let context = context(text, it.place());
        let row =
            [it.rule, level, &format!("{line}:{column}"), &count.to_string(), &span, &context];
        out.push_str(&row.map(|it| it.replace(['\t', '\n'], " ")).join("\t"));
        out.push('\n');
    }
    out
}

/// The findings by level, each with its words in their context.
pub fn text(text: &Text, findings: &[Finding]) -> String {
    let mut out = String::new();
    for level in Level::ALL {
        let of_level: Vec<_> = findings.iter().filter(|it| it.level == level).collect();
        out.push_str(&format!("{}：{}项\n", level.name(), of_level.len()));
        for it in of_level {
            let [line, column] = at(it.place());
            let message = words::message(it, Locale::Chinese);
            out.push_str(&format!("  {line}:{column}  {}\n", context(text, it.place())));
            out.push_str(&format!("    {} {message}（{}）\n", it.rule, it.source.show()));
            if 1 < it.spots.len() {
                let mut places: Vec<_> = it
                    .spots
                    .iter()
                    .take(PLACES)
                    .map(|it| at(it.place))
                    .map(|[a, b]| format!("{a}:{b}"))
                    .collect();
                if PLACES < it.spots.len() {
                    places.push("…".to_owned());
                }
                out.push_str(&format!("    {}处：{}\n", it.spots.len(), places.join("  ")));
            }
        }
    }
    out
}

/// The words of a place with some before and behind, the place in `[]`.
pub fn context(text: &Text, place: Place) -> String {
    let Some([before, itself, after]) = around(text, place) else { return String::new() };
    format!("{before}[{itself}]{after}")
}

/// A place with what stands around it: what is before, the place, what is behind.
pub fn around(text: &Text, place: Place) -> Option<[String; 3]> {
    let para = text.paras.get(place.paragraph)?;
    let from = place.start.saturating_sub(CONTEXT);
    let to = place.end.saturating_add(CONTEXT).min(para.len());
    let cut = |it: bool| if it { "…" } else { "" };
    let before = format!("{}{}", cut(0 < from), para.slice(from..place.start));
    let after = format!("{}{}", para.slice(place.end..to), cut(to < para.len()));
    Some([before, para.slice(place.start..place.end), after])
}
