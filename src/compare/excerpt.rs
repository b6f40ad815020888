//! A change with the words round it, instead of the whole paragraph.

use crate::compare::{Sign, Span};
use crate::model::quantity::is_digit;

/// So many characters are shown on each side of a change.
const AROUND: usize = 16;
/// So many characters are shown of a paragraph that was moved as it is.
const BEGINNING: usize = 48;
/// What is cut out has to be longer than this; a shorter gap only irritates.
const LEAST_CUT: usize = 8;

/// The pieces with long kept stretches shortened to `…`.
pub(super) fn excerpt(spans: &[Span]) -> Vec<Span> {
    let last = spans.len().saturating_sub(1);
    let cut = |(idx, span): (usize, &Span)| {
        let text = match (span.sign, idx == 0, idx == last) {
            (Sign::Kept, true, true) => shortened(&span.text, BEGINNING, 0),
            (Sign::Kept, true, false) => shortened(&span.text, 0, AROUND),
            (Sign::Kept, false, true) => shortened(&span.text, AROUND, 0),
            (Sign::Kept, false, false) => shortened(&span.text, AROUND, AROUND),
            (Sign::Removed | Sign::Added, _, _) => span.text.clone(),
        };
        Span { sign: span.sign, text }
    };
    spans.iter().enumerate().map(cut).collect()
}

/// The beginning and the end of a text, whole where little would be cut out.
/// Figures and words are not cut through: half a figure is a wrong one.
fn shortened(text: &str, n_first: usize, n_last: usize) -> String {
    let chars: Vec<_> = text.chars().collect();
    let is_inside = |at: usize| {
        let joins = |c: char| is_digit(c) || c.is_ascii_alphanumeric() || c == '.' || c == ',';
        0 < at && at < chars.len() && joins(chars[at - 1]) && joins(chars[at])
    };
    let mut start = n_first.min(chars.len());
    while is_inside(start) {
        start += 1;
    }
    let mut end = chars.len().saturating_sub(n_last);
    while is_inside(end) {
        end -= 1;
    }
    if end < start + LEAST_CUT {
        return text.to_owned();
    }
    chars[..start].iter().chain(&['…']).chain(&chars[end..]).collect()
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn long_stretches_are_shortened() {
        assert_eq!(shortened("甲乙丙丁戊己庚辛壬癸子丑", 2, 2), "甲乙…子丑");
        assert_eq!(shortened("甲乙丙丁戊己庚辛壬癸子丑", 0, 2), "…子丑");
        assert_eq!(shortened("甲乙丙丁", 1, 1), "甲乙丙丁");
        assert_eq!(shortened("", 1, 1), "");
    }

    #[test]
    fn figures_are_not_cut_through() {
        assert_eq!(shortened("甲乙丙丁戊己庚辛壬癸3,642.5万", 0, 2), "…3,642.5万");
        assert_eq!(shortened("共3642万甲乙丙丁戊己庚辛壬癸", 3, 0), "共3642…");
    }
}
