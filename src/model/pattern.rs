//! How a heading or an item is numbered: `一、`, `（一）`, `1.`, `一是`.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::model::numeral;

/// A numbering, written as its first number would be, or empty for none.
///
/// Invariant: empty, or exactly one counting symbol (`1`, `一` or `①`).
/// `try_from` is the only way in, for stored drafts too, so whoever holds a
/// `Pattern` can number with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    text: String,
    numeral: Option<Numeral>,
}

/// Why a string is not a numbering pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Nothing in the string counts.
    #[error("a pattern needs a counting symbol: `1`, `一` or `①`")]
    NoSymbol,
    /// With two, the place of the number is anyone's guess.
    #[error("a pattern takes one counting symbol only")]
    ManySymbols,
    /// A pattern is a few characters, not a text.
    #[error("a pattern is at most eight characters long")]
    TooLong,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numeral {
    Arabic,
    Chinese,
    Circled,
}

/// Longest pattern in characters; `第一部分：` has five.
const LONGEST: usize = 8;

impl Pattern {
    /// No number at all.
    pub const NONE: Self = Self { text: String::new(), numeral: None };

    /// Writes the `n`-th number; counting starts from one.
    pub fn number(&self, n: NonZeroU32) -> String {
        match self.numeral {
            Some(numeral) => self.text.replace(numeral.symbol(), &numeral.write(n.get())),
            None => String::new(),
        }
    }

    /// Whether the pattern prints nothing.
    pub fn is_none(&self) -> bool {
        self.numeral.is_none()
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl TryFrom<&str> for Pattern {
    type Error = PatternError;

    fn try_from(text: &str) -> Result<Self, PatternError> {
        if text.is_empty() {
            return Ok(Self::NONE);
        }
        if LONGEST < text.chars().count() {
            return Err(PatternError::TooLong);
        }
        let mut numerals = text.chars().filter_map(Numeral::of);
        match (numerals.next(), numerals.next()) {
            (Some(numeral), None) => Ok(Self { text: text.to_owned(), numeral: Some(numeral) }),
            (Some(_), Some(_)) => Err(PatternError::ManySymbols),
            (None, _) => Err(PatternError::NoSymbol),
        }
    }
}

impl TryFrom<String> for Pattern {
    type Error = PatternError;

    fn try_from(text: String) -> Result<Self, PatternError> {
        Self::try_from(text.as_str())
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.text
    }
}

impl Numeral {
    fn of(symbol: char) -> Option<Self> {
        [Self::Arabic, Self::Chinese, Self::Circled].into_iter().find(|it| it.symbol() == symbol)
    }

    fn symbol(self) -> char {
        match self {
            Self::Arabic => '1',
            Self::Chinese => '一',
            Self::Circled => '①',
        }
    }

    fn write(self, n: u32) -> String {
        match self {
            Self::Arabic => n.to_string(),
            Self::Chinese => numeral::chinese(n),
            Self::Circled => numeral::circled(n),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, n: u32, expected: &str) {
        let pattern = Pattern::try_from(pattern).unwrap();
        assert_eq!(pattern.number(NonZeroU32::new(n).unwrap()), expected);
    }

    #[test]
    fn numbers_as_the_level_writes_them() {
        check("一、", 1, "一、");
        check("（一）", 10, "（十）");
        check("（一）", 11, "（十一）");
        check("1.", 12, "12.");
        check("（1）", 21, "（21）");
        check("①", 3, "③");
        check("第一，", 20, "第二十，");
        check("一是", 11, "十一是");
        check("一是", 99, "九十九是");
        check("", 7, "");
    }

    #[test]
    fn stored_patterns_are_parsed_too() {
        let stored: Result<Pattern, _> = serde_json::from_str(r#""（一）""#);
        assert_eq!(stored.unwrap().number(NonZeroU32::MIN), "（一）");
        assert!(serde_json::from_str::<Pattern>(r#""附件""#).is_err());
        assert!(serde_json::from_str::<Pattern>(r#""1.1""#).is_err());
        assert!(serde_json::from_str::<Pattern>(r#""一二三四五六七八九""#).is_err());
    }
}
