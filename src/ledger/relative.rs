//! Words for a year that mean another one when the year has moved: `今年`, `去年`.

use crate::ledger::chars::Chars;
use crate::ledger::find::{Exactness, Found, Kind};

const WORDS: [&str; 8] = ["今年", "去年", "前年", "明年", "上一年度", "本年度", "上年度", "上年"];

/// Every such word, from the left; its sentence is that of the figure nearest to
/// it, or the words round it.
pub(super) fn find(text: &[char], figures: &[Found]) -> Vec<Found> {
    let text = Chars(text);
    let mut found = Vec::new();
    let mut nearest = figures.iter().peekable();
    let mut idx = 0;
    while idx < text.len() {
        let is_start = matches!(text.at(idx), '今' | '去' | '前' | '明' | '上' | '本');
        // 晚上年夜 and 以上年份 are other words.
        let is_word = !matches!((text.before(idx), text.at(idx)), ('以' | '晚' | '早', '上'));
        let Some((_, len)) = is_start.then(|| text.word(idx, &WORDS)).flatten().filter(|_| is_word)
        else {
            idx += 1;
            continue;
        };
        while nearest.next_if(|it| it.sentence.end <= idx).is_some() {}
        let sentence = match nearest.peek() {
            Some(it) if it.sentence.contains(&idx) => it.sentence.clone(),
            _ => around(text, idx),
        };
        found.push(Found {
            kind: Kind::Relative,
            range: idx..idx + len,
            value: idx..idx + len,
            unit: idx + len..idx + len,
            measure: String::new(),
            amount: None,
            exactness: Exactness::Exact,
            is_arabic: false,
            is_quoted: false,
            in_range: false,
            sentence,
        });
        idx += len;
    }
    found
}

/// The sentence round a place, as far as a list shows it.
fn around(text: Chars<'_>, at: usize) -> std::ops::Range<usize> {
    const MOST: usize = 120;
    let mut start = at;
    while 0 < start && at - start < MOST && !crate::ledger::chars::is_stop(text.before(start)) {
        start -= 1;
    }
    let mut end = at;
    while end < text.len() && end - at < MOST && !crate::ledger::chars::is_stop(text.at(end)) {
        end += 1;
    }
    start..(end + 1).min(text.len())
}
