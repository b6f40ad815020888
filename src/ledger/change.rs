//! What an author does in the ledger, as edits: another value, a source, a state.
//! Of the text exactly the spans change that are named.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::ledger::align::{self, align};
use crate::ledger::chars::is_break;
use crate::ledger::figures::{Figure, figures};
use crate::ledger::find::Kind;
use crate::ledger::label;
use crate::model::draft::{Draft, TextAt};
use crate::model::edit::Edit;
use crate::model::notes::{Carried, FigureNote, Notes, Proof, Turn};

/// What is said of a figure beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// 来源科室.
    Source(String),
    /// 印证材料.
    Material(String),
    /// Whether it was compared with its source.
    Proof(Proof),
    /// 待更新, 沿用已确认; what was rewritten is 已更新 by itself.
    Turn(Turn),
}

/// The figure as it stands now: the one itself, or where the text has moved since
/// it was found, the one that took its place.
pub fn current(draft: &Draft, figure: &Figure) -> Option<Figure> {
    let now = figures(draft);
    let same = |it: &&Figure| {
        it.at == figure.at && it.value_range == figure.value_range && it.written == figure.written
    };
    if let Some(it) = now.iter().find(same) {
        return Some(it.clone());
    }
    let like = |it: &&Figure| {
        (it.owner, it.kind, it.written.as_str(), it.label.as_str())
            == (figure.owner, figure.kind, figure.written.as_str(), figure.label.as_str())
    };
    let mut likes = now.iter().filter(like);
    // Two that look the same are anyone's guess.
    likes.next().filter(|_| likes.next().is_none()).cloned()
}

/// What to put where, so that this value stands in the text. The unit may be typed
/// or not: `3.8`, `3.8亿` and `3.8亿元` are one in the place of `约3.5亿元`.
pub fn rewrite(figure: &Figure, typed: &str) -> Option<(Range<usize>, String)> {
    let typed: String = typed.chars().filter(|&it| !is_break(it) && it != '\t').collect();
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let unit: Vec<char> = figure.unit.chars().collect();
    let chars: Vec<char> = typed.chars().collect();
    // The longest end of what was typed with which the unit begins.
    let overlap = (1..=unit.len().min(chars.len()))
        .rev()
        .find(|&n| chars.get(chars.len() - n..) == unit.get(..n));
    if let Some(n) = overlap.filter(|&n| n < chars.len()) {
        let rest: String = unit.get(n..).unwrap_or_default().iter().collect();
        return Some((figure.value_range.start..figure.unit_range.end, format!("{typed}{rest}")));
    }
    // A value with a unit of its own takes the place of both.
    let found = crate::ledger::find::find(&chars);
    let has_unit = found.iter().any(|it| !it.unit.is_empty() && it.kind == Kind::Figure);
    let end = if has_unit && figure.kind.is_figure() {
        figure.unit_range.end
    } else {
        figure.value_range.end
    };
    Some((figure.value_range.start..end, typed.to_owned()))
}

/// The figures that say the same thing as this one elsewhere: what they count,
/// their unit, their time and their value are the same.
pub fn linked(all: &[Figure], figure: &Figure) -> Vec<Figure> {
    let key = label::key(&figure.label);
    // `会议` and `人` are in every second sentence.
    if key.chars().count() < 4 || figure.kind != Kind::Figure {
        return Vec::new();
    }
    let is_same = |it: &&Figure| {
        it.kind == Kind::Figure
            && it.measure == figure.measure
            && it.amount == figure.amount
            && it.exactness == figure.exactness
            && label::key(&it.label) == key
            && (it.at, &it.range) != (figure.at, &figure.range)
    };
    all.iter().filter(is_same).cloned().collect()
}

/// Puts another value in the place of a figure, and of those that are linked with
/// it where that is wanted; none where it no longer stands there.
pub fn set_value(draft: &Draft, figure: &Figure, typed: &str, with_linked: bool) -> Option<Edit> {
    let figure = current(draft, figure)?;
    let mut targets = vec![(figure.clone(), typed.to_owned())];
    if with_linked {
        let others = linked(&figures(draft), &figure);
        targets.extend(others.into_iter().map(|it| (it, typed.to_owned())));
    }
    set_values(draft, &targets)
}

/// Puts other values in the place of figures, in one step.
pub fn set_values(draft: &Draft, targets: &[(Figure, String)]) -> Option<Edit> {
    let mut spans: BTreeMap<TextAt, Vec<(Range<usize>, String)>> = BTreeMap::new();
    for (figure, typed) in targets {
        if let Some(span) = rewrite(figure, typed) {
            spans.entry(figure.at).or_default().push(span);
        }
    }
    let mut edits = Vec::new();
    for (at, mut spans) in spans {
        spans.sort_by_key(|it| it.0.start);
        spans.dedup_by(|b, a| b.0.start < a.0.end);
        let text = draft.text(at)?;
        edits.push(Edit::Text { at, text: replaced(text, &spans)? });
    }
    if edits.is_empty() {
        return None;
    }
    // The notes follow the new text, so that the figures are known when they are
    // found again.
    let mut after = draft.clone();
    for edit in edits.clone() {
        edit.apply(&mut after);
    }
    let notes = followed(draft, &after);
    if notes != draft.notes.read() {
        edits.push(Edit::Notes(Carried::of(&notes)));
    }
    Some(Edit::Batch(edits))
}

/// The text with these spans of characters replaced; they are in order and do not
/// overlap.
fn replaced(text: &str, spans: &[(Range<usize>, String)]) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, put) in spans {
        out.extend(chars.get(at..range.start)?);
        out.push_str(put);
        at = range.end;
    }
    out.extend(chars.get(at..)?);
    Some(out)
}

/// The notes of a draft whose figures were rewritten and nothing else: a figure
/// keeps its place among the others.
fn followed(before: &Draft, after: &Draft) -> Notes {
    let (old, new) = (figures(before), figures(after));
    let mut notes = before.notes.read();
    let alignment = align(&old, &notes.figures);
    if old.len() != new.len() {
        // What was typed holds more figures than one, or none: find them anew.
        notes.figures = refreshed(after).figures;
        return notes;
    }
    for (idx, note) in alignment.notes.iter().enumerate() {
        if let (Some(note), Some(figure)) = (note, new.get(idx))
            && let Some(it) = notes.figures.get_mut(*note)
        {
            see(it, figure);
        }
    }
    notes
}

/// Takes down how a figure looks now.
fn see(note: &mut FigureNote, figure: &Figure) {
    note.owner = figure.owner;
    note.nth = figure.nth;
    note.label.clone_from(&figure.label);
    note.unit = align::unit(figure);
    note.written.clone_from(&figure.written);
}

/// A note of a figure that says nothing yet.
pub fn note(figure: &Figure) -> FigureNote {
    let mut note = FigureNote::default();
    see(&mut note, figure);
    note
}

/// The notes as the text is now: every one that finds its figure looks like it.
/// The page asks for this when typing rests, so that the next change of the same
/// place finds them as well.
pub fn refreshed(draft: &Draft) -> Notes {
    let mut notes = draft.notes.read();
    let found = figures(draft);
    let alignment = align(&found, &notes.figures);
    for (figure, note) in found.iter().zip(alignment.notes) {
        if let Some(it) = note.and_then(|it| notes.figures.get_mut(it)) {
            see(it, figure);
        }
    }
    notes
}

/// Says something of a figure; none where it no longer stands there.
pub fn remark(draft: &Draft, figure: &Figure, remark: Remark) -> Option<Edit> {
    let figure = current(draft, figure)?;
    remark_all(draft, &[figure], &remark)
}

/// Says the same of several figures, in one step.
pub fn remark_all(draft: &Draft, targets: &[Figure], remark: &Remark) -> Option<Edit> {
    let found = figures(draft);
    let mut notes = draft.notes.read();
    let alignment = align(&found, &notes.figures);
    let places: BTreeMap<_, _> = found
        .iter()
        .enumerate()
        .map(|(idx, it)| ((it.at, it.value_range.start, it.value_range.end), idx))
        .collect();
    for target in targets {
        let key = (target.at, target.value_range.start, target.value_range.end);
        let Some((figure, known)) = places
            .get(&key)
            .and_then(|&idx| Some((found.get(idx)?, alignment.notes.get(idx).copied().flatten())))
        else {
            continue;
        };
        let at = known.unwrap_or_else(|| {
            notes.figures.push(note(figure));
            notes.figures.len() - 1
        });
        if let Some(it) = notes.figures.get_mut(at) {
            see(it, figure);
            match remark {
                Remark::Source(words) => it.source.clone_from(words),
                Remark::Material(words) => it.material.clone_from(words),
                Remark::Proof(proof) => it.proof = *proof,
                Remark::Turn(turn) => it.turn = *turn,
            }
        }
    }
    // A note that says nothing any more is none.
    notes.figures.retain(FigureNote::says_anything);
    (notes != draft.notes.read()).then(|| Edit::Notes(Carried::of(&notes)))
}

/// How far a figure has come, as the text says: rewritten by hand is rewritten.
pub fn turn(note: &FigureNote, figure: Option<&Figure>) -> Turn {
    let Some(figure) = figure else {
        return if note.turn == Turn::New { Turn::New } else { Turn::Dropped };
    };
    let is_last = figure.written == note.last;
    match note.turn {
        Turn::New => Turn::New,
        Turn::Dropped | Turn::Open | Turn::Updated if is_last => Turn::Open,
        Turn::Kept if is_last => Turn::Kept,
        Turn::Open | Turn::Updated | Turn::Kept | Turn::Dropped => Turn::Updated,
    }
}

/// How much goes when a figure is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Its clause, with one of the marks beside it.
    Clause,
    /// Its sentence.
    Sentence,
}

/// Takes a figure out of the text with its clause or its sentence (删除).
pub fn take_out(draft: &Draft, figure: &Figure, extent: Extent) -> Option<Edit> {
    let figure = current(draft, figure)?;
    let text = draft.text(figure.at)?;
    let chars: Vec<char> = text.chars().collect();
    let is_stop = |c: char| crate::ledger::chars::is_stop(c);
    let is_mark = |c: char| is_stop(c) || matches!(c, '，' | ',' | '、' | '；' | ';');
    let ends = |c: char| match extent {
        Extent::Clause => is_mark(c),
        Extent::Sentence => is_stop(c),
    };
    let before = chars.get(..figure.range.start)?;
    let behind = chars.get(figure.range.end..)?;
    let mut start = before.iter().rposition(|&it| ends(it)).map_or(0, |it| it + 1);
    let mut end = figure.range.end + behind.iter().take_while(|&&it| !ends(it)).count();
    match chars.get(end) {
        // The last clause of a sentence leaves its stop, and takes the comma.
        Some(&it) if is_stop(it) && extent == Extent::Clause && 0 < start => {
            let is_whole = chars.get(start - 1).is_some_and(|&it| is_stop(it));
            if is_whole && !is_break(it) {
                end += 1;
            } else if !is_whole {
                start -= 1;
            }
        }
        Some(&it) if !is_break(it) => end += 1,
        _ => {}
    }
    let text = replaced(text, &[(start..end, String::new())])?;
    Some(Edit::Text { at: figure.at, text })
}

#[cfg(test)]
mod tests;
