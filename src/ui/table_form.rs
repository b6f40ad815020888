//! The form for a table: its caption, its cells, how it is set.

use chengwen_view::view;
use leptos::prelude::*;

use crate::model::act;
use crate::model::draft::{NodeId, Part, TextAt};
use crate::model::edit::Place;
use crate::model::table::Table;
use crate::ui::bench::Bench;
use crate::ui::table_grid::{TableGrid, size_of};
use crate::ui::text_field::TextField;
use crate::ui::words::words;

/// A table with more cells than this is shown as one text.
const SHOWN: usize = 1_500;

/// The most header rows that the form offers.
const HEADER_ROWS: u8 = 3;

/// The form for a table.
#[component]
pub fn TableForm(
    /// The entry.
    id: NodeId,
    /// What the table is called.
    name: Signal<String>,
) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let at = TextAt::Entry(id, Part::Text);
    let size = Memo::new(move |_| bench.with_place(Place::Node(id), |it| size_of(it.text(at))));
    let is_shown =
        Memo::new(move |_| size.with(|(rows, columns)| rows.saturating_mul(*columns) <= SHOWN));
    view! {
        <div class="table" role="group" aria-label=name>
            <TextField at=TextAt::Entry(id, Part::Lead) label=words!(table.caption) />
            {move || {
                if is_shown.get() {
                    view! { <TableGrid id size /> }.into_any()
                } else {
                    view! {
                        <TextField at label=words!(table.raw) hint=words!(table.raw_hint) rows=12 />
                    }
                        .into_any()
                }
            }}
            <Look id />
        </div>
    }
}

/// How the table is set: header rows, and whether it is turned.
#[component]
fn Look(id: NodeId) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let now = Signal::derive(move || {
        let table = |it: &crate::model::draft::Draft| it.entry(id).and_then(|it| it.table);
        bench.with_place(Place::Node(id), table).unwrap_or_default()
    });
    let set = move |table: Table| {
        bench.plan(|draft| act::set_table(draft, id, table));
    };
    let set_headers = move |ev| {
        let header_rows = event_target_value(&ev).parse().unwrap_or(0);
        set(Table { header_rows, ..now.get_untracked() });
    };
    let set_landscape = move |ev| {
        let landscape = event_target_checked(&ev);
        set(Table { landscape, ..now.get_untracked() });
    };
    let select_id = format!("table-{}-headers", id.0);
    let headers = Signal::derive(move || now.with(|it| it.header_rows.min(HEADER_ROWS)));
    let options = (0..=HEADER_ROWS).map(|n| {
        view! {
            <option value=n.to_string() selected=Signal::derive(move || headers.get() == n)>
                {n.to_string()}
            </option>
        }
    });
    view! {
        <div class="table__look">
            <label for=select_id.clone()>{words!(table.header_rows)}</label>
            <select
                id=select_id
                on:change=set_headers
                prop:value=Signal::derive(move || headers.get().to_string())
            >
                {options.collect_view()}
            </select>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || now.with(|it| it.landscape)
                    on:change=set_landscape
                />
                <span>{words!(table.landscape)}</span>
            </label>
        </div>
    }
}
