//! A text as characters, looked at forwards and backwards without any panic.

use std::ops::Range;

/// A text, character by character.
#[derive(Debug, Clone, Copy)]
pub struct Chars<'a>(pub &'a [char]);

impl Chars<'_> {
    /// The character there; NUL outside.
    pub fn at(self, idx: usize) -> char {
        self.0.get(idx).copied().unwrap_or('\0')
    }

    /// The character before; NUL at the start.
    pub fn before(self, idx: usize) -> char {
        idx.checked_sub(1).map_or('\0', |it| self.at(it))
    }

    /// Whether these words stand there.
    pub fn starts(self, idx: usize, words: &str) -> bool {
        let mut behind = self.0.get(idx..).unwrap_or_default().iter();
        words.chars().all(|it| behind.next() == Some(&it))
    }

    /// Whether these words end there.
    pub fn ends(self, idx: usize, words: &str) -> bool {
        let n = words.chars().count();
        idx.checked_sub(n).is_some_and(|it| self.starts(it, words))
    }

    /// The first of these words that stands there, and its length.
    pub fn word<'w>(self, idx: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
        let found = words.iter().copied().find(|it| self.starts(idx, it))?;
        Some((found, found.chars().count()))
    }

    /// The first of these words that ends there, and its length.
    pub fn word_before<'w>(self, idx: usize, words: &[&'w str]) -> Option<(&'w str, usize)> {
        let found = words.iter().copied().find(|it| self.ends(idx, it))?;
        Some((found, found.chars().count()))
    }

    /// How many characters from there are such.
    pub fn count(self, idx: usize, is: impl Fn(char) -> bool) -> usize {
        self.0.get(idx..).unwrap_or_default().iter().take_while(|&&it| is(it)).count()
    }

    /// The words of a range; empty where it is none.
    pub fn slice(self, range: Range<usize>) -> String {
        self.0.get(range).unwrap_or_default().iter().collect()
    }

    /// How many characters there are.
    pub fn len(self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0.is_empty()
    }
}

/// Whether the character is a Chinese one.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// Whether a sentence ends with it.
pub fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '?' | '!') || is_break(c)
}

/// Whether a paragraph ends with it.
pub fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a clause ends with it.
pub fn is_edge(c: char) -> bool {
    is_stop(c) || "，；：,;:、（）()《》“”\"〔〕[]【】\t".contains(c)
}
