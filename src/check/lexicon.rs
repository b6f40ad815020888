//! Lists of wrong words, found in one pass over the characters.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::check::exempt::Exempt;
use crate::check::text::Para;

/// A wrong word, what is meant, and what round it makes it right.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    /// As it is wrongly written.
    pub wrong: &'static str,
    /// As it should be; empty where only the author can tell.
    pub right: &'static str,
    /// Words that make it right when they stand directly before it, the
    /// wrong word's own first characters not among them.
    pub not_after: &'static [&'static str],
    /// Words that make it right when they stand directly behind it.
    pub not_before: &'static [&'static str],
}

/// A list of words that is made ready once.
#[derive(Debug)]
pub struct Lexicon {
    words: &'static [Word],
    ready: OnceLock<Ready>,
}

#[derive(Debug)]
struct Ready {
    firsts: Firsts,
    by_first: BTreeMap<char, Vec<usize>>,
}

/// The first characters of words, one bit for each of the basic plane: most
/// characters begin no word, and are passed over by it.
#[derive(Debug, Default)]
pub struct Firsts(Vec<u64>);

impl Firsts {
    /// Adds a character.
    pub fn add(&mut self, c: char) {
        if self.0.is_empty() {
            self.0 = vec![0; 1024];
        }
        if let Some(bits) = self.0.get_mut(c as usize / 64) {
            *bits |= 1 << (c as usize % 64);
        }
    }

    /// Whether it begins a word; one beyond the basic plane may.
    pub fn has(&self, c: char) -> bool {
        self.0.get(c as usize / 64).is_none_or(|bits| bits & (1 << (c as usize % 64)) != 0)
    }
}

impl Word {
    /// A word that is wrong wherever it stands.
    pub const fn new(wrong: &'static str, right: &'static str) -> Self {
        Self { wrong, right, not_after: &[], not_before: &[] }
    }

    /// The same, but not behind these words.
    pub const fn not_after(mut self, words: &'static [&'static str]) -> Self {
        self.not_after = words;
        self
    }

    /// The same, but not before these words.
    pub const fn not_before(mut self, words: &'static [&'static str]) -> Self {
        self.not_before = words;
        self
    }
}

impl Lexicon {
    /// A list of words.
    pub const fn new(words: &'static [Word]) -> Self {
        Self { words, ready: OnceLock::new() }
    }

    /// Every wrong word in the paragraph that stands outside what is exempt as
    /// any of these; the longest where several begin at one place.
    pub fn find(&self, para: &Para, except: Exempt) -> Vec<(Range<usize>, &'static Word)> {
        let ready = self.ready.get_or_init(|| Ready::of(self.words));
        let mut found = Vec::new();
        let mut idx = 0;
        while idx < para.len() {
            let first = para.at(idx);
            if !ready.firsts.has(first) {
                idx += 1;
                continue;
            }
            let words = ready.by_first.get(&first).into_iter().flatten();
            let best = words
                .filter_map(|&it| self.words.get(it))
                .filter(|it| para.starts_with(idx, it.wrong))
                .map(|it| (it.wrong.chars().count(), it))
                .max_by_key(|it| it.0);
            let Some((n, word)) = best else {
                idx += 1;
                continue;
            };
            let range = idx..idx + n;
            idx = range.end;
            let is_right = word.not_after.iter().any(|it| para.ends_with(range.start, it))
                || word.not_before.iter().any(|it| para.starts_with(range.end, it))
                || para.any_exempt(range.clone(), except);
            if !is_right {
                found.push((range, word));
            }
        }
        found
    }
}

impl Ready {
    fn of(words: &[Word]) -> Self {
        let (mut firsts, mut by_first) = (Firsts::default(), BTreeMap::<_, Vec<_>>::new());
        for (idx, word) in words.iter().enumerate() {
            if let Some(first) = word.wrong.chars().next() {
                firsts.add(first);
                by_first.entry(first).or_default().push(idx);
            }
        }
        Self { firsts, by_first }
    }
}
