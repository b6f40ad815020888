//! Properties of paragraphs, runs and sections, written in the order of the schema.
//!
//! Word repairs or refuses a file whose properties stand in another order, so
//! nobody writes them one by one: fill in a struct, and its `write` knows.

use super::xml::{Value, Xml};

/// The properties of a paragraph (CT_PPr); what is `None` is inherited.
#[derive(Debug, Clone, Copy)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<&'static str>,
    pub(super) widow_control: Option<bool>,
    /// 避头尾: no line begins or ends with the wrong mark.
    pub(super) kinsoku: Option<bool>,
    /// 标点悬挂: marks may hang beyond the right edge.
    pub(super) overflow_punct: Option<bool>,
    /// Word's quarter-em between Chinese and Latin letters, and Chinese and digits.
    pub(super) auto_space: Option<bool>,
    pub(super) snap_to_grid: Option<bool>,
    pub(super) spacing: Spacing,
    pub(super) indent: Indent,
    pub(super) alignment: Option<&'static str>,
    /// Counts from zero, as the file format does.
    pub(super) outline_level: Option<i32>,
}

/// Space above and below a paragraph, and its lines, in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spacing {
    pub(super) before: Option<i32>,
    pub(super) after: Option<i32>,
    pub(super) exact_line: Option<i32>,
}

/// Indents in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Indent {
    pub(super) left: Option<i32>,
    pub(super) right: Option<i32>,
    /// The first line's indent, as hundredths of a character and as twips:
    /// Word goes by the former, LibreOffice reads the latter alone.
    pub(super) first_line: Option<(i32, i32)>,
}

/// The properties of a run (CT_RPr); what is `None` is inherited.
#[derive(Debug, Clone, Copy)]
pub(super) struct RunProperties {
    pub(super) style: Option<&'static str>,
    pub(super) fonts: Option<Fonts>,
    pub(super) bold: Option<bool>,
    /// Added behind every character, in twips.
    pub(super) spacing: Option<i32>,
    /// In half points.
    pub(super) size: Option<i32>,
    /// Says that the text is Chinese, for spelling and line breaks.
    pub(super) chinese: bool,
}

/// Which fonts a run takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fonts {
    /// This one for every script, so that quotes and digits keep to the grid.
    Face(&'static str),
    /// The style's, and “ ” ‘ ’ — … are Chinese wherever Word has the choice.
    EastAsian,
}

/// The properties of a section (CT_SectPr): paper, margins, grid and footers.
#[derive(Debug, Clone, Copy)]
pub(super) struct SectionProperties {
    pub(super) odd_footer: &'static str,
    pub(super) even_footer: &'static str,
    pub(super) page: Page,
}

/// A sheet of paper and where its text stands, in twips.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
    pub(super) left: i32,
    pub(super) header: i32,
    pub(super) footer: i32,
    pub(super) line_pitch: i32,
}

impl ParagraphProperties {
    /// Inherits everything.
    pub(super) const INHERITED: Self = Self {
        style: None,
        widow_control: None,
        kinsoku: None,
        overflow_punct: None,
        auto_space: None,
        snap_to_grid: None,
        spacing: Spacing::INHERITED,
        indent: Indent::INHERITED,
        alignment: None,
        outline_level: None,
    };

    /// Writes `w:pPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", self.style.into());
            xml.switch("w:widowControl", self.widow_control);
            xml.switch("w:kinsoku", self.kinsoku);
            xml.switch("w:overflowPunct", self.overflow_punct);
            xml.switch("w:autoSpaceDE", self.auto_space);
            xml.switch("w:autoSpaceDN", self.auto_space);
            xml.switch("w:snapToGrid", self.snap_to_grid);
            self.spacing.write(xml);
            self.indent.write(xml);
            xml.value("w:jc", self.alignment.into());
            xml.value("w:outlineLvl", self.outline_level.into());
        });
    }
}

impl Spacing {
    /// Inherits everything.
    pub(super) const INHERITED: Self = Self { before: None, after: None, exact_line: None };

    fn write(self, xml: &mut Xml) {
        if self == Self::INHERITED {
            return;
        }
        let attributes = [
            ("w:before", self.before.into()),
            ("w:after", self.after.into()),
            ("w:line", self.exact_line.into()),
            ("w:lineRule", self.exact_line.map(|_| "exact").into()),
        ];
        xml.empty("w:spacing", &attributes);
    }
}

impl Indent {
    /// Inherits everything.
    pub(super) const INHERITED: Self = Self { left: None, right: None, first_line: None };

    fn write(self, xml: &mut Xml) {
        if self == Self::INHERITED {
            return;
        }
        let attributes = [
            ("w:left", self.left.into()),
            ("w:right", self.right.into()),
            ("w:firstLineChars", self.first_line.map(|(chars, _)| chars).into()),
            ("w:firstLine", self.first_line.map(|(_, twips)| twips).into()),
        ];
        xml.empty("w:ind", &attributes);
    }
}

impl RunProperties {
    /// Inherits everything.
    pub(super) const INHERITED: Self =
        Self { style: None, fonts: None, bold: None, spacing: None, size: None, chinese: false };

    /// Writes `w:rPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:rPr", &[], |xml| {
            xml.value("w:rStyle", self.style.into());
            if let Some(fonts) = self.fonts {
                fonts.write(xml);
            }
            xml.switch("w:b", self.bold);
            xml.switch("w:bCs", self.bold);
            xml.value("w:spacing", self.spacing.into());
            xml.value("w:sz", self.size.into());
            xml.value("w:szCs", self.size.into());
            if self.chinese {
                xml.markup(r#"<w:lang w:val="en-US" w:eastAsia="zh-CN"/>"#);
            }
        });
    }
}

impl Fonts {
    fn write(self, xml: &mut Xml) {
        let face = match self {
            Self::Face(face) => Value::Word(face),
            Self::EastAsian => Value::Absent,
        };
        let attributes = [
            ("w:hint", "eastAsia".into()),
            ("w:ascii", face),
            ("w:hAnsi", face),
            ("w:eastAsia", face),
            ("w:cs", face),
        ];
        xml.empty("w:rFonts", &attributes);
    }
}

impl SectionProperties {
    /// Writes `w:sectPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        let page = self.page;
        xml.element("w:sectPr", &[], |xml| {
            for (kind, id) in [("default", self.odd_footer), ("even", self.even_footer)] {
                let attributes = [("w:type", kind.into()), ("r:id", id.into())];
                xml.empty("w:footerReference", &attributes);
            }
            xml.empty("w:pgSz", &[("w:w", page.width.into()), ("w:h", page.height.into())]);
            let margins = [
                ("w:top", page.top.into()),
                ("w:right", page.right.into()),
                ("w:bottom", page.bottom.into()),
                ("w:left", page.left.into()),
                ("w:header", page.header.into()),
                ("w:footer", page.footer.into()),
                ("w:gutter", 0.into()),
            ];
            xml.empty("w:pgMar", &margins);
            let grid = [("w:type", "lines".into()), ("w:linePitch", page.line_pitch.into())];
            xml.empty("w:docGrid", &grid);
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that the children stand in the order of the schema, all of them.
    #[track_caller]
    fn check(write: impl FnOnce(&mut Xml), expected: &[&str]) {
        let mut xml = Xml::part();
        write(&mut xml);
        let xml = xml.finish();
        let names: Vec<&str> = xml
            .split("<w:")
            .skip(2)
            .map(|it| it.split([' ', '/', '>']).next().unwrap_or_default())
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn paragraph_properties_keep_the_order_of_the_schema() {
        let all = ParagraphProperties {
            style: Some("Title"),
            widow_control: Some(false),
            kinsoku: Some(true),
            overflow_punct: Some(false),
            auto_space: Some(false),
            snap_to_grid: Some(false),
            spacing: Spacing { before: Some(1), after: Some(2), exact_line: Some(3) },
            indent: Indent { left: Some(4), right: Some(5), first_line: Some((200, 630)) },
            alignment: Some("both"),
            outline_level: Some(0),
        };
        let order = [
            "pStyle",
            "widowControl",
            "kinsoku",
            "overflowPunct",
            "autoSpaceDE",
            "autoSpaceDN",
            "snapToGrid",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
        ];
        check(|xml| all.write(xml), &order);
    }

    #[test]
    fn run_properties_keep_the_order_of_the_schema() {
        let all = RunProperties {
            style: Some("Lead"),
            fonts: Some(Fonts::Face("黑体")),
            bold: Some(true),
            spacing: Some(-5),
            size: Some(32),
            chinese: true,
        };
        let order = ["rStyle", "rFonts", "b", "bCs", "spacing", "sz", "szCs", "lang"];
        check(|xml| all.write(xml), &order);
    }

    #[test]
    fn what_is_inherited_is_not_written() {
        check(|xml| ParagraphProperties::INHERITED.write(xml), &[]);
        check(|xml| RunProperties::INHERITED.write(xml), &[]);
    }
}
