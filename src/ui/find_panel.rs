//! Find and replace over the whole report.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use crate::model::edit::Place;
use crate::model::find::{self, Match};
use crate::store::journal::field_id;
use crate::store::versions::Reason;
use crate::ui::bench::Bench;
use crate::ui::browser::element;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::notices::Notices;
use crate::ui::panels::PanelHead;
use crate::ui::words::{t, words};

/// More matches than this are counted but not listed.
const LISTED: usize = 100;

/// The panel for find and replace.
#[component]
pub fn FindPanel() -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let notices = expect_context::<Notices>();
    let query = RwSignal::new(String::new());
    let replacement = RwSignal::new(String::new());
    let current = RwSignal::new(0_usize);
    let matches =
        Memo::new(move |_| bench.with_all(|it| query.with(|query| find::find(it, query))));
    let show = move |idx: usize| {
        current.set(idx);
        if let Some(it) = matches.with_untracked(|it| it.get(idx).cloned()) {
            desk.go_to(Place::of(it.at));
            select_later(bench, it);
        }
    };
    let step = move |by: isize| {
        let n_matches = matches.with_untracked(Vec::len);
        if 0 < n_matches {
            let now = current.get_untracked().min(n_matches - 1);
            show((now as isize + by).rem_euclid(n_matches as isize) as usize);
        }
    };
    let search = move |ev| {
        current.set(0);
        query.set(event_target_value(&ev));
    };
    let replace_one = move |_| {
        let now = current.get_untracked();
        let found = matches.with_untracked(|it| it.get(now).cloned());
        if let Some(it) = found
            && bench.plan(|draft| {
                find::replace(draft, &it, &query.get_untracked(), &replacement.get_untracked())
            })
        {
            let n_left = matches.with_untracked(Vec::len);
            show(if now < n_left { now } else { 0 });
        }
    };
    let replace_all = move |_| {
        let n = matches.with_untracked(Vec::len);
        let edit = |draft: &_| {
            Some(find::replace_all(draft, &query.get_untracked(), &replacement.get_untracked()))
        };
        bench.keep_version_later(Reason::Bulk);
        if bench.plan(edit) {
            let n_changes = bench.n_changes();
            let undo = move || {
                bench.undo_change(n_changes);
            };
            notices.say_with_undo(t!(find.replaced, n = n), undo);
        }
    };
    let on_enter = move |ev: ev::KeyboardEvent| {
        if ev.key() == "Enter" && !ev.is_composing() {
            ev.prevent_default();
            step(if ev.shift_key() { -1 } else { 1 });
        }
    };
    let count = move || match (query.with(String::is_empty), matches.with(Vec::len)) {
        (true, _) => String::new(),
        (false, 0) => t!(find.none).to_owned(),
        (false, n) => t!(find.count, n = n),
    };
    let has_none = move || matches.with(Vec::is_empty);
    let row = move |idx: usize| {
        view! {
            <li>
                <button
                    type="button"
                    class="quiet"
                    aria-current=Signal::derive(move || (current.get() == idx).then_some("true"))
                    on:click=move |_| show(idx)
                >
                    {move || context(bench, matches, idx)}
                </button>
            </li>
        }
    };
    let listed = move || {
        let n_listed = matches.with(|it| it.len().min(LISTED));
        (0..n_listed).map(|idx| Each::new(idx, move || row(idx))).collect()
    };
    let more = move || (LISTED < matches.with(Vec::len)).then(|| t!(find.more, n = LISTED));
    view! {
        <section class="panel panel--find" id="find-panel" aria-label=words!(find.title)>
            <PanelHead name=words!(find.title) />
            <div class="panel__row">
                <label for="find-query">{words!(find.query)}</label>
                <input
                    id="find-query"
                    type="text"
                    autocomplete="off"
                    prop:value=Signal::derive(move || query.get())
                    on:input=search
                    on:keydown=on_enter
                />
            </div>
            <div class="panel__row">
                <label for="find-replacement">{words!(find.replacement)}</label>
                <input
                    id="find-replacement"
                    type="text"
                    autocomplete="off"
                    prop:value=Signal::derive(move || replacement.get())
                    on:input=move |ev| replacement.set(event_target_value(&ev))
                />
            </div>
            <div class="panel__row">
                <output class="panel__count">{count}</output>
                <button type="button" disabled=has_none on:click=move |_| step(-1)>
                    {words!(find.previous)}
                </button>
                <button type="button" disabled=has_none on:click=move |_| step(1)>
                    {words!(find.next)}
                </button>
                <button type="button" disabled=has_none on:click=replace_one>
                    {words!(find.replace)}
                </button>
                <button type="button" disabled=has_none on:click=replace_all>
                    {words!(find.replace_all)}
                </button>
            </div>
            <Show when=move || !has_none()>
                <ol class="matches" aria-label=words!(find.matches)>
                    {each(listed)}
                </ol>
                <p class="panel__note">{more}</p>
            </Show>
        </section>
    }
}

/// A match among the words around it.
fn context(bench: Bench, matches: Memo<Vec<Match>>, idx: usize) -> Option<AnyView> {
    const AROUND: usize = 10;
    let it = matches.with(|it| it.get(idx).cloned())?;
    let words = bench.with(|draft| {
        let [before, found, after] = find::context(draft, &it, AROUND)?;
        Some((before.to_owned(), found.to_owned(), after.to_owned()))
    });
    let (before, found, after) = words?;
    Some(view! {
        <span>{before}</span>
        <mark>{found}</mark>
        <span>{after}</span>
    })
}

/// Selects a match in its field once the form is on the page.
fn select_later(bench: Bench, it: Match) {
    let utf16 = |text: &str| text.encode_utf16().count() as u32;
    let range = bench.with(|draft| {
        let text = draft.text(it.at)?;
        let (start, found) = (text.get(..it.range.start)?, text.get(it.range.clone())?);
        Some((utf16(start), utf16(start) + utf16(found)))
    });
    let Some((start, end)) = range else { return };
    request_animation_frame(move || {
        let field =
            element(&field_id(it.at)).and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            let _ = field.set_selection_range(start, end);
            field.scroll_into_view();
        }
    });
}
