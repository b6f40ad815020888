//! A paragraph in the pieces that a change is made of: figures and Latin words
//! whole, everything else character by character.

use std::collections::BTreeMap;

use crate::assemble::document::{Paragraph, Role, RunKind};
use crate::model::quantity::{is_chinese_digit, is_digit, is_magnitude};

/// A stretch of a paragraph that is one text, whatever runs it lies in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    text: String,
    kind: PieceKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PieceKind {
    Text,
    Count,
    Edge,
}

/// The stretches of a paragraph; together they spell [`Paragraph::text`].
pub(super) fn pieces(paragraph: &Paragraph) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |kind, text: &str| match pieces.last_mut() {
        Some(last) if last.kind == PieceKind::Text && kind == PieceKind::Text => {
            last.text.push_str(text);
        }
        _ => pieces.push(Piece { text: text.to_owned(), kind }),
    };
    for (idx, run) in paragraph.runs.iter().enumerate() {
        if idx != 0 && matches!(paragraph.role, Role::Row(_)) {
            push(PieceKind::Edge, "\t");
        }
        match (run.kind, paragraph.role) {
            (RunKind::Number, _) => push(PieceKind::Count, &run.text),
            // The label of an attachment counts too, behind its word.
            (_, Role::AttachmentLabel) => {
                let word = run.text.trim_end_matches(|c: char| c.is_ascii_digit());
                push(PieceKind::Text, word);
                push(PieceKind::Count, &run.text[word.len()..]);
            }
            _ => push(PieceKind::Text, &run.text),
        }
    }
    pieces.retain(|it| !it.text.is_empty());
    pieces
}

/// The names of all tokens that two versions have: numbers are compared faster
/// than texts. A number that counts itself is equal to such numbers only.
pub(super) type Names<'a> = BTreeMap<(&'a str, bool), u32>;

/// A piece of a paragraph that is kept or replaced as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// Its text; never empty.
    pub(super) text: &'a str,
    /// What it is.
    pub(super) class: Class,
    /// Its name: tokens of the same name are the same.
    pub(super) name: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A number that counts itself: `一是`, `（二）`.
    Count,
    /// A figure in digits, without its unit: `3,642.5`.
    Digits,
    /// Chinese digits, which may be a figure or not: `三十二`, the `一` of `统一`.
    Chinese,
    /// A Latin word.
    Word,
    /// A character, most of them Chinese.
    Character,
    /// A mark or a space.
    Mark,
    /// The edge between two cells.
    Edge,
}

impl Token<'_> {
    pub(super) fn n_chars(&self) -> usize {
        self.text.chars().count()
    }
}

/// Whether the texts are the same but for the numbers that count themselves,
/// and these are not.
pub(super) fn are_renumbered(old: &[Token<'_>], new: &[Token<'_>]) -> bool {
    let names = |it: &[Token<'_>]| it.iter().map(|it| it.name).collect::<Vec<_>>();
    uncounted(old).eq(uncounted(new)) && names(old) != names(new)
}

/// The texts of the tokens without the numbers that count themselves.
pub(super) fn uncounted<'a>(tokens: &[Token<'a>]) -> impl Iterator<Item = &'a str> {
    tokens.iter().filter(|it| it.class != Class::Count).map(|it| it.text)
}

/// The tokens of a paragraph; together they spell its pieces.
pub(super) fn tokens<'a>(pieces: &'a [Piece], names: &mut Names<'a>) -> Vec<Token<'a>> {
    let mut tokens = Vec::new();
    let mut push = |text: &'a str, class| {
        let next = names.len() as u32;
        let name = *names.entry((text, class == Class::Count)).or_insert(next);
        tokens.push(Token { text, class, name });
    };
    for piece in pieces {
        match piece.kind {
            PieceKind::Text => split(&piece.text, &mut push),
            PieceKind::Count => push(&piece.text, Class::Count),
            PieceKind::Edge => push(&piece.text, Class::Edge),
        }
    }
    tokens
}

fn split<'a>(text: &'a str, push: &mut impl FnMut(&'a str, Class)) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (len, class) = if is_digit(first) {
            (digits(rest), Class::Digits)
        } else if is_chinese_digit(first) || is_magnitude(first) {
            chinese(rest)
        } else if is_latin(first) {
            (prefix(rest, |c| is_latin(c) || is_digit(c)), Class::Word)
        } else if first.is_alphanumeric() {
            (first.len_utf8(), Class::Character)
        } else {
            (first.len_utf8(), Class::Mark)
        };
        let (text, behind) = rest.split_at(len);
        push(text, class);
        rest = behind;
    }
}

/// The bytes of a figure: digits with commas between thousands and one or more
/// points between digits.
fn digits(text: &str) -> usize {
    let mut len = prefix(text, is_digit);
    loop {
        let behind = &text[len..];
        let Some(mark) = behind.chars().next() else { return len };
        let next = &behind[mark.len_utf8()..];
        let n_digits = next.chars().take_while(|&c| is_digit(c)).count();
        let goes_on = match mark {
            '.' | '．' => 0 < n_digits,
            // `3,642` is one figure, `3,64` are two in a list.
            ',' => n_digits == 3,
            _ => false,
        };
        if !goes_on {
            return len;
        }
        len += mark.len_utf8() + prefix(next, is_digit);
    }
}

/// Chinese digits in a row are one figure; `万` and `亿` alone are units.
fn chinese(text: &str) -> (usize, Class) {
    let len = prefix(text, |c| is_chinese_digit(c) || is_magnitude(c));
    if text[..len].chars().any(is_chinese_digit) {
        (len, Class::Chinese)
    } else {
        (text.chars().next().map_or(len, char::len_utf8), Class::Character)
    }
}

fn prefix(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

/// Letters that stand together as a word; Chinese is written without spaces.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{2e80}'
}

#[cfg(test)]
mod tests {
    use super::{Class, split};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut parts = Vec::new();
        split(text, &mut |it, _| parts.push(it));
        assert_eq!(parts.join("|"), expected);
    }

    #[test]
    fn figures_and_words_stay_whole() {
        check("投资3,642.5万元，", "投|资|3,642.5|万|元|，");
        check("占14.29%。", "占|14.29|%|。");
        check("第1,2项", "第|1|,|2|项");
        check("OA系统v2", "OA|系|统|v2");
        check("共３项", "共|３|项");
        check("2025-2026年", "2025|-|2026|年");
        check("1.", "1|.");
    }

    #[test]
    fn chinese_figures_stay_whole_and_units_stand_alone() {
        check("三十二个", "三十二|个");
        check("二〇二五年", "二〇二五|年");
        check("3万亿元", "3|万|亿|元");
        check("一百二十万元", "一百二十万|元");
        check("统一", "统|一");
    }

    #[test]
    fn classes_follow_from_the_text() {
        let mut classes = Vec::new();
        split("一3a，中", &mut |_, it| classes.push(it));
        let expected = [Class::Chinese, Class::Digits, Class::Word, Class::Mark, Class::Character];
        assert_eq!(classes, expected);
    }
}
