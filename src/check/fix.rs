//! 一键修正: what the safe fixes of all findings change, each to be seen first.

use std::ops::Range;

use crate::assemble::document::Document;
use crate::check::field;
use crate::check::finding::{Finding, Place};
use crate::check::text::Text;
use crate::model::draft::{Draft, TextAt};
use crate::model::edit::Edit;

/// How many characters round a fix its preview shows.
const CONTEXT: usize = 8;

/// One fix: what stands where, and what will.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The rule.
    pub rule: &'static str,
    /// Where, in the document.
    pub place: Place,
    /// The words before it, for the preview.
    pub before: String,
    /// What stands there.
    pub old: String,
    /// What will.
    pub new: String,
    /// The words behind it, for the preview.
    pub after: String,
}

/// The safe fixes of these findings in reading order. Where two overlap the
/// first in the list of rules is made; the other is found again afterwards, if
/// it still holds.
pub fn safe(text: &Text, findings: &[Finding]) -> Vec<Fix> {
    let mut fixes: Vec<Fix> = Vec::new();
    for finding in findings.iter().filter(|it| it.safe) {
        for spot in &finding.spots {
            let Some(new) = &spot.fix else { continue };
            let parts = split(text, spot.place, new);
            fixes.extend(
                parts.iter().filter_map(|(place, new)| fix(text, finding.rule, *place, new)),
            );
        }
    }
    fixes.sort_by(|a, b| (a.place, a.rule).cmp(&(b.place, b.rule)));
    let mut kept: Vec<Fix> = Vec::new();
    for fix in fixes {
        let overlaps = kept.last().is_some_and(|last| {
            last.place.paragraph == fix.place.paragraph
                && (fix.place.start < last.place.end || fix.place.start == last.place.start)
        });
        if !overlaps {
            kept.push(fix);
        }
    }
    kept
}

/// A fix that leaves the number of characters as it is, parted into the
/// characters that change: what stands between them is free for other fixes.
fn split(text: &Text, place: Place, new: &str) -> Vec<(Place, String)> {
    let whole = || std::iter::once((place, new.to_owned())).collect();
    let Some(old) = text.slice(place) else { return Vec::new() };
    if old.chars().count() != new.chars().count() {
        return whole();
    }
    let changed = old.chars().zip(new.chars()).enumerate().filter(|(_, (a, b))| a != b);
    changed
        .map(|(idx, (_, new))| {
            let start = place.start + idx;
            (Place { start, end: start + 1, ..place }, new.to_string())
        })
        .collect()
}

/// One place of a finding as a fix with its preview.
pub fn fix(text: &Text, rule: &'static str, place: Place, new: &str) -> Option<Fix> {
    let para = text.paras.get(place.paragraph)?;
    let old = text.slice(place)?;
    let before = para.slice(place.start.saturating_sub(CONTEXT)..place.start);
    let after = para.slice(place.end..place.end.saturating_add(CONTEXT).min(para.len()));
    Some(Fix { rule, place, before, old, new: new.to_owned(), after })
}

/// Where each fix lands in the form: the field, the range in its text in bytes,
/// and what to put there. A fix in words that no field holds is left out.
pub fn edits(
    draft: &Draft,
    document: &Document,
    fixes: &[Fix],
) -> Vec<(TextAt, Range<usize>, String)> {
    let mapped = |it: &Fix| {
        let (at, range) = field::of(draft, document, it.place)?;
        Some((at, range, it.new.clone()))
    };
    fixes.iter().filter_map(mapped).collect()
}

/// The one step that makes the fixes; `None` where there are none.
pub fn step(draft: &Draft, document: &Document, fixes: &[Fix]) -> Option<Edit> {
    let mut edits = edits(draft, document, fixes);
    edits.sort_by_key(|a| (a.0, a.1.start));
    edits.dedup_by(|b, a| a.0 == b.0 && b.1.start < a.1.end.max(a.1.start + 1));
    let mut steps: Vec<Edit> = Vec::new();
    let mut rest = edits.as_slice();
    while let Some(&(at, ..)) = rest.first() {
        let n = rest.iter().take_while(|it| it.0 == at).count();
        let (here, others) = rest.split_at(n);
        rest = others;
        let mut text = draft.text(at)?.to_owned();
        for (_, range, new) in here.iter().rev() {
            if text.get(range.clone()).is_some() {
                text.replace_range(range.clone(), new);
            }
        }
        steps.push(Edit::Text { at, text });
    }
    (!steps.is_empty()).then_some(Edit::Batch(steps))
}

/// The paragraphs of a text with the fixes made: what a reader without a form
/// gets.
pub fn texts(text: &Text, fixes: &[Fix]) -> Vec<String> {
    let mut fixes = fixes.iter().peekable();
    let mut made = Vec::new();
    for para in &text.paras {
        let mut line = String::new();
        let mut at = 0;
        while let Some(fix) = fixes.next_if(|it| it.place.paragraph == para.idx) {
            line.push_str(&para.slice(at..fix.place.start));
            line.push_str(&fix.new);
            at = fix.place.end;
        }
        line.push_str(&para.slice(at..para.len()));
        made.push(line);
    }
    made
}
