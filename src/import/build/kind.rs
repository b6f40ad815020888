//! Which report kind an imported text is of: the one whose headings it has.

use crate::model::draft::Draft;
use crate::model::kind::{Kind, Slot};

/// How many headings of a kind a text must have to be of it.
const ENOUGH: usize = 2;

/// Gives the draft the kind whose headings it has, and its sections their slots.
pub(super) fn choose(draft: &mut Draft) {
    let n_same = |kind: &Kind| {
        let headings = kind.sections.iter().filter(|it| !it.heading.is_empty());
        headings.filter(|slot| draft.sections.iter().any(|it| is_same(&it.heading, slot))).count()
    };
    let best = Kind::built_in().iter().map(|it| (n_same(it), it)).max_by_key(|it| it.0);
    let Some((_, kind)) = best.filter(|it| ENOUGH <= it.0) else { return };
    draft.kind = kind.id.clone();
    let mut slots: Vec<_> = kind.sections.iter().collect();
    for section in draft.sections.iter_mut().filter(|it| it.level == 1) {
        let same = slots.iter().position(|slot| slot.level == 1 && is_same(&section.heading, slot));
        if let Some(idx) = same {
            section.slot = slots.remove(idx).slot.clone();
        }
    }
    // The opening is the text before the first heading.
    let opening = kind.sections.first().filter(|it| it.level == 0);
    let first = draft.sections.first_mut().filter(|it| it.level == 0 && !it.attached);
    if let (Some(slot), Some(first)) = (opening, first) {
        first.slot = slot.slot.clone();
    }
}

fn is_same(heading: &str, slot: &Slot) -> bool {
    let words = |it: &str| it.chars().filter(|it| it.is_alphanumeric()).collect::<String>();
    !slot.heading.is_empty() && words(heading) == words(&slot.heading)
}
