//! Turns one heading or one entry into its paragraphs; each costs what it is
//! long, so that a keystroke assembles its own paragraph and nothing else.

use crate::assemble::document::{Paragraph, Role, RowLook, Run, RunKind};
use crate::assemble::elements;
use crate::assemble::numbers::Numbers;
use crate::model::clean;
use crate::model::draft::{Draft, Entry, HeadField, NodeId, Part, Section, TextAt};
use crate::model::table::{self, Table};

/// The paragraphs of a field outside the sections.
pub fn head(draft: &Draft, field: HeadField) -> Vec<Paragraph> {
    let role = match field {
        HeadField::Name => return Vec::new(),
        HeadField::Title => Role::Title,
        HeadField::Addressee => Role::Addressee,
        HeadField::Signature => Role::Signature,
        HeadField::Date => Role::Date,
    };
    clean::paragraphs(draft.head(field))
        .map(|text| Paragraph {
            role,
            runs: vec![run(RunKind::Text, &text)],
            source: TextAt::Head(field),
        })
        .collect()
}

/// The heading of a section, or nothing where it has none or where it runs in
/// with the first paragraph below it (then that paragraph carries it). An
/// attachment has its label and its title.
pub fn heading(draft: &Draft, section: &Section, numbers: &Numbers) -> Vec<Paragraph> {
    if section.attached {
        return elements::attachment(draft, section);
    }
    if run_in_entry(section).is_some() {
        return Vec::new();
    }
    let runs = heading_runs(section, numbers);
    let (role, source) = (Role::Heading(section.level), TextAt::Heading(section.id));
    if runs.is_empty() { Vec::new() } else { vec![Paragraph { role, runs, source }] }
}

/// The paragraphs of an entry of this section.
///
/// A lead that ends without a punctuation mark is closed with `。`, so that
/// leads read as a list in the form and as sentences on the paper.
pub fn entry(section: &Section, entry: &Entry, numbers: &Numbers) -> Vec<Paragraph> {
    if let Some(look) = entry.table {
        return rows(entry, look);
    }
    let body: String = Part::ALL[1..].iter().map(|&part| entry.part(part)).collect();
    let mut lines = clean::paragraphs(&body).map(|it| it.into_owned());
    let mut lead: Vec<String> = clean::paragraphs(&entry.lead).map(|it| it.into_owned()).collect();
    let mut first = Vec::new();
    if run_in_entry(section) == Some(entry.id) {
        first.extend(heading_runs(section, numbers));
    }
    let role = match (first.is_empty(), entry.is_item()) {
        (false, _) => Role::Heading(section.level),
        (true, true) => Role::Item,
        (true, false) => Role::Body,
    };
    let source = first_source(entry);
    if !entry.is_blank() {
        first.extend(nonempty(RunKind::Number, numbers.of(entry.id)));
    }
    // Only a pasted lead has line breaks; its last line then leads on.
    if let Some(last) = lead.last_mut()
        && !ends_with_mark(last)
    {
        last.push('。');
    }
    let mut paragraphs = Vec::new();
    let mut lead = lead.into_iter().peekable();
    let mut runs = first;
    while let Some(text) = lead.next() {
        runs.push(run(RunKind::Lead, &text));
        if lead.peek().is_some() {
            paragraphs.push(std::mem::take(&mut runs));
        }
    }
    runs.extend(lines.next().map(|it| run(RunKind::Text, &it)));
    paragraphs.push(runs);
    paragraphs.extend(lines.map(|it| vec![run(RunKind::Text, &it)]));
    let mut role = Some(role);
    paragraphs
        .into_iter()
        .filter(|runs| !runs.is_empty())
        .map(|runs| Paragraph { role: role.take().unwrap_or(Role::Body), runs, source })
        .collect()
}

/// A table: its caption, then its rows.
fn rows(entry: &Entry, table: Table) -> Vec<Paragraph> {
    let caption = clean::paragraphs(&entry.lead).map(|text| Paragraph {
        role: Role::Caption,
        runs: vec![run(RunKind::Lead, &text)],
        source: TextAt::Entry(entry.id, Part::Lead),
    });
    let mut paragraphs: Vec<_> = caption.collect();
    let rows = table::rows(&entry.text);
    for (idx, row) in rows.iter().enumerate() {
        // A table of headers only is a table without any.
        let is_header = idx < usize::from(table.header_rows) && idx + 1 < rows.len();
        let cell = |it: &&str| {
            let text = clean::paragraphs(it).collect::<Vec<_>>().join(" ");
            Run { kind: RunKind::Cell, text: text.replace('\t', " ") }
        };
        paragraphs.push(Paragraph {
            role: Role::Row(RowLook { is_header, is_landscape: table.landscape }),
            runs: row.iter().map(cell).collect(),
            source: TextAt::Entry(entry.id, Part::Text),
        });
    }
    paragraphs
}

/// The entry that a run-in heading stands in front of: the first one that is
/// printed, if that is a plain paragraph.
fn run_in_entry(section: &Section) -> Option<NodeId> {
    if !section.run_in || section.level == 0 || section.heading.trim().is_empty() {
        return None;
    }
    let first = section.entries.iter().find(|it| !it.is_blank())?;
    (!first.is_item() && first.table.is_none()).then_some(first.id)
}

fn heading_runs(section: &Section, numbers: &Numbers) -> Vec<Run> {
    if section.level == 0 {
        return Vec::new();
    }
    let heading: String = clean::paragraphs(&section.heading).collect();
    if heading.is_empty() {
        return Vec::new();
    }
    let mut runs = nonempty(RunKind::Number, numbers.of(section.id));
    runs.push(Run { kind: RunKind::Heading, text: heading });
    runs
}

fn first_source(entry: &Entry) -> TextAt {
    let part = Part::ALL.into_iter().find(|&it| !entry.part(it).trim().is_empty());
    TextAt::Entry(entry.id, part.unwrap_or(Part::Text))
}

fn nonempty(kind: RunKind, text: &str) -> Vec<Run> {
    if text.is_empty() { Vec::new() } else { vec![run(kind, text)] }
}

fn run(kind: RunKind, text: &str) -> Run {
    Run { kind, text: text.to_owned() }
}

fn ends_with_mark(text: &str) -> bool {
    const MARKS: &str = "。！？；：，、…—,.;:!?";
    const CLOSERS: &str = "”’》〉）)】〕」』\"'";
    let bare = text.trim_end_matches(|c| CLOSERS.contains(c));
    // A closing bracket ends nothing by itself: `（试行）` still wants its stop.
    bare.chars().next_back().is_some_and(|c| MARKS.contains(c))
}
