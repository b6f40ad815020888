//! What has changed between two versions of a report: paragraph by paragraph,
//! then word by word, with changed figures first.
//!
//! The question is a clerk's: what did the director change? So a paragraph that
//! went elsewhere is moved, not taken out and put in again; numbers that count
//! themselves (`一是`, `（二）`) are no changes of figures; and what has changed
//! inside a paragraph reads as phrases. Everything is total and deterministic,
//! and the work is bounded for texts that have nothing in common.

mod align;
mod excerpt;
mod figures;
pub mod listing;
mod places;
mod spans;
pub mod text;
mod tokens;
use crate::assemble::document::{Document, Role};
use crate::model::length::length;

use tokens::{Names, Piece, Token};

/// Two versions of a report, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Every paragraph of both, once, in the order of the new version; what was
    /// taken out stands where it was.
    pub pairs: Vec<Pair>,
    /// What is counted of them.
    pub counts: Counts,
}

/// A paragraph of the old version, the one of the new version that it became, or
/// both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Where it was; none where it is new.
    pub old: Option<Side>,
    /// Where it is; none where it was taken out.
    pub new: Option<Side>,
    /// Whether it stands elsewhere among the paragraphs that stayed.
    pub moved: bool,
    /// Whether only the number that it carries is another one, which follows from
    /// other changes.
    pub renumbered: bool,
    /// The text in pieces: those kept and removed spell the old paragraph, those
    /// kept and added the new one.
    pub spans: Vec<Span>,
    /// Figures that differ, with their units: old and new. One of them is empty
    /// where a figure was taken out or put in. Figures of paragraphs that are new
    /// or gone as a whole are not listed.
    pub numbers: Vec<(String, String)>,
}

/// Where a paragraph stands in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Its place among the paragraphs, from 0.
    pub idx: usize,
    /// What it is there.
    pub role: Role,
    /// The nearest heading above it, or its own, with its number; empty outside
    /// the sections.
    pub heading: String,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What became of it.
    pub sign: Sign,
    /// Its text; never empty.
    pub text: String,
}

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// It stayed.
    Kept,
    /// It was taken out.
    Removed,
    /// It was put in.
    Added,
}

/// What is counted of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Paragraphs that are new.
    pub added: u32,
    /// Paragraphs that are gone.
    pub removed: u32,
    /// Paragraphs of which the text, or what they are, is another.
    pub changed: u32,
    /// Paragraphs that stand elsewhere, changed or not.
    pub moved: u32,
    /// Paragraphs that only carry another number; they are no changes.
    pub renumbered: u32,
    /// Changes in which a figure differs.
    pub with_figures: u32,
    /// Figures that differ.
    pub figures: u32,
    /// The length of the old version in 字.
    pub old_length: u32,
    /// The length of the new version in 字.
    pub new_length: u32,
}

impl Comparison {
    /// What a reader is shown: changes of figures first, then the others, each in
    /// the order of the new version.
    pub fn changes(&self) -> impl Iterator<Item = &Pair> {
        let with = |has_numbers: bool| {
            self.pairs.iter().filter(move |it| it.is_change() && it.has_numbers() == has_numbers)
        };
        with(true).chain(with(false))
    }
}

impl Pair {
    /// Whether the paragraph is another, or stands elsewhere.
    pub fn is_change(&self) -> bool {
        self.moved || self.new.is_none() || self.old.is_none() || self.is_changed()
    }

    /// Whether the paragraph stands in both versions and its text, or what it is,
    /// is another.
    pub fn is_changed(&self) -> bool {
        let (Some(old), Some(new)) = (&self.old, &self.new) else { return false };
        let is_edited = self.spans.iter().any(|it| it.sign != Sign::Kept);
        (is_edited && !self.renumbered) || !same_role(old.role, new.role)
    }

    /// What the paragraph was and what it is, where that differs.
    pub fn roles(&self) -> Option<(Role, Role)> {
        let (old, new) = (self.old.as_ref()?.role, self.new.as_ref()?.role);
        (!same_role(old, new)).then_some((old, new))
    }

    fn has_numbers(&self) -> bool {
        !self.numbers.is_empty()
    }
}

/// Compares two versions of a report.
pub fn compare(old: &Document, new: &Document) -> Comparison {
    let (old_pieces, new_pieces) = (pieces_of(old), pieces_of(new));
    let mut names = Names::new();
    let old_tokens = tokens_of(&old_pieces, &mut names);
    let new_tokens = tokens_of(&new_pieces, &mut names);
    let (old_headings, new_headings) = (places::headings(old), places::headings(new));
    let side = |document: &Document, headings: &[String], idx: usize| Side {
        idx,
        role: document.paragraphs[idx].role,
        heading: headings[idx].clone(),
    };
    let pair = |it: align::Aligned| match (it.old, it.new) {
        (Some(was), Some(is)) => {
            let (before, after) = (&old_tokens[was], &new_tokens[is]);
            let ops = spans::ops(before, after);
            Pair {
                old: Some(side(old, &old_headings, was)),
                new: Some(side(new, &new_headings, is)),
                moved: it.moved,
                renumbered: tokens::are_renumbered(before, after)
                    && same_role(old.paragraphs[was].role, new.paragraphs[is].role),
                spans: spans::spans(before, after, &ops),
                numbers: figures::changed(before, after, &ops),
            }
        }
        (was, is) => {
            let (sign, tokens) = match (was, is) {
                (Some(idx), _) => (Sign::Removed, &old_tokens[idx][..]),
                (None, Some(idx)) => (Sign::Added, &new_tokens[idx][..]),
                (None, None) => (Sign::Kept, &[][..]),
            };
            Pair {
                old: was.map(|idx| side(old, &old_headings, idx)),
                new: is.map(|idx| side(new, &new_headings, idx)),
                moved: false,
                renumbered: false,
                spans: spans::whole(sign, tokens),
                numbers: Vec::new(),
            }
        }
    };
    let roles = |it: &Document| it.paragraphs.iter().map(|it| it.role).collect::<Vec<_>>();
    let sides = [(&roles(old)[..], &old_tokens[..]), (&roles(new)[..], &new_tokens[..])];
    let pairs: Vec<_> = align::align(sides[0], sides[1]).into_iter().map(pair).collect();
    let counts = count(old, new, &pairs);
    Comparison { pairs, counts }
}

fn count(old: &Document, new: &Document, pairs: &[Pair]) -> Counts {
    let n = |is: &dyn Fn(&Pair) -> bool| pairs.iter().filter(|it| is(it)).count() as u32;
    let total = |it: &Document| it.paragraphs.iter().map(|it| length(&it.text())).sum();
    Counts {
        added: n(&|it| it.old.is_none()),
        removed: n(&|it| it.new.is_none()),
        changed: n(&Pair::is_changed),
        moved: n(&|it| it.moved),
        renumbered: n(&|it| it.renumbered && !it.moved),
        with_figures: n(&Pair::has_numbers),
        figures: pairs.iter().map(|it| it.numbers.len() as u32).sum(),
        old_length: total(old),
        new_length: total(new),
    }
}

fn pieces_of(document: &Document) -> Vec<Vec<Piece>> {
    document.paragraphs.iter().map(tokens::pieces).collect()
}

fn tokens_of<'a>(pieces: &'a [Vec<Piece>], names: &mut Names<'a>) -> Vec<Vec<Token<'a>>> {
    pieces.iter().map(|it| tokens::tokens(it, names)).collect()
}

/// Whether two roles are one to the reader; the turn of a sheet is not a matter
/// of every row on it.
fn same_role(a: Role, b: Role) -> bool {
    match (a, b) {
        (Role::Row(a), Role::Row(b)) => a.is_header == b.is_header,
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests;
