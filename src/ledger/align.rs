//! Figures as they stand now ↔ what is known of them, after any editing.
//!
//! Within an entry both lists are in reading order, so the best alignment that
//! keeps the order is taken; what is left over is looked for elsewhere by what it
//! counts. Nothing here depends on where in its field a figure stands.

use std::collections::BTreeMap;

use crate::ledger::figures::Figure;
use crate::ledger::find::Kind;
use crate::ledger::label;
use crate::model::draft::NodeId;
use crate::model::notes::FigureNote;

/// Which note belongs to which figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Alignment {
    /// For every figure its note.
    pub notes: Vec<Option<usize>>,
    /// Notes whose figure is gone.
    pub orphans: Vec<usize>,
}

/// What two sides of an alignment are compared by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sight {
    key: String,
    pairs: Vec<(char, char)>,
    unit: String,
    written: String,
}

impl Sight {
    pub(super) fn of_figure(it: &Figure) -> Self {
        Self::new(&it.label, unit(it), &it.written)
    }

    fn of_note(it: &FigureNote) -> Self {
        Self::new(&it.label, it.unit.clone(), &it.written)
    }

    pub(super) fn new(label: &str, unit: String, written: &str) -> Self {
        let key = label::key(label);
        let chars: Vec<char> = key.chars().collect();
        let mut pairs: Vec<_> = chars.windows(2).map(|it| (it[0], it[1])).collect();
        pairs.sort_unstable();
        Self { key, pairs, unit, written: written.to_owned() }
    }

    /// How well two fit, 0 for not at all.
    pub(super) fn likeness(&self, other: &Self) -> u32 {
        if self.unit != other.unit {
            return 0;
        }
        let words = match (self.key.is_empty(), other.key.is_empty()) {
            (true, true) => 40,
            (true, false) | (false, true) => 10,
            _ if self.key == other.key => 60,
            _ => 50 * common(&self.pairs, &other.pairs),
        };
        let words = if self.key.is_empty() || other.key.is_empty() || self.key == other.key {
            words
        } else {
            words * 2 / (self.pairs.len() + other.pairs.len()).max(1) as u32
        };
        words + if self.written == other.written { 40 } else { 0 }
    }
}

/// Below this two have only their unit in common.
pub(super) const LEAST: u32 = 18;

fn common(a: &[(char, char)], b: &[(char, char)]) -> u32 {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, n) = (i + 1, j + 1, n + 1);
            }
        }
    }
    n
}

/// The unit that a note keeps: a year is no figure of years, and so on.
pub fn unit(figure: &Figure) -> String {
    match figure.kind {
        Kind::Figure => figure.measure.clone(),
        Kind::Ordinal => format!("第{}", figure.measure),
        Kind::Year => "〔年〕".to_owned(),
        Kind::Date => "〔日期〕".to_owned(),
        Kind::Session => "〔届次〕".to_owned(),
        Kind::Anniversary => "〔周年〕".to_owned(),
        Kind::DocumentNumber => "〔文号〕".to_owned(),
        Kind::Relative => "〔今年〕".to_owned(),
        Kind::Marker | Kind::Name => "〔名〕".to_owned(),
    }
}

/// Aligns figures in reading order with notes.
pub fn align(figures: &[Figure], notes: &[FigureNote]) -> Alignment {
    let found: Vec<_> = figures.iter().map(Sight::of_figure).collect();
    let known: Vec<_> = notes.iter().map(Sight::of_note).collect();
    let mut of = vec![None; figures.len()];
    let mut taken = vec![false; notes.len()];
    // Owner by owner, in order.
    let mut owners: BTreeMap<Option<NodeId>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (idx, it) in figures.iter().enumerate() {
        owners.entry(it.owner).or_default().0.push(idx);
    }
    for (idx, it) in notes.iter().enumerate() {
        owners.entry(it.owner).or_default().1.push(idx);
    }
    for (mine, theirs) in owners.values_mut() {
        theirs.sort_by_key(|&it| notes.get(it).map_or(0, |it| it.nth));
        let left: Vec<_> = mine.iter().filter_map(|&it| found.get(it)).collect();
        let right: Vec<_> = theirs.iter().filter_map(|&it| known.get(it)).collect();
        for (a, b) in in_order(&left, &right) {
            if let (Some(&figure), Some(&note)) = (mine.get(a), theirs.get(b)) {
                set(&mut of, figure, note);
                mark(&mut taken, note);
            }
        }
    }
    // Then wherever it went: by what it counts and its value, then by what it
    // counts alone where that says enough.
    for with_value in [true, false] {
        let name = |it: &Sight| {
            let is_enough = with_value || 4 <= it.key.chars().count();
            let written = if with_value { it.written.clone() } else { String::new() };
            (is_enough && !it.key.is_empty()).then(|| (it.key.clone(), it.unit.clone(), written))
        };
        let mut open: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (idx, it) in known.iter().enumerate().rev() {
            if !taken.get(idx).copied().unwrap_or(true)
                && let Some(name) = name(it)
            {
                open.entry(name).or_default().push(idx);
            }
        }
        for (idx, it) in found.iter().enumerate() {
            if of.get(idx).copied().flatten().is_none()
                && let Some(name) = name(it)
                && let Some(note) = open.get_mut(&name).and_then(Vec::pop)
            {
                set(&mut of, idx, note);
                mark(&mut taken, note);
            }
        }
    }
    let orphans = taken.iter().enumerate().filter(|it| !it.1).map(|it| it.0).collect();
    Alignment { notes: of, orphans }
}

fn set(of: &mut [Option<usize>], at: usize, note: usize) {
    if let Some(it) = of.get_mut(at) {
        *it = Some(note);
    }
}

fn mark(taken: &mut [bool], at: usize) {
    if let Some(it) = taken.get_mut(at) {
        *it = true;
    }
}

/// The pairs of the best alignment that keeps both orders. What is equal at both
/// ends is taken as it stands; a middle too large for the table is aligned by
/// equal ones only, so that no text costs a square.
pub(super) fn in_order(left: &[&Sight], right: &[&Sight]) -> Vec<(usize, usize)> {
    const LARGEST: usize = 250_000;
    let same = |it: &(&&Sight, &&Sight)| it.0 == it.1;
    let head = left.iter().zip(right).take_while(same).count();
    let (rest_left, rest_right) =
        (left.get(head..).unwrap_or_default(), right.get(head..).unwrap_or_default());
    let tail = rest_left.iter().rev().zip(rest_right.iter().rev()).take_while(same).count();
    let (n, m) = (rest_left.len() - tail, rest_right.len() - tail);
    let mut pairs: Vec<_> = (0..head).map(|it| (it, it)).collect();
    if n.saturating_mul(m) <= LARGEST {
        pairs.extend(
            table(&rest_left[..n], &rest_right[..m]).into_iter().map(|(a, b)| (head + a, head + b)),
        );
    } else {
        let mut at = 0;
        let mut places: BTreeMap<(&str, &str, &str), Vec<usize>> = BTreeMap::new();
        for (idx, it) in rest_right.iter().take(m).enumerate() {
            places.entry((&it.key, &it.unit, &it.written)).or_default().push(idx);
        }
        for (idx, it) in rest_left.iter().take(n).enumerate() {
            let Some(places) =
                places.get(&(it.key.as_str(), it.unit.as_str(), it.written.as_str()))
            else {
                continue;
            };
            let next = places.partition_point(|&it| it < at);
            if let Some(&place) = places.get(next) {
                pairs.push((head + idx, head + place));
                at = place + 1;
            }
        }
    }
    let ends = (0..tail).map(|it| (head + n + it, head + m + it));
    pairs.extend(ends);
    pairs
}

fn table(left: &[&Sight], right: &[&Sight]) -> Vec<(usize, usize)> {
    let (n, m) = (left.len(), right.len());
    let width = m + 1;
    // The best sum for what stands from here on, and how well these two fit.
    let mut best = vec![0_u32; (n + 1) * width];
    let mut fit = vec![0_u32; n * m];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            let likeness = left[i].likeness(right[j]);
            let likeness = if likeness < LEAST { 0 } else { likeness };
            fit[i * m + j] = likeness;
            let with = if likeness == 0 { 0 } else { likeness + best[(i + 1) * width + j + 1] };
            best[i * width + j] = with.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < n && j < m {
        let likeness = fit[i * m + j];
        let here = best[i * width + j];
        if 0 < likeness && here == likeness + best[(i + 1) * width + j + 1] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests;
