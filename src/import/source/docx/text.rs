//! The text of `document.xml`: its paragraphs, and the rows of its tables.

use crate::import::line::{Hint, Line};
use crate::import::notice::Notice;
use crate::import::source::Refusal;
use crate::model::clean;

use super::numbering::Numbering;
use super::styles::{Properties, Styles};
use super::symbols;
use super::xml::{Element, Parts, Piece, Space};

/// What is read, and what was met on the way.
#[derive(Default)]
pub(super) struct Text {
    pub(super) lines: Vec<Line>,
    pub(super) notices: Vec<Notice>,
    n_numbers: usize,
    n_insertions: usize,
    n_deletions: usize,
    n_pictures: usize,
    n_formulas: usize,
    n_hidden: usize,
    n_dropped: usize,
    n_tables: u32,
}

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    text: String,
    properties: Properties,
    /// Whether its mark was deleted, so that the next one goes on in it.
    runs_on: bool,
}

/// A table that is open.
#[derive(Default)]
struct Table {
    rows: Vec<String>,
    row: Vec<String>,
    cell: Vec<String>,
    span: usize,
}

/// The most columns that one cell may take.
const WIDEST: usize = 60;

/// Where the reader is among elements that change what text means.
#[derive(Default)]
struct Place {
    /// Depth below an element whose content is left out.
    skipped: usize,
    /// For every open choice, whether a branch was taken.
    choices: Vec<bool>,
    /// Texts of the text boxes that are open.
    boxes: Vec<Vec<String>>,
    /// Drawings that are open, and whether each has text.
    drawings: Vec<bool>,
    paragraphs: Vec<Paragraph>,
    /// Tables that are open, and in how many text boxes each stands.
    tables: Vec<(Table, usize)>,
    in_text: usize,
    in_paragraph_properties: usize,
    in_run_properties: usize,
    /// What a deleted paragraph mark leaves for the next paragraph.
    pending: String,
}

impl Text {
    /// Reads a part.
    pub(super) fn read(
        &mut self,
        part: &str,
        styles: &Styles,
        numbering: &mut Numbering,
    ) -> Result<(), Refusal> {
        let mut parts = Parts::of(part);
        let mut at = Place::default();
        while let Some(piece) = parts.next()? {
            match piece {
                Piece::Start(..) if at.skipped != 0 => at.skipped += 1,
                Piece::End(..) if at.skipped != 0 => at.skipped -= 1,
                Piece::Start(space, it) => self.start(space, &it, &mut at),
                Piece::End(space, name) => self.end(space, &name, &mut at, styles, numbering),
                Piece::Text(text) => {
                    if at.skipped == 0 && at.in_text != 0 {
                        push(&mut at, &text);
                    }
                }
            }
        }
        // A file that breaks off keeps what it has.
        while let Some(paragraph) = at.paragraphs.pop() {
            self.finish(paragraph, &mut at, styles, numbering);
        }
        self.notices();
        Ok(())
    }

    fn start(&mut self, space: Space, it: &Element<'_>, at: &mut Place) {
        match (space, it.name.as_str()) {
            (Space::Choice, "AlternateContent") => at.choices.push(false),
            (Space::Choice, "Choice" | "Fallback") => {
                match at.choices.last_mut() {
                    Some(taken) if !*taken => *taken = true,
                    // One branch, never both.
                    _ => at.skipped = 1,
                }
            }
            (Space::Math, "oMath") => self.n_formulas += 1,
            (Space::Math, "t") => at.in_text += 1,
            (Space::Word, name) => self.start_word(name, it, at),
            (Space::Choice | Space::Math | Space::Other, _) => {}
        }
    }

    fn start_word(&mut self, name: &str, it: &Element<'_>, at: &mut Place) {
        match name {
            "p" => at.paragraphs.push(Paragraph::default()),
            "pPr" => at.in_paragraph_properties += 1,
            "rPr" => at.in_run_properties += 1,
            "pPrChange" | "rPrChange" | "sectPr" | "tblPr" | "trPr" | "tblGrid" | "instrText"
            | "delText" | "rt" | "fldData" => {
                at.skipped = 1;
            }
            "del" | "moveFrom" if at.in_run_properties != 0 => {
                if let Some(paragraph) =
                    at.paragraphs.last_mut().filter(|_| at.in_paragraph_properties != 0)
                {
                    paragraph.runs_on = true;
                }
                self.n_deletions += usize::from(at.in_paragraph_properties != 0);
            }
            "ins" | "moveTo" if at.in_run_properties != 0 => {
                self.n_insertions += usize::from(at.in_paragraph_properties != 0);
            }
            "del" | "moveFrom" => {
                self.n_deletions += 1;
                at.skipped = 1;
            }
            "ins" | "moveTo" => self.n_insertions += 1,
            "vanish"
                if at.in_run_properties != 0 && at.in_paragraph_properties == 0 && it.is_on() =>
            {
                self.n_hidden += 1;
            }
            "pStyle" | "numId" | "ilvl" | "outlineLvl" if at.in_paragraph_properties != 0 => {
                if let Some(paragraph) = at.paragraphs.last_mut() {
                    paragraph.properties.take(it);
                }
            }
            "t" => at.in_text += 1,
            "tab" if at.in_paragraph_properties == 0 => push(at, "\t"),
            "ptab" => push(at, "\t"),
            "noBreakHyphen" => push(at, "\u{2011}"),
            "cr" => push(at, "\n"),
            "br" => {
                let is_line = it.get("type").is_none_or(|it| it == "textWrapping");
                // A break behind a choice is where our own titles end a line.
                if is_line && at.choices.is_empty() {
                    push(at, "\n");
                }
            }
            "sym" => {
                let code = it.get("char").and_then(|it| u32::from_str_radix(&it, 16).ok());
                let symbol = code
                    .map(|it| if it < 0x100 { it + 0xf000 } else { it })
                    .and_then(char::from_u32);
                if let Some(symbol) = symbol {
                    push(at, symbols::plain(symbol).encode_utf8(&mut [0; 4]));
                }
            }
            "drawing" | "pict" | "object" => at.drawings.push(false),
            "txbxContent" => {
                if let Some(has_text) = at.drawings.last_mut() {
                    *has_text = true;
                }
                at.boxes.push(Vec::new());
            }
            "tbl" => at.tables.push((Table::default(), at.boxes.len())),
            "tr" => {
                if let Some((table, _)) = at.tables.last_mut() {
                    table.row.clear();
                }
            }
            "tc" => {
                if let Some((table, _)) = at.tables.last_mut() {
                    table.cell.clear();
                    table.span = 1;
                }
            }
            "gridSpan" => {
                let span = it.value().and_then(|it| it.parse().ok()).unwrap_or(1);
                if let Some((table, _)) = at.tables.last_mut() {
                    table.span = usize::min(span, WIDEST).max(1);
                }
            }
            _ => {}
        }
    }

    fn end(
        &mut self,
        space: Space,
        name: &str,
        at: &mut Place,
        styles: &Styles,
        numbering: &mut Numbering,
    ) {
        match (space, name) {
            (Space::Choice, "AlternateContent") => {
                at.choices.pop();
            }
            (Space::Math, "t") | (Space::Word, "t") => at.in_text = at.in_text.saturating_sub(1),
            (Space::Word, "pPr") => {
                at.in_paragraph_properties = at.in_paragraph_properties.saturating_sub(1);
            }
            (Space::Word, "rPr") => at.in_run_properties = at.in_run_properties.saturating_sub(1),
            (Space::Word, "p") => {
                if let Some(paragraph) = at.paragraphs.pop() {
                    self.finish(paragraph, at, styles, numbering);
                }
            }
            (Space::Word, "drawing" | "pict" | "object") => {
                self.n_pictures += usize::from(at.drawings.pop() == Some(false));
            }
            (Space::Word, "txbxContent") => {
                let text = at.boxes.pop().unwrap_or_default().join(" / ");
                if !text.is_empty() {
                    self.notices.push(Notice::TextBox(text));
                }
            }
            (Space::Word, "tc") => {
                if let Some((table, _)) = at.tables.last_mut() {
                    let cell = std::mem::take(&mut table.cell).join(" ");
                    table.row.push(cell.replace('\t', " "));
                    for _ in 1..table.span {
                        table.row.push(String::new());
                    }
                    table.span = 1;
                }
            }
            (Space::Word, "tr") => {
                if let Some((table, _)) = at.tables.last_mut() {
                    let row = std::mem::take(&mut table.row).join("\t");
                    table.rows.push(row);
                }
            }
            (Space::Word, "tbl") => {
                if let Some((table, n_boxes)) = at.tables.pop() {
                    self.table(table, n_boxes, at);
                }
            }
            _ => {}
        }
    }

    /// Puts a finished table where it stands: in the text, a cell, or a box.
    fn table(&mut self, table: Table, n_boxes: usize, at: &mut Place) {
        let rows = table.rows.into_iter().filter(|it| !it.trim().is_empty());
        let outer = at.tables.last_mut().filter(|it| it.1 == n_boxes);
        if let Some((outer, _)) = outer {
            outer.cell.extend(rows.map(|it| it.replace('\t', " ")));
        } else if let Some(texts) = at.boxes.last_mut() {
            texts.extend(rows);
        } else {
            self.n_tables += 1;
            let hint = Hint::Row(self.n_tables);
            self.lines.extend(rows.map(|text| Line { text, hint }));
        }
    }

    /// Puts a finished paragraph where it stands, with its number in front.
    fn finish(
        &mut self,
        paragraph: Paragraph,
        at: &mut Place,
        styles: &Styles,
        numbering: &mut Numbering,
    ) {
        let Paragraph { text, properties, runs_on } = paragraph;
        let text = std::mem::take(&mut at.pending) + &text;
        if runs_on {
            at.pending = text;
            return;
        }
        self.n_dropped +=
            text.chars().filter(|&it| crate::import::source::txt::is_dropped(it)).count();
        let mut lines: Vec<String> = clean::paragraphs(&text).map(|it| it.into_owned()).collect();
        let effective = styles.effective(&properties);
        // Word counts a paragraph without text, but one that is nothing but the
        // file's own is no item of a list.
        let level = |list| {
            let linked = numbering.level_of(list, properties.style.as_deref());
            effective.level.or(linked).unwrap_or(0)
        };
        if let Some((list, level)) = effective.list.map(|it| (it, level(it)))
            && !lines.is_empty()
            && let Some(number) = numbering.next(list, level).filter(|it| !it.trim().is_empty())
            && let Some(first) = lines.first_mut()
        {
            self.n_numbers += 1;
            let printed = clean::number(&number);
            first.insert_str(0, &printed);
        }
        let n_boxes = at.boxes.len();
        if let Some((table, _)) = at.tables.last_mut().filter(|it| it.1 == n_boxes) {
            table.cell.append(&mut lines);
        } else if let Some(texts) = at.boxes.last_mut() {
            texts.append(&mut lines);
        } else {
            let hint = match effective.outline {
                _ if effective.is_title => Hint::Title,
                Some(level) => Hint::Heading(level + 1),
                None => Hint::None,
            };
            self.lines.extend(lines.into_iter().map(|text| Line { text, hint }));
        }
    }

    fn notices(&mut self) {
        let met = [
            Notice::AutoNumbers(self.n_numbers),
            Notice::Insertions(self.n_insertions),
            Notice::Deletions(self.n_deletions),
            Notice::Pictures(self.n_pictures),
            Notice::Formulas(self.n_formulas),
            Notice::Hidden(self.n_hidden),
            Notice::Controls(self.n_dropped),
        ];
        let met = met.into_iter().filter(|it| !it.is_none());
        self.notices.extend(met);
    }
}

fn push(at: &mut Place, text: &str) {
    if let Some(paragraph) = at.paragraphs.last_mut() {
        paragraph.text.push_str(text);
    }
}
