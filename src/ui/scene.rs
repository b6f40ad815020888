//! The page's end of a scene, which the worker draws (`src/scene/`).
//!
//! One listener for each kind of event finds the element with `data-act` that it
//! is about; what the worker replies is done piece by piece.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use chengwen_view::view;
use js_sys::{Array, Reflect};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::export;
use crate::import::json;
use crate::model::act;
use crate::model::draft::{Draft, TextAt};
use crate::model::edit::{Edit, Place};
use crate::scene::reply::RECORD;
use crate::store::card::Card;
use crate::store::codec;
use crate::store::journal::field_at;
use crate::store::line;
use crate::store::versions::Reason;
use crate::ui::bench::Bench;
use crate::ui::browser::{self, element, focus_at, focus_later, pause};
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::exporter;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::words::{locale, t, words};

thread_local! {
    static NUMBER: Cell<u32> = const { Cell::new(0) };
}

/// Marks a field that holds what the worker has not been told of.
const UNTOLD: &str = "data-untold";

/// What the page tells a scene on its own account.
const UNASKED: [&str; 4] = ["look", "sync", "words", "end"];

/// What a scene begins with: a text and a file.
pub type Opening = (String, JsValue);
/// Events that the worker has not been told of, each an act, a value and a file; the
/// first one is on its way. They outlive the scene, so that nothing is lost that was
/// written before the author went on.
type Waiting = Rc<RefCell<VecDeque<(String, String, JsValue)>>>;

/// A scene on the page.
#[derive(Clone, Copy)]
pub struct Scene {
    name: &'static str,
    number: u32,
    opening: StoredValue<Opening, LocalStorage>,
    waiting: StoredValue<Waiting, LocalStorage>,
    /// How many changes the draft had seen that the worker was told last.
    seen: StoredValue<u64>,
    bench: Option<Bench>,
    desk: Desk,
    notices: Notices,
    close: Callback<()>,
    /// The texts in which something was found.
    pub found: RwSignal<Vec<TextAt>>,
}

impl Scene {
    /// A scene of this name.
    pub fn new(name: &'static str, opening: Opening, close: Callback<()>) -> Self {
        let number = NUMBER.get() + 1;
        NUMBER.set(number);
        let scene = Self {
            name,
            number,
            opening: StoredValue::new_local(opening),
            waiting: StoredValue::new_local(Waiting::default()),
            seen: StoredValue::new(0),
            bench: use_context(),
            desk: expect_context(),
            notices: expect_context(),
            close,
            found: RwSignal::new(Vec::new()),
        };
        on_cleanup(move || scene.play("end", "", &JsValue::UNDEFINED));
        scene
    }

    /// Tells the worker of something, and does what it replies: one after the other,
    /// because what comes of one event is in the draft that the next is told.
    pub fn play(self, act: &str, value: &str, file: &JsValue) {
        let Some(waiting) = self.waiting.try_get_value() else { return };
        waiting.borrow_mut().push_back((act.to_owned(), value.to_owned(), file.clone()));
        if waiting.borrow().len() == 1 {
            let request = self.event(act, value, file);
            spawn_local(self.work(waiting, request));
        }
    }

    async fn work(self, waiting: Waiting, mut request: Array) {
        self.mark(true);
        loop {
            let mut reply = exporter::request(request).await;
            // The worker has broken down and come again, or has not seen the scene yet.
            if reply.as_deref() == Ok(b"again")
                && let Some((value, file)) = self.opening.try_get_value()
            {
                let opened = exporter::request(self.event("open", &value, &file)).await;
                self.reply("open", opened);
                let now = waiting.borrow().front().cloned();
                if let Some((act, value, file)) = now {
                    reply = exporter::request(self.event(&act, &value, &file)).await;
                }
            }
            // Half a word would be lost with the field that holds it.
            while self.bench.is_some_and(Bench::is_composing) {
                pause(Duration::from_millis(50)).await;
            }
            let done = waiting.borrow().front().map(|it| it.0.clone());
            self.reply(&done.unwrap_or_default(), reply);
            waiting.borrow_mut().pop_front();
            let next = waiting.borrow().front().cloned();
            let Some((act, value, file)) = next else { break };
            request = self.event(&act, &value, &file);
        }
        self.mark(false);
    }

    /// Does what the worker replies to an act.
    fn reply(self, act: &str, reply: Result<Vec<u8>, JsValue>) {
        match reply.map(|it| String::from_utf8(it).unwrap_or_default()) {
            Ok(reply) => reply.split(RECORD).for_each(|it| self.carry_out(it)),
            // Nobody waits for the end.
            Err(_) if self.opening.is_disposed() => {}
            Err(error) => {
                let reason = match refusals::script(&error) {
                    // A program that did not come says nothing.
                    it if it.is_empty() => t!(export.no_program).to_owned(),
                    it => it,
                };
                let sentence = t!(scene.failed, reason = reason);
                if UNASKED.contains(&act) {
                    self.notices.mention(sentence);
                } else {
                    self.notices.warn(sentence);
                }
            }
        }
    }

    /// Shows whoever waits that the worker has something to do.
    fn mark(self, is_busy: bool) {
        if let Some(host) = element(&self.host()) {
            let _ = host.toggle_attribute_with_force("data-busy", is_busy);
        }
    }

    /// Hands the scene another value than it was opened with.
    pub fn tell(self, value: String) {
        self.play("sync", &value, &JsValue::UNDEFINED);
        self.opening.try_update_value(|it| it.0 = value);
    }

    /// Draws it from its beginning.
    pub fn open(self) {
        // The page may be gone by now.
        if let Some((value, file)) = self.opening.try_get_value() {
            self.play("open", &value, &file);
        }
    }

    fn event(self, act: &str, value: &str, file: &JsValue) -> Array {
        let request = Array::of2(&"scene".into(), &self.number.into());
        let file_of = |it: &Draft| String::from_utf8_lossy(&export::json(it)).into_owned();
        // What has ended needs no draft, and the workbench may be gone.
        let bench = self.bench.filter(|_| act != "end");
        if let Some(bench) = bench {
            self.seen.try_set_value(bench.n_changes());
        }
        let draft = bench.and_then(|it| it.try_with(file_of)).unwrap_or_default();
        let locale = untrack(locale);
        for text in [self.name, act, value, &draft, locale.tag(), &dates::today()] {
            request.push(&text.into());
        }
        request.push(file);
        request
    }

    fn carry_out(self, op: &str) {
        let mut fields = line::fields(op);
        let mut next = || fields.next().unwrap_or_default();
        let (name, one, two) = (next(), next(), next());
        let at = |id: &str| {
            if id.is_empty() { element(&self.host()) } else { element(id) }
        };
        match name {
            "fill" | "replace" => {
                let Some(element) = at(one) else { return };
                let focused = document().active_element().map(|it| (self.untold(&it), it));
                match name {
                    "fill" => element.set_inner_html(two),
                    _ => element.set_outer_html(two),
                }
                // What had the keyboard may have been drawn anew, and more be written there
                // than the worker knows.
                let Some((untold, gone)) = focused.filter(|(_, it)| !it.is_connected()) else {
                    return;
                };
                if let Some(focused) = browser::element(&gone.id()) {
                    if let Some(untold) = untold {
                        let _ = Reflect::set(&focused, &"value".into(), &untold);
                        // The browser does not call that a change when it is left.
                        let _ = focused.set_attribute(UNTOLD, "");
                    }
                    let _ = focused.focus();
                }
            }
            "focus" => focus_later(one.to_owned()),
            "say" => self.notices.say(one),
            "warn" => self.notices.warn(one),
            "profile" => self.set_layout(one),
            "change" | "set" => self.change(one, name == "change"),
            "shelve" => {
                let kept = self.desk.shelf().save_layout(one, two.to_owned());
                self.desk.carry_out(self.notices, kept);
            }
            "unshelve" => self.unshelve(one.to_owned(), two.to_owned(), next()),
            "create" => self.create(one.to_owned()),
            "show" => {
                if let Some(at) = field_at(one) {
                    self.desk.go_to(Place::of(at));
                    focus_at(one.to_owned(), two.to_owned());
                }
            }
            "list" => {
                let lines = |it: Card| format!("{}\t{}\n", it.id, it.name);
                let drafts: String = self.desk.shelf().list().into_iter().map(lines).collect();
                self.play(one, &drafts, &JsValue::UNDEFINED);
            }
            "remember" => {
                self.desk.shelf().remember(one, two);
                // It begins with that the next time.
                self.opening.try_update_value(|it| two.clone_into(&mut it.0));
            }
            "again" => self.play("words", "", &JsValue::UNDEFINED),
            "fetch" => self.fetch(one.to_owned(), two.to_owned()),
            "file" => {
                let bytes = bytes_of(next()).unwrap_or_default();
                match browser::download(one, two, &bytes) {
                    Ok(()) => self.notices.say(t!(export.done, name = one)),
                    Err(error) => self.notices.warn(refusals::script(&error)),
                }
            }
            "print" => browser::print_scene(),
            "mark" => self.found.set(one.split(' ').filter_map(field_at).collect()),
            // Who would close it may be gone by now.
            "close" => drop(self.close.try_run(())),
            _ => {}
        }
    }

    /// What is written in a field that the worker has not been told of.
    fn untold(self, field: &Element) -> Option<JsValue> {
        let property = |name: &str| Reflect::get(field, &name.into()).ok();
        let value = property("value").filter(|it| Some(it) != property("defaultValue").as_ref())?;
        let waiting = self.waiting.try_get_value()?;
        let told = waiting.borrow().front().map(|(_, told, _)| JsValue::from_str(told));
        (value.is_string() && Some(&value) != told.as_ref()).then_some(value)
    }

    /// Gives the draft another layout.
    fn set_layout(self, draft: &str) {
        if let (Some(bench), Ok(draft)) = (self.bench, json::read_text(draft)) {
            bench.apply(Edit::Profile(draft.profile));
        }
    }

    /// Puts another text of the draft in its place; the one before can be a version.
    fn change(self, draft: &str, keeps_version: bool) {
        let (Some(bench), Ok(draft)) = (self.bench, json::read_text(draft)) else { return };
        // What was typed meanwhile is not in what came back, or another draft is open.
        if Some(bench.n_changes()) != self.seen.try_get_value()
            || bench.with(|it| it.id != draft.id)
        {
            self.notices.warn(t!(scene.changed));
            return;
        }
        if keeps_version {
            bench.keep_version_later(Reason::Bulk);
        }
        bench.act(|it| Some((act::turn_into(it, draft), ())));
    }

    /// Keeps a layout no longer, unless the author takes that back.
    fn unshelve(self, name: String, file: String, said: &str) {
        let (desk, notices) = (self.desk, self.notices);
        desk.carry_out(notices, desk.shelf().remove_layout(&name));
        notices.say_with_undo(said, move || {
            desk.carry_out(notices, desk.shelf().save_layout(&name, file.clone()));
        });
    }

    fn create(self, draft: String) {
        spawn_local(async move {
            let Ok(draft) = json::read_text(&draft) else { return };
            if let Err(error) = self.desk.adopt(draft).await {
                self.notices.warn(refusals::saving(&error));
            }
        });
    }

    /// Hands the scene another draft from the shelf.
    fn fetch(self, id: String, act: String) {
        spawn_local(async move {
            match self.desk.shelf().raw(&id).await {
                Ok(Some(text)) => self.play(&act, codec::file(&text), &JsValue::UNDEFINED),
                Ok(None) => {}
                Err(error) => self.notices.warn(refusals::saving(&error)),
            }
        });
    }

    fn host(self) -> String {
        format!("scene-{}", self.number)
    }

    /// A click on something to do, or a field that has got another content.
    pub fn acted(self, ev: &ev::Event, of_fields: bool) {
        if let Some(button) = target(ev, "[data-press]") {
            if let Some(pressed) = browser::element(&attribute(&button, "data-press")) {
                // That click comes by here, too, when this one is through.
                queue_microtask(move || pressed.click());
            }
            if !button.has_attribute("data-act") {
                return;
            }
        }
        let Some(element) = target(ev, "[data-act]") else { return };
        let is_field = matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA");
        if is_field != of_fields {
            return;
        }
        ev.stop_propagation();
        let _ = element.remove_attribute(UNTOLD);
        let property = |name: &str| Reflect::get(&element, &name.into()).unwrap_or_default();
        let text = |name| property(name).as_string().unwrap_or_default();
        let value = match text("type").as_str() {
            "checkbox" if property("checked").is_falsy() => String::new(),
            _ => text("value"),
        };
        let files: Option<web_sys::FileList> = property("files").dyn_into().ok();
        let file = files.and_then(|it| it.get(0)).map_or(JsValue::UNDEFINED, JsValue::from);
        self.play(&attribute(&element, "data-act"), &value, &file);
    }

    /// A key that an element asks for: `data-keys` has their names, `data-row` what
    /// they are about.
    fn pressed(self, ev: &ev::KeyboardEvent) {
        // A field in such an element has its keys for itself.
        let Some(element) = target(ev, "[data-keys]") else { return };
        if ev.target().as_ref() != Some(element.as_ref()) {
            return;
        }
        let (keys, key) = (attribute(&element, "data-keys"), ev.key());
        if keys.split(' ').any(|it| it == key) && !ev.ctrl_key() && !ev.is_composing() {
            ev.prevent_default();
            ev.stop_propagation();
            let row = attribute(&element, "data-row");
            self.play(&format!("key {key} {row}"), "", &JsValue::UNDEFINED);
        }
    }
}

/// The scene as a part of the page.
#[component]
pub fn SceneView(
    /// The scene.
    scene: Scene,
) -> impl IntoView {
    Effect::new(move |before: Option<()>| {
        locale();
        match before {
            None => scene.open(),
            Some(()) => scene.play("words", "", &JsValue::UNDEFINED),
        }
    });
    view! {
        <div
            class="scene"
            id=scene.host()
            on:click=move |ev| scene.acted(&ev, false)
            on:change=move |ev| scene.acted(&ev, true)
            on:focusout=move |ev| {
                if target(&ev, "[data-untold]").is_some() {
                    scene.acted(&ev, true);
                }
            }
            on:keydown=move |ev| scene.pressed(&ev)
        >
            <p role="status">{words!(scene.working)}</p>
        </div>
    }
}

/// The nearest element round the target of an event that fits.
fn target(ev: &ev::Event, selector: &str) -> Option<Element> {
    ev.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The bytes of base64.
fn bytes_of(text: &str) -> Option<Vec<u8>> {
    // A character of what comes back is a byte.
    Some(window().atob(text).ok()?.chars().map(|it| it as u8).collect())
}
