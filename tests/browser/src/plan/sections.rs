//! Reads lines from top to bottom and decides of each what it becomes.

use std::num::NonZeroU32;

use chengwen::model::draft::{self, LEVELS};
use chengwen::model::pattern::Pattern;

use super::parts::{Parts, sentences};
use super::{ITEMS, Plan, PlannedEntry, PlannedSection, pattern};

/// The longest heading that stands alone on its line, in characters.
const LONGEST_HEADING: usize = 60;

/// The longest heading that text runs on behind.
const LONGEST_RUN_IN: usize = 40;

/// Plans the lines; those marked `plain` stay plain paragraphs.
pub(super) fn plan(lines: &[String], plain: &[bool]) -> Plan {
    let mut plan = Plan {
        title: lines.first().cloned().unwrap_or_default(),
        addressee: String::new(),
        opening: Vec::new(),
        sections: Vec::new(),
        signature: String::new(),
        date: String::new(),
    };
    let mut body = 1.min(lines.len())..lines.len();
    if lines.get(1).is_some_and(|it| !plain[1] && is_addressee(it)) {
        plan.addressee.clone_from(&lines[1]);
        body.start = 2;
    }
    let closing = closing(&lines[body.clone()]);
    if 0 < closing && !plain[body.end - closing..].contains(&true) {
        plan.date.clone_from(&lines[body.end - 1]);
        if closing == 2 {
            plan.signature.clone_from(&lines[body.end - 2]);
        }
        body.end -= closing;
    }
    let mut reader = Reader::new(plan);
    for idx in body {
        reader.take(&lines[idx], plain[idx]);
    }
    reader.plan
}

/// A line that greets the reader: `各位代表：`.
fn is_addressee(line: &str) -> bool {
    line.ends_with('：') && line.chars().count() <= 40 && !line.contains(['，', '。', '；'])
}

/// How many lines at the end are signature and date; a signature alone cannot
/// be told from a paragraph.
fn closing(lines: &[String]) -> usize {
    let Some(last) = lines.last() else { return 0 };
    let is_date = last.ends_with('日')
        && last.contains('年')
        && last.contains('月')
        && last.chars().count() <= 12
        && !last.contains(['，', '。']);
    let is_name =
        |it: &String| it.chars().count() <= 30 && !it.contains(['，', '。', '：', '、', '；']);
    match (is_date, lines.iter().rev().nth(1)) {
        (false, _) => 0,
        (true, Some(it)) if is_name(it) => 2,
        (true, _) => 1,
    }
}

/// Where the reading has come to.
struct Reader {
    plan: Plan,
    headings: [Pattern; LEVELS],
    counts: [u32; LEVELS],
    n_items: u32,
}

impl Reader {
    fn new(plan: Plan) -> Self {
        Self { plan, headings: draft::headings(), counts: [0; LEVELS], n_items: 0 }
    }

    fn take(&mut self, line: &str, plain: bool) {
        let done = !plain && (self.heading(line) || self.item(line) || self.run_in(line));
        if !done {
            self.push(PlannedEntry::Paragraph(line.to_owned()));
        }
    }

    /// A heading alone on its line.
    fn heading(&mut self, line: &str) -> bool {
        let Some((level, rest)) = self.marked(line) else { return false };
        // A sentence in the middle tells a paragraph from a heading.
        let inner = rest.trim_end_matches('。');
        let alone = !inner.is_empty()
            && !inner.contains(['。', '；'])
            && inner.chars().count() <= LONGEST_HEADING;
        // A list under a section: its points end with their sentence.
        let is_point = 3 <= level && rest.ends_with(['。', '；']);
        if !alone || is_point {
            return false;
        }
        self.open(level, rest, false);
        true
    }

    /// A heading with text behind it on the same line.
    fn run_in(&mut self, line: &str) -> bool {
        let Some((level, rest)) = self.marked(line) else { return false };
        let Some(&heading) = sentences(rest).first() else { return false };
        let text = &rest[heading.len()..];
        let fits = heading.ends_with('。') && heading.chars().count() <= LONGEST_RUN_IN;
        if !fits || text.trim().is_empty() {
            return false;
        }
        self.open(level, heading, true);
        self.push(PlannedEntry::Paragraph(text.to_owned()));
        true
    }

    fn item(&mut self, line: &str) -> bool {
        let n = self.n_items + 1;
        let known = self.plan.sections.last().map(|it| it.items);
        // Before the first heading items have the numbering that a kind gives.
        let offered: &[&'static str] = match &known {
            Some(Some(items)) => std::slice::from_ref(items),
            Some(None) => &ITEMS,
            None => &ITEMS[..1],
        };
        let found =
            offered.iter().find_map(|&it| Some((it, line.strip_prefix(&number(&pattern(it), n))?)));
        let Some((items, rest)) = found.filter(|(_, rest)| !rest.trim().is_empty()) else {
            return false;
        };
        // `（一）` is a heading's number; it is an item's only under `（一）` items.
        let is_heading = self.headings[..2].iter().any(|it| it.as_str() == items);
        if is_heading && known != Some(Some(items)) {
            return false;
        }
        if let Some(section) = self.plan.sections.last_mut() {
            section.items = Some(items);
        }
        self.push(PlannedEntry::Item(Parts::of(rest)));
        self.n_items = n;
        true
    }

    /// The level of the heading whose number the line begins with, and the rest
    /// of it, when that is the number that would be printed here.
    fn marked<'a>(&self, line: &'a str) -> Option<(u8, &'a str)> {
        (1..=LEVELS).find_map(|level| {
            let next = number(&self.headings[level - 1], self.counts[level - 1] + 1);
            Some((level as u8, line.strip_prefix(&next)?))
        })
    }

    fn open(&mut self, level: u8, heading: &str, run_in: bool) {
        let below = usize::from(level);
        self.counts[below..].fill(0);
        self.counts[below - 1] += 1;
        self.n_items = 0;
        let heading = heading.to_owned();
        let (items, entries) = (None, Vec::new());
        self.plan.sections.push(PlannedSection { level, heading, run_in, items, entries });
    }

    fn push(&mut self, entry: PlannedEntry) {
        match self.plan.sections.last_mut() {
            Some(section) => section.entries.push(entry),
            None => self.plan.opening.push(entry),
        }
    }
}

fn number(pattern: &Pattern, n: u32) -> String {
    NonZeroU32::new(n).map(|it| pattern.number(it)).unwrap_or_default()
}
