//! A document as the rules read it: characters with classes, sentences, and
//! what is exempt, found once for all rules.

use std::ops::Range;

use crate::assemble::document::{Document, Paragraph, Role, RunKind};
use crate::check::class::{self, Class};
use crate::check::exempt::{self, Exempt};
use crate::check::facts::Facts;
use crate::check::finding::Place;
use crate::check::number::{self, Number};
use crate::check::pairs::{Pairs, match_up};
use crate::ledger;
use crate::ledger::find::Found;
use crate::model::draft::TextAt;

/// A document, ready to be checked.
#[derive(Debug, Clone)]
pub struct Text {
    /// Its paragraphs, those of the document one by one.
    pub paras: Vec<Para>,
    /// What is known of the whole.
    pub facts: Facts,
}

/// A paragraph, ready to be checked. All places in it are in characters.
#[derive(Debug, Clone)]
pub struct Para {
    /// Its index in the document.
    pub idx: usize,
    /// What it is.
    pub role: Role,
    /// The form field it comes from.
    pub source: TextAt,
    /// Its text, the cells of a row apart by tabs.
    pub text: String,
    /// The same, character by character.
    pub chars: Vec<char>,
    /// The class of each character.
    pub classes: Vec<Class>,
    /// What each character is exempt as.
    pub exempt: Vec<Exempt>,
    /// Its brackets and quotation marks.
    pub pairs: Pairs,
    /// Its numbers, from the left.
    pub numbers: Vec<Number>,
    /// Its figures with their units, years and dates, as the ledger finds them.
    pub figures: Vec<Found>,
    /// Its pieces: number, heading, lead, text.
    pub runs: Vec<(RunKind, Range<usize>)>,
    /// Its sentences with their final marks; together they are the paragraph.
    pub sentences: Vec<Range<usize>>,
}

impl Text {
    /// Reads a document.
    pub fn of(document: &Document) -> Self {
        let paras: Vec<_> =
            document.paragraphs.iter().enumerate().map(|(idx, it)| Para::of(idx, it)).collect();
        let facts = Facts::of(&paras);
        Self { paras, facts }
    }

    /// Reads one paragraph again, after a key; the facts stay as they are.
    pub fn replace(&mut self, idx: usize, paragraph: &Paragraph) {
        if let Some(it) = self.paras.get_mut(idx) {
            *it = Para::of(idx, paragraph);
        }
    }

    /// The words at a place, if it is there.
    pub fn slice(&self, place: Place) -> Option<String> {
        let para = self.paras.get(place.paragraph)?;
        Some(para.chars.get(place.start..place.end)?.iter().collect())
    }
}

impl Para {
    /// Reads a paragraph.
    pub fn of(idx: usize, paragraph: &Paragraph) -> Self {
        let text = paragraph.text();
        let chars: Vec<char> = text.chars().collect();
        let classes: Vec<_> = chars.iter().map(|&it| class::of(it)).collect();
        let pairs = match_up(&chars);
        let exempt = exempt::find(&chars, &classes, &pairs, paragraph.role);
        let between = usize::from(matches!(paragraph.role, Role::Row(_)));
        let mut at = 0;
        let mut runs = Vec::new();
        for (idx, run) in paragraph.runs.iter().enumerate() {
            if idx != 0 {
                at += between;
            }
            let end = at + run.text.chars().count();
            runs.push((run.kind, at..end));
            at = end;
        }
        let sentences = sentences(&chars);
        let (role, source) = (paragraph.role, paragraph.source);
        let (numbers, figures) = (Vec::new(), ledger::find(&chars));
        let mut para = Self {
            idx,
            role,
            source,
            text,
            chars,
            classes,
            exempt,
            pairs,
            numbers,
            figures,
            runs,
            sentences,
        };
        para.numbers = number::numbers(&para);
        para
    }

    /// How many characters it has.
    pub fn len(&self) -> usize {
        self.chars.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    /// The character there; NUL outside.
    pub fn at(&self, idx: usize) -> char {
        self.chars.get(idx).copied().unwrap_or('\0')
    }

    /// The character before; NUL at the start.
    pub fn before(&self, idx: usize) -> char {
        idx.checked_sub(1).map_or('\0', |it| self.at(it))
    }

    /// The class of the character there; [`Class::Other`] outside.
    pub fn class(&self, idx: usize) -> Class {
        self.classes.get(idx).copied().unwrap_or(Class::Other)
    }

    /// The class of the character before; [`Class::Other`] at the start.
    pub fn class_before(&self, idx: usize) -> Class {
        idx.checked_sub(1).map_or(Class::Other, |it| self.class(it))
    }

    /// Whether the character there is exempt as any of these.
    pub fn is_exempt(&self, idx: usize, kinds: Exempt) -> bool {
        self.exempt.get(idx).is_some_and(|it| it.has(kinds))
    }

    /// Whether any character of the range is exempt as any of these.
    pub fn any_exempt(&self, range: Range<usize>, kinds: Exempt) -> bool {
        range.into_iter().any(|it| self.is_exempt(it, kinds))
    }

    /// The words of a range; empty where it is none.
    pub fn slice(&self, range: Range<usize>) -> String {
        self.chars.get(range).map(|it| it.iter().collect()).unwrap_or_default()
    }

    /// Whether these words stand there.
    pub fn starts_with(&self, idx: usize, words: &str) -> bool {
        let mut here = self.chars.get(idx..).unwrap_or_default().iter();
        words.chars().all(|it| here.next() == Some(&it))
    }

    /// Whether these words end there.
    pub fn ends_with(&self, idx: usize, words: &str) -> bool {
        let n = words.chars().count();
        idx.checked_sub(n).is_some_and(|it| self.starts_with(it, words))
    }

    /// Every place where these words stand, from the left, not overlapping.
    pub fn find<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let n = words.chars().count();
        // Counting characters as far as the match is linear over all matches.
        let mut seen = (0, 0);
        self.text.match_indices(words).filter(move |_| n != 0).map(move |(byte, _)| {
            let start = seen.1 + self.text.get(seen.0..byte).map_or(0, |it| it.chars().count());
            seen = (byte, start);
            start..start + n
        })
    }

    /// The piece that a character belongs to.
    pub fn run(&self, idx: usize) -> Option<RunKind> {
        self.runs.iter().find(|(_, range)| range.contains(&idx)).map(|it| it.0)
    }

    /// The range of the number in front, if there is one.
    pub fn number(&self) -> Option<Range<usize>> {
        self.runs.iter().find(|it| it.0 == RunKind::Number).map(|it| it.1.clone())
    }

    /// The sentence that a character belongs to.
    pub fn sentence(&self, idx: usize) -> Range<usize> {
        let at = self.sentences.partition_point(|it| it.end <= idx);
        self.sentences.get(at).cloned().unwrap_or(0..self.len())
    }

    /// Whether the paragraph is running text: a body paragraph, an item, or a
    /// heading with text behind it.
    pub fn is_prose(&self) -> bool {
        match self.role {
            Role::Item | Role::Body => true,
            Role::Heading(_) => {
                self.runs.iter().any(|it| matches!(it.0, RunKind::Text | RunKind::Lead))
            }
            _ => false,
        }
    }

    /// Whether the paragraph is a row of a table.
    pub fn is_row(&self) -> bool {
        matches!(self.role, Role::Row(_))
    }
}

/// Sentences end at `。！？` with the closing marks behind them; a mark inside
/// brackets or quotation marks that go on ends none.
fn sentences(chars: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut idx) = (0, 0);
    while idx < chars.len() {
        let ends = matches!(chars[idx], '。' | '！' | '？');
        idx += 1;
        if !ends {
            continue;
        }
        while chars
            .get(idx)
            .is_some_and(|&it| matches!(it, '。' | '！' | '？' | '”' | '’' | '）' | '》' | ')'))
        {
            idx += 1;
        }
        // A quoted sentence inside another one goes on with a point mark or 的.
        if chars.get(idx).is_some_and(|&it| matches!(it, '，' | '、' | '；' | '的')) {
            continue;
        }
        found.push(start..idx);
        start = idx;
    }
    if start < chars.len() {
        found.push(start..chars.len());
    }
    found
}
