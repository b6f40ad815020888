//! One paragraph: its properties and its runs.

use crate::assemble::{Role, Run};
use crate::layout::galley::{self, SetParagraph};
use crate::layout::press::Press;
use crate::layout::units::{Emu, twips};

use super::properties::{Fonts, Indent, ParagraphProperties, RedRule, RunProperties};
use super::section::{Section, THIN};
use super::styles::{self, Styles};
use super::xml::Xml;

/// What a paragraph has from its place in the document.
#[derive(Clone, Copy, Default)]
pub(super) struct Around<'a> {
    /// The room above it.
    pub(super) before: Emu,
    /// Its left edge, where that is not its role's.
    pub(super) edge: Option<Emu>,
    /// Whether it must not end a page.
    pub(super) keeps_next: bool,
    /// Whether it begins a page.
    pub(super) begins_page: bool,
    /// The rule under it.
    pub(super) red_rule: Option<RedRule>,
    /// The section that it ends.
    pub(super) section: Option<&'a Section>,
    /// What is anchored at its end.
    pub(super) anchored: Option<&'a dyn Fn(&mut Xml)>,
}

/// Writes the paragraphs of one document.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) press: &'a Press,
    pub(super) styles: &'a Styles,
}

impl Writer<'_> {
    /// Writes a paragraph.
    pub(super) fn paragraph(self, it: &SetParagraph, around: &Around<'_>, xml: &mut Xml) {
        let role = it.paragraph.role;
        let style = self.styles.get(role);
        let own = galley::indent(&it.paragraph, self.press.looks());
        let mut properties = ParagraphProperties {
            style: Some(style.kind.id),
            keep_next: (around.keeps_next != style.keeps_next).then_some(around.keeps_next),
            page_break_before: around.begins_page,
            red_rule: around.red_rule,
            before: Some(twips(around.before)).filter(|&it| it != 0),
            section: around.section,
            ..ParagraphProperties::default()
        };
        if own != style.indent {
            properties.indent = styles::indent(own, self.press);
        }
        if let Some(edge) = around.edge {
            self.set_edge(edge, it, &mut properties);
        }
        if let Some(first) = it.lines.first().filter(|_| it.is_row) {
            // An indent of the first line alone, since a border would follow any other.
            let first_line = Some(twips(first.indent));
            properties.indent = Indent { first_line, ..Indent::default() };
            properties.alignment = Some("left");
            properties.tab = it.lines.get(1).map(|line| match role {
                Role::Printed => ("right", twips(line.indent + line.width)),
                _ => ("left", twips(line.indent)),
            });
        }
        xml.element("w:p", &[], |xml| {
            properties.write(xml);
            self.runs(it, xml);
            if let Some(anchored) = around.anchored {
                anchored(xml);
            }
        });
    }

    /// Places 署名 or 日期 by its left edge.
    ///
    /// Under a seal they are centred over each other (7.3.5.1), and stay so in
    /// fonts of other widths when the room to centre in says where.
    fn set_edge(self, edge: Emu, it: &SetParagraph, properties: &mut ParagraphProperties<'_>) {
        let left = match self.press.sealed() {
            true => 2 * edge + it.width - self.press.looks().measures().core_width,
            false => edge,
        };
        let length = Some(twips(left.abs()));
        properties.indent = match left < 0 {
            true => Indent { right: length, ..Indent::default() },
            false => Indent { left: length, ..Indent::default() },
        };
        properties.alignment = self.press.sealed().then_some("center");
    }

    /// Writes a paragraph that nobody sees, where the file wants one.
    pub(super) fn thin(self, around: &Around<'_>, xml: &mut Xml) {
        let properties = ParagraphProperties {
            page_break_before: around.begins_page,
            exact_line: Some(THIN),
            section: around.section,
            ..ParagraphProperties::default()
        };
        xml.element("w:p", &[], |xml| {
            properties.write(xml);
            if let Some(anchored) = around.anchored {
                anchored(xml);
            }
        });
    }

    fn runs(self, it: &SetParagraph, xml: &mut Xml) {
        let role = it.paragraph.role;
        let is_title = matches!(role, Role::Title | Role::AttachmentTitle);
        // Where the lines of a title begin; other lines break by themselves.
        let lines = it.lines.iter().skip(1).filter(|_| is_title);
        let mut breaks = lines.map(|it| it.range.start).peekable();
        let mut at = 0;
        for run in &it.paragraph.runs {
            let end = at + run.text.len();
            let mut rest = run.text.as_str();
            while let Some(start) = breaks.next_if(|&it| it < end) {
                if let Some((line, next)) = rest.split_at_checked(start - at) {
                    self.run(role, run, line, xml);
                    line_break(xml);
                    (at, rest) = (start, next);
                }
            }
            self.run(role, run, rest, xml);
            at = end;
        }
    }

    /// Writes a part of a run.
    pub(super) fn run(self, role: Role, run: &Run, text: &str, xml: &mut Xml) {
        if text.is_empty() {
            return;
        }
        let style = styles::piece(role, run.kind);
        // Two styles that are both bold would cancel each other out in Word.
        let is_unsure = style.is_some() && self.styles.get(role).look.bold;
        let properties = RunProperties {
            style,
            fonts: Some(Fonts::EastAsian),
            bold: is_unsure.then(|| self.press.looks().look(role, run.kind).bold),
            ..RunProperties::default()
        };
        xml.element("w:r", &[], |xml| {
            properties.write(xml);
            for (line_idx, line) in text.split('\n').enumerate() {
                // A document has no line breaks; one that comes all the same is kept.
                if line_idx > 0 {
                    xml.markup("<w:br/>");
                }
                let line = line.strip_suffix('\r').unwrap_or(line);
                for (piece_idx, piece) in line.split('\t').enumerate() {
                    if piece_idx > 0 {
                        xml.markup("<w:tab/>");
                    }
                    if !piece.is_empty() {
                        let keep_spaces = [("xml:space", "preserve".into())];
                        xml.element("w:t", &keep_spaces, |xml| xml.text(piece));
                    }
                }
            }
        });
    }
}

/// Ends a line of a title. The break is layout and not text, so it stands where
/// programs that gather the text of a paragraph's runs do not look for it, and
/// they get the title whole; those that draw it know this kind of choice.
fn line_break(xml: &mut Xml) {
    xml.markup(concat!(
        r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:br/></mc:Choice>"#,
        "<mc:Fallback><w:br/></mc:Fallback></mc:AlternateContent></w:r>"
    ));
}
