//! Plans how a finished text is written through the forms: which of its lines
//! are headings, which are items, which plain paragraphs.
//!
//! A marker such as `（二）` is structure only where the program would print
//! exactly this number there; any other line stays a plain paragraph as it is.
//! So the report that comes out is the text that went in, character for
//! character, and the only question is how much of it is structure.

mod parts;
mod sections;

use chengwen::assemble::assemble;
use chengwen::model::draft::{self, Draft, Entry, NodeId, Section};
use chengwen::model::kind::Kind;
use chengwen::model::pattern::Pattern;

pub use parts::Parts;

/// The numberings that the form of a section offers for its items.
pub const ITEMS: [&str; 7] = ["一是", "一要", "第一，", "（一）", "1.", "（1）", "①"];

/// A report as it will be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The title.
    pub title: String,
    /// 称谓 or 主送机关; may be empty.
    pub addressee: String,
    /// What stands before the first heading.
    pub opening: Vec<PlannedEntry>,
    /// The sections in reading order.
    pub sections: Vec<PlannedSection>,
    /// 署名; may be empty.
    pub signature: String,
    /// 成文日期; may be empty.
    pub date: String,
}

/// A section as it will be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedSection {
    /// 1 to 4.
    pub level: u8,
    /// The heading without its number.
    pub heading: String,
    /// Whether the first paragraph runs on behind the heading.
    pub run_in: bool,
    /// How the items are numbered, if there are any.
    pub items: Option<&'static str>,
    /// Items and paragraphs in reading order.
    pub entries: Vec<PlannedEntry>,
}

/// An entry as it will be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlannedEntry {
    /// A plain paragraph.
    Paragraph(String),
    /// An item, without its number.
    Item(Parts),
}

/// What the lines of a text became.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Title, addressee, signature, date.
    pub head: usize,
    /// Headings, run-in or not.
    pub sections: usize,
    /// Items.
    pub items: usize,
    /// Plain paragraphs.
    pub paragraphs: usize,
}

/// The paragraphs of a text file.
pub fn lines(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}');
    text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// Plans a report whose paragraphs are these lines, the first one its title.
///
/// The plan has been tried out: assembled, it gives the lines. A line that it
/// does not give is planned again as a plain paragraph. What is left then is a
/// line that the program prints otherwise in any case.
pub fn plan(lines: &[String]) -> Plan {
    let mut plain = vec![false; lines.len()];
    loop {
        let plan = sections::plan(lines, &plain);
        let printed = plan.printed();
        let differs = |&idx: &usize| printed.get(idx) != Some(&lines[idx]);
        match (0..lines.len()).filter(|&idx| !plain[idx]).find(differs) {
            Some(idx) => plain[idx] = true,
            None => return plan,
        }
    }
}

/// The draft of a finished text, or why it would not print the same lines.
pub fn draft(text: &str) -> Result<Draft, String> {
    let lines = lines(text);
    let plan = plan(&lines);
    let printed = plan.printed();
    if printed == lines {
        return Ok(plan.draft());
    }
    let n_same = lines.iter().zip(&printed).take_while(|(a, b)| a == b).count();
    Err(format!("line {} would not be printed as it is", n_same + 1))
}

impl Plan {
    /// The paragraphs that the program would print.
    pub fn printed(&self) -> Vec<String> {
        assemble(&self.draft()).paragraphs.iter().map(|it| it.text()).collect()
    }

    /// What the lines became.
    pub fn tally(&self) -> Tally {
        let head = [&self.title, &self.addressee, &self.signature, &self.date];
        let mut tally =
            Tally { head: head.iter().filter(|it| !it.is_empty()).count(), ..Tally::default() };
        tally.sections = self.sections.len();
        let run_in = self.sections.iter().filter(|it| it.run_in).count();
        let entries = self.sections.iter().flat_map(|it| &it.entries).chain(&self.opening);
        for entry in entries {
            match entry {
                PlannedEntry::Paragraph(_) => tally.paragraphs += 1,
                PlannedEntry::Item(_) => tally.items += 1,
            }
        }
        // The paragraph that runs on is no line of its own.
        tally.paragraphs -= run_in;
        tally
    }

    /// The draft that comes out when the plan is carried out.
    pub fn draft(&self) -> Draft {
        let mut draft = Kind::custom().draft("plan".to_owned(), "", "");
        draft.headings = draft::headings();
        draft.title.clone_from(&self.title);
        draft.addressee.clone_from(&self.addressee);
        draft.signature.clone_from(&self.signature);
        draft.date.clone_from(&self.date);
        draft.sections.clear();
        let opening = PlannedSection {
            level: 0,
            heading: String::new(),
            run_in: false,
            items: None,
            entries: self.opening.clone(),
        };
        for planned in std::iter::once(&opening).chain(&self.sections) {
            let id = draft.take_id();
            let entries = planned.entries.iter().map(|it| entry(it, draft.take_id())).collect();
            let items = pattern(planned.items.unwrap_or(ITEMS[0]));
            let (level, run_in) = (planned.level, planned.run_in);
            let (slot, heading) = (String::new(), planned.heading.clone());
            let attached = false;
            draft.sections.push(Section {
                id,
                slot,
                level,
                heading,
                run_in,
                attached,
                written: None,
                items,
                entries,
            });
        }
        draft
    }
}

fn entry(planned: &PlannedEntry, id: NodeId) -> Entry {
    match planned {
        PlannedEntry::Paragraph(text) => Entry { text: text.clone(), ..Entry::new(id, false) },
        PlannedEntry::Item(parts) => Entry {
            lead: parts.lead.clone(),
            practice: parts.practice.clone(),
            figures: parts.figures.clone(),
            result: parts.result.clone(),
            recognition: parts.recognition.clone(),
            text: parts.text.clone(),
            parted: parts.text.is_empty(),
            ..Entry::new(id, true)
        },
    }
}

fn pattern(text: &str) -> Pattern {
    Pattern::try_from(text).unwrap_or(Pattern::NONE)
}

#[cfg(test)]
mod tests;
