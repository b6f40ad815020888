//! What an author does to a report, turned into [`Edit`]s: add, remove, move.

use crate::model::draft::{Draft, Entry, HeadField, LEVELS, NodeId, Part, Section, TextAt};
use crate::model::edit::{Edit, Form};
use crate::model::element::Element;
use crate::model::kind::Kind;
use crate::model::table::Table;

/// Adds an empty item or paragraph at this place of a section; returns its id.
pub fn add_entry(
    draft: &mut Draft,
    section: NodeId,
    at: usize,
    numbered: bool,
) -> Option<(Edit, NodeId)> {
    draft.section_idx(section)?;
    let id = draft.take_id();
    let insert = vec![Entry::new(id, numbered)];
    Some((Edit::Entries { section, at, remove: 0, insert }, id))
}

/// Adds an empty section of this level at this place of the list; returns its id.
pub fn add_section(draft: &mut Draft, at: usize, level: u8) -> (Edit, NodeId) {
    let id = draft.take_id();
    let section = Section {
        id,
        slot: String::new(),
        level: level.min(LEVELS as u8),
        heading: String::new(),
        run_in: false,
        attached: false,
        written: None,
        items: crate::model::draft::items(),
        entries: Vec::new(),
    };
    (Edit::Sections { at, remove: 0, insert: vec![section] }, id)
}

/// Adds an attachment behind the others, with an empty paragraph; returns its id.
pub fn add_attachment(draft: &mut Draft) -> (Edit, NodeId) {
    let (id, paragraph) = (draft.take_id(), draft.take_id());
    let section = Section {
        id,
        slot: String::new(),
        level: 0,
        heading: String::new(),
        run_in: false,
        attached: true,
        written: None,
        items: crate::model::draft::items(),
        entries: vec![Entry::new(paragraph, false)],
    };
    let at = draft.sections.len();
    (Edit::Sections { at, remove: 0, insert: vec![section] }, id)
}

/// Adds a table at this place of a section; returns its id.
pub fn add_table(draft: &mut Draft, section: NodeId, at: usize) -> Option<(Edit, NodeId)> {
    draft.section_idx(section)?;
    let id = draft.take_id();
    let table = Some(Table { header_rows: 1, landscape: false });
    let insert = vec![Entry { table, ..Entry::new(id, false) }];
    Some((Edit::Entries { section, at, remove: 0, insert }, id))
}

/// Sets a table otherwise, its cells left alone.
pub fn set_table(draft: &Draft, id: NodeId, table: Table) -> Option<Edit> {
    let (section_idx, at) = draft.entry_idx(id)?;
    let section = &draft.sections[section_idx];
    let old = &section.entries[at];
    if old.table.is_none_or(|it| it == table) {
        return None;
    }
    let insert = vec![Entry { table: Some(table), ..old.clone() }];
    Some(Edit::Entries { section: section.id, at, remove: 1, insert })
}

/// Numbers the whole report by its patterns: what stands as an imported text
/// has it is counted again. A part title without a number stays without, and
/// the labels of attachments stay. `None` where nothing stands as written.
pub fn renumber(draft: &Draft) -> Option<Edit> {
    let mut edits = Vec::new();
    for section in &draft.sections {
        let stands = |it: &Option<String>| it.as_ref().is_some_and(|it| !it.is_empty());
        if !section.attached && stands(&section.written) {
            let form = Form { written: None, ..Form::of(section) };
            edits.push(Edit::Form { section: section.id, form });
        }
        let written = section.entries.iter().enumerate().filter(|(_, it)| stands(&it.written));
        edits.extend(written.map(|(at, it)| {
            let insert = vec![Entry { written: None, ..it.clone() }];
            Edit::Entries { section: section.id, at, remove: 1, insert }
        }));
    }
    (!edits.is_empty()).then_some(Edit::Batch(edits))
}

/// Where a new last section belongs: behind the last one with a heading, and
/// so before a 结束语.
pub fn end_of_sections(draft: &Draft) -> usize {
    let body = &draft.sections[..draft.n_body()];
    let last = body.iter().rposition(|it| 0 < it.level);
    match last {
        Some(last) => last + 1,
        // A report of one opening so far grows behind it.
        None => body.len().min(1),
    }
}

/// Adds the section that an optional slot of the kind asks for.
pub fn add_slot(draft: &mut Draft, kind: &Kind, slot: &str) -> Option<(Edit, NodeId)> {
    let at = kind.place_of(slot, draft);
    let section = kind.slot(slot)?.section(&mut || draft.take_id());
    let id = section.id;
    Some((Edit::Sections { at, remove: 0, insert: vec![section] }, id))
}

/// Removes an entry, or a section with its subsections.
pub fn remove(draft: &Draft, id: NodeId) -> Option<Edit> {
    if let Some(idx) = draft.section_idx(id) {
        let range = draft.subtree(idx);
        return Some(Edit::Sections { at: idx, remove: range.len(), insert: Vec::new() });
    }
    let (section_idx, at) = draft.entry_idx(id)?;
    let section = draft.sections[section_idx].id;
    Some(Edit::Entries { section, at, remove: 1, insert: Vec::new() })
}

/// Moves an entry within its section, or a section past its sibling.
pub fn shift(draft: &Draft, id: NodeId, up: bool) -> Option<Edit> {
    let target = match draft.section_idx(id) {
        Some(idx) => {
            let sibling = if up { draft.previous_sibling(idx) } else { draft.next_sibling(idx) };
            draft.sections[sibling?].id
        }
        None => {
            let (section_idx, idx) = draft.entry_idx(id)?;
            let neighbour = if up { idx.checked_sub(1)? } else { idx + 1 };
            draft.sections[section_idx].entries.get(neighbour)?.id
        }
    };
    place(draft, id, target, !up)
}

/// Moves an entry or a section before or behind another one.
///
/// An entry that is put on a section becomes its first (or last) entry; a
/// section goes before or behind the whole of the other section. A section is
/// never moved into itself, nor onto an entry.
pub fn place(draft: &Draft, id: NodeId, target: NodeId, behind: bool) -> Option<Edit> {
    if id == target {
        return None;
    }
    match draft.section_idx(id) {
        Some(idx) => place_section(draft, idx, draft.section_idx(target)?, behind),
        None => place_entry(draft, id, target, behind),
    }
}

fn place_section(draft: &Draft, idx: usize, target: usize, behind: bool) -> Option<Edit> {
    let moved = draft.subtree(idx);
    if moved.contains(&target) {
        return None;
    }
    // Attachments stay behind the text, and the text before them: what crossed
    // over would belong to an attachment without anybody having said so.
    let n_body = draft.n_body();
    if draft.sections[idx].attached != draft.sections[target].attached
        || (idx < n_body) != (target < n_body)
    {
        return None;
    }
    let at = if behind { draft.subtree(target).end } else { target };
    if moved.contains(&at) || at == moved.end {
        return None;
    }
    let at = if at < moved.start { at } else { at - moved.len() };
    let insert = draft.sections[moved.clone()].to_vec();
    Some(Edit::Batch(vec![
        Edit::Sections { at: moved.start, remove: moved.len(), insert: Vec::new() },
        Edit::Sections { at, remove: 0, insert },
    ]))
}

fn place_entry(draft: &Draft, id: NodeId, target: NodeId, behind: bool) -> Option<Edit> {
    let (from_idx, from) = draft.entry_idx(id)?;
    let (to_idx, at) = match draft.section_idx(target) {
        Some(to_idx) if behind => (to_idx, draft.sections[to_idx].entries.len()),
        Some(to_idx) => (to_idx, 0),
        None => {
            let (to_idx, at) = draft.entry_idx(target)?;
            (to_idx, at + usize::from(behind))
        }
    };
    let same = from_idx == to_idx;
    if same && (at == from || at == from + 1) {
        return None;
    }
    let at = if same && from < at { at - 1 } else { at };
    let (from_section, to_section) = (draft.sections[from_idx].id, draft.sections[to_idx].id);
    let insert = vec![draft.sections[from_idx].entries[from].clone()];
    Some(Edit::Batch(vec![
        Edit::Entries { section: from_section, at: from, remove: 1, insert: Vec::new() },
        Edit::Entries { section: to_section, at, remove: 0, insert },
    ]))
}

/// Puts another version of an entry in its place.
pub fn replace_entry(draft: &Draft, entry: Entry) -> Option<Edit> {
    let (section_idx, at) = draft.entry_idx(entry.id)?;
    let section = draft.sections[section_idx].id;
    Some(Edit::Entries { section, at, remove: 1, insert: vec![entry] })
}

/// Gives a section another level; its subsections keep their distance to it.
pub fn set_level(draft: &Draft, id: NodeId, level: u8) -> Option<Edit> {
    let idx = draft.section_idx(id)?;
    let level = level.min(LEVELS as u8);
    let old = draft.sections[idx].level;
    let edits = draft.sections[draft.subtree(idx)].iter().map(|it| {
        // Subsections of a section that loses its heading move up into its place.
        let level = if it.id == id {
            level
        } else {
            (it.level + level).saturating_sub(old).clamp(1, LEVELS as u8)
        };
        Edit::Form { section: it.id, form: Form { level, ..Form::of(it) } }
    });
    Some(Edit::Batch(edits.collect()))
}

/// Makes the draft what another text of it was, in one step; its id stays.
pub fn turn_into(draft: &mut Draft, other: Draft) -> Edit {
    // An id that the other text has used is not given out again.
    draft.next_id = draft.next_id.max(other.next_id);
    let heads = HeadField::ALL.into_iter().map(TextAt::Head);
    let elements = Element::ALL.into_iter().map(TextAt::Element);
    let mut edits: Vec<Edit> = heads
        .chain(elements)
        .filter(|at| draft.text(*at) != other.text(*at))
        .map(|at| Edit::Text { at, text: other.text(at).unwrap_or_default().to_owned() })
        .collect();
    for (level, (old, new)) in (1..).zip(draft.headings.iter().zip(other.headings)) {
        if *old != new {
            edits.push(Edit::Headings { level, pattern: new });
        }
    }
    if draft.target != other.target {
        edits.push(Edit::Target { target: other.target });
    }
    if draft.sealed != other.sealed {
        edits.push(Edit::Sealed { sealed: other.sealed });
    }
    if draft.profile != other.profile {
        edits.push(Edit::Profile(other.profile));
    }
    if draft.notes != other.notes {
        edits.push(Edit::Notes(other.notes));
    }
    edits.extend(sections(&draft.sections, other.sections));
    Edit::Batch(edits)
}

/// What turns these sections into those. Sections that stay where they are are left
/// alone, and one in which only texts differ has its texts changed: what shows them
/// need not be made anew.
fn sections(old: &[Section], mut new: Vec<Section>) -> Vec<Edit> {
    if old.len() == new.len() && old.iter().zip(&new).all(|(old, new)| is_alike(old, new)) {
        let texts = old.iter().zip(&new).flat_map(|(old, new)| texts(old, new));
        return texts.collect();
    }
    let n_before = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (old, rest) = (&old[n_before..], new.split_off(n_before));
    let n_behind = old.iter().rev().zip(rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let insert = rest[..rest.len() - n_behind].to_vec();
    vec![Edit::Sections { at: n_before, remove: old.len() - n_behind, insert }]
}

/// Whether two sections differ in their texts alone.
fn is_alike(old: &Section, new: &Section) -> bool {
    let bare = |it: &Entry| {
        let mut it = it.clone();
        Part::ALL.into_iter().for_each(|part| it.part_mut(part).clear());
        it
    };
    let shell = |it: &Section| {
        let entries = it.entries.iter().map(bare).collect();
        Section { heading: String::new(), entries, ..it.clone() }
    };
    shell(old) == shell(new)
}

/// The changes of texts between two sections that are alike.
fn texts(old: &Section, new: &Section) -> Vec<Edit> {
    let heading = (TextAt::Heading(old.id), &old.heading, &new.heading);
    let parts = old.entries.iter().zip(&new.entries).flat_map(|(old, new)| {
        let text = |part| (TextAt::Entry(old.id, part), old.part(part), new.part(part));
        Part::ALL.into_iter().map(text)
    });
    std::iter::once((heading.0, heading.1.as_str(), heading.2.as_str()))
        .chain(parts)
        .filter(|(_, old, new)| old != new)
        .map(|(at, _, text)| Edit::Text { at, text: text.to_owned() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Builds a draft from an outline such as `1 11 12 1`: a digit begins a
    /// section of that level, further digits are its entries.
    fn draft(outline: &str) -> Draft {
        let mut draft = Kind::custom().draft("d".to_owned(), "", "");
        draft.sections.clear();
        for word in outline.split_whitespace() {
            let mut digits = word.bytes().map(|it| it - b'0');
            let (edit, id) = add_section(&mut draft, usize::MAX, digits.next().unwrap_or(0));
            edit.apply(&mut draft);
            for _ in digits {
                let (edit, _) = add_entry(&mut draft, id, usize::MAX, true).unwrap();
                edit.apply(&mut draft);
            }
        }
        draft
    }

    fn ids(draft: &Draft) -> Vec<u64> {
        draft.sections.iter().map(|it| it.id.0).collect()
    }

    /// Applies the edit, compares the order of sections, and takes it back.
    #[track_caller]
    fn check(draft: &mut Draft, edit: Option<Edit>, expected: &[usize]) {
        let before = draft.clone();
        let wanted: Vec<_> = expected.iter().map(|&it| before.sections[it].id.0).collect();
        let inverse = edit.expect("an edit").apply(draft);
        assert_eq!(ids(draft), wanted);
        inverse.apply(draft);
        assert_eq!(*draft, before);
    }

    #[test]
    fn renumbering_clears_what_stands_as_written_and_can_be_taken_back() {
        let mut draft = draft("1 1 21 1");
        assert_eq!(renumber(&draft), None);
        draft.sections[0].written = Some(String::new());
        draft.sections[1].written = Some("三、".to_owned());
        draft.sections[2].entries[0].written = Some("五是".to_owned());
        let before = draft.clone();
        let back = renumber(&draft).unwrap().apply(&mut draft);
        let written: Vec<_> = draft.sections.iter().map(|it| it.written.as_deref()).collect();
        assert_eq!(written, [Some(""), None, None, None]);
        assert_eq!(draft.sections[2].entries[0].written, None);
        back.apply(&mut draft);
        assert_eq!(draft, before);
    }

    #[test]
    fn a_section_moves_with_its_subsections() {
        let mut draft = draft("0 1 2 2 1 2 0");
        let id = |draft: &Draft, idx: usize| draft.sections[idx].id;
        let edit = shift(&draft, id(&draft, 4), true);
        check(&mut draft, edit, &[0, 4, 5, 1, 2, 3, 6]);
        let edit = shift(&draft, id(&draft, 1), false);
        check(&mut draft, edit, &[0, 4, 5, 1, 2, 3, 6]);
        let edit = shift(&draft, id(&draft, 2), false);
        check(&mut draft, edit, &[0, 1, 3, 2, 4, 5, 6]);
        let edit = place(&draft, id(&draft, 1), id(&draft, 6), true);
        check(&mut draft, edit, &[0, 4, 5, 6, 1, 2, 3]);
    }

    #[test]
    fn a_subsection_stays_with_its_parent() {
        let draft = draft("1 2 2 1 2");
        assert_eq!(shift(&draft, draft.sections[1].id, true), None);
        assert_eq!(shift(&draft, draft.sections[2].id, false), None);
        assert_eq!(place(&draft, draft.sections[0].id, draft.sections[1].id, true), None);
    }

    #[test]
    fn an_entry_moves_within_and_between_sections() {
        let mut draft = draft("1111 111");
        let (first, second) = (draft.sections[0].clone(), draft.sections[1].clone());
        let moved = first.entries[0].id;
        let before = draft.clone();
        let back = shift(&draft, moved, false).unwrap().apply(&mut draft);
        assert_eq!(draft.sections[0].entries[1].id, moved);
        back.apply(&mut draft);
        let back = place(&draft, moved, second.entries[1].id, false).unwrap().apply(&mut draft);
        assert_eq!(draft.sections[1].entries[1].id, moved);
        assert_eq!(draft.sections[0].entries.len(), 2);
        back.apply(&mut draft);
        place(&draft, moved, second.id, true).unwrap().apply(&mut draft);
        assert_eq!(draft.sections[1].entries[2].id, moved);
        assert_eq!(shift(&before, first.entries[2].id, false), None);
    }

    #[test]
    fn a_level_takes_the_subsections_along() {
        let mut draft = draft("1 2 3 1");
        let before = draft.clone();
        let back = set_level(&draft, draft.sections[0].id, 2).unwrap().apply(&mut draft);
        let levels: Vec<_> = draft.sections.iter().map(|it| it.level).collect();
        assert_eq!(levels, [2, 3, 4, 1]);
        back.apply(&mut draft);
        assert_eq!(draft, before);
    }

    #[test]
    fn another_text_comes_and_goes_in_one_step() {
        let mut draft = draft("11 2");
        let before = draft.clone();
        let mut other = self::draft("1 2 3");
        other.title = "云溪市档案馆2025年工作总结".to_owned();
        other.target = 3000;
        let back = turn_into(&mut draft, other.clone()).apply(&mut draft);
        assert_eq!(Draft { next_id: other.next_id, ..draft.clone() }, other);
        back.apply(&mut draft);
        assert_eq!(Draft { next_id: before.next_id, ..draft }, before);
    }
}
