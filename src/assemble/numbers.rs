//! Counts headings and items, leaving out what will not be printed.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use crate::model::draft::{Draft, LEVELS, NodeId};
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
}

/// Numbers a draft.
///
/// Headings count within their parent and start again under each new one.
/// Items count within their section, across the plain paragraphs between them.
/// Blank headings and items take no number, since they are not printed.
pub fn number(draft: &Draft) -> Numbers {
    let mut numbers = BTreeMap::new();
    let mut counts = [0u32; LEVELS];
    for section in &draft.sections {
        if section.attached {
            // Every attachment counts its headings from one.
            counts.fill(0);
        }
        let level = usize::from(section.level).min(LEVELS);
        if 0 < level && !section.heading.trim().is_empty() {
            counts[level..].fill(0);
            counts[level - 1] += 1;
            insert(&mut numbers, section.id, &draft.headings[level - 1], counts[level - 1]);
        }
        let items = section.entries.iter().filter(|it| it.is_item() && !it.is_blank());
        for (n, item) in items.enumerate() {
            insert(&mut numbers, item.id, &section.items, n as u32 + 1);
        }
    }
    Numbers(numbers)
}

fn insert(numbers: &mut BTreeMap<NodeId, String>, id: NodeId, pattern: &Pattern, n: u32) {
    if let Some(n) = NonZeroU32::new(n)
        && !pattern.is_none()
    {
        numbers.insert(id, pattern.number(n));
    }
}
