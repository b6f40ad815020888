//! What has changed between two versions of a report, figures first.

use std::sync::Arc;

use chengwen_view::view;
use leptos::prelude::*;

use crate::compare::listing::{Kind, Listing, Part, Row};
use crate::compare::{Sign, Span};
use crate::ui::each::{Each, each};
use crate::ui::exporter;
use crate::ui::refusals;
use crate::ui::top_bar::grouped;
use crate::ui::words::{t, words};

/// So many changes are shown at first, and so many more each time.
const SHOWN: usize = 200;

/// The changes from one version to another.
#[component]
pub fn CompareView(
    /// The draft file of the old version, as text.
    old: String,
    /// The draft file of the new version, as text.
    new: String,
    /// What the old version is called.
    old_label: String,
    /// What the new version is called.
    new_label: String,
) -> impl IntoView {
    let compared = RwSignal::new(None::<Result<Arc<Listing>, String>>);
    leptos::task::spawn_local(async move {
        let listing = exporter::compare(&old, &new).await;
        let listing = listing.map(Arc::new).map_err(|it| refusals::script(&it));
        // The view may be gone before the answer is there.
        let _ = compared.try_set(Some(listing));
    });
    let content = move || match compared.get() {
        None => view! { <p role="status">{words!(compare.working)}</p> },
        Some(Err(reason)) => view! { <p role="alert">{move || failed(&reason)}</p> },
        Some(Ok(it)) if it.rows.is_empty() => view! { <p role="status">{words!(compare.same)}</p> },
        Some(Ok(it)) => view! { <Changes listing=it /> },
    };
    view! {
        <div class="compare">
            <p class="compare__versions">{format!("{old_label} → {new_label}")}</p>
            {content}
        </div>
    }
}

fn failed(reason: &str) -> String {
    // A program that did not come says nothing.
    let reason = if reason.is_empty() { t!(export.no_program) } else { reason };
    t!(compare.failed, reason = reason)
}

/// The counts and the list.
#[component]
fn Changes(listing: Arc<Listing>) -> impl IntoView {
    let (n, n_figures) = (listing.rows.len(), listing.counts.with_figures as usize);
    let counts = listing.counts;
    let summary = move || {
        t!(
            compare.summary,
            n = n,
            figures = n_figures,
            added = counts.added,
            removed = counts.removed,
            moved = counts.moved,
            old = grouped(counts.old_length),
            new = grouped(counts.new_length)
        )
    };
    let only_figures = RwSignal::new(false);
    let n_shown = RwSignal::new(SHOWN);
    // Changes of figures stand first in the list.
    let end = move || if only_figures.get() { n_figures } else { n };
    let list = move |name: Signal<String>, from: usize, to: usize| {
        let listing = listing.clone();
        let rows = move || {
            let each = |idx: usize| {
                let listing = listing.clone();
                Each::new(idx, move || change(&listing.rows[idx]))
            };
            (from..to.min(n_shown.get())).map(each).collect()
        };
        let is_there = move || from < to.min(end()).min(n_shown.get());
        let rows = Signal::derive(rows);
        view! {
            <Show when=is_there>
                <h3>{name}</h3>
                <ol class="compare__list">{each(move || rows.get())}</ol>
            </Show>
        }
    };
    let choice = move |figures: bool, name: Signal<String>| {
        view! {
            <button
                type="button"
                aria-pressed=Signal::derive(move || (only_figures.get() == figures).to_string())
                on:click=move |_| only_figures.set(figures)
            >
                {name}
            </button>
        }
    };
    let n_left = move || end().saturating_sub(n_shown.get());
    view! {
        <p class="compare__summary" role="status">{summary}</p>
        <Show when=move || 0 < n_figures>
            <div class="tabs tabs--always" role="group" aria-label=words!(compare.show)>
                {choice(false, words!(compare.all, n = n))}
                {choice(true, words!(compare.only_figures, n = n_figures))}
            </div>
        </Show>
        {list(words!(compare.figures), 0, n_figures)}
        {list(words!(compare.others), n_figures, n)}
        <Show when=move || 0 < n_left()>
            <button type="button" on:click=move |_| n_shown.update(|it| *it += SHOWN)>
                {words!(compare.more, n = n_left())}
            </button>
        </Show>
    }
}

/// One change: what happened and where, the figures, the words.
fn change(row: &Row) -> AnyView {
    let (kind, place, from) = (row.kind, row.place, row.from);
    let (is, was) = (row.part, row.was);
    let happened = move || match kind {
        Kind::Added => t!(compare.added),
        Kind::Removed => t!(compare.removed),
        Kind::Changed => t!(compare.changed),
        Kind::Moved => t!(compare.moved),
        Kind::MovedAndChanged => t!(compare.moved_and_changed),
    };
    let chip = match kind {
        Kind::Added => "chip chip--ok",
        Kind::Removed => "chip chip--bad",
        Kind::Changed | Kind::Moved | Kind::MovedAndChanged => "chip chip--note",
    };
    let heading = row.heading.clone();
    let position = move || {
        let mut words = if heading.is_empty() { part(is) } else { heading.clone() };
        words.push_str(" · ");
        words.push_str(&t!(compare.place, n = place));
        if let Some(from) = from {
            words.push_str(" · ");
            words.push_str(&t!(compare.from, n = from));
        }
        if let Some(was) = was {
            words.push_str(" · ");
            words.push_str(&format!("{} → {}", part(was), part(is)));
        }
        words
    };
    let numbers: Vec<_> = row.numbers.iter().map(|(old, new)| figure(old, new)).collect();
    let pieces: Vec<_> = row.spans.iter().map(piece).collect();
    let has_numbers = !numbers.is_empty();
    view! {
        <li>
            <p class="compare__where">
                <span class=chip>{happened}</span>
                " "
                {position}
            </p>
            {has_numbers.then(|| view! { <ul class="compare__figures">{numbers}</ul> })}
            <p class="compare__text">{pieces}</p>
        </li>
    }
}

fn figure(old: &str, new: &str) -> AnyView {
    let (old, new) = (old.to_owned(), new.to_owned());
    let or_none =
        |it: &str| if it.is_empty() { t!(compare.none).to_owned() } else { it.to_owned() };
    view! { <li>{move || format!("{} → {}", or_none(&old), or_none(&new))}</li> }
}

/// A piece of text. What happened to it is told by line and by word, not by
/// colour alone.
fn piece(span: &Span) -> AnyView {
    let text = span.text.clone();
    match span.sign {
        Sign::Kept => view! { <span>{text}</span> },
        Sign::Removed => view! {
            <del>
                <span class="visually-hidden">{words!(compare.deleted)}</span>
                {text}
            </del>
        },
        Sign::Added => view! {
            <ins>
                <span class="visually-hidden">{words!(compare.inserted)}</span>
                {text}
            </ins>
        },
    }
}

fn part(part: Part) -> String {
    match part {
        Part::Title => t!(compare.title).to_owned(),
        Part::Heading(level) => t!(compare.heading, n = level),
        Part::Item => t!(compare.item).to_owned(),
        Part::Body => t!(compare.body).to_owned(),
        Part::Row => t!(compare.row).to_owned(),
        Part::HeaderRow => t!(compare.header_row).to_owned(),
        Part::Other => t!(compare.other).to_owned(),
    }
}
