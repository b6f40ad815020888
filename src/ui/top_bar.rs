//! The bar on top of the workbench: where things stand, and what can be done.

use chengwen_view::view;
use leptos::prelude::*;

use crate::ui::bench::{Bench, SaveStatus};
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::exporter;
use crate::ui::notices::Notices;
use crate::ui::panels::{Panel, Panels};
use crate::ui::refusals;
use crate::ui::words::{Locale, grouped, locale, t, words};
use crate::ui::workbench::{redo, undo};

/// The bar on top of the workbench.
#[component]
pub fn TopBar() -> impl IntoView {
    let (bench, panels) = (expect_context::<Bench>(), expect_context::<Panels>());
    let desk = expect_context::<Desk>();
    let name = move || {
        let name =
            bench.with_place(crate::model::edit::Place::Head, |it| it.display_name().to_owned());
        if name.is_empty() { t!(drafts.untitled).to_owned() } else { name }
    };
    // Opens and closes a panel.
    let button = move |panel, id: &'static str, class: &'static str, name: Signal<String>| {
        view! {
            <button
                type="button"
                id=id.to_owned() + "-button"
                class=class
                aria-expanded=Signal::derive(move || panels.is_open(panel).to_string())
                aria-controls=id
                on:click=move |_| panels.toggle(panel)
            >
                {name}
            </button>
        }
    };
    let missing = move || bench.total().missing;
    let length = move || {
        let n = bench.total().length;
        match bench.with_place(crate::model::edit::Place::Head, |it| it.target) {
            0 => t!(bench.length, n = grouped(n)),
            target => t!(bench.length_of, n = grouped(n), target = grouped(target)),
        }
    };
    view! {
        <header class="bar">
            <a class="mark" href="#/" aria-label=words!(app.home)>
                "成文"
            </a>
            <h1 class="bar__name" title=name>
                {name}
            </h1>
            <SaveChip />
            <span class="chip">{length}</span>
            <span class="chip" class:chip--warn=move || 0 < missing() class:chip--ok=move || {
                missing() == 0
            }>
                {move || match missing() {
                    0 => t!(bench.complete).to_owned(),
                    n => t!(bench.missing, n = n),
                }}
            </span>
            <span class="bar__gap"></span>
            <button
                type="button"
                class="quiet"
                disabled=Signal::derive(move || !bench.steps().undo)
                on:click=move |_| undo(bench, desk)
            >
                {words!(app.undo)}
            </button>
            <button
                type="button"
                class="quiet"
                disabled=Signal::derive(move || !bench.steps().redo)
                on:click=move |_| redo(bench, desk)
            >
                {words!(app.redo)}
            </button>
            {button(Panel::Find, "find-panel", "quiet", words!(find.title))}
            {button(Panel::Versions, "versions-panel", "quiet", words!(versions.title))}
            {button(Panel::Review, "review-panel", "quiet", words!(review.title))}
            <span class="bar__found" id="review-count"></span>
            <LanguageButton />
            {button(Panel::Export, "export-panel", "primary", words!(export.title))}
        </header>
    }
}

/// Whether the last change is kept, in words.
#[component]
fn SaveChip() -> impl IntoView {
    let bench = expect_context::<Bench>();
    let text = move || match bench.status() {
        SaveStatus::Saved(at) => t!(save.saved, time = dates::time(at)),
        SaveStatus::Held(at) => t!(save.held, time = dates::time(at)),
        SaveStatus::Unsaved => t!(save.unsaved).to_owned(),
        SaveStatus::Failed(error) => refusals::saving(&error),
        SaveStatus::Reading => t!(save.reading).to_owned(),
    };
    let is_saved = move || matches!(bench.status(), SaveStatus::Saved(_));
    let has_failed = move || matches!(bench.status(), SaveStatus::Failed(_));
    view! {
        <span
            class="chip chip--save"
            class:chip--ok=is_saved
            class:chip--bad=has_failed
            role="status"
            title=move || if is_saved() { t!(save.note) } else { "" }
        >
            {text}
        </span>
    }
}

/// Switches between Chinese and English.
#[component]
pub fn LanguageButton() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let notices = expect_context::<Notices>();
    let switch = move |_| {
        let other = match locale() {
            Locale::Chinese => Locale::English,
            Locale::English => Locale::Chinese,
        };
        leptos::task::spawn_local(async move {
            if exporter::speak(other).await {
                desk.shelf().remember("language", other.tag());
            } else {
                notices.warn(t!(app.no_words));
            }
        });
    };
    view! {
        <button type="button" class="quiet" on:click=switch>
            {words!(app.language)}
        </button>
    }
}
