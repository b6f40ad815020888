//! Figures as they are found in a text: what counts something, and beside it
//! the years, dates, sessions and numbers of documents that a new year moves.

mod sight;
mod special;

use std::ops::Range;

use crate::ledger::chars::{Chars, is_stop};
use crate::ledger::find::sight::Sight;
use crate::ledger::scan;
use crate::model::decimal::Decimal;

/// A figure in a text. All places are in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// All of it, with what makes it less than exact and with its unit.
    pub range: Range<usize>,
    /// What an author would write anew: `2300余`, `约3.5`. The unit is behind it.
    pub value: Range<usize>,
    /// The magnitude and the unit behind the value: `万元`.
    pub unit: Range<usize>,
    /// The unit alone, under one name: `元`, `百分点`.
    pub measure: String,
    /// What it amounts to in that unit.
    pub amount: Option<Decimal>,
    /// How exact it is.
    pub exactness: Exactness,
    /// Whether it is written in Arabic digits.
    pub is_arabic: bool,
    /// Whether it stands within quotation marks or a title in `《》`.
    pub is_quoted: bool,
    /// Whether it is one end of a range: `5—8个`.
    pub in_range: bool,
    /// The sentence it stands in.
    pub sentence: Range<usize>,
}

/// What a numeral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It counts or measures something.
    Figure,
    /// A rank or an ordinal: `第4位`.
    Ordinal,
    /// A year: `2020年`, `2020年度`.
    Year,
    /// A month, a day or an hour: `9月15日`, `9:30`.
    Date,
    /// A session: `第8届`, `十三届`, `第七次会议`, `四中全会`.
    Session,
    /// `40周年`.
    Anniversary,
    /// The year and number of a document: `〔2020〕46号`.
    DocumentNumber,
    /// A word for a year: `今年`, `去年`.
    Relative,
    /// The number of a list: `1.`, `（2）`.
    Marker,
    /// Part of a name: `5G`, `12345热线`, `十四五`.
    Name,
}

/// How exact a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// As it stands.
    Exact,
    /// 约, 左右, 近, 几: more or less.
    About,
    /// 多, 余, 超, 以上: more.
    More,
    /// 不足, 以下: less.
    Less,
}

impl Kind {
    /// Whether it belongs into the ledger: what counts, measures or ranks.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Figure | Self::Ordinal)
    }
}

/// Every numeral of a text that says something, from the left, not overlapping.
///
/// Chinese digits are in many words (`统一`, `三农`); they are found where they
/// count something and left alone where they may not.
pub fn find(text: &[char]) -> Vec<Found> {
    let text = Chars(text);
    let quoted = quoted(text);
    let numerals = scan::numerals(text);
    let mut found: Vec<Found> = Vec::new();
    let mut sentence = Sentences { text, range: 0..0 };
    let mut idx = 0;
    while let Some(numeral) = numerals.get(idx) {
        idx += 1;
        let is_quoted = quoted.get(numeral.digits.start).copied().unwrap_or(false);
        let sight = Sight { text, numeral, is_quoted };
        let Some((mut it, end)) = sight.found(numerals.get(idx..).unwrap_or_default()) else {
            continue;
        };
        // The parts of a date and of a document's number are one.
        while numerals.get(idx).is_some_and(|it| it.digits.start < end) {
            idx += 1;
        }
        it.sentence = sentence.of(it.range.start);
        found.push(it);
    }
    share_units(text, &mut found);
    found
}

/// The first end of `5—8个` counts what the second does.
fn share_units(text: Chars<'_>, found: &mut [Found]) {
    for idx in 1..found.len() {
        let (before, behind) = found.split_at_mut(idx);
        let (Some(first), Some(second)) = (before.last_mut(), behind.first_mut()) else { return };
        let gap = text.slice(first.range.end..second.range.start);
        let is_range = matches!(gap.as_str(), "-" | "—" | "–" | "~" | "～" | "至" | "到" | "－");
        if is_range && first.kind == second.kind {
            (first.in_range, second.in_range) = (true, true);
            if first.measure.is_empty() && first.kind == Kind::Figure {
                first.measure.clone_from(&second.measure);
            }
        }
    }
}

struct Sentences<'a> {
    text: Chars<'a>,
    range: Range<usize>,
}

impl Sentences<'_> {
    /// The sentence at a place, which is never before the last one asked for.
    fn of(&mut self, at: usize) -> Range<usize> {
        while self.range.end <= at && self.range.end < self.text.len() {
            let start = self.range.end;
            let mut end = start + self.text.count(start, |it| !is_stop(it));
            while is_stop(self.text.at(end)) || (start < end && is_closing(self.text, end)) {
                end += 1;
            }
            self.range = start..end.max(start + 1);
        }
        self.range.clone()
    }
}

fn is_closing(text: Chars<'_>, at: usize) -> bool {
    is_stop(text.before(at)) && matches!(text.at(at), '”' | '’' | '》' | '）')
}

/// Which characters stand in `“”`, `《》` and the like; what is not closed within
/// its sentence is not one.
fn quoted(text: Chars<'_>) -> Vec<bool> {
    let mut inside = vec![false; text.len()];
    let mut open: Vec<(usize, char)> = Vec::new();
    for (idx, &c) in text.0.iter().enumerate() {
        match c {
            '“' => open.push((idx, '”')),
            '‘' => open.push((idx, '’')),
            '《' => open.push((idx, '》')),
            '「' => open.push((idx, '」')),
            '”' | '’' | '》' | '」' => {
                if open.last().is_some_and(|it| it.1 == c)
                    && let Some((start, _)) = open.pop()
                    && open.is_empty()
                {
                    inside.get_mut(start..idx).unwrap_or_default().fill(true);
                }
            }
            '。' => {}
            c if is_stop(c) => open.clear(),
            _ => {}
        }
    }
    inside
}

#[cfg(test)]
mod tests;
