//! Tables, with the columns and rows of the layout.

use crate::assemble::Paragraph;
use crate::layout::table::SetTable;
use crate::layout::units::{Emu, twips};

use super::paragraph::Writer;
use super::properties::{ParagraphProperties, RedRule};
use super::xml::Xml;

/// What all cells of a table have in common; lengths in twips.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid<'a> {
    /// The widths of the columns.
    pub(super) columns: &'a [Emu],
    /// The rules: their names and eighths of a point.
    pub(super) rules: &'a [(&'static str, i32)],
    /// A red rule at the foot instead.
    pub(super) red_rule: Option<RedRule>,
    /// Room at the left and right of a cell.
    pub(super) padding: Emu,
}

impl Grid<'_> {
    /// Writes a table around the rows that `rows` writes.
    pub(super) fn write(self, rows: &dyn Fn(&mut Xml), xml: &mut Xml) {
        let width = |name, length: Emu, xml: &mut Xml| {
            xml.empty(name, &[("w:w", twips(length).into()), ("w:type", "dxa".into())]);
        };
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| {
                width("w:tblW", self.columns.iter().sum(), xml);
                width("w:tblInd", 0, xml);
                xml.element("w:tblBorders", &[], |xml| {
                    for (name, size) in self.rules {
                        let rule = [
                            ("w:val", "single".into()),
                            ("w:sz", (*size).into()),
                            ("w:space", 0.into()),
                            ("w:color", "auto".into()),
                        ];
                        xml.empty(name, &rule);
                    }
                    if let Some(rule) = self.red_rule {
                        rule.write("w:bottom", xml);
                    }
                });
                xml.markup(r#"<w:tblLayout w:type="fixed"/>"#);
                xml.element("w:tblCellMar", &[], |xml| {
                    width("w:left", self.padding, xml);
                    width("w:right", self.padding, xml);
                });
            });
            xml.element("w:tblGrid", &[], |xml| {
                for column in self.columns {
                    xml.empty("w:gridCol", &[("w:w", twips(*column).into())]);
                }
            });
            rows(xml);
        });
    }
}

/// Writes a cell around the paragraphs that `content` writes; `margins` are its
/// own at the top, left, bottom and right.
pub(super) fn cell(
    width: Emu,
    margins: Option<[Emu; 4]>,
    content: &dyn Fn(&mut Xml),
    xml: &mut Xml,
) {
    const SIDES: [&str; 4] = ["w:top", "w:left", "w:bottom", "w:right"];
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", twips(width).into()), ("w:type", "dxa".into())]);
            if let Some(margins) = margins {
                xml.element("w:tcMar", &[], |xml| {
                    for (name, margin) in SIDES.into_iter().zip(margins) {
                        let margin = twips(margin).max(0).into();
                        xml.empty(name, &[("w:w", margin), ("w:type", "dxa".into())]);
                    }
                });
            }
            xml.value("w:vAlign", "center".into());
        });
        content(xml);
    });
}

impl Writer<'_> {
    /// Writes a table of the text; `room` is the height of its page.
    pub(super) fn table(self, rows: &[Paragraph], table: &SetTable, room: Emu, xml: &mut Xml) {
        const THIN: i32 = 4;
        let names = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
        let padding = self.press.looks().measures().cell_padding;
        let grid = Grid {
            columns: &table.columns,
            rules: &names.map(|it| (it, THIN)),
            red_rule: None,
            // Columns with no room for a character need all they have.
            padding: if table.too_wide { 0 } else { padding },
        };
        let header: Emu = table.rows.iter().take(table.n_header).map(|it| it.height).sum();
        grid.write(
            &|xml| {
                for (idx, (row, set)) in rows.iter().zip(&table.rows).enumerate() {
                    xml.element("w:tr", &[], |xml| {
                        xml.element("w:trPr", &[], |xml| {
                            // What no page takes may be broken anywhere.
                            if set.height <= room {
                                xml.switch("w:cantSplit", Some(true));
                                let height = twips(set.height).into();
                                let height = [("w:val", height), ("w:hRule", "atLeast".into())];
                                xml.empty("w:trHeight", &height);
                            }
                            // A header that takes most of a page is not repeated.
                            let repeats = idx < table.n_header && header < room / 2;
                            xml.switch("w:tblHeader", repeats.then_some(true));
                        });
                        for (column_idx, column) in table.columns.iter().enumerate() {
                            let n_lines = set.cells.get(column_idx).map_or(0, Vec::len);
                            let content = |xml: &mut Xml| {
                                self.cell_paragraph(row, column_idx, n_lines, xml);
                            };
                            cell(*column, None, &content, xml);
                        }
                    });
                }
            },
            xml,
        );
    }

    fn cell_paragraph(self, row: &Paragraph, column_idx: usize, n_lines: usize, xml: &mut Xml) {
        let properties = ParagraphProperties {
            style: Some(self.styles.get(row.role).kind.id),
            // A cell of one line is centred, as `sheet::cell_shift` has it; narrow
            // columns have too few characters to spread over a line.
            alignment: Some(if n_lines == 1 { "center" } else { "left" }),
            ..ParagraphProperties::default()
        };
        xml.element("w:p", &[], |xml| {
            properties.write(xml);
            if let Some(run) = row.runs.get(column_idx) {
                self.run(row.role, run, &run.text, xml);
            }
        });
    }
}
