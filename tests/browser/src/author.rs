//! Writes a planned report through the forms, from the first page to the last
//! field, as a person would.

use crate::page::{KIND, Page};
use crate::plan::{ITEMS, Parts, Plan, PlannedEntry, PlannedSection};

/// The sections with items that a new report of [`KIND`] begins with.
const GIVEN: [&str; 2] = ["重点工作任务完成情况", "工作创新和亮点"];

/// Where the writing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Section,
    Item,
}

/// Writes the report into a new draft; the page is at home before.
#[track_caller]
pub fn write(page: &Page, plan: &Plan) {
    page.new_report(KIND, "", "");
    page.textbox("head.report_title").fill(&plan.title);
    for (field, text) in [
        ("head.addressee", &plan.addressee),
        ("head.signature", &plan.signature),
        ("head.date", &plan.date),
    ] {
        if !text.is_empty() {
            page.textbox(field).fill(text);
        }
    }
    write_opening(page, &plan.opening);
    write_sections(page, &plan.sections);
    page.saved();
}

fn write_opening(page: &Page, entries: &[PlannedEntry]) {
    if entries.is_empty() {
        return;
    }
    open_given(page, "导语");
    // The kind begins it with one empty paragraph.
    let mut entries = entries.iter();
    if page.paragraph_fields() == 1
        && let [PlannedEntry::Paragraph(text), ..] = entries.as_slice()
    {
        page.paragraph_field(1).fill(text);
        entries.next();
    }
    write_entries(page, entries.as_slice());
}

fn write_sections(page: &Page, sections: &[PlannedSection]) {
    let mut given = GIVEN.iter();
    let mut previous: Option<&PlannedSection> = None;
    for section in sections {
        // The first section has to come first, whatever its level is; another
        // one of the kind is put to use where its level is wanted again.
        let is_free = previous.is_none() || section.level == 1;
        match given.as_slice().first().filter(|_| is_free) {
            Some(name) => {
                given.next();
                open_given(page, name);
                if section.heading != *name {
                    page.textbox("section.heading").fill(&section.heading);
                }
                set_level(page, 1, section.level);
                reuse_items(page, section);
            }
            None => {
                add_section(page, previous.map_or(0, |it| it.level), section.level);
                page.textbox("section.heading").fill(&section.heading);
                set_items(page, section);
                write_entries(page, &section.entries);
            }
        }
        previous = Some(section);
    }
    for name in given {
        open_given(page, name);
        page.button("section.remove").within(page.word("bench.form")).click();
        page.session.settle();
    }
}

/// Opens a section that the kind begins with.
#[track_caller]
fn open_given(page: &Page, name: &str) {
    page.go_to(&page.step(name));
}

/// Adds a section behind everything written so far; the form of the previous
/// one, or of one of its items, is open.
fn add_section(page: &Page, previous: u8, level: u8) {
    if level == 1 {
        // By now every section of the kind is in use, so the end is the place.
        page.moving(|| page.button("outline.add_section").click());
        return;
    }
    go_to_section(page);
    let (button, made) = if level == previous + 1 {
        ("section.add_sub", level)
    } else {
        ("section.add_after", previous)
    };
    page.moving(|| page.button(button).click());
    set_level(page, made, level);
}

fn set_level(page: &Page, is: u8, level: u8) {
    if is != level {
        page.combobox("section.level").choose(&page.word(&format!("section.level_{level}")));
    }
}

fn set_items(page: &Page, section: &PlannedSection) {
    if let Some(items) = section.items.filter(|&it| it != ITEMS[0]) {
        page.combobox("section.items").choose(items);
    }
    if section.run_in {
        page.any("checkbox").named(page.word("section.run_in")).click();
    }
}

/// Writes a section that begins with empty items: the first items of the plan
/// go into them, and those left over are removed.
fn reuse_items(page: &Page, section: &PlannedSection) {
    set_items(page, section);
    let form = page.word("bench.form");
    let empty = page.word_with("section.edit_item", &page.word("outline.untitled_item"));
    let items = page.any("link").within(&form).named(&empty);
    let is_item = |it: &&PlannedEntry| matches!(it, PlannedEntry::Item(_));
    let n_wanted = section.entries.iter().take_while(is_item).count();
    let n_given = items.count();
    let name = page.word_with("section.entry_remove", &page.word("outline.untitled_item"));
    for left in (n_wanted.min(n_given)..n_given).rev() {
        page.any("button").within(&form).named(&name).nth(left).click();
        page.session.settle();
    }
    let (first, rest) = section.entries.split_at(n_wanted.min(n_given));
    for (n, entry) in first.iter().enumerate() {
        if n == 0 {
            page.moving(|| items.clone().click());
        } else {
            page.moving(|| page.button("item.next").click());
        }
        write_entry(page, entry);
    }
    let place = if first.is_empty() { Place::Section } else { Place::Item };
    write_entries_from(page, rest, place);
}

fn write_entries(page: &Page, entries: &[PlannedEntry]) {
    write_entries_from(page, entries, Place::Section);
}

fn write_entries_from(page: &Page, entries: &[PlannedEntry], mut place: Place) {
    let mut n_paragraphs = None;
    for entry in entries {
        match entry {
            PlannedEntry::Item(_) => {
                let button = match place {
                    Place::Section => "section.add_item",
                    Place::Item => "item.add_after",
                };
                page.moving(|| page.button(button).click());
                place = Place::Item;
                write_entry(page, entry);
            }
            PlannedEntry::Paragraph(text) => {
                if place == Place::Item {
                    page.back_to_section();
                    place = Place::Section;
                }
                // Counted once: a long section has a field for every paragraph.
                let n = n_paragraphs.unwrap_or_else(|| page.paragraph_fields()) + 1;
                page.button("section.add_paragraph").click();
                page.paragraph_field(n).fill(text);
                n_paragraphs = Some(n);
            }
        }
    }
}

fn write_entry(page: &Page, entry: &PlannedEntry) {
    let PlannedEntry::Item(parts) = entry else { return };
    let Parts { lead, text, .. } = parts;
    if !text.is_empty() {
        page.choose_radio(&page.word("item.whole"));
    }
    if !lead.is_empty() {
        page.textbox("item.lead").fill(lead);
    }
    if !text.is_empty() {
        page.textbox("item.text").fill(text);
    }
    for (field, text) in parts.fields() {
        if !text.is_empty() {
            page.textbox(field).fill(text);
        }
    }
}

/// From the form of an item to that of its section.
fn go_to_section(page: &Page) {
    let back = page.link(&page.word("item.back"));
    if back.is_there() {
        page.moving(|| back.click());
    }
}
