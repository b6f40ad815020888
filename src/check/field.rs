//! From a place in the document to the form field that holds it.
//!
//! What is printed is made from the fields: numbers are computed, parts of an
//! entry are joined, spaces and what XML forbids are dropped. So a place is
//! mapped only when the characters agree one by one; else it maps to nothing.

use std::ops::Range;

use crate::assemble::document::{Document, Paragraph, Role, RunKind};
use crate::check::finding::Place;
use crate::model::clean;
use crate::model::draft::{Draft, NodeId, Part, TextAt};
use crate::model::table;

/// The field that holds a place, and the range in its text in bytes.
pub fn of(draft: &Draft, document: &Document, place: Place) -> Option<(TextAt, Range<usize>)> {
    let paragraph = document.paragraphs.get(place.paragraph)?;
    let (run_idx, within) = run_at(paragraph, place.start..place.end)?;
    let run = paragraph.runs.get(run_idx)?;
    let before = document.paragraphs.get(..place.paragraph)?;
    match (paragraph.role, run.kind) {
        (_, RunKind::Number | RunKind::Label | RunKind::Name) => None,
        (Role::Row(_), _) => cell(draft, before, paragraph, run_idx, within),
        (_, RunKind::Heading) => {
            let at = heading_at(draft, paragraph)?;
            in_line(at, &whole(draft.text(at)?), &run.text, within)
        }
        (_, kind) => match paragraph.source {
            TextAt::Entry(id, _) => entry(draft, before, id, kind, &run.text, within),
            at @ TextAt::Heading(_) => in_line(at, &whole(draft.text(at)?), &run.text, within),
            at => {
                let n_before = before.iter().filter(|it| it.source == at).count();
                let text = draft.text(at)?;
                let line = lines(text).into_iter().nth(n_before);
                line.and_then(|it| in_line(at, &it, &run.text, within.clone()))
                    .or_else(|| in_line(at, &whole(text), &run.text, within))
            }
        },
    }
}

/// A character of a field and where it stands, in bytes.
type Line = Vec<(usize, char)>;

/// The piece of a paragraph that a range lies in, and the range within it.
fn run_at(paragraph: &Paragraph, range: Range<usize>) -> Option<(usize, Range<usize>)> {
    let between = usize::from(matches!(paragraph.role, Role::Row(_)));
    let mut start = 0;
    for (idx, run) in paragraph.runs.iter().enumerate() {
        let end = start + run.text.chars().count();
        let is_last = idx + 1 == paragraph.runs.len();
        if start <= range.start
            && range.start <= range.end
            && range.end <= end
            && (range.start < end || is_last)
        {
            return Some((idx, range.start - start..range.end - start));
        }
        start = end + between;
    }
    None
}

/// The lines that [`clean::paragraphs`] makes, with their places.
fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    let is_break =
        |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    for line in text.split_inclusive(is_break) {
        if let Some(printed) = clean::paragraphs(line).next() {
            // What is printed is the line's characters with some left out.
            let mut chars = line.char_indices();
            let mut placed = Vec::new();
            for c in printed.chars() {
                if let Some((at, _)) = chars.by_ref().find(|it| it.1 == c) {
                    placed.push((start + at, c));
                }
            }
            found.push(placed);
        }
        start += line.len();
    }
    found
}

/// The lines as one, as headings are printed.
fn whole(text: &str) -> Line {
    lines(text).into_iter().flatten().collect()
}

/// A range of a piece within a line, when the characters agree. The piece may
/// have more before and behind: brackets of 附注, the `。` of a lead.
fn in_line(
    at: TextAt,
    line: &Line,
    printed: &str,
    within: Range<usize>,
) -> Option<(TextAt, Range<usize>)> {
    let printed: Vec<char> = printed.chars().collect();
    let skip = [0, 1].into_iter().find(|&skip| {
        let rest = printed.get(skip..skip + line.len());
        rest.is_some_and(|it| it.iter().zip(line).all(|(a, b)| *a == b.1))
    })?;
    let (start, end) = (within.start.checked_sub(skip)?, within.end.checked_sub(skip)?);
    if line.len() < end {
        return None;
    }
    let behind = |idx: usize| line.get(idx).map(|it| it.0 + it.1.len_utf8());
    let from = match line.get(start) {
        Some(it) => it.0,
        None => behind(start.checked_sub(1)?)?,
    };
    let to = if start == end { from } else { behind(end.checked_sub(1)?)? };
    // Characters that are not printed may stand within; a fix takes them too.
    Some((at, from..to))
}

fn heading_at(draft: &Draft, paragraph: &Paragraph) -> Option<TextAt> {
    match paragraph.source {
        at @ TextAt::Heading(_) => Some(at),
        // A heading that runs in stands in front of an entry of its section.
        TextAt::Entry(id, _) => {
            let (section, _) = draft.entry_idx(id)?;
            draft.sections.get(section).map(|it| TextAt::Heading(it.id))
        }
        TextAt::Head(_) | TextAt::Element(_) => None,
    }
}

/// A place in the lead or in the joined parts of an entry.
fn entry(
    draft: &Draft,
    before: &[Paragraph],
    id: NodeId,
    kind: RunKind,
    printed: &str,
    within: Range<usize>,
) -> Option<(TextAt, Range<usize>)> {
    let entry = draft.entry(id)?;
    let is_same = |it: &&Paragraph| matches!(it.source, TextAt::Entry(other, _) if other == id);
    let mine = before.iter().rev().take_while(is_same);
    let n_before = mine.flat_map(|it| &it.runs).filter(|it| it.kind == kind).count();
    if kind == RunKind::Lead {
        let at = TextAt::Entry(id, Part::Lead);
        return in_line(at, lines(&entry.lead).get(n_before)?, printed, within);
    }
    let joined: String = Part::ALL.iter().skip(1).map(|&it| entry.part(it)).collect();
    let at = TextAt::Entry(id, Part::Text);
    let (_, range) = in_line(at, lines(&joined).get(n_before)?, printed, within)?;
    let mut start = 0;
    for part in Part::ALL.into_iter().skip(1) {
        let end = start + entry.part(part).len();
        if start <= range.start
            && range.end <= end
            && (range.start < end || range.is_empty())
            && start != end
        {
            return Some((TextAt::Entry(id, part), range.start - start..range.end - start));
        }
        start = end;
    }
    None
}

/// A place in a cell of a table.
fn cell(
    draft: &Draft,
    before: &[Paragraph],
    paragraph: &Paragraph,
    run_idx: usize,
    within: Range<usize>,
) -> Option<(TextAt, Range<usize>)> {
    let at @ TextAt::Entry(id, Part::Text) = paragraph.source else { return None };
    let entry = draft.entry(id)?;
    let is_same = |it: &&Paragraph| it.source == at && matches!(it.role, Role::Row(_));
    let n_before = before.iter().rev().take_while(is_same).count();
    let rows = table::rows(&entry.text);
    let cell: &str = rows.get(n_before)?.get(run_idx)?;
    // The cell is a piece of the field's text; where it begins tells where it is.
    let start = (cell.as_ptr() as usize).checked_sub(entry.text.as_ptr() as usize)?;
    if entry.text.get(start..start + cell.len()) != Some(cell) {
        return None;
    }
    let (_, range) = in_line(at, lines(cell).first()?, &paragraph.runs.get(run_idx)?.text, within)?;
    Some((at, start + range.start..start + range.end))
}

#[cfg(test)]
mod tests;
