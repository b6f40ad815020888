//! What a new year makes of years, sessions, anniversaries and the numbers of
//! documents: a proposal for each, never a change by itself.

use crate::ledger::figures::Figure;
use crate::ledger::find::Kind;
use crate::model::numeral;
use crate::model::quantity::is_digit;

/// What is proposed for a figure that came from last year's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The new value as it would be written; the old one where it should stay.
    pub new: String,
    /// Why.
    pub reason: Reason,
    /// Whether it may be taken with all the others that are sure.
    pub is_sure: bool,
}

/// Why something is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The year of the report has moved.
    Year,
    /// A year in a title or in quotation marks is part of a name, which may
    /// have moved or not.
    YearInName,
    /// A year since which something is counted, or one long past, stays.
    YearStays,
    /// The year of a document has moved, its number nobody knows.
    Number,
    /// What is held every year counts on.
    Session,
    /// A body whose term lasts for years need not have changed.
    Term,
    /// An anniversary counts on, and is seldom celebrated again.
    Anniversary,
    /// The words stay and mean another year: what they tell has to be new.
    Relative,
    /// A date up to which was counted.
    AsOf,
    /// Another date.
    Date,
}

/// The proposal for a figure as it stands, where it is none that counts.
/// `last` is last year's value as it was written, `before` the words before it.
pub fn proposal(figure: &Figure, last: &str, from: u32, to: u32) -> Option<Proposal> {
    let step = i64::from(to) - i64::from(from);
    let stays = |reason| Proposal { new: last.to_owned(), reason, is_sure: false };
    match figure.kind {
        Kind::Figure | Kind::Ordinal | Kind::Marker | Kind::Name => None,
        Kind::Year => Some(year(figure, last, from, step)),
        Kind::Date => {
            let before: String = figure.sentence.chars().take(figure.in_sentence.start).collect();
            let near: String =
                before.chars().rev().take(9).collect::<Vec<_>>().into_iter().rev().collect();
            let is_as_of = near.contains("截至") || near.contains("截止");
            Some(stays(if is_as_of { Reason::AsOf } else { Reason::Date }))
        }
        Kind::Session => Some(session(figure, last, step)),
        Kind::Anniversary => Some(match moved(last, step) {
            Some(new) => Proposal { new, reason: Reason::Anniversary, is_sure: false },
            None => stays(Reason::Anniversary),
        }),
        Kind::DocumentNumber => {
            let year = digits(last).and_then(|it| i64::from(it.0).checked_add(step));
            let new = match year {
                Some(year) if step != 0 => format!("〔{year}〕【待补：文号】号"),
                _ => last.to_owned(),
            };
            Some(Proposal { new, reason: Reason::Number, is_sure: false })
        }
        Kind::Relative => Some(stays(Reason::Relative)),
    }
}

fn year(figure: &Figure, last: &str, from: u32, step: i64) -> Proposal {
    let stays = Proposal { new: last.to_owned(), reason: Reason::YearStays, is_sure: false };
    let Some(year) = arabic_year(last) else { return stays };
    let distance = i64::from(year) - i64::from(from);
    let sentence: Vec<char> = figure.sentence.chars().collect();
    let before = figure.in_sentence.start.checked_sub(1).and_then(|it| sentence.get(it));
    let behind: String = sentence.iter().skip(figure.in_sentence.end).take(2).collect();
    let is_anchor = matches!(before, Some('自' | '从'))
        || behind.starts_with("以来")
        || behind.starts_with('起');
    // What was two years ago stays history; the years beside the report's move.
    if 1 < distance.abs() || (is_anchor && distance != 0) {
        return stays;
    }
    let Some(new) = moved(last, step) else { return stays };
    let reason = if figure.is_quoted { Reason::YearInName } else { Reason::Year };
    Proposal { new, reason, is_sure: !figure.is_quoted }
}

fn session(figure: &Figure, last: &str, step: i64) -> Proposal {
    // 十三届全国政协 and 党的十九大 last five years; 第8届展会 is held every year.
    let behind: String = figure.sentence.chars().skip(figure.in_sentence.end).take(6).collect();
    let is_term =
        ["政协", "人大", "全国", "中央", "省委", "市委", "县委", "区委", "委员会", "党代会"]
            .iter()
            .any(|it| behind.contains(it))
            || figure.unit.contains(['大', '中'])
            || !figure.is_arabic && figure.unit.starts_with('届');
    match moved(last, step) {
        Some(new) if !is_term => Proposal { new, reason: Reason::Session, is_sure: false },
        _ => Proposal { new: last.to_owned(), reason: Reason::Term, is_sure: false },
    }
}

/// The number in a value moved on, written as it was: in Arabic or in Chinese
/// digits, `二〇二五` or `十三`.
pub fn moved(last: &str, step: i64) -> Option<String> {
    if let Some((n, range)) = digits(last) {
        let new = i64::from(n).checked_add(step).filter(|it| 0 < *it)?;
        let (before, behind) = (last.get(..range.start)?, last.get(range.end..)?);
        return Some(format!("{before}{new}{behind}"));
    }
    const PLAIN: &str = "〇一二三四五六七八九";
    let is_plain = |c: char| PLAIN.contains(c) || c == '零';
    let start = last.find(|c: char| is_plain(c) || "十百千".contains(c))?;
    let rest = last.get(start..)?;
    let len = rest.find(|c: char| !is_plain(c) && !"十百千".contains(c)).unwrap_or(rest.len());
    let old = rest.get(..len)?;
    let n = crate::model::quantity::chinese(old)?;
    let new = u32::try_from(i64::try_from(n).ok()?.checked_add(step)?).ok().filter(|it| 0 < *it)?;
    let is_year = old.chars().count() == 4 && old.chars().all(is_plain);
    let new = if is_year {
        let digit = |c: char| c.to_digit(10).and_then(|it| PLAIN.chars().nth(it as usize));
        new.to_string().chars().map(digit).collect::<Option<String>>()?
    } else {
        numeral::chinese(new)
    };
    Some(format!("{}{new}{}", last.get(..start)?, rest.get(len..)?))
}

/// The first Arabic number of a text, and where it stands, in bytes.
fn digits(text: &str) -> Option<(u32, std::ops::Range<usize>)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(start..)?;
    let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    Some((rest.get(..len)?.parse().ok()?, start..start + len))
}

/// The year that a value names.
pub fn arabic_year(written: &str) -> Option<u32> {
    if written.chars().any(is_digit) {
        return digits(written).map(|it| it.0);
    }
    let bare: String = written.chars().take_while(|&it| it != '年').collect();
    crate::model::quantity::chinese(&bare).and_then(|it| u32::try_from(it).ok())
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn numbers_move_as_they_are_written() {
        for (old, step, new) in [
            ("2025年度", 1, "2026年度"),
            ("二〇二五年", 1, "二〇二六年"),
            ("二〇〇九", 2, "二〇一一"),
            ("十三", 1, "十四"),
            ("8", 1, "9"),
            ("40", 2, "42"),
        ] {
            assert_eq!(moved(old, step).as_deref(), Some(new));
        }
        assert_eq!(moved("若干", 1), None);
        assert_eq!(moved("1", -3), None);
    }
}
