//! Where 署名 and 日期 stand (GB/T 9704-2012, 7.3.5.2, without a seal).

use crate::assemble::document::{Paragraph, Role};

use super::gb9704::{EM, LINE_EMS};

/// The left edges of 署名 and 日期, in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Closing {
    pub(super) signature: i32,
    pub(super) date: i32,
}

/// Whether the paragraph belongs to the closing of a report.
pub(super) fn is_closing(paragraph: &Paragraph) -> bool {
    matches!(paragraph.role, Role::Signature | Role::Date)
}

impl Closing {
    /// Places the paragraphs of a closing by the longest name and date in it.
    ///
    /// The longer of the two ends 2字 before the right edge, and the date begins
    /// 2字 behind the name. They are left indents, since spaces are not layout.
    pub(super) fn of(paragraphs: &[Paragraph]) -> Self {
        let widest = |role| {
            let widths = paragraphs.iter().filter(|it| it.role == role).map(half_ems);
            widths.max().unwrap_or(0)
        };
        let (name, date) = (widest(Role::Signature), widest(Role::Date));
        let end = 2 * LINE_EMS - 4;
        let twips = |half_ems: i32| half_ems.max(0) * EM / 2;
        if name > end {
            // The name fills whole lines; the date alone can stand at the right.
            Self { signature: 0, date: twips(end - date) }
        } else if date <= name {
            Self { signature: twips(end - name), date: twips(end - name + 4) }
        } else {
            Self { signature: twips(end - date - 4), date: twips(end - date) }
        }
    }
}

/// Counts in half characters, since digits are half as wide as 汉字.
fn half_ems(paragraph: &Paragraph) -> i32 {
    let characters = paragraph.runs.iter().flat_map(|it| it.text.chars());
    // More than a line's worth is all the same, and must not overflow.
    characters.map(|it| if it.is_ascii() { 1 } else { 2 }).take(1000).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::document::{Run, RunKind};
    use crate::model::draft::{HeadField, TextAt};

    /// Checks the left edges in characters, halves included.
    #[track_caller]
    fn check(names: &[&str], date: &str, expected: (f64, f64)) {
        let paragraph = |role, text: &&str| Paragraph {
            role,
            runs: vec![Run { kind: RunKind::Text, text: (*text).to_owned() }],
            source: TextAt::Head(HeadField::Signature),
        };
        let mut paragraphs: Vec<Paragraph> =
            names.iter().map(|it| paragraph(Role::Signature, it)).collect();
        paragraphs.extend([date].iter().map(|it| paragraph(Role::Date, it)));
        let twips = |ems: f64| (ems * f64::from(EM)) as i32;
        let expected = Closing { signature: twips(expected.0), date: twips(expected.1) };
        assert_eq!(Closing::of(&paragraphs), expected);
    }

    #[test]
    fn a_date_begins_two_characters_behind_a_longer_name() {
        check(&["某某县人民政府办公室"], "2020年1月8日", (16.0, 18.0));
        check(&["某某县人民政府"], "2020年11月23日", (19.0, 21.0));
    }

    #[test]
    fn a_longer_date_pushes_the_name_to_the_left() {
        check(&["县政府"], "2020年1月8日", (18.0, 20.0));
        check(&["县政府"], "2020年11月3日", (17.5, 19.5));
    }

    #[test]
    fn the_longest_of_several_names_counts() {
        check(&["县政府", "某某县人民政府办公室"], "2020年1月8日", (16.0, 18.0));
    }

    #[test]
    fn nothing_leaves_the_page() {
        check(&[], "2020年1月8日", (18.0, 20.0));
        check(&["某某县人民政府"], "", (19.0, 21.0));
        check(&["长".repeat(26).as_str()], "2020年1月8日", (0.0, 2.0));
        check(&["长".repeat(27).as_str()], "2020年1月8日", (0.0, 20.0));
        check(&["县政府"], "长".repeat(10_000).as_str(), (0.0, 0.0));
    }
}
