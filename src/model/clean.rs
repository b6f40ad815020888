//! Makes typed or pasted text printable: one paragraph a line, nothing that
//! a page or an XML part cannot hold.

use std::borrow::Cow;

/// The paragraphs of a text as they will be printed: split at line breaks,
/// trimmed of the spaces around them (indents are the layout's), blank ones
/// left out.
pub fn paragraphs(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    text.split(is_break).filter_map(|line| {
        let line = printable(line);
        match line {
            Cow::Borrowed(it) => {
                let it = it.trim();
                (!it.is_empty()).then_some(Cow::Borrowed(it))
            }
            Cow::Owned(it) => {
                let it = it.trim();
                (!it.is_empty()).then(|| Cow::Owned(it.to_owned()))
            }
        }
    })
}

/// A number in front of a paragraph as it will be printed: the spaces behind it
/// are its own, those before it are an indent.
pub fn number(text: &str) -> String {
    text.chars()
        .filter(|&c| is_printable(c) && !is_break(c))
        .collect::<String>()
        .trim_start()
        .to_owned()
}

/// Whether the character ends a paragraph: line feed, carriage return, vertical
/// tab (Word's manual line break), form feed, next line, U+2028, U+2029.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The text without the characters that XML 1.0 forbids (production 2, Char)
/// and without byte order marks; everything else stays as it is.
fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_printable) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|&c| is_printable(c)).collect())
    }
}

fn is_printable(c: char) -> bool {
    match c {
        '\t' => true,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => false,
        '\u{feff}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = paragraphs(text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn splits_at_every_kind_of_line_break() {
        check("甲\n乙\r\n丙\u{b}丁\u{2028}戊", &["甲", "乙", "丙", "丁", "戊"]);
    }

    #[test]
    fn drops_blank_lines_and_the_spaces_around_lines() {
        check("　　甲 乙　\n\n \t\n丙", &["甲 乙", "丙"]);
        check("", &[]);
    }

    #[test]
    fn drops_what_xml_cannot_hold_and_nothing_else() {
        check("甲\u{0}乙\u{1f}丙\u{ffff}", &["甲乙丙"]);
        check("a\tb“引”‘号’\u{202e}⛰️\u{fffd}", &["a\tb“引”‘号’\u{202e}⛰️\u{fffd}"]);
    }
}
