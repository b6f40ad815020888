//! All drafts on this machine: open, rename, copy, put away, delete, restore.

use chengwen_view::view;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::export;
use crate::model::draft::Draft;
use crate::model::edit::Place as At;
use crate::route::Route;
use crate::store::card::{Card, Place};
use crate::store::codec;
use crate::store::open::OpenError;
use crate::store::shelf::Saved;
use crate::ui::browser::{clock, download, focus_later, new_id};
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::exporter;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::words::{grouped, t, words};

/// The list of drafts.
#[component]
pub fn DraftList(
    /// All drafts, the newest first.
    cards: Memo<Vec<Card>>,
) -> impl IntoView {
    let place = RwSignal::new(Place::Desk);
    let count = move |at: Place| cards.with(|it| it.iter().filter(|it| it.place == at).count());
    let shown = move || {
        let at = place.get();
        cards.with(|it| it.iter().filter(|it| it.place == at).cloned().collect::<Vec<_>>())
    };
    let rows = move || {
        let row =
            |card: Card| Each::new(key(&card), move || view! { <DraftRow card=card.clone() /> });
        shown().into_iter().map(row).collect()
    };
    let filter = move |at: Place, name: Signal<String>| {
        view! {
            <button
                type="button"
                aria-pressed=Signal::derive(move || (place.get() == at).to_string())
                on:click=move |_| place.set(at)
            >
                {name}
            </button>
        }
    };
    let none = move || match place.get() {
        Place::Desk => t!(drafts.none),
        Place::Archive => t!(drafts.none_archive),
        Place::Bin => t!(drafts.none_bin),
    };
    view! {
        <section class="drafts" aria-labelledby="drafts-title">
            <div class="drafts__head">
                <h2 id="drafts-title">{words!(drafts.title)}</h2>
                <div class="tabs tabs--always" role="group" aria-label=words!(drafts.choose)>
                    {filter(Place::Desk, Signal::derive(move || t!(drafts.desk, n = count(Place::Desk))))}
                    {filter(Place::Archive, Signal::derive(move || t!(drafts.archive, n = count(Place::Archive))))}
                    {filter(Place::Bin, Signal::derive(move || t!(drafts.bin, n = count(Place::Bin))))}
                </div>
            </div>
            <Show
                when=move || !shown().is_empty()
                fallback=move || view! { <p class="drafts__none">{none}</p> }
            >
                <table class="drafts__table">
                    <thead>
                        <tr>
                            <th scope="col">{words!(drafts.name)}</th>
                            <th scope="col">{words!(drafts.kind)}</th>
                            <th scope="col" class="drafts__n">{words!(drafts.length)}</th>
                            <th scope="col">{words!(drafts.todo)}</th>
                            <th scope="col">{words!(drafts.changed)}</th>
                            <th scope="col">
                                <span class="visually-hidden">{words!(drafts.actions)}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        {each(rows)}
                    </tbody>
                </table>
            </Show>
        </section>
    }
}

/// A row is made anew when anything it shows has changed.
fn key(card: &Card) -> (String, String, u64, Place, u32, u32) {
    (card.id.clone(), card.name.clone(), card.saved, card.place, card.length, card.missing)
}

/// One draft.
#[component]
fn DraftRow(card: Card) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let is_open = RwSignal::new(false);
    let name = card.name.clone();
    let name =
        Signal::derive(
            move || {
                if name.is_empty() { t!(drafts.untitled).to_owned() } else { name.clone() }
            },
        );
    let href = Route::Draft { id: card.id.clone(), place: At::Head }.hash();
    let kind = card.kind.clone();
    let kind = move || {
        desk.shelf_changed.track();
        desk.kind(&kind).name
    };
    let is_readable = card.fault.is_none();
    let missing = card.missing;
    let todo = move || match (is_readable, missing) {
        (false, _) => t!(drafts.unreadable).to_owned(),
        (true, 0) => t!(drafts.ready).to_owned(),
        (true, n) => t!(drafts.missing, n = n),
    };
    let saved = card.saved;
    let menu_id = format!("menu-{}", card.id);
    let card = StoredValue::new(card);
    let menu = menu_id.clone();
    view! {
        <tr>
            <td>
                <a href=href aria-label=words!(drafts.open, name = name.get())>
                    {name}
                </a>
                {(!is_readable)
                    .then(|| view! { <small>{words!(drafts.unreadable_more)}</small> })}
            </td>
            <td>{move || if is_readable { kind() } else { String::new() }}</td>
            <td class="drafts__n">{grouped(card.with_value(|it| it.length))}</td>
            <td>
                <span
                    class="chip"
                    class:chip--ok=is_readable && missing == 0
                    class:chip--warn=is_readable && 0 < missing
                    class:chip--bad=!is_readable
                >
                    {todo}
                </span>
            </td>
            <td>{move || if 0 < saved { dates::day(saved) } else { String::new() }}</td>
            <td class="drafts__menu">
                <button
                    type="button"
                    class="quiet"
                    aria-label=words!(drafts.more, name = name.get())
                    aria-expanded=Signal::derive(move || is_open.get().to_string())
                    aria-controls=menu_id
                    on:click=move |_| is_open.update(|it| *it = !*it)
                >
                    "⋯"
                </button>
                <Show when=move || is_open.get()>
                    <Actions id=menu.clone() card name close=Callback::new(move |()| is_open.set(false)) />
                </Show>
            </td>
        </tr>
    }
}

/// What can be done with a draft.
#[component]
fn Actions(
    id: String,
    card: StoredValue<Card>,
    name: Signal<String>,
    close: Callback<()>,
) -> impl IntoView {
    let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
    let renaming = RwSignal::new(false);
    let (draft_id, place, is_readable) =
        card.with_value(|it| (it.id.clone(), it.place, it.fault.is_none()));
    let draft_id = StoredValue::new(draft_id);
    let put = move |place: Place| put(desk, notices, draft_id.get_value(), place);
    let delete = move |_| {
        let (id, shown) = (draft_id.get_value(), name.get_untracked());
        put(Place::Bin);
        // The row is gone when the author thinks better of it.
        let undo = move || self::put(desk, notices, id.clone(), place);
        notices.say_with_undo(t!(drafts.deleted, name = shown), undo);
    };
    let delete_for_good = move |_| {
        let (id, shown) = (draft_id.get_value(), name.get_untracked());
        spawn_local(async move {
            let (shelf, none) = (desk.shelf(), JsValue::UNDEFINED);
            match exporter::errand(&shelf, "remove", [&id, "", ""], &none).await {
                Ok(_) => notices.say(t!(drafts.deleted_for_good, name = shown)),
                Err(error) => notices.warn(refusals::script(&error)),
            }
            shelf.refresh().await;
            desk.changed();
        });
    };
    let duplicate = move |_| {
        close.run(());
        let (id, name) = (draft_id.get_value(), name.get_untracked());
        spawn_local(async move {
            if let Err(why) = copy(desk, &id, &name).await {
                notices.warn(why);
            }
        });
    };
    let save_file = move |_| {
        close.run(());
        let id = draft_id.get_value();
        spawn_local(async move {
            match save_file(desk, &id).await {
                Ok(name) => notices.say(t!(export.done, name = name)),
                Err(why) => notices.warn(why),
            }
        });
    };
    let as_last = move |()| {
        let id = draft_id.get_value();
        spawn_local(async move {
            match desk.shelf().view(&id).await {
                Ok(opened) => {
                    desk.hand_on((codec::file(&opened.text).to_owned(), JsValue::UNDEFINED));
                }
                Err(error) => notices.warn(refusals::opening(&error)),
            }
        });
    };
    let button = move |name: Signal<String>, act: Callback<()>| {
        view! {
            <li>
                <button type="button" class="quiet" on:click=move |_| act.run(())>
                    {name}
                </button>
            </li>
        }
    };
    let rename = Callback::new(move |()| {
        renaming.set(true);
        focus_later("rename".to_owned());
    });
    let act = |act: fn(Place) -> Place| Callback::new(move |()| put(act(place)));
    let next_year = (place != Place::Bin && is_readable)
        .then(|| button(words!(drafts.as_last), Callback::new(as_last)));
    let on_desk = (place == Place::Desk && is_readable).then(|| {
        view! {
            {button(words!(drafts.rename), rename)}
            {button(words!(drafts.duplicate), Callback::new(duplicate))}
            {button(words!(drafts.put_away), act(|_| Place::Archive))}
        }
    });
    let in_archive =
        (place == Place::Archive).then(|| button(words!(drafts.take_out), act(|_| Place::Desk)));
    let in_bin = (place == Place::Bin).then(|| {
        view! {
            {button(words!(drafts.restore), act(|_| Place::Desk))}
            {button(words!(drafts.delete_for_good), Callback::new(delete_for_good))}
        }
    });
    let deletable = (place != Place::Bin && is_readable)
        .then(|| button(words!(drafts.delete), Callback::new(delete)));
    view! {
        <ul class="menu" id=id>
            {next_year}
            {on_desk}
            {in_archive}
            {button(words!(drafts.save_file), Callback::new(save_file))}
            {in_bin}
            {deletable}
            <Show when=move || renaming.get()>
                <Rename draft_id name close />
            </Show>
        </ul>
    }
}

/// The field for a new name.
#[component]
fn Rename(
    draft_id: StoredValue<String>,
    name: Signal<String>,
    close: Callback<()>,
) -> impl IntoView {
    let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
    let new_name = RwSignal::new(name.get_untracked());
    let rename = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let (id, name) = (draft_id.get_value(), new_name.get_untracked());
        spawn_local(async move {
            match rename(desk, &id, name).await {
                // The row may be gone by now.
                Ok(()) => drop(close.try_run(())),
                Err(why) => notices.warn(why),
            }
        });
    };
    view! {
        <li>
            <form class="menu__form" on:submit=rename>
                <label for="rename">{words!(drafts.rename_label)}</label>
                <input
                    id="rename"
                    type="text"
                    autocomplete="off"
                    prop:value=Signal::derive(move || new_name.get())
                    on:input=move |ev| new_name.set(event_target_value(&ev))
                />
                <button type="submit" class="primary">
                    {words!(drafts.rename_go)}
                </button>
            </form>
        </li>
    }
}

fn put(desk: Desk, notices: Notices, id: String, place: Place) {
    desk.carry_out(notices, async move { desk.shelf().put(&id, place, clock()).await });
}

async fn rename(desk: Desk, id: &str, name: String) -> Result<(), String> {
    let opened = desk.open(id).await.map_err(|it| refusals::opening(&it))?;
    // What a newer version wrote is not ours to change.
    let mut hold = opened.hold.ok_or_else(|| t!(bench.newer).to_owned())?;
    let draft = Draft { name, ..opened.record.draft };
    match desk.shelf().save(&mut hold, &draft, clock()).await {
        Saved::Failed(error) if desk.shelf().lasts() => Err(refusals::saving(&error)),
        _ => {
            desk.changed();
            Ok(())
        }
    }
}

async fn copy(desk: Desk, id: &str, name: &str) -> Result<(), String> {
    let opened = desk.shelf().view(id).await.map_err(|it| refusals::opening(&it))?;
    let name = t!(drafts.copy_of, name = name);
    let draft = Draft { id: new_id(), name, ..opened.record.draft };
    desk.add(&draft).await.map_err(|it| refusals::saving(&it))
}

/// Hands out the draft file, or the stored bytes as they are where they cannot
/// be read; returns the file's name.
async fn save_file(desk: Desk, id: &str) -> Result<String, String> {
    let (name, bytes) = match desk.shelf().view(id).await {
        // Of a newer version, too, the bytes are worth more than what this one
        // understands of them.
        Ok(opened) if codec::read(&opened.text).is_ok() => {
            let draft = opened.record.draft;
            let name = export::file_name(&draft, &dates::today_digits());
            (format!("{name}.json"), export::json(&draft))
        }
        Ok(_) | Err(OpenError::Fault(_)) => {
            let raw = desk.shelf().raw(id).await.map_err(|it| refusals::saving(&it))?;
            let raw = raw.unwrap_or_default();
            (format!("{id}.txt"), raw.into_bytes())
        }
        Err(error) => return Err(refusals::opening(&error)),
    };
    download(&name, "application/json", &bytes).map_err(|it| refusals::script(&it))?;
    Ok(name)
}
