//! The workbench: outline, form and paper of one draft, side by side.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::model::draft::TextAt;
use crate::model::edit::Place;
use crate::store::journal::field_at;
use crate::store::open::{OpenError, Opened};
use crate::ui::bench::{Bench, SaveStatus};
use crate::ui::browser::{self, element};
use crate::ui::desk::Desk;
use crate::ui::disk::{self, Disk};
use crate::ui::elements_form::ElementsForm;
use crate::ui::export_panel::ExportPanel;
use crate::ui::exporter;
use crate::ui::find_panel::FindPanel;
use crate::ui::head_form::HeadForm;
use crate::ui::item_form::ItemForm;
use crate::ui::layout_form::LayoutScene;
use crate::ui::notices::Notices;
use crate::ui::occupancy::Occupancy;
use crate::ui::outline::Outline;
use crate::ui::panels::{Panel, Panels};
use crate::ui::paper::Paper;
use crate::ui::proof::Proof;
use crate::ui::refusals;
use crate::ui::review::{ReviewPanel, look_again};
use crate::ui::scene::Scene;
use crate::ui::scroll::{remember_scroll, restore_scroll};
use crate::ui::section_form::SectionForm;
use crate::ui::strip::Strip;
use crate::ui::top_bar::TopBar;
use crate::ui::versions_panel::VersionsPanel;
use crate::ui::words::words;

/// Which pane a narrow page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pane {
    Outline,
    Form,
    Paper,
}

/// What the form shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Head,
    Elements,
    Layout,
    Section(crate::model::draft::NodeId),
    Item(crate::model::draft::NodeId),
}

/// Opens the draft with this id, or says why it cannot.
#[component]
pub fn Workbench(
    /// The draft's id.
    id: String,
) -> impl IntoView {
    let occupancy = Occupancy::new(id);
    provide_context(occupancy);
    move || match occupancy.opened() {
        None => view! { <main id="content" aria-busy="true"></main> }.into_any(),
        Some(Ok(opened)) => view! { <OpenDraft opened /> }.into_any(),
        Some(Err(error)) => view! { <Unopened error /> }.into_any(),
    }
}

/// Says why a draft cannot be opened.
#[component]
fn Unopened(error: OpenError) -> impl IntoView {
    view! {
        <main class="unopened" id="content">
            <h1 class="mark mark--large">"成文"</h1>
            <p role="alert">{move || refusals::opening(&error)}</p>
            <p>
                <a href="#/">{words!(app.home)}</a>
            </p>
        </main>
    }
}

/// The three panes.
#[component]
fn OpenDraft(opened: Opened) -> impl IntoView {
    let (desk, notices) = (expect_context::<Desk>(), expect_context::<Notices>());
    let occupancy = expect_context::<Occupancy>();
    let id = opened.record.draft.id.clone();
    let kind = desk.kind(&opened.record.draft.kind);
    let bench = Bench::new(opened, kind, desk, notices);
    provide_context(bench);
    occupancy.set_bench(bench);
    desk.shelf().remember("last", &id);
    let proof = Proof::new(bench);
    provide_context(proof);
    let panels = Panels::default();
    provide_context(panels);
    let pane = RwSignal::new(Pane::Form);
    let close = Callback::new(move |()| panels.close());
    let settings = desk.shelf().setting("checks").unwrap_or_default();
    let review = Scene::new("review", (settings, JsValue::UNDEFINED), close);
    provide_context(review);
    look_again(bench, desk, review);

    let disk = Disk::new(desk, id.clone());
    provide_context(disk);
    copy_out(bench, desk, disk);
    let id = StoredValue::new(id);
    let save = move || {
        bench.save_now();
        if bench.is_saved() {
            desk.shelf().rest();
        }
        id.with_value(|id| remember_scroll(desk, id));
    };
    desk.set_save(Some(Callback::new(move |()| save())));
    let hidden = window_event_listener(ev::visibilitychange, move |_| save());
    let leaving = window_event_listener(ev::pagehide, move |_| {
        save();
        occupancy.leave();
    });
    // A page that comes back from the browser's memory has let go of its draft.
    let back = window_event_listener(ev::pageshow, move |ev| {
        if ev.persisted() {
            let _ = window().location().reload();
        }
    });
    let keys =
        window_event_listener(ev::keydown, move |ev| on_key(&ev, bench, desk, panels, proof));
    on_cleanup(move || {
        save();
        desk.set_save(None);
        hidden.remove();
        leaving.remove();
        back.remove();
        keys.remove();
        desk.shelf_changed.notify();
    });
    id.with_value(|id| restore_scroll(desk, id));
    ask_before_leaving(bench);
    // Once the page stands there is time to fetch what export will want.
    set_timeout(exporter::prepare, std::time::Duration::from_secs(1));

    let form = Memo::new(move |_| {
        let place = desk.place();
        bench.with_shape(|draft| match place {
            Place::Head => Form::Head,
            Place::Elements => Form::Elements,
            Place::Layout => Form::Layout,
            Place::Node(id) if draft.section(id).is_some() => Form::Section(id),
            Place::Node(id) => match draft.entry_idx(id) {
                Some((section_idx, entry_idx)) => {
                    let section = &draft.sections[section_idx];
                    if section.entries[entry_idx].is_item() {
                        Form::Item(id)
                    } else {
                        Form::Section(section.id)
                    }
                }
                None => Form::Head,
            },
        })
    });
    // Another form begins at its top, and on a narrow page it is what one wants.
    Effect::new(move |before: Option<Form>| {
        let form = form.get();
        if before.is_some_and(|it| it != form) {
            pane.set(Pane::Form);
            proof.focus.set(None);
            if let Some(form) = element("form") {
                form.set_scroll_top(0);
            }
        }
        form
    });
    let is_reading = move || bench.status() == SaveStatus::Reading;
    let shows = move |it| move || pane.get() == it;
    let tab = move |it: Pane, name: Signal<String>| {
        view! {
            <button
                type="button"
                aria-pressed=Signal::derive(move || (pane.get() == it).to_string())
                on:click=move |_| pane.set(it)
            >
                {name}
            </button>
        }
    };
    view! {
        <div
            class="workbench"
            on:compositionstart=move |_| bench.composing(true)
            on:compositionend=move |_| bench.composing(false)
            // What was found stands under the fields, with something to do.
            on:click=move |ev| review.acted(&ev, false)
        >
            <TopBar />
            <Strip />
            <nav class="tabs" aria-label=words!(bench.panes)>
                {tab(Pane::Outline, words!(bench.outline))}
                {tab(Pane::Form, words!(bench.form))}
                {tab(Pane::Paper, words!(bench.paper))}
            </nav>
            <main class="panes" id="content">
                <div class="pane pane--outline" class:pane--shown=shows(Pane::Outline)>
                    <Outline />
                </div>
                <section
                    id="form"
                    class="pane pane--form form"
                    class:pane--shown=shows(Pane::Form)
                    aria-label=words!(bench.form)
                    // Where no field takes the keyboard, the pane does, to be scrolled.
                    tabindex=move || if is_reading() { "0" } else { "-1" }
                    on:focusin=move |ev| {
                        proof.focus.set(focused(&ev));
                        keep_in_sight(&ev);
                    }
                >
                    <fieldset
                        class="fields"
                        prop:disabled=is_reading
                    >
                        {move || match form.get() {
                            Form::Head => view! { <HeadForm /> }.into_any(),
                            Form::Elements => view! { <ElementsForm /> }.into_any(),
                            Form::Layout => view! { <LayoutScene name="layout" /> }.into_any(),
                            Form::Section(id) => view! { <SectionForm id /> }.into_any(),
                            Form::Item(id) => view! { <ItemForm id /> }.into_any(),
                        }}
                    </fieldset>
                </section>
                <div class="pane pane--paper" class:pane--shown=shows(Pane::Paper)>
                    <Paper />
                </div>
            </main>
            <Show when=move || panels.is_open(Panel::Find)>
                <FindPanel />
            </Show>
            <Show when=move || panels.is_open(Panel::Versions)>
                <VersionsPanel />
            </Show>
            <Show when=move || panels.is_open(Panel::Review)>
                <ReviewPanel />
            </Show>
            <Show when=move || panels.is_open(Panel::Export)>
                <ExportPanel />
            </Show>
        </div>
    }
}

/// Brings a field out from under the foot of its form. WebKit does not mind the
/// foot when the keyboard moves on.
fn keep_in_sight(ev: &ev::FocusEvent) {
    let field = ev.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let Some((field, form)) = field.zip(element("form")) else { return };
    let Ok(Some(foot)) = form.query_selector(".form__foot") else { return };
    let over = field.get_bounding_client_rect().bottom() - foot.get_bounding_client_rect().top();
    if 0.0 < over && !foot.contains(Some(&field)) {
        form.set_scroll_top(form.scroll_top() + over as i32);
    }
}

/// The text whose field has got the keyboard; the paper shows it.
fn focused(ev: &ev::FocusEvent) -> Option<TextAt> {
    field_at(&ev.target()?.dyn_into::<web_sys::Element>().ok()?.id())
}

/// After each save the draft also goes to its file on disk, if it has one.
fn copy_out(bench: Bench, desk: Desk, disk: Disk) {
    let asked = StoredValue::new(false);
    Effect::new(move |before: Option<()>| {
        let SaveStatus::Saved(at) = bench.status() else { return };
        if before.is_none() {
            return;
        }
        disk::note_work(desk, at);
        bench.with(|it| disk.write(desk, it));
        if !asked.try_update_value(|it| std::mem::replace(it, true)).unwrap_or(true) {
            browser::ask_to_persist();
        }
    });
}

/// Has the browser ask before the page is left, while something is not kept and
/// only then: a page that always asks is slower to come back to.
fn ask_before_leaving(bench: Bench) {
    let guard = StoredValue::new(None::<WindowListenerHandle>);
    let release = move || {
        if let Some(guard) = guard.try_update_value(Option::take).flatten() {
            guard.remove();
        }
    };
    Effect::new(move |_| {
        let has_failed = matches!(bench.status(), SaveStatus::Failed(_) | SaveStatus::Held(_));
        release();
        if has_failed {
            guard.set_value(Some(window_event_listener(ev::beforeunload, |ev| {
                ev.prevent_default();
            })));
        }
    });
    on_cleanup(release);
}

/// Takes the last step back and shows where it was.
pub fn undo(bench: Bench, desk: Desk) {
    if let Some(place) = bench.undo() {
        desk.go_to(place);
    }
}

/// Makes the step again that was taken back last, and shows where it is.
pub fn redo(bench: Bench, desk: Desk) {
    if let Some(place) = bench.redo() {
        desk.go_to(place);
    }
}

fn on_key(ev: &ev::KeyboardEvent, bench: Bench, desk: Desk, panels: Panels, proof: Proof) {
    if ev.is_composing() {
        return;
    }
    let command = ev.ctrl_key() || ev.meta_key();
    // The fields of the panels are not part of the draft; undo is theirs there.
    let target = ev.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let in_panel = target.is_some_and(|it| matches!(it.closest(".panel"), Ok(Some(_))));
    match ev.key().to_ascii_lowercase().as_str() {
        "escape" => panels.close(),
        "z" if command && !in_panel => {
            ev.prevent_default();
            if ev.shift_key() { redo(bench, desk) } else { undo(bench, desk) }
        }
        "y" if command && !in_panel => {
            ev.prevent_default();
            redo(bench, desk);
        }
        "h" if command => {
            ev.prevent_default();
            panels.toggle(Panel::Find);
        }
        "p" if command => {
            ev.prevent_default();
            proof.print();
        }
        "s" if command => {
            ev.prevent_default();
            bench.save_now();
        }
        _ => {}
    }
}
