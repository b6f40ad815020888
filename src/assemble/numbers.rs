//! Counts headings and items, leaving out what will not be printed.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use crate::model::clean;
use crate::model::draft::{Draft, LEVELS, NodeId, Section};
use crate::model::numeral;
use crate::model::pattern::Pattern;

/// The number in front of every heading and item that has one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Numbers(BTreeMap<NodeId, String>);

impl Numbers {
    /// The number of a section or item as printed, `一、` or `十一是`; empty
    /// where it has none.
    pub fn of(&self, id: NodeId) -> &str {
        self.0.get(&id).map_or("", String::as_str)
    }

    /// The numbers of a draft in which one node has this number and no other has any.
    pub fn one(id: NodeId, number: String) -> Self {
        Self(BTreeMap::from([(id, number)]))
    }
}

/// Numbers a draft.
///
/// Headings count within their parent and start again under each new one.
/// Items count within their section, across the plain paragraphs between them.
/// Blank headings and items take no number, since they are not printed. A
/// number that stands as written is counted on from.
pub fn number(draft: &Draft) -> Numbers {
    let mut numbers = BTreeMap::new();
    let mut counter = Counter::default();
    for section in &draft.sections {
        let number = counter.heading(section, &draft.headings);
        if !section.attached && !number.is_empty() {
            numbers.insert(section.id, number);
        }
        let mut count = 0;
        for item in section.entries.iter().filter(|it| it.is_item() && !it.is_blank()) {
            let number = item_number(item.written.as_deref(), &section.items, &mut count);
            if !number.is_empty() {
                numbers.insert(item.id, number);
            }
        }
    }
    Numbers(numbers)
}

/// Counts headings in reading order.
#[derive(Debug, Clone, Default)]
pub struct Counter([u32; LEVELS]);

impl Counter {
    /// The number of the next section, empty where it has none.
    pub fn heading(&mut self, section: &Section, patterns: &[Pattern; LEVELS]) -> String {
        self.count(section, section.written.as_deref(), patterns)
    }

    /// The same, were its written number another.
    pub fn count(
        &mut self,
        section: &Section,
        written: Option<&str>,
        patterns: &[Pattern; LEVELS],
    ) -> String {
        if section.attached {
            // Every attachment counts its headings from one.
            self.0.fill(0);
        }
        let level = usize::from(section.level).min(LEVELS);
        let is_printed = 0 < level && !section.heading.trim().is_empty();
        let Some((own, pattern)) = level.checked_sub(1).filter(|_| is_printed).and_then(|idx| {
            let (upper, deeper) = self.0.split_at_mut_checked(level)?;
            deeper.fill(0);
            Some((upper.get_mut(idx)?, patterns.get(idx)?))
        }) else {
            return String::new();
        };
        match written.map(clean::number) {
            // A part title without a number begins the first level anew.
            Some(written) if written.is_empty() => {
                if level == 1 {
                    *own = 0;
                }
                written
            }
            Some(written) => {
                *own = numeral::counted(&written).unwrap_or(own.saturating_add(1));
                written
            }
            None => {
                *own = own.saturating_add(1);
                printed(pattern, *own)
            }
        }
    }
}

/// The number of an item; `count` is that of the item before it.
pub fn item_number(written: Option<&str>, pattern: &Pattern, count: &mut u32) -> String {
    match written.map(clean::number) {
        Some(written) => {
            *count = numeral::counted(&written).unwrap_or(count.saturating_add(1));
            written
        }
        None => {
            *count = count.saturating_add(1);
            printed(pattern, *count)
        }
    }
}

fn printed(pattern: &Pattern, n: u32) -> String {
    NonZeroU32::new(n).map(|n| pattern.number(n)).unwrap_or_default()
}
