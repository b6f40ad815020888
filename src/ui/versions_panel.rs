//! The versions of the draft: keep one, look what has changed since, bring one back.

use chengwen_view::view;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::model::act;
use crate::store::codec;
use crate::store::versions::{Mark, Reason};
use crate::ui::bench::Bench;
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::disk::DiskRow;
use crate::ui::each::{Each, each};
use crate::ui::exporter;
use crate::ui::notices::Notices;
use crate::ui::panels::PanelHead;
use crate::ui::refusals;
use crate::ui::scene::{Scene, SceneView};
use crate::ui::words::{grouped, t, words};

/// The panel.
#[component]
pub fn VersionsPanel() -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let notices = expect_context::<Notices>();
    let marks = RwSignal::new(Vec::<Mark>::new());
    let name = RwSignal::new(String::new());
    // The older text as a draft file, and when it was saved.
    let compared = RwSignal::new(None::<(String, u64)>);
    let id = bench.with(|it| it.id.clone());
    let id = StoredValue::new(id);
    let list = move || {
        spawn_local(async move {
            // Some ask when the panel is closed.
            let Some(id) = id.try_get_value() else { return };
            let (shelf, none) = (desk.shelf(), JsValue::UNDEFINED);
            match exporter::errand(&shelf, "versions", [&id, "", ""], &none).await {
                Ok(lines) => marks.set(lines.lines().filter_map(Mark::read).collect()),
                Err(error) => notices.warn(failed(&error)),
            }
        });
    };
    list();
    let keep = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let given = name.get_untracked();
        spawn_local(async move {
            bench.settle_down().await;
            match bench.keep_version(Reason::Named, given.trim()).await {
                Ok(()) => {
                    name.set(String::new());
                    notices.say(t!(versions.kept));
                    list();
                }
                Err(error) => notices.warn(failed(&error)),
            }
        });
    };
    let compare = move |mark: &Mark| {
        let (version, saved) = (mark.version.clone(), mark.saved);
        spawn_local(async move {
            match desk.shelf().version(&id.get_value(), &version).await {
                Ok(Some(text)) => compared.set(Some((codec::file(&text).to_owned(), saved))),
                Ok(None) => list(),
                Err(error) => notices.warn(refusals::saving(&error)),
            }
        });
    };
    let restore = move |mark: &Mark| {
        let (version, saved) = (mark.version.clone(), mark.saved);
        spawn_local(async move {
            let id = id.get_value();
            let text = desk.shelf().version(&id, &version).await.ok().flatten();
            let Some(record) = text.and_then(|it| codec::read(&it).ok()) else {
                notices.warn(t!(bench.damaged));
                return;
            };
            bench.settle_down().await;
            if let Err(error) = bench.keep_version(Reason::Restore, "").await {
                notices.warn(failed(&error));
                return;
            }
            bench.act(|draft| Some((act::turn_into(draft, record.draft), ())));
            let n_changes = bench.n_changes();
            compared.set(None);
            list();
            let undo = move || {
                bench.undo_change(n_changes);
            };
            notices.say_with_undo(t!(versions.restored, time = dates::day(saved)), undo);
        });
    };
    let rows = move || {
        let row = |mark: Mark| {
            let key = (mark.version.clone(), mark.name.clone());
            Each::new(key, move || {
                let (one, other) = (mark.clone(), mark.clone());
                view! {
                    <VersionRow
                        mark=mark.clone()
                        compare=Callback::new(move |()| compare(&one))
                        restore=Callback::new(move |()| restore(&other))
                    />
                }
            })
        };
        marks.get().into_iter().rev().map(row).collect()
    };
    view! {
        <section class="panel panel--versions" id="versions-panel" aria-label=words!(versions.title)>
            <PanelHead name=words!(versions.title) />
            <DiskRow />
            <form class="versions__keep" on:submit=keep>
                <label for="version-name">{words!(versions.name)}</label>
                <input
                    id="version-name"
                    type="text"
                    autocomplete="off"
                    placeholder=words!(versions.name_hint)
                    prop:value=Signal::derive(move || name.get())
                    on:input=move |ev| name.set(event_target_value(&ev))
                />
                <button type="submit">{words!(versions.keep)}</button>
            </form>
            <Show when=move || marks.with(Vec::is_empty)>
                <p>{words!(versions.none)}</p>
            </Show>
            <ul class="versions">{each(rows)}</ul>
            {move || compared.get().map(compared_view)}
            <p class="panel__note">{words!(versions.note)}</p>
        </section>
    }
}

fn compared_view((old, saved): (String, u64)) -> AnyView {
    let value = format!("{} → {}\n{old}", dates::moment(saved), t!(versions.now));
    let scene = Scene::new("compare", (value, JsValue::UNDEFINED), Callback::new(|()| ()));
    view! { <SceneView scene /> }.into_any()
}

/// Why a version was not kept or read, in words.
fn failed(error: &JsValue) -> String {
    // A program that did not come says nothing.
    let reason = match refusals::script(error) {
        it if it.is_empty() => t!(export.no_program).to_owned(),
        it => it,
    };
    t!(versions.failed, reason = reason)
}

/// One version.
#[component]
fn VersionRow(mark: Mark, compare: Callback<()>, restore: Callback<()>) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let saved = mark.saved;
    let reason = mark.reason;
    let name = mark.name.clone();
    let what = move || {
        if name.is_empty() { why(reason).to_owned() } else { format!("“{name}”") }
    };
    let time = move || dates::moment(saved);
    view! {
        <li>
            <span>{time}</span>
            <span class="versions__what">{what}</span>
            <span class="versions__n">
                {words!(bench.length, n = grouped(mark.length))}
            </span>
            <button type="button" class="quiet" on:click=move |_| compare.run(())>
                {words!(versions.compare)}
            </button>
            <button
                type="button"
                class="quiet"
                disabled=Signal::derive(move || !bench.is_writable())
                on:click=move |_| restore.run(())
            >
                {words!(versions.restore)}
            </button>
        </li>
    }
}

/// Why a version was kept, in words.
fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Auto => t!(versions.auto),
        Reason::Import => t!(versions.import),
        Reason::Restore => t!(versions.before_restore),
        Reason::Bulk => t!(versions.bulk),
        Reason::Export => t!(versions.export),
        Reason::Backup => t!(versions.backup),
        Reason::Other => t!(versions.other),
        Reason::Named => t!(versions.named),
    }
}
