//! The items, paragraphs and tables of a section: written, added, moved, removed.

use chengwen_view::view;
use leptos::prelude::*;

use crate::model::act;
use crate::model::draft::{Entry, NodeId, Part, Section, TextAt};
use crate::model::edit::{Edit, Place};
use crate::model::kind::Slot;
use crate::route::Route;
use crate::store::journal::field_id;
use crate::ui::bench::Bench;
use crate::ui::browser::focus_later;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::notices::Notices;
use crate::ui::outline;
use crate::ui::table_form::TableForm;
use crate::ui::text_field::TextField;
use crate::ui::words::{t, words};

/// The items and paragraphs, in order.
#[component]
pub fn Entries(
    /// The section.
    id: NodeId,
    /// What the kind says about it.
    kind_slot: Option<Slot>,
) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let rows =
        Signal::derive(move || bench.with_shape(|it| it.section(id).map(rows).unwrap_or_default()));
    let starters = StoredValue::new(kind_slot.map(|it| it.starters).unwrap_or_default());
    let add = move |numbered| {
        bench.act(|draft| {
            let at = draft.section(id)?.entries.len();
            act::add_entry(draft, id, at, numbered)
        })
    };
    let add_item = move |_| {
        if let Some(item) = add(true) {
            desk.go_to(Place::Node(item));
            focus_later(field_id(TextAt::Entry(item, Part::Lead)));
        }
    };
    let add_paragraph = move |_| {
        if let Some(paragraph) = add(false) {
            focus_later(field_id(TextAt::Entry(paragraph, Part::Text)));
        }
    };
    let add_table = move |_| {
        let added = bench.act(|draft| {
            let entries = &draft.section(id)?.entries;
            let (n_entries, last) = (entries.len(), entries.last());
            // An empty paragraph at the end was waiting for just this.
            let makes_room =
                last.is_some_and(|it| Look::of(it) == Look::Paragraph && it.is_blank());
            let room = usize::from(makes_room);
            let (edit, table) = act::add_table(draft, id, n_entries - room)?;
            let edit = match edit {
                Edit::Entries { section, at, insert, .. } => {
                    Edit::Entries { section, at, remove: room, insert }
                }
                other => other,
            };
            Some((edit, table))
        });
        if let Some(table) = added {
            focus_later(field_id(TextAt::Entry(table, Part::Lead)));
        }
    };
    let entry = move |row: EntryRow| match row.look {
        Look::Item => view! { <ItemRow id=row.id /> }.into_any(),
        Look::Paragraph => {
            let starters = starters.get_value();
            view! { <ParagraphRow id=row.id section=id starters /> }.into_any()
        }
        Look::Table => view! { <TableRow id=row.id section=id /> }.into_any(),
    };
    view! {
        <section class="entries" aria-label=words!(section.entries)>
            <Show when=move || rows.with(Vec::is_empty)>
                <p class="entries__empty">{words!(section.empty)}</p>
            </Show>
            <ol class="entries__list">
                {each(move || {
                    let row = |row: EntryRow| Each::new(row, move || entry(row));
                    rows.get().into_iter().map(row).collect()
                })}
            </ol>
            <div class="entries__add">
                <button type="button" on:click=add_item>
                    {words!(section.add_item)}
                </button>
                <button type="button" on:click=add_paragraph>
                    {words!(section.add_paragraph)}
                </button>
                <button type="button" on:click=add_table>
                    {words!(section.add_table)}
                </button>
            </div>
        </section>
    }
}

/// An entry of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct EntryRow {
    id: NodeId,
    look: Look,
}

/// What an entry of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Look {
    Item,
    Paragraph,
    Table,
}

impl Look {
    fn of(entry: &Entry) -> Self {
        match (&entry.table, entry.numbered) {
            (Some(_), _) => Self::Table,
            (None, true) => Self::Item,
            (None, false) => Self::Paragraph,
        }
    }
}

fn rows(section: &Section) -> Vec<EntryRow> {
    section.entries.iter().map(|it| EntryRow { id: it.id, look: Look::of(it) }).collect()
}

/// Where an entry stands among those of its section that look the same, from one.
fn place_of(bench: Bench, section: NodeId, id: NodeId, look: Look) -> Memo<usize> {
    Memo::new(move |_| {
        bench.with_shape(|draft| {
            let entries =
                draft.section(section).map(|it| it.entries.as_slice()).unwrap_or_default();
            let before = entries.iter().take_while(|it| it.id != id);
            before.filter(|it| Look::of(it) == look).count() + 1
        })
    })
}

/// An item: its beginning, and the way to its form.
#[component]
fn ItemRow(id: NodeId) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let name = move || outline::label(bench, Place::Node(id));
    let missing = move || bench.tally(Place::Node(id)).missing;
    let count = move || match missing() {
        0 => t!(section.length, n = bench.tally(Place::Node(id)).length),
        n => t!(bench.missing, n = n),
    };
    let href = move || {
        let route = desk.draft_id();
        let route = route.map(|it| Route::Draft { id: it, place: Place::Node(id) });
        route.unwrap_or_default().hash()
    };
    view! {
        <li class="entry entry--item">
            <a class="entry__link" href=href aria-label=words!(section.edit_item, name = name())>
                {name}
            </a>
            <span
                class="entry__count"
                class:entry__count--missing=Signal::derive(move || 0 < missing())
            >
                {count}
            </span>
            <EntryTools id name=Signal::derive(name) />
        </li>
    }
}

/// A paragraph, written right here.
#[component]
fn ParagraphRow(id: NodeId, section: NodeId, starters: Vec<String>) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let n = place_of(bench, section, id, Look::Paragraph);
    let name = Signal::derive(move || t!(section.paragraph, n = n.get()));
    // A paragraph that was an item may still have its parts; each is a field then.
    let parts = bench.with(|draft| {
        let entry = draft.entry(id);
        let has = |part: &Part| entry.is_some_and(|it| !it.part(*part).is_empty());
        Part::ALL[..5].iter().copied().filter(has).collect::<Vec<_>>()
    });
    let others = parts
        .into_iter()
        .map(|part| view! { <TextField at=TextAt::Entry(id, part) label=part_name(part) rows=2 /> })
        .collect_view();
    view! {
        <li class="entry">
            {others}
            <TextField at=TextAt::Entry(id, Part::Text) label=name rows=4 starters />
            <EntryTools id name />
        </li>
    }
}

/// A table, filled in right here.
#[component]
fn TableRow(id: NodeId, section: NodeId) -> impl IntoView {
    let n = place_of(expect_context::<Bench>(), section, id, Look::Table);
    let name = Signal::derive(move || t!(section.table, n = n.get()));
    view! {
        <li class="entry">
            <TableForm id name />
            <EntryTools id name />
        </li>
    }
}

/// The name of a part of an entry.
pub fn part_name(part: Part) -> Signal<String> {
    match part {
        Part::Lead => words!(item.lead),
        Part::Practice => words!(item.practice),
        Part::Figures => words!(item.figures),
        Part::Result => words!(item.result),
        Part::Recognition => words!(item.recognition),
        Part::Text => words!(item.text),
    }
}

/// Moves and removes an entry of the list.
#[component]
fn EntryTools(id: NodeId, name: Signal<String>) -> impl IntoView {
    let (bench, notices) = (expect_context::<Bench>(), expect_context::<Notices>());
    let shift = move |up| {
        bench.plan(|draft| act::shift(draft, id, up));
    };
    let remove = move |_| {
        let said = t!(section.removed, name = name.get_untracked());
        if bench.plan(|draft| act::remove(draft, id)) {
            let n_changes = bench.n_changes();
            let undo = move || {
                bench.undo_change(n_changes);
            };
            notices.say_with_undo(said, undo);
        }
    };
    let can = move |up| bench.with_shape(|draft| act::shift(draft, id, up).is_some());
    let mover = move |name: Signal<String>, sign: &'static str, up: bool| {
        view! {
            <button
                type="button"
                class="quiet"
                aria-label=name
                disabled=Signal::derive(move || !can(up))
                on:click=move |_| shift(up)
            >
                {sign}
            </button>
        }
    };
    view! {
        <div class="entry__tools">
            {mover(words!(section.entry_up, name = name.get()), "↑", true)}
            {mover(words!(section.entry_down, name = name.get()), "↓", false)}
            <button
                type="button"
                class="quiet"
                aria-label=words!(section.entry_remove, name = name.get())
                on:click=remove
            >
                "×"
            </button>
        </div>
    }
}
