//! 版记: a text box at the foot of the last page (GB/T 9704-2012, 7.4).
//!
//! Its last rule lies on the lower edge of 版心 however many lines the program
//! that opens the file makes of the text, which no paragraph of the text could do.
//! Its place is an offset: LibreOffice puts a box that grows and is aligned to
//! the foot 2 mm above it.

use crate::layout::galley::SetParagraph;
use crate::layout::units::{Emu, PT, mm};
use crate::model::profile::Parameter;

use super::frame::Frame;
use super::paragraph::{Around, Writer};
use super::table::{Grid, cell};
use super::xml::Xml;

impl Writer<'_> {
    /// Writes a run that anchors 版记.
    pub(super) fn imprint(self, paragraphs: &[&SetParagraph], xml: &mut Xml) {
        let measures = self.press.looks().measures();
        let rule = |parameter| {
            // Eighths of a point, of which a border has two at least.
            let width = mm(self.press.profile().hundredths(parameter));
            ((width + PT / 16) / (PT / 8)).max(2)
        };
        let outer = rule(Parameter::ImprintOuterRule);
        let inner = rule(Parameter::ImprintInnerRule);
        let grid = Grid {
            columns: &[measures.core_width],
            rules: &[("w:top", outer), ("w:bottom", outer), ("w:insideH", inner)],
            red_rule: None,
            padding: 0,
        };
        // In a table the rules take room of their own between the rows.
        let rules = 2 * outer + inner * (paragraphs.len() as i32 - 1);
        let lines: Emu = paragraphs.iter().map(|it| it.height()).sum();
        let height = lines + rules * (PT / 8);
        let frame = Frame {
            name: "版记",
            x: 0,
            y: measures.core_height - height,
            width: measures.core_width,
            height,
            is_beside: false,
        };
        let row = |it: &SetParagraph, xml: &mut Xml| {
            let content = |xml: &mut Xml| self.paragraph(it, &Around::default(), xml);
            xml.element("w:tr", &[], |xml| cell(measures.core_width, None, &content, xml));
        };
        let rows = |xml: &mut Xml| paragraphs.iter().for_each(|it| row(it, xml));
        let content = |xml: &mut Xml| {
            grid.write(&rows, xml);
            // Word wants a paragraph behind every table.
            self.thin(&Around::default(), xml);
        };
        frame.write(&content, xml);
    }
}
