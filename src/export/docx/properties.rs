//! Properties of paragraphs and runs, written in the order of the schema.
//!
//! Word repairs or refuses a file whose properties stand in another order, so
//! nobody writes them one by one: fill in a struct, and its `write` knows.

use super::section::Section;
use super::xml::{Value, Xml};

/// The properties of a paragraph (CT_PPr); what is `None` or off is inherited.
/// Lengths are in twips.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ParagraphProperties<'a> {
    pub(super) style: Option<&'static str>,
    pub(super) keep_next: Option<bool>,
    pub(super) page_break_before: bool,
    /// Whether these are what every paragraph inherits.
    pub(super) is_default: bool,
    pub(super) red_rule: Option<RedRule>,
    /// A tab stop: `left` or `right`, and where.
    pub(super) tab: Option<(&'static str, i32)>,
    pub(super) before: Option<i32>,
    pub(super) exact_line: Option<i32>,
    pub(super) indent: Indent,
    pub(super) alignment: Option<&'static str>,
    /// Counts from zero, as the file format does.
    pub(super) outline_level: Option<i32>,
    /// The section that the paragraph ends.
    pub(super) section: Option<&'a Section>,
}

/// The red rule of 版头, as the lower border of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RedRule {
    /// In eighths of a point.
    pub(super) width: i32,
    /// From the line above, in points.
    pub(super) space: i32,
}

/// Indents in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Indent {
    pub(super) left: Option<i32>,
    pub(super) right: Option<i32>,
    /// The first line's indent behind `left`; below zero it hangs.
    pub(super) first_line: Option<i32>,
    /// The same in hundredths of a character: Word goes by this where it is
    /// given, LibreOffice reads the twips alone.
    pub(super) first_line_chars: Option<i32>,
}

/// The properties of a run (CT_RPr); what is `None` or off is inherited.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RunProperties<'a> {
    pub(super) style: Option<&'static str>,
    pub(super) fonts: Option<Fonts<'a>>,
    pub(super) bold: Option<bool>,
    pub(super) red: bool,
    /// Added behind every character, in twips.
    pub(super) spacing: Option<i32>,
    /// In half points.
    pub(super) size: Option<i32>,
    /// Says that the text is Chinese, for spelling and line breaks.
    pub(super) chinese: bool,
}

/// Which fonts a run takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fonts<'a> {
    /// One for Latin letters and digits and one for the rest; both are the same
    /// unless a profile wants otherwise, so that digits keep to the grid.
    Faces(&'a str, &'a str),
    /// The style's, and “ ” ‘ ’ — … are Chinese wherever Word has the choice.
    EastAsian,
}

impl ParagraphProperties<'_> {
    /// Writes `w:pPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:pPr", &[], |xml| {
            xml.value("w:pStyle", self.style.into());
            xml.switch("w:keepNext", self.keep_next);
            xml.switch("w:pageBreakBefore", self.page_break_before.then_some(true));
            if self.is_default {
                // Every full page has 22 lines, even where one line stands alone.
                xml.switch("w:widowControl", Some(false));
            }
            if let Some(rule) = self.red_rule {
                xml.element("w:pBdr", &[], |xml| rule.write("w:bottom", xml));
            }
            if let Some((kind, position)) = self.tab {
                let stop = [("w:val", kind.into()), ("w:pos", position.into())];
                xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &stop));
            }
            if self.is_default {
                xml.markup(OFF_THE_GRID);
            }
            let spacing = [
                ("w:before", self.before.into()),
                ("w:after", self.is_default.then_some(0).into()),
                ("w:line", self.exact_line.into()),
                ("w:lineRule", self.exact_line.map(|_| "exact").into()),
            ];
            xml.filled("w:spacing", &spacing);
            self.indent.write(xml);
            xml.value("w:jc", self.alignment.into());
            xml.value("w:outlineLvl", self.outline_level.into());
            if let Some(section) = self.section {
                section.write(xml);
            }
        });
    }
}

/// 避头尾, and nothing that would break the 28 characters of a line: no hanging
/// marks, no gaps between Chinese and Latin letters or digits, and no grid,
/// which LibreOffice would let override the exact lines.
const OFF_THE_GRID: &str = concat!(
    r#"<w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>"#,
    r#"<w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>"#,
);

impl RedRule {
    pub(super) fn write(self, name: &'static str, xml: &mut Xml) {
        let attributes = [
            ("w:val", "single".into()),
            ("w:sz", self.width.into()),
            ("w:space", self.space.into()),
            ("w:color", RED.into()),
        ];
        xml.empty(name, &attributes);
    }
}

/// The one colour: of 发文机关标志 and its rule.
const RED: &str = "FF0000";

impl Indent {
    fn write(self, xml: &mut Xml) {
        let first = self.first_line;
        let attributes = [
            ("w:left", self.left.into()),
            ("w:right", self.right.into()),
            ("w:firstLineChars", self.first_line_chars.into()),
            ("w:firstLine", first.filter(|&it| 0 <= it).into()),
            ("w:hanging", first.filter(|&it| it < 0).map(|it| -it).into()),
        ];
        xml.filled("w:ind", &attributes);
    }
}

impl RunProperties<'_> {
    /// Writes `w:rPr`.
    pub(super) fn write(&self, xml: &mut Xml) {
        xml.element("w:rPr", &[], |xml| {
            xml.value("w:rStyle", self.style.into());
            if let Some(fonts) = self.fonts {
                fonts.write(xml);
            }
            xml.switch("w:b", self.bold);
            xml.switch("w:bCs", self.bold);
            xml.value("w:color", self.red.then_some(RED).into());
            xml.value("w:spacing", self.spacing.into());
            xml.value("w:sz", self.size.into());
            xml.value("w:szCs", self.size.into());
            if self.chinese {
                xml.markup(r#"<w:lang w:val="en-US" w:eastAsia="zh-CN"/>"#);
            }
        });
    }
}

impl Fonts<'_> {
    fn write(self, xml: &mut Xml) {
        let (latin, chinese) = match self {
            Self::Faces(latin, chinese) => (latin.into(), chinese.into()),
            Self::EastAsian => (Value::Absent, Value::Absent),
        };
        let attributes = [
            ("w:hint", "eastAsia".into()),
            ("w:ascii", latin),
            ("w:hAnsi", latin),
            ("w:eastAsia", chinese),
            ("w:cs", latin),
        ];
        xml.empty("w:rFonts", &attributes);
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
            keep_next: Some(true),
            page_break_before: true,
            is_default: true,
            red_rule: Some(RedRule { width: 12, space: 7 }),
            tab: Some(("left", 100)),
            before: Some(1),
            exact_line: Some(3),
            indent: Indent { left: Some(4), first_line: Some(630), ..Indent::default() },
            alignment: Some("both"),
            outline_level: Some(0),
            section: None,
        };
        let order = [
            "pStyle",
            "keepNext",
            "pageBreakBefore",
            "widowControl",
            "pBdr",
            "bottom",
            "tabs",
            "tab",
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
            fonts: Some(Fonts::Faces("黑体", "黑体")),
            bold: Some(true),
            red: true,
            spacing: Some(-5),
            size: Some(32),
            chinese: true,
        };
        let order = ["rStyle", "rFonts", "b", "bCs", "color", "spacing", "sz", "szCs", "lang"];
        check(|xml| all.write(xml), &order);
    }

    #[test]
    fn what_is_inherited_is_not_written() {
        check(|xml| ParagraphProperties::default().write(xml), &[]);
        check(|xml| RunProperties::default().write(xml), &[]);
    }
}
