//! Backup of all drafts, and back: what leaves the browser, and when it last did.

use chengwen_view::view;
use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::store::merge::Summary;
use crate::ui::browser::{self, clock};
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::disk;
use crate::ui::exporter;
use crate::ui::file_button::FileButton;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::words::{t, words};

/// Work without a copy is reminded of after so many days.
const REMIND_DAYS: u64 = 5;

/// What is being asked of the author.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Question {
    None,
    /// Merge or replace?
    How,
    /// Really replace?
    Sure,
}

/// Backup, restore, and how much room is used.
#[component]
pub fn Safekeeping() -> impl IntoView {
    let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
    let question = RwSignal::new(Question::None);
    let chosen = StoredValue::new_local(None::<File>);
    let n_drafts = RwSignal::new(0_u32);
    let save = move || async move {
        match save_all(desk).await {
            Ok(name) => notices.say(t!(export.done, name = name)),
            Err(error) => {
                notices.warn(told_why(&error));
                return false;
            }
        }
        desk.shelf_changed.notify();
        true
    };
    let open = move |file: File| {
        spawn_local(async move {
            let count = exporter::request(Array::of2(&"count".into(), &file)).await;
            match count.map(|it| String::from_utf8_lossy(&it).parse().unwrap_or(0)) {
                Ok(n) => {
                    n_drafts.set(n);
                    chosen.set_value(Some(file));
                    question.set(Question::How);
                    browser::focus_later("backup-merge".to_owned());
                }
                Err(error) => notices.warn(told_why(&error)),
            }
        });
    };
    let take = move |how: &'static str| {
        question.set(Question::None);
        spawn_local(async move {
            let Some(file) = chosen.try_update_value(Option::take).flatten() else { return };
            let (shelf, args) = (desk.shelf(), [how, t!(safe.suffix), ""]);
            match exporter::errand(&shelf, "restore", args, &file).await {
                Ok(counts) => notices.say(told(&Summary::read(&counts).unwrap_or_default())),
                Err(error) => notices.warn(told_why(&error)),
            }
            shelf.refresh().await;
            desk.changed();
        });
    };
    let button = move |name: Signal<String>, id: &'static str, act: Callback<()>| {
        view! {
            <button type="button" id=id on:click=move |_| act.run(())>
                {name}
            </button>
        }
    };
    let cancel = Callback::new(move |()| question.set(Question::None));
    let room = room(desk);
    let newest = move || {
        desk.shelf_changed.track();
        desk.shelf().list().iter().map(|it| it.saved).max().unwrap_or(0)
    };
    let days = move || disk::days_uncopied(desk, newest(), clock());
    let last = move || {
        desk.shelf_changed.track();
        let copied = desk.shelf().setting("copied").and_then(|it| it.parse().ok());
        match copied {
            Some(at) => t!(safe.last, time = dates::day(at)),
            None => t!(safe.never).to_owned(),
        }
    };
    view! {
        <section class="safe" aria-labelledby="safe-title">
            <h2 id="safe-title">{words!(safe.title)}</h2>
            <Show when=move || REMIND_DAYS <= days()>
                <p class="safe__remind" role="alert">
                    {Signal::derive(move || t!(safe.remind, n = days()))}
                </p>
            </Show>
            <p>
                {words!(safe.text)} " " {last} " " {move || room.get()}
            </p>
            <div class="card__end">
                <button
                    type="button"
                    on:click=move |_| {
                        spawn_local(async move {
                            save().await;
                        });
                    }
                >
                    {words!(safe.save)}
                </button>
                <FileButton label=words!(safe.load) on_file=Callback::new(open) />
            </div>
            <Show when=move || question.get() == Question::How>
                <div class="safe__ask" role="group" aria-label=words!(safe.load)>
                    <p>{Signal::derive(move || t!(safe.how, n = n_drafts.get()))}</p>
                    {button(words!(safe.merge), "backup-merge", Callback::new(move |()| take("merge")))}
                    {button(words!(safe.replace), "", Callback::new(move |()| {
                        question.set(Question::Sure);
                        browser::focus_later("backup-first".to_owned());
                    }))}
                    {button(words!(safe.cancel), "", cancel)}
                </div>
            </Show>
            <Show when=move || question.get() == Question::Sure>
                <div class="safe__ask" role="group" aria-label=words!(safe.replace)>
                    <p role="alert">{words!(safe.sure)}</p>
                    {button(words!(safe.save_first), "backup-first", Callback::new(move |()| {
                        spawn_local(async move {
                            if save().await {
                                take("replace");
                            }
                        });
                    }))}
                    {button(words!(safe.just_replace), "", Callback::new(move |()| take("replace")))}
                    {button(words!(safe.cancel), "", cancel)}
                </div>
            </Show>
        </section>
    }
}

/// Hands out everything in one file; returns its name.
async fn save_all(desk: Desk) -> Result<String, JsValue> {
    let bytes = exporter::backup(&desk.shelf()).await?;
    let name = format!("{}.json", t!(safe.file_name, date = dates::today_digits()));
    browser::download(&name, "application/json", &bytes)?;
    desk.shelf().remember("copied", &clock().to_string());
    Ok(name)
}

/// Why a backup was not taken or not made, in words.
fn told_why(error: &JsValue) -> String {
    let reason = refusals::script(error);
    let mut words = reason.split(' ');
    let why = match words.next() {
        Some("not") => t!(safe.not_a_backup).to_owned(),
        Some("newer") => t!(refusal.newer).to_owned(),
        Some("damaged") => {
            let mut next = || words.next().unwrap_or_default();
            t!(refusal.damaged, line = next(), column = next())
        }
        // A program that did not come says nothing.
        Some("") | None => return t!(export.no_program).to_owned(),
        Some(_) => return t!(save.failed, reason = reason),
    };
    format!("{why}{}", t!(refusal.nothing_changed))
}

/// What a restore did, in words; only what it did.
fn told(summary: &Summary) -> String {
    let parts = [
        (summary.added, t!(safe.added, n = summary.added)),
        (summary.advanced, t!(safe.advanced, n = summary.advanced)),
        (summary.both, t!(safe.both, n = summary.both)),
        (summary.same, t!(safe.same, n = summary.same)),
        (summary.removed, t!(safe.removed, n = summary.removed)),
        (summary.binned, t!(safe.binned, n = summary.binned)),
        (summary.unreadable, t!(safe.unreadable, n = summary.unreadable)),
    ];
    let done: Vec<_> = parts.into_iter().filter(|(n, _)| 0 < *n).map(|(_, it)| it).collect();
    if done.is_empty() { t!(safe.nothing).to_owned() } else { done.concat() }
}

/// How much room the drafts take, in words, once the browser has counted.
fn room(desk: Desk) -> RwSignal<String> {
    let text = RwSignal::new(String::new());
    spawn_local(async move {
        let storage = window().navigator().storage();
        // Outside secure contexts there is none, whatever the type says.
        let own = desk.shelf().quick().map_or(0, crate::store::local::Local::used);
        let used = if storage.is_undefined() {
            own as f64
        } else {
            let estimate = storage.estimate().map(JsFuture::from);
            let estimate = match estimate {
                Ok(it) => it.await.unwrap_or_default(),
                Err(_) => return,
            };
            let usage = js_sys::Reflect::get(&estimate, &"usage".into()).unwrap_or_default();
            usage.as_f64().unwrap_or(0.0).max(own as f64)
        };
        let megabytes = format!("{:.1}", used / 1024.0 / 1024.0);
        text.try_set(t!(safe.room, n = megabytes));
    });
    text
}
