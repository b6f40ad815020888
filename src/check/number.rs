//! Numbers as they stand in a text, in Arabic or Chinese digits.

use std::ops::Range;

use crate::check::text::Para;

/// A number.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Where it stands, without 万, 亿 or a sign.
    pub range: Range<usize>,
    /// Its value; infinite where there is none.
    pub value: f64,
    /// Its digits behind the point.
    pub decimals: usize,
    /// Whether it is written in Arabic digits.
    pub is_arabic: bool,
}

/// The Arabic number that begins there: `1,234.5`.
pub fn arabic(para: &Para, start: usize) -> Option<Number> {
    let digit = |idx: usize| para.at(idx).is_ascii_digit();
    if !digit(start) {
        return None;
    }
    let mut end = start;
    while digit(end) || (para.at(end) == ',' && (1..4).all(|it| digit(end + it)) && !digit(end + 4))
    {
        end += 1;
    }
    let whole = end;
    if para.at(end) == '.' && digit(end + 1) {
        end += 1;
        while digit(end) {
            end += 1;
        }
    }
    let value = para.slice(start..end).replace(',', "").parse().unwrap_or(f64::INFINITY);
    let decimals = (end - whole).saturating_sub(1);
    Some(Number { range: start..end, value, decimals, is_arabic: true })
}

/// The Chinese number that begins there: `三十二`, `两百`.
pub fn chinese(para: &Para, start: usize) -> Option<Number> {
    let is_digit = |it: &&char| "一二两三四五六七八九十百千".contains(**it);
    let n = para.chars.iter().skip(start).take(8).take_while(is_digit).count();
    let value = numeral_value(para.chars.get(start..start + n)?)?;
    let (range, value) = (start..start + n, f64::from(value));
    Some(Number { range, value, decimals: 0, is_arabic: false })
}

/// The number that begins there, in either digits.
pub fn number(para: &Para, start: usize) -> Option<Number> {
    arabic(para, start).or_else(|| chinese(para, start))
}

/// The value of a Chinese number below ten thousand.
pub fn numeral_value(digits: &[char]) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    let (mut sum, mut digit) = (0, 0);
    for &c in digits {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '零' => continue,
            '两' => {
                digit = 2;
                continue;
            }
            _ => {
                digit = "一二三四五六七八九".chars().position(|it| it == c)? as u32 + 1;
                continue;
            }
        };
        sum += unit * if digit == 0 { 1 } else { digit };
        digit = 0;
    }
    Some(sum + digit)
}

/// Every number of a paragraph, from the left.
pub fn numbers(para: &Para) -> Vec<Number> {
    let mut found = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        match number(para, idx) {
            Some(it) => {
                idx = it.range.end.max(idx + 1);
                found.push(it);
            }
            None => idx += 1,
        }
    }
    found
}
