//! Dates that are written out, and what the calendar says of them.

use std::ops::Range;

use crate::check::number::arabic;
use crate::check::text::Para;

/// A date in Arabic digits; what is not written is `None`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Date {
    /// Where it stands.
    pub(in crate::check) range: Range<usize>,
    /// Its year.
    pub(in crate::check) year: Option<u32>,
    /// Its month as written.
    pub(in crate::check) month: u32,
    /// Its day as written.
    pub(in crate::check) day: Option<u32>,
    /// Where its day stands.
    pub(in crate::check) day_range: Range<usize>,
}

/// The dates of a paragraph that name a month, from the left.
pub(in crate::check) fn dates(para: &Para) -> Vec<Date> {
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        match date(para, idx) {
            Some(it) => {
                idx = it.range.end.max(idx + 1);
                found.push(it);
            }
            // The digits of a number that is no date are passed over whole.
            None => idx = arabic(para, idx).map_or(idx + 1, |it| it.range.end.max(idx + 1)),
        }
    }
    found
}

fn date(para: &Para, start: usize) -> Option<Date> {
    let whole = |idx: usize| arabic(para, idx).filter(|it| it.decimals == 0 && it.range.len() < 5);
    let first = whole(start)?;
    let (mut year, mut month) = (None, first.clone());
    if first.range.len() == 4 && para.at(first.range.end) == '年' {
        year = Some(first.value as u32);
        month = whole(first.range.end + 1)?;
    }
    let end = month.range.end;
    if 2 < month.range.len() || para.at(end) != '月' {
        return None;
    }
    let day = whole(end + 1).filter(|it| it.range.len() < 3 && para.at(it.range.end) == '日');
    let day_range = day.as_ref().map_or(end..end + 1, |it| it.range.start..it.range.end + 1);
    let range = start..day_range.end.max(end + 1);
    let day = day.map(|it| it.value as u32);
    Some(Date { range, year, month: month.value as u32, day, day_range })
}

/// How many days a month has; 29 for a February of no known year.
pub(in crate::check) fn days(year: Option<u32>, month: u32) -> u32 {
    let is_leap =
        |it: u32| it.is_multiple_of(4) && (!it.is_multiple_of(100) || it.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_none_or(is_leap) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The day of the week, Monday 0 (Zeller's congruence for the Gregorian calendar).
pub(in crate::check) fn weekday(year: u32, month: u32, day: u32) -> usize {
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    let sum = day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400;
    // Zeller counts from Saturday.
    ((sum + 5) % 7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_is_right() {
        assert_eq!(weekday(2020, 1, 8), 2);
        assert_eq!(weekday(2000, 2, 29), 1);
        assert_eq!(weekday(2025, 12, 31), 2);
        assert_eq!((days(Some(2024), 2), days(Some(1900), 2), days(None, 2)), (29, 28, 29));
    }
}
