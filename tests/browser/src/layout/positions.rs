//! Where the elements of an official document stand, measured on its PDF.
//!
//! The standard speaks of characters and lines as boxes, and those are what is
//! measured. What it measures to the edge of glyphs or to a rule (发文机关标志,
//! the red rule, 版记, the dash of a page number) is measured in pixels of the
//! rendered page.

use chengwen::assemble::{Role, assemble};
use chengwen::model::draft::Draft;

use super::pages::{Maker, Pages, lower_edge, middle};
use super::sheets::{EM, LEFT, PITCH, POINT, Sheet, TOP};
use super::story::Story;

/// The right edge of 版心.
const RIGHT: f64 = LEFT + 156.0;
/// The bottom of 版心.
const BOTTOM: f64 = TOP + 225.0;
/// The middle of 版心.
const MIDDLE: f64 = (LEFT + RIGHT) / 2.0;
/// 一字 of 4号.
const SMALL_EM: f64 = 14.0 * POINT;
/// How far a place may be off: 版心 itself may be (6.1).
const TOLERANCE: f64 = 1.0;

/// A place that the standard gives.
struct Position {
    /// What is measured.
    what: &'static str,
    /// The clause of GB/T 9704-2012.
    clause: &'static str,
    /// The element that must be in the draft for it.
    role: Role,
    /// Millimetres.
    expected: f64,
    measure: fn(&Pages<'_>) -> Option<f64>,
}

use Role::*;

const fn at(
    what: &'static str,
    clause: &'static str,
    role: Role,
    expected: f64,
    measure: fn(&Pages<'_>) -> Option<f64>,
) -> Position {
    Position { what, clause, role, expected, measure }
}

/// Every place, in the order of the sheet.
const POSITIONS: [Position; 40] = [
    at("版心: left edge", "5.2.1", Body, LEFT, |it| Some(it.lines(Body).get(1)?.left)),
    at("版心: first line of page 2", "5.2.1", Body, TOP, |it| {
        it.sheets.get(1)?.lines.first().map(|line| it.top(line))
    }),
    at("份号: left edge", "7.2.1", CopyNumber, LEFT, |it| Some(it.first(CopyNumber)?.left)),
    at("份号: line 1", "7.2.1", CopyNumber, TOP, |it| it.top_of(CopyNumber)),
    at("密级: left edge", "7.2.2", Secrecy, LEFT, |it| Some(it.first(Secrecy)?.left)),
    at("密级: line 2", "7.2.2", Secrecy, TOP + PITCH, |it| it.top_of(Secrecy)),
    at("紧急程度: left edge", "7.2.3", Urgency, LEFT, |it| Some(it.first(Urgency)?.left)),
    at("紧急程度: line 3", "7.2.3", Urgency, TOP + 2.0 * PITCH, |it| it.top_of(Urgency)),
    at("发文机关标志: upper edge of its glyphs", "7.2.4", IssuerMark, TOP + 35.0, |it| {
        Some(it.band(it.first(IssuerMark)?)?.top)
    }),
    at("发文机关标志: middle", "7.2.4", IssuerMark, MIDDLE, |it| {
        Some(middle(it.first(IssuerMark)?))
    }),
    at("发文字号: two lines below it", "7.2.5", DocumentNumber, 2.0 * PITCH, |it| {
        Some(it.top_of(DocumentNumber)? - lower_edge(it.first(IssuerMark)?))
    }),
    at("发文字号: 1字 from the left", "7.2.5", DocumentNumber, LEFT + EM, |it| {
        Some(it.first(DocumentNumber)?.left)
    }),
    at("签发人: 1字 from the right", "7.2.6", DocumentNumber, RIGHT - EM, |it| {
        Some(it.first(DocumentNumber)?.right)
    }),
    at("红线: 4 mm below 发文字号", "7.2.7", DocumentNumber, 4.0, |it| {
        Some(it.red_rule()?.top - lower_edge(it.lines(DocumentNumber).last()?))
    }),
    at("红线: left end", "7.2.7", DocumentNumber, LEFT, |it| Some(it.red_rule()?.left)),
    at("红线: width", "7.2.7", DocumentNumber, 156.0, |it| {
        it.red_rule().map(|it| it.right - it.left)
    }),
    at("标题: two lines below it", "7.3.1", Title, 2.0 * PITCH, |it| {
        Some(it.top_of(Title)? - it.red_rule()?.bottom)
    }),
    at("标题: middle", "7.3.1", Title, MIDDLE, |it| Some(middle(it.first(Title)?))),
    at("主送机关: one line below it", "7.3.2", Addressee, PITCH, |it| {
        Some(it.top_of(Addressee)? - it.top(it.lines(Title).last()?) - PITCH)
    }),
    at("主送机关: left edge", "7.3.2", Addressee, LEFT, |it| Some(it.first(Addressee)?.left)),
    at("正文: 2字 from the left", "7.3.3", Body, LEFT + 2.0 * EM, |it| {
        Some(it.first(Body)?.left)
    }),
    at("一级标题: 2字 from the left", "7.3.3", Heading(1), LEFT + 2.0 * EM, |it| {
        Some(it.first(Heading(1))?.left)
    }),
    at("附件说明: one line below the text", "7.3.4", AttachmentNote, 2.0 * PITCH, |it| {
        let before = it.line_before(AttachmentNote)?;
        Some(it.first(AttachmentNote)?.base - before.base)
    }),
    at("附件说明: 2字 from the left", "7.3.4", AttachmentNote, LEFT + 2.0 * EM, |it| {
        Some(it.first(AttachmentNote)?.left)
    }),
    at("成文日期: 4字 from the right", "7.3.5.1", Date, RIGHT - 4.0 * EM, |it| {
        it.first(Date).map(|line| it.right_of(line))
    }),
    at("署名: middle over that of 日期", "7.3.5.1", Signature, 0.0, |it| {
        Some(middle(it.first(Signature)?) - middle(it.first(Date)?))
    }),
    at("成文日期: in the line below 署名", "7.3.5.1", Date, PITCH, |it| {
        Some(it.first(Date)?.base - it.first(Signature)?.base)
    }),
    at("附注: in the line below 日期", "7.3.6", Note, PITCH, |it| {
        Some(it.first(Note)?.base - it.first(Date)?.base)
    }),
    at("附注: 2字 from the left", "7.3.6", Note, LEFT + 2.0 * EM, |it| {
        Some(it.first(Note)?.left)
    }),
    at("附件: line 1 of a page", "7.3.7", AttachmentLabel, TOP, |it| it.top_of(AttachmentLabel)),
    at("附件: left edge", "7.3.7", AttachmentLabel, LEFT, |it| {
        Some(it.first(AttachmentLabel)?.left)
    }),
    at("附件标题: line 3", "7.3.7", AttachmentTitle, TOP + 2.0 * PITCH, |it| {
        it.top_of(AttachmentTitle)
    }),
    at("附件标题: middle", "7.3.7", AttachmentTitle, MIDDLE, |it| {
        Some(middle(it.first(AttachmentTitle)?))
    }),
    at("版记: last rule on the bottom of 版心", "7.4.1", Printed, BOTTOM, |it| {
        it.last_rule().map(|it| (it.top + it.bottom) / 2.0)
    }),
    at("版记: width of its rules", "7.4.1", Printed, 156.0, |it| {
        it.last_rule().map(|it| it.right - it.left)
    }),
    at("抄送: 1字 from the left", "7.4.2", CopyTo, LEFT + SMALL_EM, |it| {
        Some(it.first(CopyTo)?.left)
    }),
    at("抄送: next line under the first name", "7.4.2", CopyTo, LEFT + 4.0 * SMALL_EM, |it| {
        Some(it.lines(CopyTo).get(1)?.left)
    }),
    at("印发机关: 1字 from the left", "7.4.3", Printed, LEFT + SMALL_EM, |it| {
        Some(it.first(Printed)?.left)
    }),
    at("印发日期: 1字 from the right", "7.4.3", Printed, RIGHT - SMALL_EM, |it| {
        Some(it.first(Printed)?.right)
    }),
    at("页码: dash 7 mm below 版心, worst page", "7.5", Body, BOTTOM + 7.0, |it| {
        let dashes = (0..it.sheets.len()).map(|page| {
            let (top, bottom) = it.number(page)?.ink?;
            Some((top + bottom) / 2.0)
        });
        worst(dashes, BOTTOM + 7.0)
    }),
];

/// The page numbers, each by the side on which it belongs; turned pages too.
const NUMBERS: [Position; 2] = [
    at("页码: odd pages 1字 from the right, worst page", "7.5", Body, RIGHT - SMALL_EM, |it| {
        let pages = (0..it.sheets.len()).step_by(2);
        worst(pages.map(|page| Some(it.number(page)?.right)), RIGHT - SMALL_EM)
    }),
    at("页码: even pages 1字 from the left, worst page", "7.5", Body, LEFT + SMALL_EM, |it| {
        let pages = (0..it.sheets.len()).skip(1).step_by(2);
        worst(pages.map(|page| Some(it.number(page)?.left)), LEFT + SMALL_EM)
    }),
];

/// The value that is farthest off; none where one of them is not there.
fn worst(values: impl Iterator<Item = Option<f64>>, expected: f64) -> Option<f64> {
    let values: Option<Vec<f64>> = values.collect();
    values?.into_iter().max_by(|a, b| (a - expected).abs().total_cmp(&(b - expected).abs()))
}

/// What was measured, in the order of the sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Report(Vec<Found>);

#[derive(Debug, Clone, PartialEq)]
struct Found {
    what: &'static str,
    clause: &'static str,
    expected: f64,
    found: Option<f64>,
}

impl Found {
    fn is_right(&self) -> bool {
        self.found.is_some_and(|it| (it - self.expected).abs() <= TOLERANCE)
    }
}

/// Measures the places of the elements that a draft has.
pub fn measure(draft: &Draft, sheets: &[Sheet], maker: Maker) -> Report {
    let story = Story::of(&assemble(draft));
    let places = story.places(sheets);
    let pages = Pages { story: &story, sheets, places, maker };
    let has = |role| story.paragraphs().iter().any(|it| it.role == role);
    let is_asked = |it: &&Position| {
        // Without a seal the places of 署名 and 日期 follow from each other.
        has(it.role) && (draft.sealed || it.clause != "7.3.5.1")
    };
    let found = POSITIONS.iter().chain(&NUMBERS).filter(is_asked).map(|it| Found {
        what: it.what,
        clause: it.clause,
        expected: it.expected,
        found: (it.measure)(&pages),
    });
    Report(found.collect())
}

impl Report {
    /// A line for each place.
    pub fn table(&self, name: &str, maker: Maker) -> String {
        let n_right = self.0.iter().filter(|it| it.is_right()).count();
        let mut lines = vec![format!(
            "{name}, {}: {n_right} of {} places within {TOLERANCE} mm\n  clause    wanted    found   off",
            maker.name(),
            self.0.len()
        )];
        for it in &self.0 {
            let mark = if it.is_right() { ' ' } else { '*' };
            let found = it.found.map_or_else(
                || "   nowhere".to_owned(),
                |found| format!("{found:8.2} {:+5.2}", found - it.expected),
            );
            lines.push(format!(
                "{mark} {:8} {:7.2} {found:14}  {}",
                it.clause, it.expected, it.what
            ));
        }
        lines.join("\n")
    }

    /// The places that are off, in words.
    pub fn faults(&self, maker: Maker) -> Vec<String> {
        let wrong = self.0.iter().filter(|it| !it.is_right());
        wrong
            .map(|it| {
                let found = it.found.map_or("nowhere".to_owned(), |it| format!("{it:.2} mm"));
                format!(
                    "{}: {} ({}): {found}, not {:.2}",
                    maker.name(),
                    it.what,
                    it.clause,
                    it.expected
                )
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_that_is_farthest_off_counts() {
        assert_eq!(worst([Some(1.0), Some(3.0), Some(1.5)].into_iter(), 1.2), Some(3.0));
        assert_eq!(worst([Some(1.0), None].into_iter(), 1.2), None);
    }

    #[test]
    fn a_millimetre_is_allowed_and_nowhere_is_not() {
        let it = |found| Found { what: "", clause: "", expected: 28.0, found };
        assert!(it(Some(28.9)).is_right() && it(Some(27.1)).is_right());
        assert!(!it(Some(29.1)).is_right() && !it(None).is_right());
    }
}
