//! The text between 称谓 and 署名, line by line, as sections and entries.

use crate::assemble::Numbers;
use crate::assemble::paragraphs;
use crate::import::line::Hint;
use crate::import::recognise::marker::Marker;
use crate::import::recognise::{Reading, Role, run_in, runs};
use crate::model::draft::{Draft, Entry, LEVELS, Section};
use crate::model::table::Table;

/// Makes sections of lines. Lines are given in order, sections stay open between.
#[derive(Debug, Default)]
pub(super) struct Body {
    n_plain: usize,
    /// Whether the section that is open has the words that end a report.
    closes: bool,
}

impl Body {
    /// How many lines could not be taken as what they look like.
    pub(super) fn n_plain(&self) -> usize {
        self.n_plain
    }

    /// Adds these lines to the draft.
    pub(super) fn lines(&mut self, draft: &mut Draft, reading: &Reading, lines: &[usize]) {
        let mut at = 0;
        while let Some(&idx) = lines.get(at) {
            let rest = lines.get(at..).unwrap_or_default();
            at += self.next(draft, reading, idx, rest).max(1);
        }
    }

    /// Adds the next line, or the lines that go with it; gives how many.
    fn next(&mut self, draft: &mut Draft, reading: &Reading, idx: usize, rest: &[usize]) -> usize {
        let text = reading.lines()[idx].text.as_str();
        let role = reading.role(idx);
        match role {
            Role::AttachmentLabel => {
                let title = rest.get(1).filter(|&&it| reading.role(it) == Role::AttachmentTitle);
                if let Some(&title) = title {
                    let mut section = super::opening(draft);
                    section.attached = true;
                    section.written = Some(text.to_owned());
                    section.heading = reading.lines()[title].text.clone();
                    draft.sections.push(section);
                    return 2;
                }
                self.paragraph(draft, text);
            }
            Role::Row => return self.table(draft, reading, rest),
            Role::Heading(level) if usize::from(level) <= LEVELS => {
                let level = match reading.lines()[idx].hint {
                    Hint::Heading(level) if Marker::of(text).is_none() => {
                        level.clamp(1, LEVELS as u8)
                    }
                    _ => level.max(1),
                };
                heading(draft, text, level, marker_of(text, role), None);
                self.closes = false;
            }
            Role::RunIn(level) if usize::from(level) <= LEVELS && 0 < level => {
                let marker = marker_of(text, role);
                // The layout takes away spaces behind the heading.
                let stop = run_in(text, marker).filter(|&it| !starts_with_space(text, it));
                match stop {
                    Some(stop) => {
                        heading(draft, text, level, marker, Some(stop));
                        self.closes = false;
                    }
                    None => self.plain(draft, text),
                }
            }
            Role::Heading(_) | Role::RunIn(_) | Role::Item(_) => {
                self.item(draft, text, marker_of(text, role));
            }
            Role::Point => {
                let number = runs::leading(text).map_or(0, |it| it.whole);
                self.item(draft, text, number);
            }
            Role::Glossary => match Marker::of(text) {
                Some(marker) => self.item(draft, text, marker.indent),
                None if is_glossary_title(text) => {
                    heading(draft, text, 1, 0, None);
                    self.closes = false;
                }
                None => self.paragraph(draft, text),
            },
            Role::Closing | Role::Tail => {
                if !self.closes {
                    let section = super::opening(draft);
                    draft.sections.push(section);
                    self.closes = true;
                }
                self.paragraph(draft, text);
            }
            _ => self.paragraph(draft, text),
        }
        1
    }

    fn plain(&mut self, draft: &mut Draft, text: &str) {
        self.n_plain += 1;
        self.paragraph(draft, text);
    }

    fn paragraph(&mut self, draft: &mut Draft, text: &str) {
        let id = draft.take_id();
        let entry = Entry { text: text.to_owned(), ..Entry::new(id, false) };
        last(draft).entries.push(entry);
    }

    /// Adds an item whose number is this long, or a plain paragraph where the
    /// item would print otherwise.
    fn item(&mut self, draft: &mut Draft, text: &str, number: usize) {
        let Some((number, words)) = text.split_at_checked(number).filter(|it| !it.0.is_empty())
        else {
            return self.plain(draft, text);
        };
        let id = draft.take_id();
        let written = Some(number.to_owned());
        let item = Entry { written, parted: false, ..Entry::new(id, true) };
        let whole = Entry { text: words.to_owned(), ..item.clone() };
        let led = words.split_once('。').map(|(lead, rest)| Entry {
            lead: lead.to_owned(),
            text: rest.to_owned(),
            ..item
        });
        let numbers = Numbers::one(id, number.to_owned());
        let section = last(draft);
        let prints = |it: &Entry| {
            let printed = paragraphs::entry(section, it, &numbers);
            printed.len() == 1 && printed.first().is_some_and(|it| it.text() == text)
        };
        match led.into_iter().chain([whole]).find(prints) {
            Some(entry) => last(draft).entries.push(entry),
            None => self.plain(draft, text),
        }
    }

    /// Adds a table of the rows that follow, or its rows as paragraphs.
    fn table(&mut self, draft: &mut Draft, reading: &Reading, rest: &[usize]) -> usize {
        let line = |idx: usize| &reading.lines()[idx];
        let Some(&first) = rest.first() else { return 1 };
        let hint = line(first).hint;
        let goes_on = |idx: &&usize| {
            let it = line(**idx);
            reading.role(**idx) == Role::Row
                && it.hint == hint
                && (hint != Hint::None || it.text.contains('\t'))
        };
        let rows: Vec<_> =
            rest.iter().take_while(goes_on).map(|&it| line(it).text.as_str()).collect();
        let is_grid = !rows.is_empty() && (1 < rows.len() || hint != Hint::None);
        if is_grid {
            let id = draft.take_id();
            let header_rows = u8::from(1 < rows.len());
            let entry = Entry {
                text: rows.join("\n"),
                table: Some(Table { header_rows, landscape: false }),
                ..Entry::new(id, false)
            };
            let printed = paragraphs::entry(last(draft), &entry, &Numbers::default());
            let same = printed.len() == rows.len()
                && printed.iter().zip(&rows).all(|(it, row)| it.text().trim() == row.trim());
            if same {
                last(draft).entries.push(entry);
                return rows.len();
            }
        }
        for row in &rows {
            self.plain(draft, row);
        }
        if rows.is_empty() {
            self.plain(draft, &line(first).text);
        }
        rows.len().max(1)
    }
}

/// The section that is open, or a new one for text without a heading.
fn last(draft: &mut Draft) -> &mut Section {
    if draft.sections.is_empty() {
        let section = super::opening(draft);
        draft.sections.push(section);
    }
    let last = draft.sections.len() - 1;
    &mut draft.sections[last]
}

/// Adds a section with this heading; `stop` is where a run-in heading ends.
fn heading(draft: &mut Draft, text: &str, level: u8, marker: usize, stop: Option<usize>) {
    let mut section = super::opening(draft);
    section.level = level;
    section.written = Some(text.get(..marker).unwrap_or_default().to_owned());
    section.heading = text.get(marker..stop.unwrap_or(text.len())).unwrap_or_default().to_owned();
    if let Some(rest) = stop.and_then(|it| text.get(it..)) {
        section.run_in = true;
        let id = draft.take_id();
        section.entries.push(Entry { text: rest.to_owned(), ..Entry::new(id, false) });
    }
    draft.sections.push(section);
}

/// The bytes of the marker and the spaces behind it; a part title has none.
fn marker_of(text: &str, role: Role) -> usize {
    if role == Role::Heading(0) { 0 } else { Marker::of(text).map_or(0, |it| it.indent) }
}

fn starts_with_space(text: &str, at: usize) -> bool {
    text.get(at..).is_none_or(|it| it.starts_with(char::is_whitespace))
}

fn is_glossary_title(text: &str) -> bool {
    !text.contains(['：', ':', '。'])
        && (text.contains("名词") || text.contains("术语") || text.contains("注释"))
}
