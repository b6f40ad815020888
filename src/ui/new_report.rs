//! A new report: which kind, for whom, about which year.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use web_sys::File;

use crate::export;
use crate::import::kind::{self, LIMIT};
use crate::model::kind::Kind;
use crate::ui::browser::{self, ReadError, new_id};
use crate::ui::dates;
use crate::ui::desk::{Desk, Owner};
use crate::ui::each::{Each, each};
use crate::ui::file_button::FileButton;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::top_bar::LanguageButton;
use crate::ui::words::{t, words};

/// The screen for a new report.
#[component]
pub fn NewReport() -> impl IntoView {
    let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
    let unit = RwSignal::new(desk.shelf().setting("unit").unwrap_or_default());
    let year = RwSignal::new(dates::report_year().to_string());
    // The others are there a moment later.
    leptos::task::spawn_local(desk.learn_kind(""));
    let kinds = Signal::derive(move || desk.kinds());
    let chosen = RwSignal::new(String::new());
    Effect::new(move |before: Option<usize>| {
        let (n, first) = kinds.with(|it| (it.len(), it.first().map(|(it, _)| it.id.clone())));
        // While there is one there was nothing to choose.
        if before.is_none_or(|it| it <= 1) {
            chosen.set(first.unwrap_or_default());
        }
        n
    });
    let kind = move || {
        let id = chosen.get();
        kinds.with(|kinds| {
            let found = kinds.iter().find(|(it, _)| it.id == id).or(kinds.first());
            found.map_or_else(Kind::custom, |(it, _)| it.clone())
        })
    };
    let choices = move || {
        let choice = |(kind, owner): (Kind, Owner)| {
            let key = export::kind(&kind);
            Each::new(key, move || view! { <KindChoice kind=kind.clone() owner chosen /> })
        };
        kinds.get().into_iter().map(choice).collect()
    };
    let title =
        move || unit.with(|unit| year.with(|year| kind().draft(String::new(), unit, year).title));
    let start = move |ev: ev::SubmitEvent| {
        ev.prevent_default();
        let unit = unit.get_untracked();
        desk.shelf().remember("unit", unit.trim());
        let draft = untrack(kind).draft(new_id(), &unit, &year.get_untracked());
        desk.begin(notices, draft);
    };
    view! {
        <div class="home home--new">
            <header class="home__head">
                <a class="mark mark--large" href="#/" aria-label=words!(app.home)>
                    "成文"
                </a>
                <h1>{words!(new_report.title)}</h1>
                <span class="bar__gap"></span>
                <LanguageButton />
            </header>
            <main id="content">
                <form class="new" on:submit=start>
                    <fieldset class="kinds">
                        <legend>{words!(new_report.kind)}</legend>
                        {each(choices)}
                    </fieldset>
                    <div class="field">
                        <div class="field__label">
                            <label for="new-unit">{words!(new_report.unit)}</label>
                            <span class="field__hint" id="new-unit-hint">
                                {words!(new_report.unit_hint)}
                            </span>
                        </div>
                        <input
                            id="new-unit"
                            type="text"
                            autocomplete="off"
                            aria-describedby="new-unit-hint"
                            prop:value=Signal::derive(move || unit.get())
                            on:input=move |ev| unit.set(event_target_value(&ev))
                        />
                    </div>
                    <div class="field field--short">
                        <div class="field__label">
                            <label for="new-year">{words!(new_report.year)}</label>
                            <span class="field__hint" id="new-year-hint">
                                {words!(new_report.year_hint)}
                            </span>
                        </div>
                        <input
                            id="new-year"
                            type="text"
                            inputmode="numeric"
                            autocomplete="off"
                            aria-describedby="new-year-hint"
                            prop:value=Signal::derive(move || year.get())
                            on:input=move |ev| year.set(event_target_value(&ev))
                        />
                    </div>
                    <p class="new__preview">
                        <span>{words!(new_report.preview)}</span>
                        <output>{title}</output>
                    </p>
                    <p>
                        <button type="submit" class="primary">
                            {words!(new_report.go)}
                        </button>
                    </p>
                </form>
                <KindFiles chosen kinds />
            </main>
        </div>
    }
}

/// One kind to choose.
#[component]
fn KindChoice(kind: Kind, owner: Owner, chosen: RwSignal<String>) -> impl IntoView {
    let id = StoredValue::new(kind.id.clone());
    let about_id = format!("kind-about-{}", kind.id);
    let (n_sections, target) = (kind.sections.len(), kind.target);
    let facts = move || {
        let mut facts = vec![t!(new_report.n_sections, n = n_sections)];
        if 0 < target {
            facts.push(t!(new_report.target, n = target));
        }
        if owner == Owner::Author {
            facts.push(t!(new_report.own).to_owned());
        }
        facts.join(" · ")
    };
    view! {
        <div class="kind">
            <label class="kind__label">
                <input
                    type="radio"
                    name="kind"
                    aria-describedby=about_id.clone()
                    prop:checked=move || chosen.with(|it| id.with_value(|id| it == id))
                    on:change=move |_| chosen.set(id.get_value())
                />
                <span class="kind__name">{kind.name}</span>
            </label>
            <p id=about_id>
                {kind.about} <small>{facts}</small>
            </p>
        </div>
    }
}

/// Saves, loads and removes kinds.
#[component]
fn KindFiles(chosen: RwSignal<String>, kinds: Signal<Vec<(Kind, Owner)>>) -> impl IntoView {
    let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
    let kind = move || {
        let id = chosen.get();
        kinds.with(|it| it.iter().find(|(it, _)| it.id == id).cloned())
    };
    let save = move |_| {
        let Some((kind, _)) = untrack(kind) else { return };
        let name = format!("{}.json", kind.name);
        match browser::download(&name, "application/json", &export::kind(&kind)) {
            Ok(()) => notices.say(t!(export.done, name = name)),
            Err(error) => notices.warn(refusals::script(&error)),
        }
    };
    let remove = move |_| {
        let Some((kind, _)) = untrack(kind) else { return };
        desk.carry_out(notices, desk.shelf().remove_kind(&kind.id));
        let name = kind.name.clone();
        let undo = move || desk.carry_out(notices, desk.shelf().save_kind(&kind));
        notices.say_with_undo(t!(new_report.removed, name = name), undo);
    };
    let load = move |file: File| {
        leptos::task::spawn_local(async move {
            match load(desk, &file).await {
                Ok(kind) => {
                    desk.changed();
                    chosen.set(kind.id);
                    notices.say(t!(new_report.loaded, name = kind.name));
                }
                Err(why) => notices.warn(why),
            }
        });
    };
    let is_own = move || kind().is_some_and(|(_, owner)| owner == Owner::Author);
    view! {
        <section class="kind-files" aria-labelledby="kind-files-title">
            <h2 id="kind-files-title">{words!(new_report.tools)}</h2>
            <p>{words!(new_report.tools_text)}</p>
            <p class="card__end">
                <button type="button" on:click=save>
                    {words!(new_report.save_kind)}
                </button>
                <FileButton label=words!(new_report.load_kind) on_file=Callback::new(load) />
                <Show when=is_own>
                    <button type="button" on:click=remove>
                        {words!(new_report.remove_kind)}
                    </button>
                </Show>
            </p>
        </section>
    }
}

/// Reads a kind file and keeps it.
async fn load(desk: Desk, file: &File) -> Result<Kind, String> {
    let bytes = browser::read(file, LIMIT).await.map_err(|it| match it {
        ReadError::TooLarge => refusals::kind_file(&kind::Refusal {
            place: kind::Place::File,
            reason: kind::Reason::TooLarge,
        }),
        ReadError::Failed => refusals::unread(it),
    })?;
    let kind = kind::read(&bytes).map_err(|it| refusals::kind_file(&it))?;
    desk.shelf().save_kind(&kind).await.map_err(|it| refusals::saving(&it))?;
    Ok(kind)
}
