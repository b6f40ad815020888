//! The board of figures: every one in its sentence, with last year's value, what
//! is known of it, and what is proposed.

use std::collections::BTreeMap;

use crate::ledger::align::align;
use crate::ledger::change;
use crate::ledger::figures::{Figure, figures};
use crate::ledger::proposal::{self, Proposal};
use crate::ledger::rollover;
use crate::model::draft::{Draft, NodeId};
use crate::model::edit::Edit;
use crate::model::notes::{FigureNote, Turn};

/// A row of the board, and of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The figure as it stands; none where it is gone from the text.
    pub figure: Option<Figure>,
    /// What is known of it; empty where nothing is.
    pub note: FigureNote,
    /// How far it has come from last year's.
    pub turn: Turn,
    /// What is proposed, for what is no figure.
    pub proposal: Option<Proposal>,
}

/// Everything found, in reading order; what is gone stands at the end.
pub fn rows(draft: &Draft) -> Vec<Row> {
    let found = figures(draft);
    let known = draft.notes.read();
    let alignment = align(&found, &known.figures);
    let years = known.rollover.as_ref().map(|it| (it.from, it.to));
    let mut rows = Vec::with_capacity(found.len());
    for (figure, note) in found.into_iter().zip(&alignment.notes) {
        // 第一次 is an order and neither counts nor moves.
        if figure.kind.is_figure() && !figure.is_listed() {
            continue;
        }
        let note = note.and_then(|it| known.figures.get(it)).cloned();
        let note = note.unwrap_or_else(|| change::note(&figure));
        let turn = change::turn(&note, Some(&figure));
        let proposal = years
            .filter(|_| turn == Turn::Open)
            .and_then(|(from, to)| proposal::proposal(&figure, &note.last, from, to));
        rows.push(Row { figure: Some(figure), note, turn, proposal });
    }
    let gone = alignment.orphans.iter().filter_map(|&it| known.figures.get(it));
    rows.extend(gone.map(|note| Row {
        figure: None,
        note: note.clone(),
        turn: change::turn(note, None),
        proposal: None,
    }));
    rows
}

impl Row {
    /// Whether it counts, measures or ranks something, and so is a line of the
    /// ledger; years and the like have proposals instead.
    pub fn is_figure(&self) -> bool {
        match &self.figure {
            Some(it) => it.is_listed(),
            None => !self.note.unit.starts_with('〔'),
        }
    }
}

/// What is counted of a board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Figures of the ledger.
    pub figures: u32,
    /// Numerals in Arabic digits, with years and dates; the number of a document
    /// is one.
    pub numerals: u32,
    /// Figures that still have last year's value: 待更新.
    pub open: u32,
    /// 已更新.
    pub updated: u32,
    /// 沿用已确认.
    pub kept: u32,
    /// 删除.
    pub dropped: u32,
    /// Years, sessions and the like that nobody has decided.
    pub proposals: u32,
    /// Figures that were not compared with their source.
    pub unproved: u32,
    /// Sentences that stand as they did last year.
    pub unchanged: u32,
    /// Sentences in all.
    pub sentences: u32,
}

/// Counts a board.
pub fn summary(draft: &Draft, rows: &[Row]) -> Summary {
    let n = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|it| is(it)).count() as u32;
    let turned = |turn: Turn| n(&|it: &Row| it.is_figure() && it.turn == turn);
    let stands = |it: &Row| it.figure.is_some() && it.is_figure();
    Summary {
        figures: n(&stands),
        numerals: n(&|it| it.figure.as_ref().is_some_and(|it| it.is_arabic)),
        open: turned(Turn::Open),
        updated: turned(Turn::Updated),
        kept: turned(Turn::Kept),
        dropped: turned(Turn::Dropped),
        proposals: n(&|it| !it.is_figure() && it.turn == Turn::Open),
        unproved: n(&|it| stands(it) && it.note.proof == crate::model::notes::Proof::Unproved),
        unchanged: rollover::unchanged(draft).len() as u32,
        sentences: rollover::sentences(draft).len() as u32,
    }
}

/// What nobody has confirmed, for the export and 送审单.
pub fn unconfirmed(rows: &[Row]) -> impl Iterator<Item = &Row> {
    rows.iter().filter(|it| it.turn == Turn::Open)
}

/// Takes what is proposed for a row; what should stay is confirmed as it is.
pub fn accept(draft: &Draft, row: &Row) -> Option<Edit> {
    let figure = row.figure.as_ref()?;
    let proposal = row.proposal.as_ref()?;
    let figure = change::current(draft, figure)?;
    if proposal.new == figure.written {
        return change::remark(draft, &figure, change::Remark::Turn(Turn::Kept));
    }
    change::set_values(draft, &[(figure, proposal.new.clone())])
}

/// Takes everything that is proposed and sure, in one step: the years that move
/// with the report.
pub fn accept_sure(draft: &Draft) -> Option<Edit> {
    let sure = rows(draft).into_iter().filter_map(|it| {
        let proposal = it.proposal.filter(|it| it.is_sure)?;
        Some((it.figure?, proposal.new))
    });
    let sure: Vec<_> = sure.collect();
    change::set_values(draft, &sure)
}

/// Confirms that a figure is right as it was last year: 沿用已确认.
pub fn confirm(draft: &Draft, figure: &Figure) -> Option<Edit> {
    change::remark(draft, figure, change::Remark::Turn(Turn::Kept))
}

/// The rows of each section, by its heading, in reading order; the first group is
/// what stands outside the sections.
pub fn by_section(draft: &Draft, rows: Vec<Row>) -> Vec<(Option<NodeId>, String, Vec<Row>)> {
    let mut groups: Vec<(Option<NodeId>, String, Vec<Row>)> = Vec::new();
    let mut places: BTreeMap<Option<NodeId>, usize> = BTreeMap::new();
    let of_entry: BTreeMap<NodeId, NodeId> = draft
        .sections
        .iter()
        .flat_map(|section| section.entries.iter().map(|it| (it.id, section.id)))
        .collect();
    let headings: BTreeMap<NodeId, &str> =
        draft.sections.iter().map(|it| (it.id, it.heading.trim())).collect();
    for row in rows {
        let section = match &row.figure {
            Some(it) => it.section,
            None => row.note.owner.map(|it| of_entry.get(&it).copied().unwrap_or(it)),
        };
        let idx = *places.entry(section).or_insert_with(|| {
            let heading = section.and_then(|it| headings.get(&it)).copied().unwrap_or_default();
            groups.push((section, heading.to_owned(), Vec::new()));
            groups.len() - 1
        });
        if let Some(it) = groups.get_mut(idx) {
            it.2.push(row);
        }
    }
    groups
}

#[cfg(test)]
mod tests;
