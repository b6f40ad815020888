//! The cells of a table as a grid of fields, over the one text that they are.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::import::cells;
use crate::model::draft::{NodeId, Part, TextAt};
use crate::model::edit::{Edit, Place};
use crate::model::table;
use crate::store::journal::field_id;
use crate::ui::bench::Bench;
use crate::ui::browser::element;
use crate::ui::each::{Each, each};
use crate::ui::notices::Notices;
use crate::ui::text_field::is_composing;
use crate::ui::words::{t, words};

/// A table is not made larger than this by a paste.
const LARGEST: usize = 20_000;

/// A row and a column, from zero; or how many there are.
pub type At = (usize, usize);

type Rows = Vec<Vec<String>>;

/// A handle on the cells.
#[derive(Clone, Copy)]
struct Cells {
    bench: Bench,
    id: NodeId,
    size: Memo<At>,
    /// The cell that had the focus last: what is added and removed goes by it.
    now: RwSignal<At>,
}

/// The cells. They follow the size of the table alone, so typing moves nothing.
#[component]
pub fn TableGrid(
    /// The entry.
    id: NodeId,
    /// How many rows and columns there are.
    size: Memo<At>,
) -> impl IntoView {
    let (bench, notices) = (expect_context::<Bench>(), expect_context::<Notices>());
    let cells = Cells { bench, id, size, now: RwSignal::new((0, 0)) };
    let typed = move |ev: ev::Event| {
        if !is_composing(&ev) {
            cells.type_in(&ev);
        }
    };
    let remember = move |ev: ev::FocusEvent| {
        if let Some((_, at)) = cell_of(&ev) {
            cells.now.set(at);
        }
    };
    view! {
        <p class="field__hint">{words!(table.hint)}</p>
        <div class="table__scroll">
            <table
                id=cells.grid_id()
                class="table__grid"
                on:input=typed
                on:compositionend=move |ev| cells.type_in(&ev)
                on:keydown=move |ev| cells.move_by(&ev)
                on:paste=move |ev| cells.paste(&ev, notices)
                on:focusin=remember
            >
                <tbody>{lines(cells)}</tbody>
            </table>
        </div>
        <Tools cells />
    }
}

fn lines(cells: Cells) -> AnyView {
    let (bench, id, size) = (cells.bench, cells.id, cells.size);
    let rows =
        Memo::new(move |_| bench.with_place(Place::Node(id), |it| rows(it.text(cells.at()))));
    let n_headers = Memo::new(move |_| {
        let table = bench.with_place(Place::Node(id), |it| it.entry(id).and_then(|it| it.table));
        table.map_or(0, |it| usize::from(it.header_rows))
    });
    let cell = move |row: usize, column: usize| {
        let text = Memo::new(move |_| {
            rows.with(|it| it.get(row).and_then(|it| it.get(column)).cloned().unwrap_or_default())
        });
        // The paper and other panels look for the field of the text.
        let field = (row + column == 0).then(|| field_id(cells.at()));
        view! {
            <td>
                <input
                    id=field
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    data-cell=format!("{row},{column}")
                    aria-label=words!(table.cell, row = row + 1, column = column + 1)
                    prop:value=Signal::derive(move || text.get())
                />
            </td>
        }
    };
    let line = move |row: usize| {
        let columns = move || {
            let columns = 0..size.get().1;
            columns.map(|it| Each::new(it, move || cell(row, it))).collect()
        };
        view! { <tr class:table__header=move || row < n_headers.get()>{each(columns)}</tr> }
    };
    each(move || (0..size.get().0).map(|it| Each::new(it, move || line(it))).collect())
}

/// Adds and removes rows and columns.
#[component]
fn Tools(cells: Cells) -> impl IntoView {
    let size = cells.size;
    let here = move || cells.here();
    let add_row = move |_| {
        let (row, column) = untrack(here);
        cells.add_row(row + 1);
        cells.focus((row + 1, column));
    };
    let add_column = move |_| {
        let (row, column) = untrack(here);
        cells.step(&|it| it.iter_mut().for_each(|it| it.insert(column + 1, String::new())));
        cells.focus((row, column + 1));
    };
    let remove_row = move |_| {
        let (row, _) = untrack(here);
        cells.step(&|it| drop(it.remove(row)));
        cells.focus(untrack(here));
    };
    let remove_column = move |_| {
        let (_, column) = untrack(here);
        cells.step(&|it| it.iter_mut().for_each(|it| drop(it.remove(column))));
        cells.focus(untrack(here));
    };
    let only_row = Signal::derive(move || size.get().0 == 1);
    let only_column = Signal::derive(move || size.get().1 == 1);
    view! {
        <div class="table__tools">
            <button type="button" on:click=add_row>
                {words!(table.add_row)}
            </button>
            <button type="button" on:click=add_column>
                {words!(table.add_column)}
            </button>
            <button type="button" class="quiet" disabled=only_row on:click=remove_row>
                {words!(table.remove_row, n = here().0 + 1)}
            </button>
            <button type="button" class="quiet" disabled=only_column on:click=remove_column>
                {words!(table.remove_column, n = here().1 + 1)}
            </button>
        </div>
    }
}

impl Cells {
    fn at(self) -> TextAt {
        TextAt::Entry(self.id, Part::Text)
    }

    fn grid_id(self) -> String {
        format!("table-{}", self.id.0)
    }

    /// The cell that tools go by; it may be gone since it had the focus.
    fn here(self) -> At {
        let ((row, column), (n_rows, n_columns)) = (self.now.get(), self.size.get());
        (row.min(n_rows - 1), column.min(n_columns - 1))
    }

    /// The text of the table after a change of its cells.
    fn changed(self, change: &dyn Fn(&mut Rows)) -> String {
        let mut rows = self.bench.with(|it| rows(it.text(self.at())));
        change(&mut rows);
        table::text(&rows)
    }

    /// Changes the cells as a step of its own; typing on is one step for many keys.
    fn step(self, change: &dyn Fn(&mut Rows)) {
        let text = self.changed(change);
        self.bench.apply(Edit::Batch(vec![Edit::Text { at: self.at(), text }]));
    }

    fn add_row(self, row: usize) {
        let n_columns = self.size.get_untracked().1;
        self.step(&|it| it.insert(row.min(it.len()), vec![String::new(); n_columns]));
    }

    /// Focuses a cell: at once, so that the next key meets it, or as soon as it
    /// is on the page.
    fn focus(self, at: At) {
        if !self.focus_now(at) {
            request_animation_frame(move || {
                self.focus_now(at);
            });
        }
    }

    fn focus_now(self, (row, column): At) -> bool {
        let cell = format!("[data-cell='{row},{column}']");
        let found = element(&self.grid_id()).and_then(|it| it.query_selector(&cell).ok()?);
        let Some(input) = found.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else {
            return false;
        };
        let _ = input.focus();
        input.select();
        true
    }

    fn type_in(self, ev: &ev::Event) {
        let Some((input, (row, column))) = cell_of(ev) else { return };
        let text = self.changed(&|it| {
            if let Some(cell) = it.get_mut(row).and_then(|it| it.get_mut(column)) {
                *cell = input.value();
            }
        });
        self.bench.write(self.at(), text);
    }

    fn move_by(self, ev: &ev::KeyboardEvent) {
        let Some((input, from)) = cell_of(ev) else { return };
        if ev.is_composing() || ev.ctrl_key() || ev.alt_key() || ev.meta_key() {
            return;
        }
        let size = self.size.get_untracked();
        if ev.key() == "Enter" && !ev.shift_key() && from.0 + 1 == size.0 {
            ev.prevent_default();
            self.add_row(size.0);
            self.focus((size.0, from.1));
        } else if let Some(to) = target(ev, &input, from, size) {
            ev.prevent_default();
            self.focus(to);
        }
    }

    /// Puts a block from a spreadsheet in at a cell; the table grows as needed.
    fn paste(self, ev: &ev::ClipboardEvent, notices: Notices) {
        let Some((_, (row, column))) = cell_of(ev) else { return };
        let text = ev.clipboard_data().and_then(|it| it.get_data("text/plain").ok());
        let Some(block) = text.as_deref().and_then(cells::read) else { return };
        ev.prevent_default();
        let size = self.size.get_untracked();
        let n_rows = size.0.max(row + block.len());
        let widest = block.iter().map(Vec::len).max().unwrap_or(0);
        let n_columns = size.1.max(column + widest);
        if LARGEST < n_rows.saturating_mul(n_columns) {
            notices.warn(t!(table.too_large, n = LARGEST));
            return;
        }
        self.step(&|it| {
            resize(it, n_rows, n_columns);
            for (cells, block) in it[row..].iter_mut().zip(&block) {
                for (cell, text) in cells[column..].iter_mut().zip(block) {
                    cell.clone_from(text);
                }
            }
        });
    }
}

/// How many rows and columns a text shows. Unlike the printed table, the form
/// keeps the blank rows and columns at the end: they wait to be written in.
pub fn size_of(text: Option<&str>) -> At {
    /// What an empty table begins with.
    const EMPTY: At = (3, 3);
    match text {
        None | Some("") => EMPTY,
        Some(text) => {
            let n_columns = text.split('\n').map(|it| it.matches('\t').count() + 1).max();
            (text.matches('\n').count() + 1, n_columns.unwrap_or(1))
        }
    }
}

/// The cells of a text, every row as long as the longest.
fn rows(text: Option<&str>) -> Rows {
    let (n_rows, n_columns) = size_of(text);
    let lines = text.unwrap_or_default().split('\n').map(|it| it.trim_end_matches('\r'));
    let mut rows = lines.map(|it| it.split('\t').map(str::to_owned).collect()).collect();
    resize(&mut rows, n_rows, n_columns);
    rows
}

fn resize(rows: &mut Rows, n_rows: usize, n_columns: usize) {
    rows.resize(n_rows, Vec::new());
    for row in rows {
        row.resize(n_columns, String::new());
    }
}

/// The cell that an event comes from.
fn cell_of(ev: &ev::Event) -> Option<(HtmlInputElement, At)> {
    let input: HtmlInputElement = ev.target()?.dyn_into().ok()?;
    let at = input.get_attribute("data-cell")?;
    let (row, column) = at.split_once(',')?;
    let at = (row.parse().ok()?, column.parse().ok()?);
    Some((input, at))
}

/// Where a key leads from a cell. To the sides the arrows first move within the
/// text of the cell, unless all of it is selected.
fn target(ev: &ev::KeyboardEvent, input: &HtmlInputElement, from: At, size: At) -> Option<At> {
    let (row, column) = from;
    let end = input.value().encode_utf16().count() as u32;
    let selected = (input.selection_start().ok().flatten(), input.selection_end().ok().flatten());
    let stands_at = |at| selected == (Some(at), Some(at)) || selected == (Some(0), Some(end));
    let to = match (ev.key().as_str(), ev.shift_key()) {
        ("Enter", true) | ("ArrowUp", false) => (row.checked_sub(1)?, column),
        ("Enter" | "ArrowDown", false) => (row + 1, column),
        ("ArrowLeft", false) if stands_at(0) => (row, column.checked_sub(1)?),
        ("ArrowRight", false) if stands_at(end) => (row, column + 1),
        _ => return None,
    };
    (to.0 < size.0 && to.1 < size.1).then_some(to)
}
