//! Numerals as they stand in a text: `3,642.5`, `四十`, `百分之五`, with their
//! magnitudes and with what makes them less than exact.

use std::ops::Range;

use crate::ledger::chars::Chars;
use crate::model::decimal::Decimal;
use crate::model::quantity::{self, is_chinese_digit, is_digit, is_magnitude};

/// A numeral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Where its digits stand, without magnitudes.
    pub(super) digits: Range<usize>,
    /// The magnitudes that follow, behind a 多 or 余 too.
    pub(super) magnitudes: String,
    /// Where 多, 余, 来 or 几 stands.
    pub(super) over: Option<usize>,
    /// The first character behind all of it.
    pub(super) end: usize,
    /// Where magnitudes begin.
    pub(super) magnitude_at: usize,
    /// Whether its digits are Chinese.
    pub(super) is_chinese: bool,
    /// Whether it has two points, and so is a version or a clause.
    pub(super) is_broken: bool,
    /// What it amounts to.
    pub(super) amount: Option<Decimal>,
    /// Whether it is `百分之`, which stands within `digits`.
    pub(super) is_share: bool,
}

/// Every numeral of a text, from the left, not overlapping. Chinese digits are
/// all taken here; which of them count something is for others to say.
pub(super) fn numerals(text: Chars<'_>) -> Vec<Numeral> {
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < text.len() {
        let c = text.at(idx);
        let is_vague = is_magnitude(c) && matches!(text.at(idx + 1), '余' | '多');
        let numeral = if is_digit(c) {
            Some(arabic(text, idx))
        } else if is_chinese_digit(c) || is_vague {
            Some(chinese(text, idx))
        } else if text.starts(idx, "百分之") {
            share(text, idx)
        } else {
            None
        };
        match numeral {
            Some(it) => {
                idx = it.end.max(idx + 1);
                found.push(it);
            }
            None => idx += 1,
        }
    }
    found
}

fn arabic(text: Chars<'_>, start: usize) -> Numeral {
    let mut end = start + text.count(start, is_digit);
    let first = end - start;
    let mut n_points = 0;
    let mut may_group = first <= 3;
    loop {
        let n_digits = text.count(end + 1, is_digit);
        match text.at(end) {
            '.' | '．' if 0 < n_digits => {
                n_points += 1;
                may_group = false;
            }
            // `3,642` is one figure, `3,64` and `2020,300` are two.
            ',' if n_digits == 3 && may_group => {}
            _ => break,
        }
        end += 1 + n_digits;
    }
    complete(text, start..end, false, 1 < n_points)
}

fn chinese(text: Chars<'_>, start: usize) -> Numeral {
    let mut end = start + text.count(start, |c| is_chinese_digit(c) || is_magnitude(c));
    // 万 before 元, 人 and the like stays with the digits: 三万元 is 三万 and 元.
    if text.at(end) == '分' && text.at(end + 1) == '之' && text.before(end) == '百' {
        end = end.saturating_sub(1).max(start + 1);
    }
    complete(text, start..end, true, false)
}

fn share(text: Chars<'_>, start: usize) -> Option<Numeral> {
    let at = start + 3;
    let is_arabic = is_digit(text.at(at));
    if !is_arabic && !is_chinese_digit(text.at(at)) && !is_magnitude(text.at(at)) {
        return None;
    }
    let inner = if is_arabic { arabic(text, at) } else { chinese(text, at) };
    Some(Numeral { digits: start..inner.digits.end, is_share: true, is_chinese: true, ..inner })
}

/// Reads what stands behind the digits.
fn complete(text: Chars<'_>, digits: Range<usize>, is_chinese: bool, is_broken: bool) -> Numeral {
    let mut end = digits.end;
    let mut over = None;
    let mut magnitudes = String::new();
    let take_over = |end: &mut usize, over: &mut Option<usize>| {
        let c = text.at(*end);
        let is_few = matches!(c, '来' | '几') && text.before(*end) == '十';
        let is_word =
            ["多样", "多元化", "多方", "余额", "余下"].iter().any(|it| text.starts(*end, it));
        let is_over = matches!(c, '多' | '余') && !is_word;
        if over.is_none() && (is_over || is_few) {
            *over = Some(*end);
            *end += 1;
        }
    };
    take_over(&mut end, &mut over);
    let magnitude_at = end;
    // 千瓦, 千米 and 百分点 are units.
    while is_magnitude(text.at(end)) && !is_unit_prefix(text, end) {
        magnitudes.push(text.at(end));
        end += 1;
    }
    take_over(&mut end, &mut over);
    let amount = match is_broken {
        true => None,
        false => {
            let bare = text.slice(digits.clone());
            let (numeral, own) = leading(&bare);
            quantity::amount(numeral, &format!("{own}{magnitudes}"))
        }
    };
    Numeral {
        digits,
        magnitudes,
        over,
        end,
        magnitude_at,
        is_chinese,
        is_broken,
        amount,
        is_share: false,
    }
}

/// 百余 begins with its magnitude: one hundred.
fn leading(numeral: &str) -> (&str, &str) {
    if numeral.chars().all(is_magnitude) { ("一", numeral) } else { (numeral, "") }
}

fn is_unit_prefix(text: Chars<'_>, idx: usize) -> bool {
    match text.at(idx) {
        '千' => "瓦米克卡伏赫".contains(text.at(idx + 1)),
        '百' => text.starts(idx, "百分点"),
        _ => false,
    }
}
