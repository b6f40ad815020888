//! The geometry of a sheet: a profile's parameters as lengths.

use crate::layout::units::{Emu, MM, TWIP, mm, pt, twips};
use crate::model::profile::{Parameter, Profile};

/// Width of A4 (GB/T 9704-2012, 5.1).
pub const SHEET_WIDTH: Emu = 210 * MM;
/// Height of A4.
pub const SHEET_HEIGHT: Emu = 297 * MM;

/// Where everything stands on a sheet. All lengths are whole twips, since that
/// is what a Word file can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measures {
    /// 天头.
    pub top: Emu,
    /// 订口.
    pub left: Emu,
    /// 版心 width.
    pub core_width: Emu,
    /// 版心 height.
    pub core_height: Emu,
    /// Whether even pages are mirrored.
    pub mirrored: bool,
    /// Size of the body.
    pub size: Emu,
    /// Added behind every character of the body, so that the wanted number of
    /// them fills a line; often below zero.
    pub spacing: Emu,
    /// Height of a line.
    pub pitch: Emu,
    /// Indent of a paragraph's first line.
    pub first_indent: Emu,
    /// Size of 版记.
    pub imprint_size: Emu,
    /// Height of a line of 版记.
    pub imprint_pitch: Emu,
    /// Size of the cells of a table.
    pub cell_size: Emu,
    /// Height of a line in a cell.
    pub cell_pitch: Emu,
    /// Room at the left and right of a cell's text, each.
    pub cell_padding: Emu,
    /// Room above and below a cell's text together.
    pub cell_slack: Emu,
    /// From the bottom of 版心 down to the dash of the page number.
    pub number_offset: Emu,
    /// Size of the page number.
    pub number_size: Emu,
}

impl Measures {
    /// The geometry that a profile asks for, within what a sheet can hold.
    pub fn of(profile: &Profile) -> Self {
        let value = |parameter| profile.hundredths(parameter);
        let whole = |length: Emu| twips(length) * TWIP;
        let size = whole(pt(value(Parameter::BodySize)));
        let left = whole(mm(value(Parameter::LeftMargin)));
        let top = whole(mm(value(Parameter::TopMargin)));
        // The right and the lower margin are what is left; 5 mm is what printers need.
        let core_width =
            whole(mm(value(Parameter::CoreWidth))).min(SHEET_WIDTH - left - 5 * MM).max(20 * MM);
        let core_height =
            whole(mm(value(Parameter::CoreHeight))).min(SHEET_HEIGHT - top - 5 * MM).max(20 * MM);
        let pitch = whole(pt(value(Parameter::LinePitch)));
        // Rounded down, so that the wanted characters always fit: 28 of 315
        // twips are 8820 of 8845, and one twip more would be too many.
        let n = i64::from(value(Parameter::LineCharacters).max(100));
        let em = i64::from(twips(core_width)) * 100 / n;
        let spacing = (em as i32 - twips(size)).clamp(-twips(size) / 4, twips(size)) * TWIP;
        let imprint_size = whole(pt(value(Parameter::ImprintSize)));
        let imprint_pitch =
            whole((i64::from(pitch) * i64::from(imprint_size) / i64::from(size)) as Emu);
        let cell_size = whole(pt(value(Parameter::CellSize)));
        Self {
            top,
            left,
            core_width,
            core_height,
            mirrored: profile.is_on(Parameter::Mirrored),
            size,
            spacing,
            pitch,
            first_indent: ems(size + spacing, value(Parameter::FirstIndent)),
            imprint_size,
            imprint_pitch,
            cell_size,
            cell_pitch: whole(cell_size * 3 / 2),
            cell_padding: 100 * TWIP,
            cell_slack: 120 * TWIP,
            number_offset: whole(mm(value(Parameter::NumberOffset))),
            number_size: whole(pt(value(Parameter::NumberSize))),
        }
    }

    /// What a character of the body takes (一字).
    pub fn em(&self) -> Emu {
        self.size + self.spacing
    }

    /// What so many hundredths of a character of the body take.
    pub fn ems(&self, hundredths: i32) -> Emu {
        ems(self.em(), hundredths)
    }

    /// From the left edge of the sheet to the text, on a page of this number.
    pub fn left_of(&self, number: usize) -> Emu {
        if self.mirrored && number.is_multiple_of(2) { self.right() } else { self.left }
    }

    /// 切口.
    pub fn right(&self) -> Emu {
        SHEET_WIDTH - self.left - self.core_width
    }

    /// 地脚.
    pub fn bottom(&self) -> Emu {
        SHEET_HEIGHT - self.top - self.core_height
    }

    /// How many lines a page of body has.
    pub fn lines(&self) -> i32 {
        (self.core_height / self.pitch).max(1)
    }
}

fn ems(em: Emu, hundredths: i32) -> Emu {
    let length = (i64::from(em) * i64::from(hundredths) / 100) as Emu;
    twips(length) * TWIP
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_gives_22_lines_of_28_characters() {
        let it = Measures::of(&Profile::default());
        assert_eq!(it.lines(), 22);
        assert_eq!(it.core_width / it.em(), 28);
        assert_eq!(twips(it.spacing), -5);
        assert_eq!(twips(it.pitch), 579);
        assert_eq!(twips(it.first_indent), 630);
    }

    #[test]
    fn whatever_a_profile_says_stays_on_the_sheet() {
        let profile = Profile::default()
            .with(Parameter::LeftMargin, "60")
            .with(Parameter::CoreWidth, "190")
            .with(Parameter::TopMargin, "80")
            .with(Parameter::CoreHeight, "270");
        let it = Measures::of(&profile);
        assert!(5 * MM <= it.right() && 5 * MM <= it.bottom());
        assert!(0 < it.lines());
    }
}
