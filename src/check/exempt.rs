//! Stretches that rules of Chinese punctuation leave alone, found once for each
//! paragraph: addresses, code, English, titles of works, quotations, numbers of
//! documents, dates.

use std::ops::Range;

use crate::assemble::document::Role;
use crate::check::class::{Class, closer};
use crate::check::pairs::{Pair, Pairs};

/// What a character is exempt as: a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exempt(u16);

impl Exempt {
    /// Nothing.
    pub const NONE: Self = Self(0);
    /// A web address.
    pub const URL: Self = Self(1);
    /// An e-mail address.
    pub const MAIL: Self = Self(2);
    /// A name, a path, a formula or a code of Latin letters with digits or marks.
    pub const CODE: Self = Self(4);
    /// A sentence or a gloss in English.
    pub const ENGLISH: Self = Self(8);
    /// What stands in 《》 or 〈〉; the marks themselves are not exempt.
    pub const TITLE: Self = Self(16);
    /// What somebody says or a document says, in quotation marks: more than a term.
    pub const QUOTE: Self = Self(32);
    /// What stands in any quotation marks, a term too.
    pub const QUOTED: Self = Self(64);
    /// A cell of a table.
    pub const CELL: Self = Self(128);
    /// 发文字号.
    pub const DOCUMENT: Self = Self(256);
    /// A date or a time of day.
    pub const DATE: Self = Self(512);

    /// What is not Chinese running text: marks in it follow other rules.
    pub const FOREIGN: Self = Self(1 | 2 | 4 | 8);
    /// What others wrote: kept as it is.
    pub const OTHERS: Self = Self(16 | 32);

    /// Both sets.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of these is in the set.
    pub const fn has(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }

    fn add(&mut self, kinds: Self) {
        self.0 |= kinds.0;
    }
}

/// What each character is exempt as.
pub(super) fn find(chars: &[char], classes: &[Class], pairs: &Pairs, role: Role) -> Vec<Exempt> {
    let cell = if matches!(role, Role::Row(_)) { Exempt::CELL } else { Exempt::NONE };
    let mut found = vec![cell; chars.len()];
    ascii(chars, classes, &mut found);
    enclosed(chars, pairs, &mut found);
    documents(chars, &mut found);
    dates(chars, &mut found);
    found
}

fn mark(found: &mut [Exempt], start: usize, end: usize, kinds: Exempt) {
    if let Some(range) = found.get_mut(start..end) {
        for it in range {
            it.add(kinds);
        }
    }
}

/// Stretches of half width with Latin letters in them: addresses, code, English.
fn ascii(chars: &[char], classes: &[Class], found: &mut [Exempt]) {
    let is_half =
        |it: usize| matches!(classes.get(it), Some(Class::Digit | Class::Latin | Class::Ascii));
    let mut idx = 0;
    while idx < chars.len() {
        if !is_half(idx) {
            idx += 1;
            continue;
        }
        // Words first, then the stretch that goes on over single spaces.
        let start = idx;
        let mut n_words = 0;
        let mut end;
        loop {
            let word = idx;
            while is_half(idx) {
                idx += 1;
            }
            for part in parts(chars, word, idx) {
                token(chars, classes, part.start, part.end, found);
            }
            let is_word = classes
                .get(word..idx)
                .is_some_and(|it| 1 < it.iter().filter(|&&it| it == Class::Latin).count());
            n_words += usize::from(is_word);
            end = idx;
            if chars.get(idx) == Some(&' ') && is_half(idx + 1) {
                idx += 1;
            } else {
                break;
            }
        }
        if 2 < n_words {
            // Marks at the edges belong to the Chinese text round it.
            let mut from = start;
            while from < end && classes.get(from) == Some(&Class::Ascii) {
                from += 1;
            }
            mark(found, from, end, Exempt::ENGLISH);
        }
    }
}

/// A word of half width, parted at its commas: one that stands in no bracket of
/// half width belongs to the Chinese text round it, unless this is an address.
fn parts(chars: &[char], start: usize, end: usize) -> Vec<Range<usize>> {
    let word = chars.get(start..end).unwrap_or_default();
    if word.iter().any(|it| matches!(it, '@' | '/')) {
        return std::iter::once(start..end).collect();
    }
    let (mut depth, mut from) = (0_usize, start);
    let mut parts = Vec::new();
    for (idx, c) in (start..end).zip(word) {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => {
                parts.push(from..idx);
                from = idx + 1;
            }
            _ => {}
        }
    }
    parts.push(from..end);
    parts
}

/// One word of half width: an address or code, without the marks at its end.
fn token(chars: &[char], classes: &[Class], start: usize, end: usize, found: &mut [Exempt]) {
    let Some(word) = chars.get(start..end) else { return };
    let text: String = word.iter().collect();
    let lower = text.to_ascii_lowercase();
    let mut last = end;
    let mut first = start;
    let is_mark = |it: usize| classes.get(it) == Some(&Class::Ascii);
    let address = ["http://", "https://", "ftp://", "www."].iter().find_map(|it| lower.find(it));
    if let Some(at) = address {
        // Bytes are characters in ASCII; Latin letters with accents are rare.
        first = start + at.min(end - start);
        while first < last && matches!(chars.get(last - 1), Some(',' | '.' | ';' | ')' | ':' | '!'))
        {
            last -= 1;
        }
        mark(found, first, last, Exempt::URL);
        return;
    }
    while first < last && is_mark(first) {
        first += 1;
    }
    while first < last && is_mark(last - 1) && chars.get(last - 1) != Some(&'/') {
        last -= 1;
    }
    let Some(inner) = chars.get(first..last) else { return };
    let n_latin = inner.iter().filter(|it| it.is_ascii_alphabetic()).count();
    let is_at = inner.contains(&'@') && 1 < n_latin;
    if is_at {
        mark(found, first, last, Exempt::MAIL);
        return;
    }
    let joins = inner.iter().filter(|it| it.is_ascii_punctuation()).count();
    let n_digits = inner.iter().filter(|it| it.is_ascii_digit()).count();
    if (0 < n_latin && (0 < joins || 0 < n_digits))
        || inner.iter().any(|it| matches!(it, '=' | '<' | '>' | '\\' | '_' | '#'))
    {
        // A function keeps its bracket: f(x).
        if chars.get(last) == Some(&')') && inner.contains(&'(') && last < end {
            last += 1;
        }
        mark(found, first, last, Exempt::CODE);
    }
}

/// What stands in book title marks and in quotation marks.
fn enclosed(chars: &[char], pairs: &Pairs, found: &mut [Exempt]) {
    for Pair { open, close, depth } in pairs.pairs.iter().copied() {
        // What stands deeper is marked with the pair round it.
        if 8 < depth {
            continue;
        }
        match chars.get(open) {
            Some('《' | '〈') => mark(found, open + 1, close, Exempt::TITLE),
            Some('“' | '‘' | '「' | '『') => {
                mark(found, open + 1, close, Exempt::QUOTED);
                let inner = chars.get(open + 1..close).unwrap_or_default();
                let is_said = open.checked_sub(1).is_some_and(|it| matches!(chars[it], '：' | ':'));
                let is_sentence =
                    inner.iter().any(|it| matches!(it, '。' | '！' | '？' | '；' | '，' | ','));
                if is_said || is_sentence {
                    mark(found, open + 1, close, Exempt::QUOTE);
                }
            }
            _ => {}
        }
    }
}

/// Numbers of documents: `云办发〔2024〕16号` and its wrong forms.
fn documents(chars: &[char], found: &mut [Exempt]) {
    for (idx, &c) in chars.iter().enumerate() {
        let Some(close) = closer(c).filter(|_| matches!(c, '〔' | '[' | '(' | '（' | '【' | '［'))
        else {
            continue;
        };
        let Some(year) = chars.get(idx + 1..idx + 5) else { continue };
        if !year.iter().all(char::is_ascii_digit) || chars.get(idx + 5) != Some(&close) {
            continue;
        }
        let mut end = idx + 6;
        while chars.get(end).is_some_and(|&it| it.is_ascii_digit() || it == '第') {
            end += 1;
        }
        if end == idx + 6 || chars.get(end) != Some(&'号') {
            continue;
        }
        let mut start = idx;
        while start.checked_sub(1).is_some_and(|it| crate::check::class::is_han(chars[it]))
            && idx - start < 10
        {
            start -= 1;
        }
        mark(found, start, end + 1, Exempt::DOCUMENT);
    }
}

/// Dates and times of day: `2024年3月5日`, `2024-03-05`, `9:30`.
fn dates(chars: &[char], found: &mut [Exempt]) {
    let mut idx = 0;
    while idx < chars.len() {
        if !chars[idx].is_ascii_digit() {
            idx += 1;
            continue;
        }
        let start = idx;
        let mut units = 0;
        loop {
            let digits = idx;
            while chars.get(idx).is_some_and(char::is_ascii_digit) {
                idx += 1;
            }
            if digits == idx {
                break;
            }
            match chars.get(idx) {
                Some('年' | '月' | '日' | '时' | '分') => {
                    units += 1;
                    idx += 1;
                }
                Some(':' | '：' | '-' | '/' | '.')
                    if (1..=4).contains(&(idx - digits))
                        && chars.get(idx + 1).is_some_and(char::is_ascii_digit) =>
                {
                    idx += 1;
                }
                _ => break,
            }
        }
        let stretch: String = chars.get(start..idx).unwrap_or_default().iter().collect();
        if 0 < units || is_clock_or_code(&stretch) {
            mark(found, start, idx, Exempt::DATE);
        }
        idx = idx.max(start + 1);
    }
}

/// `9:30`, `2024-03-05`, `2024/3/5`, `2024.3.5`.
fn is_clock_or_code(text: &str) -> bool {
    let parts: Vec<&str> = text.split([':', '：', '-', '/', '.']).collect();
    let value = |it: &&str| it.parse::<u32>().unwrap_or(u32::MAX);
    match parts.as_slice() {
        [hour, minute] if text.contains([':', '：']) => {
            minute.len() == 2 && value(hour) < 25 && value(minute) < 60
        }
        [year, month, day] => {
            year.len() == 4 && (1..=12).contains(&value(month)) && (1..=31).contains(&value(day))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::class;
    use crate::check::pairs::match_up;

    #[track_caller]
    fn check(text: &str, kinds: Exempt, expected: &[&str]) {
        let chars: Vec<char> = text.chars().collect();
        let classes: Vec<_> = chars.iter().map(|&it| class::of(it)).collect();
        let found = find(&chars, &classes, &match_up(&chars), Role::Body);
        let mut spans: Vec<String> = Vec::new();
        let mut inside = false;
        for (c, it) in chars.iter().zip(found) {
            if it.has(kinds) {
                if !inside {
                    spans.push(String::new());
                }
                if let Some(it) = spans.last_mut() {
                    it.push(*c);
                }
            }
            inside = it.has(kinds);
        }
        assert_eq!(spans, expected);
    }

    #[test]
    fn foreign_stretches_are_found_without_the_marks_round_them() {
        check("见http://a.example/x,y?z=1,网站", Exempt::URL, &["http://a.example/x,y?z=1"]);
        check("写信到ban@a.example,收到", Exempt::MAIL, &["ban@a.example"]);
        check("用v2.1.0版,由f(x,y)给出", Exempt::CODE, &["v2.1.0", "f(x,y)"]);
        check("他说This is a test, we know.很好", Exempt::ENGLISH, &["This is a test, we know."]);
        check("办法(试行),OECD,2024年", Exempt::FOREIGN, &[]);
    }

    #[test]
    fn titles_and_quotations_are_found() {
        check("印发《办法〈试行〉》后", Exempt::TITLE, &["办法〈试行〉"]);
        check("“两会”指出：“坚持，发展。”", Exempt::QUOTE, &["坚持，发展。"]);
        check("“两会”期间", Exempt::QUOTED, &["两会"]);
    }

    #[test]
    fn numbers_of_documents_and_dates_are_found() {
        check("以云办发〔2024〕16号文", Exempt::DOCUMENT, &["以云办发〔2024〕16号"]);
        check("2024年3月5日9:30开会，比为3:1", Exempt::DATE, &["2024年3月5日9:30"]);
        check("于2024-03-05和2024.3.5，15-20人", Exempt::DATE, &["2024-03-05", "2024.3.5"]);
    }
}
