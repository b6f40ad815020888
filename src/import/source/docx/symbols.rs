//! Symbols of Word's symbol fonts, which have their characters in a private
//! area that no other font knows.

/// The character that a symbol looks like; others stay as they are.
pub(super) fn plain(c: char) -> char {
    // Codes of Wingdings and Symbol; both are meant as bullets and boxes.
    match c {
        '\u{f0b7}' | '\u{f09f}' => '•',
        '\u{f06c}' => '●',
        '\u{f06e}' | '\u{f0a7}' => '■',
        '\u{f075}' | '\u{f077}' => '◆',
        '\u{f0d8}' => '➢',
        '\u{f0fc}' => '✓',
        '\u{f0fe}' | '\u{f052}' => '☑',
        '\u{f0a8}' | '\u{f0a3}' | '\u{f06f}' => '□',
        _ => c,
    }
}
