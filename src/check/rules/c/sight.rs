//! What the rules of this group see of a paragraph: its figures, and the words
//! between them.

use std::ops::Range;

use crate::check::text::Para;
use crate::ledger::find::{Exactness, Found, Kind};
use crate::ledger::label;
use crate::model::decimal::Decimal;

/// The figures of a paragraph, with the names and times that lie between them.
pub(super) struct Sight<'a> {
    pub(super) para: &'a Para,
    pub(super) found: &'a [Found],
}

impl<'a> Sight<'a> {
    pub(super) fn of(para: &'a Para) -> Self {
        Self { para, found: &para.figures }
    }

    /// The figure's amount, where it is exact and stands for itself.
    pub(super) fn exact(&self, idx: usize) -> Option<Decimal> {
        let it = self.found.get(idx)?;
        let is_plain = it.kind == Kind::Figure
            && it.exactness == Exactness::Exact
            && !it.in_range
            && !it.is_quoted;
        it.amount.filter(|_| is_plain)
    }

    /// The words between a figure and the next one.
    pub(super) fn gap(&self, idx: usize) -> String {
        let start = self.found.get(idx).map_or(0, |it| it.range.end);
        let end = self.found.get(idx + 1).map_or(self.para.len(), |it| it.range.start);
        self.para.slice(start..end)
    }

    /// The words before a figure, back to the one before it or to a mark.
    pub(super) fn before(&self, idx: usize) -> String {
        let end = self.found.get(idx).map_or(0, |it| it.range.start);
        let floor =
            idx.checked_sub(1).and_then(|it| self.found.get(it)).map_or(0, |it| it.range.end);
        let mut start = end;
        while floor < start && !is_mark(self.para.before(start)) {
            start -= 1;
        }
        self.para.slice(start..end)
    }

    /// What a figure counts.
    pub(super) fn label(&self, idx: usize) -> String {
        label::label(&self.para.chars, self.found, idx)
    }

    /// Whether two figures stand in one sentence.
    pub(super) fn same_sentence(&self, a: usize, b: usize) -> bool {
        self.found.get(a).zip(self.found.get(b)).is_some_and(|(a, b)| a.sentence == b.sentence)
    }

    /// Whether two figures count in the same unit.
    pub(super) fn same_unit(&self, a: usize, b: usize) -> bool {
        self.found.get(a).zip(self.found.get(b)).is_some_and(|(a, b)| a.measure == b.measure)
    }

    /// The value of a figure with its unit, as it stands.
    pub(super) fn shown(&self, idx: usize) -> String {
        self.found.get(idx).map(|it| self.para.slice(it.range.clone())).unwrap_or_default()
    }

    /// From the first of these figures to the last.
    pub(super) fn span(&self, first: usize, last: usize) -> Range<usize> {
        let start = self.found.get(first).map_or(0, |it| it.range.start);
        start..self.found.get(last).map_or(start, |it| it.range.end)
    }

    /// A sum in the magnitude and unit of a figure: 3500000 beside `300万元` is `350万元`.
    pub(super) fn in_unit_of(&self, amount: Decimal, idx: usize) -> String {
        let Some(it) = self.found.get(idx) else { return amount.to_string() };
        let unit = self.para.slice(it.unit.clone());
        let power = magnitude(&unit);
        let divided = Decimal::from(1).shifted(power).and_then(|by| amount.over(by, 6));
        format!("{}{unit}", divided.unwrap_or(amount))
    }
}

fn magnitude(unit: &str) -> u32 {
    unit.chars()
        .map_while(|it| match it {
            '十' => Some(1),
            '百' => Some(2),
            '千' => Some(3),
            '万' => Some(4),
            '亿' => Some(8),
            _ => None,
        })
        .sum()
}

/// Whether a clause ends with it; brackets and quotation marks are no ends.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '：' | ':' | '、' | '。' | '！' | '？' | '\t' | '\n')
}

/// The sum of amounts.
pub(super) fn sum(parts: &[Decimal]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, &it| sum.plus(it))
}

/// The rows of a table in two columns, behind its comments.
pub(super) fn table(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines()
        .filter(|it| !it.starts_with('#') && !it.trim().is_empty())
        .map(|it| it.split('\t').map(str::trim).collect())
}
