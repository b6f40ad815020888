//! The part that holds the text: `document.xml`.

use crate::assemble::Role;
use crate::layout::galley::{Set, SetParagraph};
use crate::layout::gaps::{closing_edges, gap, keeps_with_next};
use crate::layout::pages::{Pages, What};
use crate::layout::press::Press;
use crate::layout::units::Emu;

use super::frame::NAMESPACES;
use super::masthead::At;
use super::paragraph::{Around, Writer};
use super::section::Section;
use super::styles::Styles;
use super::xml::Xml;

/// A set, and where the layout has it.
#[derive(Clone, Copy)]
struct Placed<'a> {
    set: &'a Set,
    /// Where its first line stands.
    x: Emu,
    y: Emu,
    /// The pages of its first and its last line.
    first_page: usize,
    last_page: usize,
    is_turned: bool,
}

/// Writes `word/document.xml`.
pub(super) fn document(press: &Press, pages: &Pages, styles: &Styles) -> String {
    let (text, imprint) = placed(press, pages);
    let section = Section {
        measures: *press.looks().measures(),
        place: press.profile().number_place(),
        is_turned: false,
        any_turned: pages.pages.iter().any(|it| it.is_landscape),
    };
    let body =
        Body { writer: Writer { press, styles }, text: &text, imprint: &imprint, pages, section };
    let mut xml = Xml::part();
    xml.reserve(length(press));
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| body.write(xml));
    });
    xml.finish()
}

/// Guesses the bytes of the part: the text, and what stands round each run.
fn length(press: &Press) -> usize {
    const RUN: usize = 160;
    let length = |it: &Set| match it {
        Set::Paragraph(it) => RUN + it.paragraph.runs.len() * RUN + it.text.len(),
        Set::Table(rows, _) => {
            rows.iter().flat_map(|it| &it.runs).map(|it| 2 * RUN + it.text.len()).sum()
        }
    };
    4000 + press.sets().map(|(_, it)| length(it)).sum::<usize>()
}

/// The sets with their places, those of 版记 apart.
fn placed<'a>(press: &'a Press, pages: &Pages) -> (Vec<Placed<'a>>, Vec<&'a SetParagraph>) {
    let mut items = pages
        .pages
        .iter()
        .enumerate()
        .flat_map(|(page, it)| it.items.iter().map(move |item| (page, it.is_landscape, item)))
        .filter_map(|(page, is_turned, item)| match item.what {
            What::Line(at, _) | What::Row(at, _) => Some((at, page, is_turned, item)),
            What::RedRule | What::ImprintRule { .. } => None,
        })
        .peekable();
    let (mut text, mut imprint) = (Vec::new(), Vec::new());
    for (at, set) in press.sets() {
        match set {
            Set::Paragraph(it) if it.paragraph.role.is_imprint() => {
                imprint.push(it);
                continue;
            }
            Set::Paragraph(_) | Set::Table(..) => {}
        }
        let page = text.last().map_or(0, |it: &Placed<'_>| it.last_page);
        let mut placed =
            Placed { set, x: 0, y: 0, first_page: page, last_page: page, is_turned: false };
        let mut is_first = true;
        while let Some((_, page, is_turned, item)) = items.next_if(|it| it.0 == at) {
            if is_first {
                placed = Placed { x: item.x, y: item.y, first_page: page, is_turned, ..placed };
                is_first = false;
            }
            placed.last_page = page;
        }
        text.push(placed);
    }
    (text, imprint)
}

struct Body<'a> {
    writer: Writer<'a>,
    text: &'a [Placed<'a>],
    imprint: &'a [&'a SetParagraph],
    pages: &'a Pages,
    section: Section,
}

impl Body<'_> {
    fn write(&self, xml: &mut Xml) {
        let (writer, text) = (self.writer, self.text);
        let n_head = text.iter().take_while(|it| it.set.role().is_masthead()).count();
        let mut head_bottom = None;
        if let (Some(page), 1..) = (self.pages.pages.first(), n_head) {
            let head: Vec<_> = text[..n_head]
                .iter()
                .filter_map(|it| Some(At { it: paragraph(it)?, x: it.x, y: it.y }))
                .collect();
            head_bottom = Some(writer.masthead(&head, page, xml));
            if let Some(section) = self.ended(n_head - 1) {
                writer.thin(&Around { section: Some(&section), ..Around::default() }, xml);
                head_bottom = None;
            }
        }
        // What stands above; nothing at the beginning of a section.
        let mut above = text[..n_head].last().map(|it| it.set.role());
        above = above.filter(|_| head_bottom.is_some());
        for (idx, placed) in text.iter().enumerate().skip(n_head) {
            let role = placed.set.role();
            let before = match head_bottom.take() {
                Some(bottom) => (placed.y - bottom).max(0),
                None => self.gap(above, role),
            };
            let section = self.ended(idx);
            let imprint = |xml: &mut Xml| writer.imprint(self.imprint, xml);
            let holds_imprint = idx + 1 == text.len() && self.is_imprint_on_last_page();
            let around = Around {
                before,
                section: section.as_ref(),
                anchored: if holds_imprint { Some(&imprint) } else { None },
                ..Around::default()
            };
            match placed.set {
                Set::Paragraph(it) => {
                    let around = Around {
                        edge: self.closing_edge(idx),
                        keeps_next: self.keeps_next(idx, it),
                        begins_page: role == Role::AttachmentLabel && above.is_some(),
                        before: if role == Role::AttachmentLabel { 0 } else { before },
                        ..around
                    };
                    writer.paragraph(it, &around, xml);
                }
                Set::Table(rows, table) => {
                    let measures = &self.section.measures;
                    let room = match placed.is_turned {
                        true => measures.core_width,
                        false => measures.core_height,
                    };
                    if !table.columns.is_empty() {
                        writer.table(rows, table, room, xml);
                    }
                    // Word would make one of two tables that follow each other,
                    // and a section or a document ends with a paragraph.
                    let next = text.get(idx + 1);
                    if section.is_some() || next.is_none_or(|it| paragraph(it).is_none()) {
                        writer.thin(&around, xml);
                    }
                }
            }
            above = Some(role).filter(|_| section.is_none());
        }
        if !self.imprint.is_empty() && !self.is_imprint_on_last_page() {
            let imprint = |xml: &mut Xml| writer.imprint(self.imprint, xml);
            let begins_page = above.is_some();
            let anchored: &dyn Fn(&mut Xml) = &imprint;
            let around = Around { begins_page, anchored: Some(anchored), ..Around::default() };
            writer.thin(&around, xml);
        }
        let is_turned = text.last().is_some_and(|it| it.is_turned) && self.imprint.is_empty();
        Section { is_turned, ..self.section }.write(xml);
    }

    fn gap(&self, above: Option<Role>, role: Role) -> Emu {
        let press = self.writer.press;
        gap(above, role, press.looks(), press.profile(), press.sealed())
    }

    /// Whether 版记 stands on the page where the text ends.
    fn is_imprint_on_last_page(&self) -> bool {
        !self.imprint.is_empty()
            && self.text.last().is_some_and(|it| {
                !it.is_turned
                    && !it.set.role().is_masthead()
                    && it.last_page + 1 == self.pages.pages.len()
            })
    }

    /// The section that ends with the set at `idx`, if another one follows:
    /// turned pages have sections of their own.
    fn ended(&self, idx: usize) -> Option<Section> {
        let it = self.text.get(idx)?;
        let ends = match self.text.get(idx + 1) {
            Some(next) if it.is_turned && next.is_turned => it.last_page < next.first_page,
            Some(next) => it.is_turned != next.is_turned,
            None => it.is_turned && !self.imprint.is_empty(),
        };
        ends.then_some(Section { is_turned: it.is_turned, ..self.section })
    }

    /// Whether a paragraph must not end a page: so for the layout, and before
    /// 署名 and 日期, which do not stand on a page alone (7.3.5.5).
    ///
    /// Word takes the last lines along and LibreOffice the whole paragraph, so
    /// one that would not fit on a page with what follows is left alone.
    fn keeps_next(&self, idx: usize, it: &SetParagraph) -> bool {
        let is_closing = |it: &&Placed<'_>| is_closing(it.set.role());
        let closing = self.text[idx + 1..].iter().take_while(is_closing).filter_map(paragraph);
        let height: Emu = closing.map(SetParagraph::height).sum();
        let role = it.paragraph.role;
        let room = self.section.measures.core_height - self.gap(Some(role), Role::Signature);
        keeps_with_next(it) || (0 < height && it.height() + height <= room)
    }

    /// The left edge of 署名 or 日期, which depends on those beside it.
    fn closing_edge(&self, idx: usize) -> Option<Emu> {
        let is_closing = |it: &&Placed<'_>| is_closing(it.set.role());
        let it = paragraph(self.text.get(idx).filter(is_closing)?)?;
        // One that takes lines of its own begins at the edge of 版心.
        if it.lines.len() != 1 {
            return None;
        }
        let before = self.text[..idx].iter().rev().take_while(is_closing).count();
        let group = self.text[idx - before..].iter().take_while(is_closing);
        let group: Vec<_> = group.filter_map(paragraph).collect();
        let press = self.writer.press;
        closing_edges(&group, press.looks(), press.profile(), press.sealed()).get(before).copied()
    }
}

fn paragraph<'a>(it: &Placed<'a>) -> Option<&'a SetParagraph> {
    match it.set {
        Set::Paragraph(it) => Some(it),
        Set::Table(..) => None,
    }
}

fn is_closing(role: Role) -> bool {
    matches!(role, Role::Signature | Role::Date)
}
