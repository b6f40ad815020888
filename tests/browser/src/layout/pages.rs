//! Finds the elements of a document on the pages of its PDF, and their boxes.
//!
//! A character's box is its advance wide, which origins in the PDF tell, and one
//! em high, 0.88 above and 0.12 below the base line: so all Chinese fonts of the
//! tests have it. The box of a line is not in the file. LibreOffice sets the
//! base line at 80 % of a line of exact height; a browser puts the font's box
//! into the middle of the line.

use chengwen::assemble::Role;

use super::sheets::{EM, Ink, Line, OFFICE_BASE, PITCH, POINT, Sheet, TOP};
use super::story::{Places, Story};

/// The box of a character above and below its base line, in ems.
const ABOVE: f64 = 0.88;
const BELOW: f64 = 0.12;
/// The height of 版心.
const HEIGHT: f64 = 225.0;

/// Whose PDF it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maker {
    /// LibreOffice.
    Office,
    /// Chromium.
    Browser,
}

impl Maker {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Office => "LibreOffice",
            Self::Browser => "Chromium",
        }
    }
}

/// The middle of a line.
pub(super) fn middle(line: &Line) -> f64 {
    (line.left + line.right) / 2.0
}

/// The lower edge of the boxes of a line's characters.
pub(super) fn lower_edge(line: &Line) -> f64 {
    line.base + BELOW * line.size * POINT
}

/// The pages with the roles of what stands on them.
pub(super) struct Pages<'a> {
    pub(super) story: &'a Story,
    pub(super) sheets: &'a [Sheet],
    pub(super) places: Places,
    pub(super) maker: Maker,
}

impl<'a> Pages<'a> {
    /// All lines of the paragraphs of a role.
    pub(super) fn lines(&self, role: Role) -> Vec<&'a Line> {
        let lines = self
            .sheets
            .iter()
            .zip(&self.places)
            .flat_map(|(sheet, places)| sheet.lines.iter().zip(places));
        let is = |place: usize| {
            let idx = self.story.paragraph_at(place);
            self.story.paragraphs().get(idx).is_some_and(|it| it.role == role)
        };
        lines.filter(|(_, place)| place.is_some_and(is)).map(|(line, _)| line).collect()
    }

    pub(super) fn first(&self, role: Role) -> Option<&'a Line> {
        self.lines(role).first().copied()
    }

    /// The line on the same page before the first one of a role.
    pub(super) fn line_before(&self, role: Role) -> Option<&'a Line> {
        let first = self.first(role)?;
        let sheet = self.sheets.iter().find(|it| it.lines.contains(first))?;
        let idx = sheet.lines.iter().position(|it| it == first)?;
        sheet.lines.get(idx.checked_sub(1)?)
    }

    /// The top of a line's box.
    pub(super) fn top(&self, line: &Line) -> f64 {
        match self.maker {
            Maker::Office => line.base - OFFICE_BASE * PITCH,
            Maker::Browser => {
                let box_middle = line.base - (ABOVE - BELOW) / 2.0 * line.size * POINT;
                box_middle - PITCH / 2.0
            }
        }
    }

    /// The right edge of a line that is placed by its middle. LibreOffice sets
    /// gaps between 汉字 and digits, which the file forbids and it does not read;
    /// they widen the line about its middle and are taken out.
    pub(super) fn right_of(&self, line: &Line) -> f64 {
        if self.maker == Maker::Browser {
            return line.right;
        }
        // Letters and digits are half an em wide, less the spacing of the body.
        let half = EM - line.size * POINT / 2.0;
        let widths = line.text.chars().map(|it| if it.is_ascii() { half } else { EM });
        middle(line) + widths.sum::<f64>() / 2.0
    }

    pub(super) fn top_of(&self, role: Role) -> Option<f64> {
        self.first(role).map(|it| self.top(it))
    }

    /// The ink of a line that stands alone.
    pub(super) fn band(&self, line: &Line) -> Option<&'a Ink> {
        let sheet = self.sheets.iter().find(|it| it.lines.contains(line))?;
        let middle = line.base - line.size * POINT * 0.4;
        sheet.ink.iter().find(|it| it.top < middle && middle < it.bottom)
    }

    pub(super) fn red_rule(&self) -> Option<&'a Ink> {
        self.sheets.first()?.ink.iter().find(|it| it.is_rule && it.is_red)
    }

    pub(super) fn last_rule(&self) -> Option<&'a Ink> {
        self.sheets.last()?.ink.iter().rev().find(|it| it.is_rule && !it.is_red)
    }

    /// The line that is the number of a page, counted from zero.
    pub(super) fn number(&self, page: usize) -> Option<&'a Line> {
        let bottom = TOP + HEIGHT;
        let below = |it: &&Line| bottom < it.base && !it.turned && it.is_number(page + 1);
        self.sheets.get(page)?.lines.iter().find(below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chengwen::assemble::assemble;

    #[test]
    fn both_makers_say_where_a_line_begins() {
        let draft = chengwen::model::kind::Kind::custom().draft(String::new(), "", "");
        let story = Story::of(&assemble(&draft));
        let top = |maker, base| {
            let pages = Pages { story: &story, sheets: &[], places: Vec::new(), maker };
            pages.top(&Line { base, size: 16.0, ..Line::default() })
        };
        // As measured on the first line of a page.
        assert!((top(Maker::Office, 45.33) - TOP).abs() < 0.2);
        assert!((top(Maker::Browser, 44.19) - TOP).abs() < 0.2);
    }
}
