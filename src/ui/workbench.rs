//! The workbench: outline, form and paper of one draft, side by side.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use crate::model::draft::TextAt;
use crate::model::edit::Place;
use crate::route::Route;
use crate::store::journal::field_at;
use crate::store::open::{OpenError, Opened};
use crate::ui::bench::{Bench, SaveStatus};
use crate::ui::browser::{self, element, focus_later};
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
use crate::ui::paper::Paper;
use crate::ui::proof::Proof;
use crate::ui::refusals;
use crate::ui::scene::{Scene, SceneView};
use crate::ui::section_form::SectionForm;
use crate::ui::strip::Strip;
use crate::ui::top_bar::TopBar;
use crate::ui::versions_panel::VersionsPanel;
use crate::ui::words::{locale, words};

/// Which panel is open over the workbench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Find and replace.
    Find,
    /// Versions.
    Versions,
    /// What was found, the figures, last year.
    Review,
    /// Export.
    Export,
}

/// The panel that is open, one at most; in the context of the workbench.
#[derive(Clone, Copy)]
pub struct Panels(RwSignal<Option<Panel>>);

impl Panels {
    /// Whether this one is open; followed.
    pub fn is_open(self, panel: Panel) -> bool {
        self.0.get() == Some(panel)
    }

    /// Opens this one and puts the keyboard into it, or closes it.
    pub fn toggle(self, panel: Panel) {
        if self.0.get_untracked() == Some(panel) {
            self.close();
        } else {
            self.0.set(Some(panel));
            let first = match panel {
                Panel::Find => "find-query",
                Panel::Versions => "version-name",
                Panel::Review => "review-panel",
                Panel::Export => "export-first",
            };
            focus_later(first.to_owned());
        }
    }

    /// Closes the one that is open.
    pub fn close(self) {
        self.0.set(None);
    }
}

/// The head of a panel: its name, and the way to close it.
#[component]
pub fn PanelHead(
    /// What the panel is called.
    name: Signal<String>,
) -> impl IntoView {
    let panels = expect_context::<Panels>();
    view! {
        <div class="panel__head">
            <h2>{name}</h2>
            <button
                type="button"
                class="quiet"
                aria-label=words!(app.close)
                on:click=move |_| panels.close()
            >
                "×"
            </button>
        </div>
    }
}

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
    let panels = Panels(RwSignal::new(None));
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
                <section
                    class="panel panel--review"
                    id="review-panel"
                    tabindex="-1"
                    aria-label=words!(review.title)
                >
                    <PanelHead name=words!(review.title) />
                    <SceneView scene=review />
                </section>
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

/// What is said of the draft, and under which fields, follows when typing pauses.
fn look_again(bench: Bench, desk: Desk, review: Scene) {
    let is_due = StoredValue::new(false);
    Effect::new(move |_| {
        bench.with_all(|_| ());
        desk.place();
        locale();
        if is_due.try_update_value(|it| std::mem::replace(it, true)) == Some(false) {
            wait(bench, review, is_due, bench.n_changes(), 0);
        }
    });
}

/// Looks when nothing has changed for a moment. Who types on and on is looked after
/// every few seconds.
fn wait(bench: Bench, review: Scene, is_due: StoredValue<bool>, seen: u64, n: u8) {
    const PAUSE: std::time::Duration = std::time::Duration::from_millis(600);
    const MOST: u8 = 5;
    let look = move || {
        let now = bench.n_changes();
        if now != seen && n < MOST {
            wait(bench, review, is_due, now, n + 1);
        } else if is_due.try_set_value(false).is_none() {
            // Else the workbench is gone.
            review.play("look", &slots(), &JsValue::UNDEFINED);
        }
    };
    set_timeout(look, PAUSE);
}

/// The ids of the places under the fields of the form.
fn slots() -> String {
    let slots = document().get_elements_by_class_name("found");
    let slots = (0..slots.length()).filter_map(|it| slots.item(it)).map(|it| it.id());
    // The panel is drawn where it is.
    let panel = element("review-panel").map(|it| it.id());
    slots.chain(panel).collect::<Vec<_>>().join(" ")
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

/// The panes whose place is kept over a reload.
const SCROLLED: [&str; 3] = ["form", "paper", "outline"];

/// Remembers how far the panes are scrolled: `ROUTE form paper outline`.
fn remember_scroll(desk: Desk, id: &str) {
    let route = untrack(|| desk.route());
    if route.draft() != Some(id) {
        return;
    }
    let tops = SCROLLED.map(|it| element(it).map_or(0, |it| it.scroll_top()).to_string());
    desk.shelf().remember("scroll", &format!("{} {}", route.hash(), tops.join(" ")));
}

/// Scrolls the panes to where they were, if this is the same form again.
fn restore_scroll(desk: Desk, id: &str) {
    let route = untrack(|| desk.route());
    let Some(text) = desk.shelf().setting("scroll") else { return };
    let mut words = text.split(' ');
    if route.draft() != Some(id) || words.next() != Some(Route::hash(&route).as_str()) {
        return;
    }
    let tops: Vec<i32> = words.filter_map(|it| it.parse().ok()).collect();
    // Rows out of sight get their height when they are reached, so the paper
    // takes a second look.
    let scroll = move || {
        for (name, top) in SCROLLED.iter().zip(&tops) {
            if let Some(pane) = element(name) {
                pane.set_scroll_top(*top);
            }
        }
    };
    request_animation_frame(move || {
        scroll();
        request_animation_frame(scroll);
    });
}
