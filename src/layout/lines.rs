//! Breaks a paragraph into lines.

use std::ops::Range;

use crate::assemble::{Paragraph, RunKind};
use crate::layout::kinsoku::{is_space, may_break};
use crate::layout::look::{Look, Looks};
use crate::layout::title::title_lines;
use crate::layout::units::Emu;
use crate::layout::widths::{FULL, is_joined, width};

/// A line of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which part of the paragraph's text, in bytes.
    pub range: Range<usize>,
    /// From the left edge of the column.
    pub indent: Emu,
    /// What its characters take; spaces at its end take nothing.
    pub width: Emu,
    /// Where in the column it stands.
    pub align: Align,
    /// Whether it is full of full-width characters.
    pub solid: bool,
    /// Whether it ends within a word that no line could hold.
    pub forced: bool,
}

/// Where in its column a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// It begins at its indent.
    Left,
    /// It reaches from its indent to the edge.
    Justified,
    /// It stands in the middle, however wide its characters turn out.
    Centred,
}

/// A paragraph's text with what is needed to break it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    chars: Vec<char>,
    /// Where each character begins, in bytes, and where the last one ends.
    starts: Vec<usize>,
    widths: Vec<Emu>,
}

/// How the lines of a paragraph are indented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Indent {
    /// Of the first line.
    pub first: Emu,
    /// Of the others.
    pub rest: Emu,
    /// From the right edge of the column.
    pub right: Emu,
}

impl Text {
    /// Measures the text of a paragraph.
    pub fn of(paragraph: &Paragraph, looks: &Looks) -> Self {
        let mut text = Self::default();
        for run in &paragraph.runs {
            text.push(&run.text, looks.look(paragraph.role, run.kind), looks);
        }
        text
    }

    /// Measures a text of one look.
    pub fn plain(text: &str, look: Look, looks: &Looks) -> Self {
        let mut it = Self::default();
        it.push(text, look, looks);
        it
    }

    fn push(&mut self, text: &str, look: Look, looks: &Looks) {
        let base = self.starts.pop().unwrap_or(0);
        for (at, c) in text.char_indices() {
            self.chars.push(c);
            self.starts.push(base + at);
            self.widths.push(advance(c, look, looks));
        }
        self.starts.push(base + text.len());
    }

    /// What the whole text takes in one line.
    pub fn width(&self) -> Emu {
        self.widths.iter().fold(0, |sum: Emu, it| sum.saturating_add(*it))
    }

    /// What the widest piece that cannot be broken takes.
    pub fn widest_piece(&self, looks: &Looks) -> Emu {
        let (mut widest, mut piece) = (0, 0);
        for at in 0..self.chars.len() {
            if may_break(&self.chars, at, looks.keep_units()) {
                piece = 0;
            }
            piece += self.widths[at];
            widest = widest.max(piece);
        }
        widest
    }

    /// Breaks the text into lines of a column of this width.
    ///
    /// Greedy: a line takes what fits and ends at the last place where it may;
    /// where there is none, it ends where it is full.
    pub fn break_lines(&self, column: Emu, indent: Indent, looks: &Looks) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut start = 0;
        let n = self.chars.len();
        while start < n {
            let left = if start == 0 { indent.first } else { indent.rest };
            let limit = (column - left - indent.right).max(0);
            let (end, forced) = self.line_end(start, limit, looks);
            lines.push(Line { forced, ..self.line(start..end, left, limit, n) });
            start = end;
        }
        lines
    }

    /// Where a line ends, and whether it had to end where none may.
    fn line_end(&self, start: usize, limit: Emu, looks: &Looks) -> (usize, bool) {
        let (mut taken, mut at) = (0, start);
        while at < self.chars.len() {
            // Spaces may stand beyond the edge.
            if limit < taken + self.widths[at] && !is_space(self.chars[at]) {
                break;
            }
            taken += self.widths[at];
            at += 1;
        }
        if at == self.chars.len() {
            return (at, false);
        }
        let keep_units = looks.keep_units();
        if let Some(end) = (start + 1..=at).rev().find(|&it| may_break(&self.chars, it, keep_units))
        {
            return (end, false);
        }
        // Nowhere to break: the line ends where it is full, but takes a whole
        // character at least.
        let mut end = at.max(start + 1);
        while end < self.chars.len() && is_joined(self.chars[end]) {
            end += 1;
        }
        (end, true)
    }

    fn line(&self, chars: Range<usize>, indent: Emu, limit: Emu, n: usize) -> Line {
        let trailing =
            self.chars[chars.clone()].iter().rev().take_while(|it| is_space(**it)).count();
        let shown = chars.start..chars.end - trailing;
        let width: Emu = self.widths[shown.clone()].iter().sum();
        let is_last = chars.end == n;
        let is_full = |it: usize| self.chars[it] > '\u{7f}' && 0 < self.widths[it];
        let full = self.widths.iter().max().copied().unwrap_or(0);
        let solid = !is_last
            && shown.clone().all(|it| is_full(it) && self.widths[it] == full)
            && !shown.is_empty()
            && limit < width + full;
        Line {
            range: self.starts[chars.start]..self.starts[chars.end],
            indent,
            width,
            align: if is_last { Align::Left } else { Align::Justified },
            solid,
            forced: false,
        }
    }
}

/// What a character takes.
pub fn advance(c: char, look: Look, looks: &Looks) -> Emu {
    match width(c, looks.latin_times()) {
        0 => 0,
        it => (i64::from(it) * i64::from(look.size) / i64::from(FULL)) as Emu + look.spacing,
    }
}

/// Breaks a title by its sense; every line is centred.
pub fn break_title(paragraph: &Paragraph, looks: &Looks) -> Vec<Line> {
    let look = looks.look(paragraph.role, RunKind::Text);
    let column = looks.measures().core_width;
    let mut at = 0;
    title_lines(&paragraph.text(), look.size, column, looks.latin_times())
        .into_iter()
        .map(|line| {
            let range = at..at + line.len();
            at = range.end;
            let width = Text::plain(line.trim(), look, looks).width();
            let indent = ((column - width) / 2).max(0);
            Line { range, indent, width, align: Align::Centred, solid: false, forced: false }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::{Role, Run};
    use crate::model::draft::{HeadField, TextAt};
    use crate::model::profile::Profile;

    fn body(text: &str) -> Paragraph {
        let runs = vec![Run { kind: RunKind::Text, text: text.to_owned() }];
        Paragraph { role: Role::Body, runs, source: TextAt::Head(HeadField::Title) }
    }

    fn broken(text: &str) -> Vec<Line> {
        let looks = Looks::of(&Profile::default());
        let measures = looks.measures();
        let indent = Indent { first: measures.first_indent, ..Indent::default() };
        Text::of(&body(text), &looks).break_lines(measures.core_width, indent, &looks)
    }

    /// Checks how many characters each line takes.
    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let lines = broken(text);
        let found: Vec<_> = lines.iter().map(|it| text[it.range.clone()].chars().count()).collect();
        assert_eq!(found, expected);
        let all: String = lines.iter().map(|it| &text[it.range.clone()]).collect();
        assert_eq!(all, text);
    }

    #[test]
    fn a_line_has_28_characters_and_the_first_26() {
        check(&"字".repeat(26 + 28 + 3), &[26, 28, 3]);
        let lines = broken(&"字".repeat(60));
        assert!(lines[0].solid && lines[1].solid && !lines[2].solid);
        assert_eq!(lines[2].align, Align::Left);
    }

    #[test]
    fn a_point_takes_the_character_before_it_along() {
        let text = format!("{}，{}", "字".repeat(26), "字".repeat(5));
        check(&text, &[25, 7]);
    }

    #[test]
    fn digits_are_half_as_wide() {
        // 26 characters are 8190 twips; 52 digits of 155 would be 8060, but they
        // are one word, and it goes to the next line whole.
        check(&format!("{}{}", "字".repeat(20), "1".repeat(20)), &[20, 20]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken_where_the_line_is_full() {
        let lines = broken(&"a".repeat(200));
        assert_eq!(lines.iter().map(|it| it.range.len()).sum::<usize>(), 200);
        assert_eq!(lines[1].range.len(), 8845 / 155);
        assert!(lines[0].forced && lines.last().is_some_and(|it| !it.forced));
    }

    #[test]
    fn an_empty_text_has_no_line() {
        check("", &[]);
    }
}
