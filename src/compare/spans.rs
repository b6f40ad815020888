//! What has changed inside a paragraph, in pieces that read as phrases.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::compare::tokens::{Class, Token};
use crate::compare::{Sign, Span};
use crate::model::quantity::is_magnitude;

/// Kept islands of so many characters are part of the change round them.
const TINY: usize = 2;
/// Kept islands of so many characters are, where both changes are twice as long.
const SMALL: usize = 4;
/// Where a phrase ends.
const STOPS: [&str; 12] =
    ["，", "。", "；", "：", "、", "！", "？", ",", ";", " ", "\u{3000}", "\t"];

/// A stretch of tokens that is kept, or one that is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Op {
    /// Whether both ranges hold the same tokens.
    pub(super) kept: bool,
    /// The tokens of the old paragraph.
    pub(super) old: Range<usize>,
    /// The tokens of the new paragraph.
    pub(super) new: Range<usize>,
}

/// What became of the tokens of a paragraph: kept and replaced stretches in turn,
/// which cover both paragraphs.
pub(super) fn ops(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Op> {
    let names = |it: &[Token<'_>]| it.iter().map(|it| it.name).collect::<Vec<_>>();
    let (old_names, new_names) = (names(old), names(new));
    let mut ops: Vec<Op> = Vec::new();
    for it in capture_diff_slices(Algorithm::Myers, &old_names, &new_names) {
        let kept = matches!(it, DiffOp::Equal { .. });
        join(&mut ops, Op { kept, old: it.old_range(), new: it.new_range() });
    }
    slide(&mut ops, old, new);
    merge_islands(ops, old, new)
}

/// A paragraph that is in one version only.
pub(super) fn whole(sign: Sign, tokens: &[Token<'_>]) -> Vec<Span> {
    let text = spell(tokens);
    if text.is_empty() { Vec::new() } else { vec![Span { sign, text }] }
}

/// The stretches as text; what was removed stands before what came for it.
pub(super) fn spans(old: &[Token<'_>], new: &[Token<'_>], ops: &[Op]) -> Vec<Span> {
    let mut spans = Vec::new();
    for op in ops {
        if op.kept {
            spans.extend(whole(Sign::Kept, &new[op.new.clone()]));
        } else {
            spans.extend(whole(Sign::Removed, &old[op.old.clone()]));
            spans.extend(whole(Sign::Added, &new[op.new.clone()]));
        }
    }
    spans
}

fn spell(tokens: &[Token<'_>]) -> String {
    tokens.iter().map(|it| it.text).collect()
}

/// Puts a stretch behind the others; two of a kind become one, empty ones none.
fn join(ops: &mut Vec<Op>, op: Op) {
    if op.old.is_empty() && op.new.is_empty() {
        return;
    }
    match ops.last_mut() {
        Some(last) if last.kept == op.kept => {
            last.old.end = op.old.end;
            last.new.end = op.new.end;
        }
        _ => ops.push(op),
    }
}

/// Shifts what was only added, or only removed, so that it begins behind a mark
/// or ends with one: in `抓落实，促发展，` the second clause is new, not `，促发展`.
fn slide(ops: &mut Vec<Op>, old: &[Token<'_>], new: &[Token<'_>]) {
    for idx in 1..ops.len() {
        // What stands at the beginning or at the end has nowhere to go.
        let (before, rest) = ops.split_at_mut(idx);
        let ([.., before], [op, after, ..]) = (before, rest) else { break };
        if op.kept || op.old.is_empty() == op.new.is_empty() {
            continue;
        }
        let (tokens, range) =
            if op.old.is_empty() { (new, op.new.clone()) } else { (old, op.old.clone()) };
        let same = |a: usize, b: usize| tokens[a].name == tokens[b].name;
        let left = (0..before.new.len())
            .take_while(|n| same(range.start - 1 - n, range.end - 1 - n))
            .count();
        let right =
            (0..after.new.len()).take_while(|n| same(range.start + n, range.end + n)).count();
        let is_stop = |idx: usize| STOPS.contains(&tokens[idx].text);
        let score = |start: usize| {
            let end = start + range.len();
            let begins = start == 0 || is_stop(start - 1);
            usize::from(begins) + usize::from(is_stop(end - 1) || end == tokens.len())
        };
        let places = range.start - left..=range.start + right;
        let best = places.clone().map(score).max().unwrap_or(0);
        let Some(start) = places.rev().find(|&it| score(it) == best) else { continue };
        let by = start as isize - range.start as isize;
        for edge in [
            &mut before.old.end,
            &mut before.new.end,
            &mut op.old.start,
            &mut op.old.end,
            &mut op.new.start,
            &mut op.new.end,
            &mut after.old.start,
            &mut after.new.start,
        ] {
            *edge = edge.saturating_add_signed(by);
        }
    }
    let shifted = std::mem::take(ops);
    shifted.into_iter().for_each(|it| join(ops, it));
}

/// A stretch and what decides whether an island beside it stays. Measured once,
/// since a change that swallows many islands grows long.
struct Measured {
    op: Op,
    n_old: usize,
    n_new: usize,
    /// Whether it is nothing but numbers that count themselves.
    is_count: bool,
    /// Whether it is nothing but figures.
    is_figure: bool,
    /// Whether it holds the edge of a cell.
    has_edge: bool,
}

impl Measured {
    fn new(op: Op, old: &[Token<'_>], new: &[Token<'_>]) -> Self {
        let (was, is) = (&old[op.old.clone()], &new[op.new.clone()]);
        let n_chars = |it: &[Token<'_>]| it.iter().map(Token::n_chars).sum();
        let all = |is_so: fn(&Token<'_>) -> bool| was.iter().chain(is).all(is_so);
        Self {
            n_old: n_chars(was),
            n_new: n_chars(is),
            is_count: all(|it| it.class == Class::Count),
            is_figure: all(is_figure),
            has_edge: !all(|it| it.class != Class::Edge),
            op,
        }
    }

    /// The number of its characters in the version where it is longer.
    fn len(&self) -> usize {
        self.n_old.max(self.n_new)
    }
}

/// Makes tiny kept islands part of the changes on both sides.
fn merge_islands(ops: Vec<Op>, old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Op> {
    let mut merged: Vec<Measured> = Vec::with_capacity(ops.len());
    for op in ops {
        let after = Measured::new(op, old, new);
        if let [.., before, island] = merged.as_mut_slice()
            && is_confetti(before, island, &after)
        {
            (before.op.old.end, before.op.new.end) = (after.op.old.end, after.op.new.end);
            before.n_old += island.n_old + after.n_old;
            before.n_new += island.n_new + after.n_new;
            before.is_figure = false;
            merged.pop();
        } else {
            merged.push(after);
        }
    }
    merged.into_iter().map(|it| it.op).collect()
}

fn is_confetti(before: &Measured, island: &Measured, after: &Measured) -> bool {
    // Two figures that were replaced are two changes, however near; a number that
    // counts itself and the edge of a cell stand apart.
    let is_apart = before.is_count || island.has_edge || (before.is_figure && after.is_figure);
    if after.op.kept || is_apart {
        return false;
    }
    let kept = island.len();
    kept <= TINY || (kept <= SMALL && 2 * kept <= before.len().min(after.len()))
}

fn is_figure(token: &Token<'_>) -> bool {
    match token.class {
        Class::Digits | Class::Chinese => true,
        Class::Character => token.text.chars().all(is_magnitude),
        Class::Mark => matches!(token.text, "%" | "％" | "‰"),
        Class::Count | Class::Word | Class::Edge => false,
    }
}
