//! The languages of the interface, and how their words are filled in.

use std::fmt::Display;

use crate::model::numeral;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

impl Locale {
    /// The language with this tag; Chinese for any but `en`.
    pub fn of_tag(tag: &str) -> Self {
        if tag == "en" { Self::English } else { Self::Chinese }
    }

    /// Its tag, for `lang` attributes and for the settings.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Chinese => "zh-CN",
            Self::English => "en",
        }
    }

    /// A small number as the language counts levels: `一` or `1`.
    pub fn counted(self, n: u8) -> String {
        match self {
            Self::Chinese => numeral::chinese(n.into()),
            Self::English => n.to_string(),
        }
    }
}

/// What stands between two texts of a table of words.
pub const BETWEEN: char = '\u{1f}';

/// Words with their gaps `{{ name }}` filled in.
pub fn filled(words: &str, gaps: &[(&str, &dyn Display)]) -> String {
    let mut parts = words.split("{{ ");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(" }}").unwrap_or((part, ""));
        if let Some((_, value)) = gaps.iter().find(|(it, _)| *it == name) {
            text.push_str(&value.to_string());
        }
        text.push_str(rest);
    }
    text
}

/// `3642` as `3,642`.
pub fn grouped(n: u32) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx != 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_filled_by_name() {
        assert_eq!(filled("{{ n }} of {{ all }}", &[("all", &4), ("n", &3)]), "3 of 4");
        assert_eq!(filled("{{ unknown }}!", &[]), "!");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
