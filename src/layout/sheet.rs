//! A page as it is drawn: texts and rules with their places on the sheet.
//!
//! What the page on the screen, the printed page and the html file have in
//! common is this; none of them computes a place.

use std::ops::Range;

use crate::assemble::{Paragraph, RunKind};
use crate::layout::galley::Set;
use crate::layout::lines::{Align, Line};
use crate::layout::look::Look;
use crate::layout::measures::SHEET_HEIGHT;
use crate::layout::pages::{Item, Page, What};
use crate::layout::press::Press;
use crate::layout::units::{Emu, MM, PT, mm, pt};
use crate::model::draft::TextAt;
use crate::model::profile::{NumberPlace, Parameter};

/// A page with everything in its place; lengths are from the top left of the
/// sheet, or of the turned sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The page number, from one.
    pub number: usize,
    /// Whether texts and rules are turned by 90 degrees to the left: their
    /// sheet lies on its side, with its head at the left edge of the page.
    pub is_turned: bool,
    /// The texts of the page, in reading order.
    pub texts: Vec<Placed>,
    /// The rules.
    pub rules: Vec<Rule>,
    /// The page number as printed; it is never turned.
    pub folio: Option<Placed>,
}

/// A line of text in its place.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Placed {
    /// From the left edge.
    pub x: Emu,
    /// From the top to the top of the line.
    pub y: Emu,
    /// What the line may take; a justified one takes all of it.
    pub width: Emu,
    /// The height of the line.
    pub height: Emu,
    /// How it stands in its width.
    pub align: Align,
    /// Whether it is full of full-width characters.
    pub solid: bool,
    /// Whether it begins its paragraph.
    pub is_first: bool,
    /// How many bytes of its paragraph stand before it.
    pub offset: usize,
    /// Its pieces.
    pub runs: Vec<PlacedRun>,
    /// The field that it comes from; none for a page number.
    pub source: Option<TextAt>,
    /// What the paragraph is, for those who look for it.
    pub role: Option<crate::assemble::Role>,
}

/// A piece of a line that looks the same throughout.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlacedRun {
    /// How it looks.
    pub look: Look,
    /// Its text.
    pub text: String,
}

/// A straight rule, as a filled box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rule {
    /// From the left edge.
    pub x: Emu,
    /// From the top.
    pub y: Emu,
    /// Its width.
    pub width: Emu,
    /// Its height.
    pub height: Emu,
    /// Whether it is red.
    pub red: bool,
}

impl Placed {
    /// The text of the line.
    pub fn text(&self) -> String {
        self.runs.iter().map(|it| it.text.as_str()).collect()
    }
}

/// Puts everything of a page in its place; `number` counts from one.
pub fn sheet(press: &Press, page: &Page, number: usize) -> Sheet {
    let measures = press.looks().measures();
    let left = measures.left_of(number);
    // A turned sheet has its head at the left edge of the page, and its left
    // edge at the foot.
    let (x, y) = if page.is_landscape { (measures.bottom(), left) } else { (left, measures.top) };
    let mut sheet = Sheet {
        number,
        is_turned: page.is_landscape,
        folio: folio(press, number),
        ..Sheet::default()
    };
    let mut bottom_of_table = None;
    for item in &page.items {
        let item = Item { x: item.x + x, y: item.y + y, ..*item };
        place(press, item, &mut sheet, &mut bottom_of_table);
    }
    if let Some(rule) = bottom_of_table {
        sheet.rules.push(rule);
    }
    sheet
}

fn place(press: &Press, item: Item, sheet: &mut Sheet, bottom_of_table: &mut Option<Rule>) {
    let measures = press.looks().measures();
    let profile = press.profile();
    let is_row = matches!(item.what, What::Row(..));
    if !is_row && let Some(rule) = bottom_of_table.take() {
        sheet.rules.push(rule);
    }
    match item.what {
        What::Line(at, n) => {
            let Some(Set::Paragraph(it)) = press.set(at) else { return };
            let lines = if it.is_row { 0..it.lines.len() } else { n as usize..n as usize + 1 };
            for (idx, line) in it.lines.iter().enumerate().take(lines.end).skip(lines.start) {
                let look = |kind| {
                    let look = press.looks().look(it.paragraph.role, kind);
                    // Only 发文机关标志 has a size of its own making.
                    if look.red { Look { size: it.size, ..look } } else { look }
                };
                sheet.texts.push(Placed {
                    x: item.x + line.indent,
                    y: item.y,
                    width: if line.align == Align::Justified {
                        measures.core_width - line.indent - right_of(press, it)
                    } else {
                        line.width
                    },
                    height: it.pitch,
                    align: line.align,
                    solid: line.solid,
                    is_first: idx == 0,
                    offset: line.range.start,
                    runs: runs(&it.paragraph, line.range.clone(), &look),
                    source: Some(it.paragraph.source),
                    role: Some(it.paragraph.role),
                });
            }
        }
        What::Row(at, n) => {
            if let Some(Set::Table(rows, table)) = press.set(at)
                && let (Some(row), Some(set)) = (rows.get(n as usize), table.rows.get(n as usize))
            {
                let width = table.columns.iter().sum();
                let thin = PT / 2;
                let rule = |y| Rule { x: item.x, y, width, height: thin, red: false };
                sheet.rules.push(rule(item.y - thin / 2));
                *bottom_of_table = Some(rule(item.y + set.height - thin / 2));
                let mut x = item.x;
                let upright = |x| Rule {
                    x: x - thin / 2,
                    y: item.y,
                    width: thin,
                    height: set.height,
                    red: false,
                };
                for ((cell, lines), column) in row.runs.iter().zip(&set.cells).zip(&table.columns) {
                    sheet.rules.push(upright(x));
                    let room = column - 2 * measures.cell_padding;
                    let height = lines.len() as Emu * measures.cell_pitch;
                    let top = item.y + (set.height - height) / 2;
                    for (idx, line) in lines.iter().enumerate() {
                        let look = press.looks().look(row.role, cell.kind);
                        sheet.texts.push(Placed {
                            x: x + measures.cell_padding + cell_shift(line, lines.len(), room),
                            y: top + idx as Emu * measures.cell_pitch,
                            width: line.width,
                            height: measures.cell_pitch,
                            // A few characters in a narrow column are not stretched.
                            align: if lines.len() == 1 { Align::Centred } else { Align::Left },
                            solid: false,
                            is_first: idx == 0,
                            offset: line.range.start,
                            runs: vec![PlacedRun {
                                look,
                                text: cell.text[line.range.clone()].to_owned(),
                            }],
                            source: Some(row.source),
                            role: Some(row.role),
                        });
                    }
                    x += column;
                }
                sheet.rules.push(upright(x));
            }
        }
        What::RedRule => {
            let height = pt(profile.hundredths(Parameter::RuleWidth));
            let width = measures.core_width;
            sheet.rules.push(Rule { x: item.x, y: item.y, width, height, red: true });
        }
        What::ImprintRule { is_outer } => {
            let parameter =
                if is_outer { Parameter::ImprintOuterRule } else { Parameter::ImprintInnerRule };
            let height = mm(profile.hundredths(parameter)).max(MM / 20);
            let (x, y, width) = (item.x, item.y - height / 2, measures.core_width);
            sheet.rules.push(Rule { x, y, width, height, red: false });
        }
    }
}

fn right_of(press: &Press, it: &crate::layout::galley::SetParagraph) -> Emu {
    crate::layout::galley::indent(&it.paragraph, press.looks()).right
}

/// A cell of one line is centred; longer texts begin at the left.
pub fn cell_shift(line: &Line, n_lines: usize, room: Emu) -> Emu {
    if n_lines == 1 { ((room - line.width) / 2).max(0) } else { 0 }
}

/// The pieces of a paragraph that a range of its text covers.
fn runs(
    paragraph: &Paragraph,
    range: Range<usize>,
    look: &dyn Fn(RunKind) -> Look,
) -> Vec<PlacedRun> {
    let mut placed: Vec<PlacedRun> = Vec::new();
    let mut at = 0;
    for run in &paragraph.runs {
        let (start, end) = (range.start.max(at), range.end.min(at + run.text.len()));
        if start < end
            && let Some(text) = run.text.get(start - at..end - at)
        {
            let look = look(run.kind);
            match placed.last_mut() {
                // Pieces that look alike are one, as far as drawing goes.
                Some(last) if last.look == look => last.text.push_str(text),
                _ => placed.push(PlacedRun { look, text: text.to_owned() }),
            }
        }
        at += run.text.len();
    }
    placed
}

/// The page number: `— 1 —`, 1字 from the outer edge of 版心 (7.5).
fn folio(press: &Press, number: usize) -> Option<Placed> {
    let (measures, profile) = (press.looks().measures(), press.profile());
    let place = profile.number_place();
    if place == NumberPlace::None {
        return None;
    }
    let text = if profile.is_on(Parameter::NumberDashes) {
        format!("— {number} —")
    } else {
        number.to_string()
    };
    let look = press.looks().number();
    let width = crate::layout::lines::Text::plain(&text, look, press.looks()).width();
    let (left, em) = (measures.left_of(number), measures.number_size);
    let is_odd = number % 2 == 1;
    let x = match place {
        NumberPlace::Center => left + (measures.core_width - width) / 2,
        _ if is_odd => left + measures.core_width - em - width,
        _ => left + em,
    };
    // The dash lies in the middle of its line.
    let height = measures.number_size;
    let y = SHEET_HEIGHT - measures.bottom() + measures.number_offset - height / 2;
    Some(Placed {
        x,
        y,
        width,
        height,
        align: if place == NumberPlace::Center { Align::Centred } else { Align::Left },
        solid: false,
        is_first: true,
        offset: 0,
        runs: vec![PlacedRun { look, text }],
        source: None,
        role: None,
    })
}
