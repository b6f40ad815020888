//! Sections, and the page number that goes with them: `— 1 —` below the text
//! (GB/T 9704-2012, 7.5), and beside it where the sheet is turned.

use crate::layout::measures::Measures;
use crate::layout::units::twips;
use crate::model::profile::{NumberPlace, Parameter, Profile};

use super::frame::{Frame, NAMESPACES};
use super::package::Part;
use super::properties::{Fonts, Indent, ParagraphProperties, RunProperties};
use super::styles::FOOTER;
use super::xml::Xml;

/// A4 in twips (5.1).
const SHEET: (i32, i32) = (11906, 16838);
/// The line of a paragraph that is there for the file alone.
pub(super) const THIN: i32 = 20;

const ODD: &str = "odd";
const EVEN: &str = "even";
const ODD_SIDE: &str = "oddSide";
const EVEN_SIDE: &str = "evenSide";
const NO_HEADER: &str = "noHeader";
const NO_FOOTER: &str = "noFooter";

/// The properties of a section (CT_SectPr): paper, margins, grid, page number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section {
    pub(super) measures: Measures,
    pub(super) place: NumberPlace,
    /// Whether the sheet is turned by 90 degrees to the left.
    pub(super) is_turned: bool,
    /// Whether any section of the document is.
    pub(super) any_turned: bool,
}

impl Section {
    /// Writes `w:sectPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        let measures = &self.measures;
        xml.element("w:sectPr", &[], |xml| {
            self.write_references(xml);
            let (width, height) = SHEET;
            let (left, top) = (twips(measures.left), twips(measures.top));
            let right = width - left - twips(measures.core_width);
            let bottom = height - top - twips(measures.core_height);
            let footer = bottom - twips(measures.number_offset) - twips(measures.number_size) / 2;
            // A footer that reached into 版心 would take lines from it.
            let footer = (footer - 1).min(bottom - twips(measures.number_size)).max(0);
            let (size, [top, right, bottom, left]) = if self.is_turned {
                let size = [
                    ("w:w", height.into()),
                    ("w:h", width.into()),
                    ("w:orient", "landscape".into()),
                ];
                // Behind the table stands a paragraph that ends the section.
                (size.to_vec(), [left, top, right - 2 * THIN, bottom])
            } else {
                (vec![("w:w", width.into()), ("w:h", height.into())], [top, right, bottom, left])
            };
            xml.empty("w:pgSz", &size);
            let margins = [
                ("w:top", top.into()),
                ("w:right", right.into()),
                ("w:bottom", bottom.into()),
                ("w:left", left.into()),
                ("w:header", 851.min(top - 2 * THIN).into()),
                ("w:footer", footer.into()),
                ("w:gutter", 0.into()),
            ];
            xml.empty("w:pgMar", &margins);
            // Only an echo for Word's dialogs; the lines are exact, off the grid.
            let pitch = twips(measures.pitch).into();
            xml.empty("w:docGrid", &[("w:type", "lines".into()), ("w:linePitch", pitch)]);
        });
    }

    fn write_references(&self, xml: &mut Xml) {
        let [headers, footers] = match (self.is_turned, self.any_turned) {
            (true, _) => [Some((ODD_SIDE, EVEN_SIDE)), Some((NO_FOOTER, NO_FOOTER))],
            // A section that named no header would take that of the one before.
            (false, true) => [Some((NO_HEADER, NO_HEADER)), Some((ODD, EVEN))],
            (false, false) => [None, Some((ODD, EVEN))],
        };
        let all = [("w:headerReference", headers), ("w:footerReference", footers)];
        for (name, pair) in all {
            let Some((odd, even)) = pair else { continue };
            let (has_odd, has_even) = sides(self.place);
            for (kind, id, is_there) in [("default", odd, has_odd), ("even", even, has_even)] {
                if is_there {
                    xml.empty(name, &[("w:type", kind.into()), ("r:id", id.into())]);
                }
            }
        }
    }
}

/// Whether all or odd pages are numbered, and whether even ones otherwise.
fn sides(place: NumberPlace) -> (bool, bool) {
    (place != NumberPlace::None, place == NumberPlace::Outer)
}

/// The parts that hold the page numbers.
pub(super) fn parts(profile: &Profile, measures: &Measures, any_turned: bool) -> Vec<Part> {
    let (has_odd, has_even) = sides(profile.number_place());
    let all = [
        (ODD, "footer", true, has_odd),
        (EVEN, "footer", true, has_even),
        (ODD_SIDE, "header", true, has_odd && any_turned),
        (EVEN_SIDE, "header", true, has_even && any_turned),
        (NO_HEADER, "header", false, has_odd && any_turned),
        (NO_FOOTER, "footer", false, has_odd && any_turned),
    ];
    let there = all.into_iter().filter(|(.., is_there)| *is_there);
    there
        .map(|(id, kind, is_numbered, _)| {
            let number = is_numbered.then_some(Number {
                profile,
                size: twips(measures.number_size),
                is_even: id == EVEN || id == EVEN_SIDE,
            });
            let mut xml = Xml::part();
            let root = if kind == "footer" { "w:ftr" } else { "w:hdr" };
            xml.element(root, &NAMESPACES, |xml| match number {
                Some(number) if kind == "header" => number.write_beside(measures, xml),
                Some(number) => number.write(xml),
                None => thin_paragraph(xml),
            });
            Part { id, kind, content: xml.finish() }
        })
        .collect()
}

/// Writes a paragraph that nobody sees, where the file wants one.
fn thin_paragraph(xml: &mut Xml) {
    let thin = ParagraphProperties { exact_line: Some(THIN), ..ParagraphProperties::default() };
    xml.element("w:p", &[], |xml| thin.write(xml));
}

/// A page number.
#[derive(Debug, Clone, Copy)]
struct Number<'a> {
    profile: &'a Profile,
    size: i32,
    is_even: bool,
}

impl Number<'_> {
    /// Writes the paragraph: 一字 of its own size from the outer edge (7.5).
    fn write(self, xml: &mut Xml) {
        let indent = Some(self.size);
        let (alignment, indent) = match (self.profile.number_place(), self.is_even) {
            (NumberPlace::Center, _) => ("center", Indent::default()),
            (_, true) => ("left", Indent { left: indent, ..Indent::default() }),
            (_, false) => ("right", Indent { right: indent, ..Indent::default() }),
        };
        let paragraph = ParagraphProperties {
            style: Some(FOOTER),
            indent,
            alignment: Some(alignment),
            ..ParagraphProperties::default()
        };
        let has_dashes = self.profile.is_on(Parameter::NumberDashes);
        xml.element("w:p", &[], |xml| {
            paragraph.write(xml);
            for (idx, content) in NUMBER.into_iter().enumerate() {
                let is_dash = idx == 0 || idx + 1 == NUMBER.len();
                if is_dash && !has_dashes {
                    continue;
                }
                let run = RunProperties { fonts: Some(Fonts::EastAsian), ..Default::default() };
                xml.element("w:r", &[], |xml| {
                    run.write(xml);
                    xml.markup(content);
                });
            }
        });
    }

    /// Writes the number beside a turned sheet, where other pages have it: its
    /// left edge is their foot, so the number runs from top to bottom.
    fn write_beside(self, measures: &Measures, xml: &mut Xml) {
        let frame = Frame {
            name: "页码",
            x: measures.bottom() - measures.number_offset - measures.number_size / 2,
            y: measures.left,
            width: measures.number_size,
            height: measures.core_width,
            is_beside: true,
        };
        let thin = ParagraphProperties { exact_line: Some(THIN), ..Default::default() };
        xml.element("w:p", &[], |xml| {
            thin.write(xml);
            frame.write(&|xml| self.write(xml), xml);
        });
    }
}

/// The runs of a page number; the first and the last are its dashes.
const NUMBER: [&str; 7] = [
    r#"<w:t xml:space="preserve">— </w:t>"#,
    r#"<w:fldChar w:fldCharType="begin"/>"#,
    r#"<w:instrText xml:space="preserve"> PAGE </w:instrText>"#,
    r#"<w:fldChar w:fldCharType="separate"/>"#,
    "<w:t>1</w:t>",
    r#"<w:fldChar w:fldCharType="end"/>"#,
    r#"<w:t xml:space="preserve"> —</w:t>"#,
];
