//! Two numbers with a mark between them: a span of time or of a quantity.

use std::ops::Range;

use crate::check::text::Para;

/// Two numbers that a mark joins.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::check) struct Span {
    /// The joining mark.
    pub(in crate::check) join: Range<usize>,
    /// From the first number to the end of the second, without its unit.
    pub(in crate::check) whole: Range<usize>,
    /// The joining mark as it stands.
    pub(in crate::check) mark: String,
    /// Whether it is a span of time: years, months, days, hours.
    pub(in crate::check) is_time: bool,
    /// Whether the second number is larger.
    pub(in crate::check) rises: bool,
}

fn is_mark(c: char) -> bool {
    matches!(c, '-' | '－' | '–' | '‐' | '‑' | '―' | '—' | '~' | '～' | '〜' | '∼' | '─')
}

/// All of them, from the left.
pub(in crate::check) fn spans(para: &Para) -> Vec<Span> {
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        if !is_mark(para.at(idx)) {
            idx += 1;
            continue;
        }
        let n = para.chars.iter().skip(idx).take_while(|&&it| is_mark(it)).count();
        found.extend(span(para, idx..idx + n));
        idx += n;
    }
    found
}

fn span(para: &Para, join: Range<usize>) -> Option<Span> {
    if 2 < join.len() {
        return None;
    }
    // The first number, with a unit of time or a sign of percent behind it.
    let unit = para.before(join.start);
    let has_unit = matches!(unit, '年' | '月' | '日' | '时' | '%' | '％' | '万' | '亿');
    let first_end = join.start - usize::from(has_unit);
    let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '：');
    let head = para.chars.get(..first_end)?;
    let start = first_end - head.iter().rev().take(16).take_while(|&&it| is_figure(it)).count();
    let tail = para.chars.get(join.end..)?;
    let mut end = join.end + tail.iter().take(16).take_while(|&&it| is_figure(it)).count();
    while join.end < end && matches!(para.at(end - 1), '.' | ',' | ':' | '：') {
        end -= 1;
    }
    let (first, second) = (para.slice(start..first_end), para.slice(join.end..end));
    let is_number = |it: &str| it.starts_with(|c: char| c.is_ascii_digit());
    // `2020-01-08`, `A-1-3` and `GB 1-2012` are no spans.
    let is_part = |c: char| is_mark(c) || c.is_ascii_alphabetic() || c == '/' || c == '.';
    let before = para.before(start);
    let before = if before == ' ' { para.before(start.saturating_sub(1)) } else { before };
    if !is_number(&first) || !is_number(&second) || is_part(before) || is_part(para.at(end)) {
        return None;
    }
    let next = para.at(end);
    let value = |it: &str| it.replace(',', "").parse::<f64>().ok();
    let (a, b) = (value(&first), value(&second));
    let is_year = |it: &str| it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
    let is_clock = |it: &str| it.contains([':', '：']);
    let is_time = (is_clock(&first) && is_clock(&second))
        || matches!(unit, '年' | '月' | '日' | '时')
        || (is_year(&first) && is_year(&second) && is_years_word(para, end))
        || (matches!(next, '月' | '日') && a.is_some_and(|it| it < 32.0) && first.len() < 3);
    let rises = matches!((a, b), (Some(a), Some(b)) if a < b) && !is_zero_led(&first);
    let mark = para.slice(join.clone());
    Some(Span { join, whole: start..end, mark, is_time, rises })
}

/// Whether years follow: 年, 学年, 赛季, or nothing but a mark.
fn is_years_word(para: &Para, end: usize) -> bool {
    ["年", "学年", "财年", "赛季", "年度"].iter().any(|it| para.starts_with(end, it))
}

/// `010-88881234` is a telephone number.
fn is_zero_led(it: &str) -> bool {
    1 < it.len() && it.starts_with('0') && !it.starts_with("0.")
}
