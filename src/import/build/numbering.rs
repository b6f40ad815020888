//! Which numbers the program would count the same way, so that they need not
//! stand as written.

use std::collections::BTreeMap;
use std::num::NonZeroU32;

use crate::assemble::numbers::{Counter, item_number};
use crate::model::draft::{Draft, LEVELS};
use crate::model::numeral;
use crate::model::pattern::Pattern;

/// Takes the patterns from the text, and then away every written number that
/// they give.
pub(super) fn number(draft: &mut Draft) {
    patterns(draft);
    let mut counter = Counter::default();
    let headings = draft.headings.clone();
    for section in &mut draft.sections {
        let computed = counter.clone().count(section, None, &headings);
        if !section.attached
            && section.written.as_deref() == Some(computed.as_str())
            && !computed.is_empty()
        {
            section.written = None;
        }
        counter.heading(section, &headings);
        let written = section.entries.iter().find_map(|it| it.written.as_deref());
        if let Some(pattern) = written.and_then(pattern) {
            section.items = pattern;
        }
        let mut count = 0;
        for entry in section.entries.iter_mut().filter(|it| it.is_item()) {
            let computed = item_number(None, &section.items, &mut count.clone());
            if entry.written.as_deref() == Some(computed.as_str()) {
                entry.written = None;
            }
            item_number(entry.written.as_deref(), &section.items, &mut count);
        }
    }
}

/// How many numbers stand as written.
pub(super) fn n_written(draft: &Draft) -> usize {
    let stands = |it: &Option<String>| it.as_ref().is_some_and(|it| !it.is_empty());
    let sections = draft.sections.iter().filter(|it| !it.attached && stands(&it.written)).count();
    let entries = draft.sections.iter().flat_map(|it| &it.entries);
    sections + entries.filter(|it| stands(&it.written)).count()
}

/// The commonest form of the numbers of each level.
fn patterns(draft: &mut Draft) {
    let mut forms: [BTreeMap<String, usize>; LEVELS] = Default::default();
    for section in draft.sections.iter().filter(|it| !it.attached) {
        let written = section.written.as_deref().and_then(pattern);
        let level = usize::from(section.level).checked_sub(1);
        if let (Some(pattern), Some(forms)) = (written, level.and_then(|it| forms.get_mut(it))) {
            *forms.entry(pattern.as_str().to_owned()).or_default() += 1;
        }
    }
    for (forms, heading) in forms.iter().zip(&mut draft.headings) {
        let most = forms.iter().max_by_key(|(_, n)| **n);
        if let Some(pattern) = most.and_then(|(form, _)| Pattern::try_from(form.as_str()).ok()) {
            *heading = pattern;
        }
    }
}

/// The pattern that a number was written by, if one of ours writes it so.
fn pattern(written: &str) -> Option<Pattern> {
    let n = NonZeroU32::new(numeral::counted(written)?)?;
    let symbols =
        [(numeral::chinese(n.get()), "一"), (n.to_string(), "1"), (numeral::circled(n.get()), "①")];
    symbols.iter().find_map(|(number, symbol)| {
        let form = written.replacen(number.as_str(), symbol, 1);
        let pattern = Pattern::try_from(form.as_str()).ok()?;
        (pattern.number(n) == written).then_some(pattern)
    })
}
