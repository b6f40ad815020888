//! Counts 字 the way Word's 字数 does, so that the figure in the status bar is
//! the one the leader sees.

/// The length of a text in 字: every East Asian character and mark counts one,
/// every unbroken run of anything else (`2025`, `OA`, `14.29%`) counts one,
/// spaces count nothing.
pub fn length(text: &str) -> u32 {
    let mut n = 0;
    let mut in_word = false;
    for c in text.chars() {
        if c.is_whitespace() || c.is_control() {
            in_word = false;
        } else if is_east_asian(c) {
            n += 1;
            in_word = false;
        } else {
            n += u32::from(!in_word);
            in_word = true;
        }
    }
    n
}

/// Ranges that Word takes for East Asian text, with the quotation marks, dash
/// and ellipsis that are Chinese in a Chinese text.
fn is_east_asian(c: char) -> bool {
    matches!(c,
        '\u{2014}' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' | '\u{2026}' | '\u{00b7}'
        | '\u{2460}'..='\u{24ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::length;

    #[track_caller]
    fn check(text: &str, expected: u32) {
        assert_eq!(length(text), expected);
    }

    #[test]
    fn counts_characters_and_marks() {
        check("", 0);
        check("一是抓学习，强本领。", 10);
        check("“两会”——……", 8);
    }

    #[test]
    fn counts_a_number_or_a_word_once() {
        check("2025年", 2);
        check("14.29%以上", 3);
        check("OA系统 v2 上线", 6);
        check("　 \t", 0);
    }
}
