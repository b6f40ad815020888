//! Export: the report as a file or on the clipboard, and what it still lacks.

use chengwen_view::view;
use leptos::prelude::*;

use crate::assemble::assemble;
use crate::export;
use crate::model::draft::Draft;
use crate::model::edit::Place;
use crate::model::missing;
use crate::route::Route;
use crate::store::versions::Reason;
use crate::ui::bench::Bench;
use crate::ui::browser;
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::exporter;
use crate::ui::layout_form::LayoutScene;
use crate::ui::notices::Notices;
use crate::ui::outline;
use crate::ui::panels::PanelHead;
use crate::ui::proof::Proof;
use crate::ui::refusals;
use crate::ui::review::look;
use crate::ui::scene::Scene;
use crate::ui::words::{t, words};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The panel for export.
#[component]
pub fn ExportPanel() -> impl IntoView {
    let bench = expect_context::<Bench>();
    let notices = expect_context::<Notices>();
    let give = move |extension: &str, mime: &str, write: fn(&Draft) -> Vec<u8>| {
        // What leaves the page is what is on the shelf.
        bench.save_now();
        bench.keep_version_later(Reason::Export);
        let (name, bytes) = bench.with(|draft| {
            let name = export::file_name(draft, &dates::today_digits());
            (format!("{name}.{extension}"), write(draft))
        });
        match browser::download(&name, mime, &bytes) {
            Ok(()) => notices.say(t!(export.done, name = name)),
            Err(error) => notices.warn(refusals::script(&error)),
        }
    };
    // Documents are written by the exporter, beside the page.
    let ask = move |format: &'static str, mime: &'static str| {
        bench.save_now();
        bench.keep_version_later(Reason::Export);
        let (name, draft) = bench.with(|draft| {
            let name = export::file_name(draft, &dates::today_digits());
            (format!("{name}.{format}"), export::json(draft))
        });
        leptos::task::spawn_local(async move {
            let written = exporter::export(format, &draft).await;
            match written.and_then(|bytes| browser::download(&name, mime, &bytes)) {
                Ok(()) => notices.say(t!(export.done, name = name)),
                Err(error) => {
                    // A program that did not come says nothing.
                    let reason = match refusals::script(&error) {
                        it if it.is_empty() => t!(export.no_program).to_owned(),
                        it => it,
                    };
                    notices.warn(t!(export.no_exporter, reason = reason));
                }
            }
        });
    };
    let docx = move |_| ask("docx", DOCX);
    let txt = move |_| {
        give("txt", "text/plain;charset=utf-8", |it| export::txt(&assemble(it)).into_bytes());
    };
    let md = move |_| {
        give("md", "text/markdown;charset=utf-8", |it| export::md(&assemble(it)).into_bytes());
    };
    let html = move |_| ask("html", "text/html;charset=utf-8");
    let json = move |_| give("json", "application/json", export::json);
    let copy = move |_| {
        let text = bench.with(|it| export::txt(&assemble(it)));
        leptos::task::spawn_local(async move {
            if browser::copy(&text).await {
                notices.say(t!(export.copied));
            } else {
                notices.warn(t!(export.copy_failed));
            }
        });
    };
    // What is not confirmed of last year's is the worker's to say, once the place is there.
    let review = expect_context::<Scene>();
    Effect::new(move |_| look(review));
    let proof = expect_context::<Proof>();
    let print = move |_| proof.print();
    view! {
        <section class="panel panel--export" id="export-panel" aria-label=words!(export.title)>
            <PanelHead name=words!(export.title) />
            <Lacking />
            <div class="found" id="unconfirmed"></div>
            <Differences />
            <ul class="panel__choices">
                <li>
                    <button type="button" class="primary" id="export-first" on:click=docx>
                        {words!(export.docx)}
                    </button>
                </li>
                <li>
                    <button type="button" on:click=print>
                        {words!(export.print)}
                    </button>
                </li>
                <li>
                    <button type="button" on:click=copy>
                        {words!(export.copy)}
                    </button>
                </li>
                <li>
                    <button type="button" on:click=txt>
                        {words!(export.txt)}
                    </button>
                </li>
                <li>
                    <button type="button" on:click=md>
                        {words!(export.md)}
                    </button>
                </li>
                <li>
                    <button type="button" on:click=html>
                        {words!(export.html)}
                    </button>
                </li>
                <li>
                    <button type="button" aria-describedby="export-json-hint" on:click=json>
                        {words!(export.json)}
                    </button>
                    <small id="export-json-hint">{words!(export.json_hint)}</small>
                </li>
            </ul>
        </section>
    }
}

/// What the report still lacks, each with the way to it.
#[component]
fn Lacking() -> impl IntoView {
    /// More places than these are counted only.
    const LISTED: usize = 8;
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let places = Signal::derive(move || bench.with_all(lacking));
    let name = move |place: Place| {
        let label = outline::label(bench, place);
        // Empty items are all called the same; their sections are not.
        let section = bench.with_shape(|draft| match place {
            Place::Node(id) => draft.entry_idx(id).map(|(idx, _)| draft.sections[idx].id),
            Place::Head | Place::Elements | Place::Layout => None,
        });
        match section {
            Some(id) => format!("{} · {label}", outline::label(bench, Place::Node(id))),
            None => label,
        }
    };
    let row = move |(place, n): (Place, u32)| {
        let href = move || {
            let route = desk.draft_id().map(|id| Route::Draft { id, place });
            route.unwrap_or_default().hash()
        };
        view! {
            <li>
                <a href=href>{Signal::derive(move || name(place))}</a>
                " "
                {words!(bench.missing, n = n)}
            </li>
        }
    };
    let listed = move || places.with(|it| it.iter().copied().take(LISTED).collect::<Vec<_>>());
    let total = move || bench.total().missing;
    view! {
        <Show
            when=move || 0 < total()
            fallback=move || view! { <p class="panel__ready">{words!(export.ready)}</p> }
        >
            <div class="panel__lacking">
                <p>{words!(export.missing, n = total())}</p>
                <ul>
                    {each(move || listed().into_iter().map(|it| Each::new(it, move || row(it))).collect())}
                </ul>
            </div>
        </Show>
    }
}

/// Where the layout is not the national standard's; nothing where it is.
#[component]
fn Differences() -> impl IntoView {
    let bench = expect_context::<Bench>();
    let is_standard =
        Memo::new(move |_| bench.with_place(Place::Layout, |it| it.profile.values.is_empty()));
    view! {
        <Show when=move || !is_standard.get()>
            <LayoutScene name="differences" />
        </Show>
    }
}

fn lacking(draft: &Draft) -> Vec<(Place, u32)> {
    let mut places = vec![
        (Place::Head, missing::in_head(draft)),
        (Place::Elements, missing::in_elements(draft)),
    ];
    for (idx, section) in draft.sections.iter().enumerate() {
        let paragraphs = section.entries.iter().filter(|it| !it.is_item()).map(missing::in_entry);
        let own = missing::in_section(draft, idx) + paragraphs.sum::<u32>();
        places.push((Place::Node(section.id), own));
        let items = section.entries.iter().filter(|it| it.is_item());
        places.extend(items.map(|it| (Place::Node(it.id), missing::in_entry(it))));
    }
    places.retain(|(_, n)| 0 < *n);
    places
}
