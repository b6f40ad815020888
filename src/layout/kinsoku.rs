//! Where a line may break (避头尾): what may not begin it, what may not end it,
//! and what stays together.

use crate::layout::widths::is_joined;

/// What may not begin a line (GB/T 15834-2011, 5.1; the lists of Word and
/// LibreOffice for Chinese are longer, and so is this one).
const NOT_FIRST: &str = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠";

/// What may not end a line.
const NOT_LAST: &str = "$(*<[{£¥·‘“〈《「『【〔〖〝﹗﹙﹛﹝＄（．［｛￡￥№";

/// Units that stay with the Arabic number before them, one character each: a
/// longer one (`万元`, `个百分点`) begins with one of these.
const UNITS: &str =
    "年月日时分秒号元角万亿千百十个项件次名位人家条份户场期届周岁倍米公吨亩度篇册处宗例类";

/// Whether a line may end before the character at `at`.
pub fn may_break(text: &[char], at: usize, keep_units: bool) -> bool {
    const JOINERS: [char; 3] = ['\u{200d}', '\u{2060}', '\u{a0}'];
    let (Some(&last), Some(&next)) = (text[..at].last(), text.get(at)) else { return false };
    if is_joined(next) || next == '\u{a0}' || JOINERS.contains(&last) {
        return false;
    }
    // A space at the end of a line takes no room, so it stays there.
    if is_space(next) {
        return false;
    }
    if is_space(last) {
        return true;
    }
    if NOT_FIRST.contains(next) || NOT_LAST.contains(last) {
        return false;
    }
    if next == '—' {
        // 破折号 is one mark of two signs; a single sign joins two things and
        // does not begin a line (15834, 5.1).
        return last != '—' && text.get(at + 1) == Some(&'—');
    }
    if is_word(last) && is_word(next) {
        return false;
    }
    // What joins the parts of a number or an address: 3.5, 1,000, a_b. Behind
    // a hyphen there is a break.
    if last.is_ascii_punctuation() && !"-/)]}%!?;".contains(last) && is_word(next) {
        return false;
    }
    if "-/".contains(next) && is_word(last) {
        return false;
    }
    if is_regional(last) && is_regional(next) {
        // Flags are pairs.
        return text[..at].iter().rev().take_while(|it| is_regional(**it)).count() % 2 == 0;
    }
    !(keep_units && last.is_ascii_digit() && UNITS.contains(next))
}

/// Whether the character is a space, which takes no room at the end of a line.
pub fn is_space(c: char) -> bool {
    c == ' ' || c == '\u{3000}'
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || "_&@#\\'\"+~^`|=".contains(c)
}

fn is_regional(c: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let chars: Vec<_> = text.chars().collect();
        let mut marked = String::new();
        for (idx, &c) in chars.iter().enumerate() {
            if may_break(&chars, idx, true) {
                marked.push('|');
            }
            marked.push(c);
        }
        assert_eq!(marked, expected);
    }

    #[test]
    fn no_point_begins_a_line_and_no_bracket_ends_one() {
        check("甲，乙。", "甲，|乙。");
        check("甲（乙）丙", "甲|（乙）|丙");
        check("“甲”《乙》", "“甲”|《乙》");
    }

    #[test]
    fn dashes_and_ellipses_are_one_mark() {
        check("甲——乙", "甲|——|乙");
        check("甲……乙", "甲……|乙");
        check("中国—东盟", "中|国—|东|盟");
    }

    #[test]
    fn words_and_numbers_stay_whole() {
        check("达14.29%以上", "达|14.29%|以|上");
        check("在OA系统", "在|OA|系|统");
        check("a-b c", "a-|b |c");
        check("1,000元", "1,000元");
        check("2025年", "2025年");
    }

    #[test]
    fn clusters_stay_whole() {
        check("👩\u{200d}👧甲", "👩\u{200d}👧|甲");
        check("e\u{301}甲", "e\u{301}|甲");
        check("🇨🇳🇨🇳", "🇨🇳|🇨🇳");
    }
}
