//! Home: go on, begin, open a file, look at the sample, and all drafts.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::File;

use crate::import::json;
use crate::model::edit::Place as At;
use crate::route::Route;
use crate::store::card::{Card, Place};
use crate::ui::browser;
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::draft_list::DraftList;
use crate::ui::file_button::FileButton;
use crate::ui::import::dropped;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::safekeeping::Safekeeping;
use crate::ui::top_bar::LanguageButton;
use crate::ui::words::{t, words};

/// The first screen.
#[component]
pub fn Home() -> impl IntoView {
    let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
    let cards = Memo::new(move |_| {
        desk.shelf_changed.track();
        desk.shelf().list()
    });
    // The report kinds are not part of the page; they are wanted soon.
    leptos::task::spawn_local(desk.learn_kind(""));
    let see_sample = move |_| {
        leptos::task::spawn_local(async move {
            match desk.sample().await {
                Some(draft) => desk.begin(notices, draft),
                None => notices.warn(t!(export.no_program)),
            }
        });
    };
    view! {
        <div class="home">
            <header class="home__head">
                <span class="mark mark--large" aria-hidden="true">
                    "成文"
                </span>
                <div>
                    <h1>{words!(home.title)}</h1>
                    <p>{words!(home.subtitle)}</p>
                </div>
                <span class="bar__gap"></span>
                <LanguageButton />
            </header>
            <main id="content">
                {(!desk.shelf().lasts())
                    .then(|| {
                        view! {
                            <p class="home__fault" role="alert">
                                {words!(home.storage_denied)}
                            </p>
                        }
                    })}
                <div class="cards">
                    <Continue cards />
                    <section class="card">
                        <h2>{words!(home.new_title)}</h2>
                        <p>{words!(home.new_text)}</p>
                        <p class="card__end">
                            <button
                                type="button"
                                class:primary=Signal::derive(move || last(desk, cards).is_none())
                                on:click=move |_| desk.go(Route::New)
                            >
                                {words!(home.new_go)}
                            </button>
                        </p>
                    </section>
                    <OpenFile />
                    <section class="card">
                        <h2>{words!(home.sample_title)}</h2>
                        <p>{words!(home.sample_text)}</p>
                        <p class="card__end">
                            <button type="button" on:click=see_sample>
                                {words!(home.sample_go)}
                            </button>
                        </p>
                    </section>
                </div>
                <DraftList cards />
                <Safekeeping />
            </main>
            <footer class="home__foot">
                <span class="chip chip--note">{words!(home.privacy_chip)}</span>
                <span>{words!(home.privacy)}</span>
                <span class="bar__gap"></span>
                <span>{words!(home.facts, version = env!("CARGO_PKG_VERSION"))}</span>
            </footer>
        </div>
    }
}

/// The draft that was open last, or the one saved last.
fn last(desk: Desk, cards: Memo<Vec<Card>>) -> Option<Card> {
    cards.with(|cards| {
        let mut open = cards.iter().filter(|it| it.place == Place::Desk && it.fault.is_none());
        let id = desk.shelf().setting("last");
        let last = open.clone().find(|it| Some(&it.id) == id.as_ref());
        last.or_else(|| open.next()).cloned()
    })
}

/// The way back to the draft that was open last.
#[component]
fn Continue(cards: Memo<Vec<Card>>) -> impl IntoView {
    let desk = expect_context::<Desk>();
    move || {
        let card = last(desk, cards)?;
        let (name, missing, saved) = (card.name.clone(), card.missing, card.saved);
        let go = move |_| desk.go(Route::Draft { id: card.id.clone(), place: At::Head });
        Some(view! {
            <section class="card card--last">
                <h2>{words!(home.continue_title)}</h2>
                <p>
                    <span class="card__name">
                        {move || {
                            if name.is_empty() { t!(drafts.untitled).to_owned() } else { name.clone() }
                        }}
                    </span>
                    <br />
                    {move || match missing {
                        0 => t!(home.complete).to_owned(),
                        n => t!(home.missing, n = n),
                    }}
                </p>
                <p class="card__end">
                    <button type="button" class="primary" on:click=go>
                        {words!(home.continue_go)}
                    </button>
                    <span class="chip chip--ok">
                        {words!(home.saved, time = dates::day(saved))}
                    </span>
                </p>
            </section>
        })
    }
}

/// Opens a draft file, chosen or dropped.
#[component]
fn OpenFile() -> impl IntoView {
    let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
    let over = RwSignal::new(false);
    let open = move |file: File| {
        // What is no draft file becomes a draft first.
        if !file.name().to_ascii_lowercase().ends_with(".json") {
            desk.hand_on((String::new(), file.into()));
            return;
        }
        leptos::task::spawn_local(async move {
            match open(desk, &file).await {
                Ok(true) => notices.say(t!(notice.opened_copy)),
                Ok(false) => notices.clear(),
                Err(why) => notices.warn(why),
            }
        });
    };
    let dropped = move |ev: ev::DragEvent| {
        ev.prevent_default();
        over.set(false);
        if let Some(file) = dropped(&ev) {
            open(file.unchecked_into());
        }
    };
    view! {
        <section
            class="card"
            class:card--over=Signal::derive(move || over.get())
            on:dragover=move |ev: ev::DragEvent| {
                ev.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <h2>{words!(home.open_title)}</h2>
            <p>{words!(home.open_text)}</p>
            <p class="card__end">
                <FileButton
                    label=words!(home.open_go)
                    accept=".docx,.txt,.md,.json"
                    on_file=Callback::new(open)
                />
                <button type="button" on:click=move |_| desk.go(Route::Import)>
                    {words!(home.paste_go)}
                </button>
                <span class="card__hint">{words!(home.open_drop)}</span>
            </p>
        </section>
    }
}

/// Reads a draft file and opens it; whether it became a copy.
async fn open(desk: Desk, file: &File) -> Result<bool, String> {
    let bytes = browser::read(file, json::LIMIT).await.map_err(refusals::unread)?;
    let draft = json::read(&bytes).map_err(refusals::draft_file)?;
    desk.adopt(draft).await.map_err(|it| refusals::saving(&it))
}
