//! The words that say for when a figure counts: `截至9月底`, `2025年`, `全年`.

use std::ops::Range;

use crate::ledger::chars::Chars;
use crate::ledger::find::Found;
use crate::model::quantity::is_digit;

/// The words for a time in a text, from the left.
pub fn periods(text: &[char]) -> Vec<Range<usize>> {
    let text = Chars(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        match expression(text, at) {
            Some(len) => {
                found.push(at..at + len);
                at += len.max(1);
            }
            None => at += 1,
        }
    }
    found
}

/// When it was, as far as the sentence says: the last such words before the
/// figure.
pub fn period(text: &[char], periods: &[Range<usize>], figure: &Found) -> String {
    let n = periods.partition_point(|it| it.end <= figure.range.start);
    let last = n.checked_sub(1).and_then(|it| periods.get(it));
    let last = last.filter(|it| figure.sentence.start <= it.start);
    last.map(|it| Chars(text).slice(it.clone())).unwrap_or_default()
}

/// The length of the words for a time that begin there.
fn expression(text: Chars<'_>, at: usize) -> Option<usize> {
    let begins = matches!(
        text.at(at),
        '截' | '“'
            | '今'
            | '一'
            | '近'
            | '过'
            | '五'
            | '三'
            | '上'
            | '下'
            | '前'
            | '全'
            | '年'
            | '本'
            | '去'
            | '明'
    );
    if !begins && !is_digit(text.at(at)) {
        return None;
    }
    if let Some((_, len)) = text.word(at, &["截至", "截止到", "截止", "截至到"]) {
        let behind = text.count(at + len, |it| {
            is_digit(it) || "年月日底末前今目当上半度初中旬十一二三四五六七八九〇".contains(it)
        });
        return (0 < behind).then_some(len + behind);
    }
    if let Some((_, len)) = text.word(at, &PERIODS) {
        return Some(len);
    }
    let is_start = !is_digit(text.before(at));
    let digits = text.count(at, is_digit);
    let range = text.count(at + digits, |it| matches!(it, '-' | '—' | '–' | '至' | '～'));
    let more = if 0 < range { text.count(at + digits + range, is_digit) } else { 0 };
    let end = at + digits + if 0 < more { range + more } else { 0 };
    let is_year = digits == 4 && text.at(end) == '年';
    let is_month = 0 < digits && digits < 3 && text.at(end) == '月' && 0 < more;
    if !is_start || !(is_year || is_month) {
        return None;
    }
    let end = end + 1 + usize::from(text.at(end + 1) == '度');
    let half = text.word(end, &["上半年", "下半年", "一季度", "二季度", "三季度", "四季度"]);
    Some(end - at + half.map_or(0, |it| it.1))
}

const PERIODS: [&str; 26] = [
    "“十三五”期间",
    "“十四五”期间",
    "“十五五”期间",
    "“十三五”时期",
    "“十四五”时期",
    "“十五五”时期",
    "“十四五”以来",
    "今年以来",
    "一年来",
    "近三年",
    "近五年",
    "过去五年",
    "过去一年",
    "五年来",
    "三年来",
    "上半年",
    "下半年",
    "前三季度",
    "一季度",
    "全年",
    "年内",
    "本年度",
    "今年",
    "去年",
    "上年",
    "明年",
];
