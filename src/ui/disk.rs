//! A file on disk that the draft also goes to at each save, where the browser can
//! (File System Access). It is the one copy that clearing the browser's data does
//! not reach.

use chengwen_view::view;
use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::export;
use crate::model::draft::Draft;
use crate::ui::bench::Bench;
use crate::ui::browser::clock;
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::words::{t, words};

/// The file of the open draft; in the context of the workbench.
#[derive(Clone, Copy)]
pub struct Disk {
    file: StoredValue<Option<JsValue>, LocalStorage>,
    state: RwSignal<State>,
    is_writing: StoredValue<bool>,
}

/// How things stand with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State {
    /// There is none.
    Off,
    /// There is one of this name, and the browser wants to be asked again.
    Asleep(String),
    /// It has what is in the draft.
    On(String),
    /// It could not be written.
    Failed(String),
}

impl Disk {
    /// Looks whether the draft has a file.
    pub fn new(desk: Desk, id: String) -> Self {
        let own = Self {
            file: StoredValue::new_local(None),
            state: RwSignal::new(State::Off),
            is_writing: StoredValue::new(false),
        };
        spawn_local(async move {
            let shelf = desk.shelf();
            let Some(durable) = shelf.durable() else { return };
            let Ok(file) = durable.file(&id).await else { return };
            if !file.is_object() {
                return;
            }
            let name = name_of(&file);
            let allowed = ask(&file, "queryPermission").await;
            own.file.try_update_value(|it| *it = Some(file));
            own.state.try_set(if allowed { State::On(name) } else { State::Asleep(name) });
        });
        own
    }

    /// Writes the draft into its file, if it has one that may be written.
    pub fn write(self, desk: Desk, draft: &Draft) {
        let Some(State::On(name) | State::Failed(name)) = self.state.try_get_untracked() else {
            return;
        };
        // What comes while one is being written goes with the next save.
        if self.is_writing.try_get_value() != Some(false) {
            return;
        }
        let Some(file) = self.file.try_get_value().flatten() else { return };
        self.is_writing.set_value(true);
        let bytes = export::json(draft);
        spawn_local(async move {
            let written = put(&file, &bytes).await;
            self.is_writing.try_update_value(|it| *it = false);
            if written.is_ok() {
                desk.shelf().remember("copied", &clock().to_string());
            }
            let state = if written.is_ok() { State::On(name) } else { State::Failed(name) };
            if self.state.try_get_untracked().is_some_and(|it| it != state) {
                self.state.set(state);
            }
        });
    }
}

/// The row that chooses a file, or says how it is.
#[component]
pub fn DiskRow() -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let (disk, notices) = (expect_context::<Disk>(), expect_context::<Notices>());
    let picker = Reflect::get(&window(), &"showSaveFilePicker".into());
    let picker = picker.ok().and_then(|it| it.dyn_into::<Function>().ok());
    let picker = StoredValue::new_local(picker);
    let keep = move |file: JsValue| async move {
        // The workbench may go while the author chooses, and while the file is written.
        let Some(id) = bench.try_with(|it| it.id.clone()) else { return };
        if let Some(durable) = desk.shelf().durable() {
            let _ = durable.keep_file(&id, &file).await;
        }
        let is_none = file.is_undefined();
        let name = name_of(&file);
        disk.file.set_value((!is_none).then_some(file));
        disk.state.set(if is_none { State::Off } else { State::On(name) });
        bench.try_with(|it| disk.write(desk, it));
    };
    let choose = move |_| {
        spawn_local(async move {
            let Some(picker) = picker.get_value() else { return };
            let name = bench.with(|it| export::file_name(it, &dates::today_digits()));
            let options = Object::new();
            let _ = Reflect::set(&options, &"suggestedName".into(), &format!("{name}.json").into());
            let chosen = picker.call1(&window(), &options).map(Promise::from);
            match chosen {
                // An author who closes the dialog has said all there is to say.
                Ok(chosen) => {
                    if let Ok(file) = JsFuture::from(chosen).await {
                        keep(file).await;
                    }
                }
                Err(error) => notices.warn(refusals::script(&error)),
            }
        });
    };
    let wake = move |_| {
        spawn_local(async move {
            let Some(file) = disk.file.get_value() else { return };
            if ask(&file, "requestPermission").await {
                disk.state.set(State::On(name_of(&file)));
                bench.try_with(|it| disk.write(desk, it));
            }
        });
    };
    let stop = move |_| spawn_local(keep(JsValue::UNDEFINED));
    let text = move || match disk.state.get() {
        State::Off => t!(disk.off).to_owned(),
        State::Asleep(name) => t!(disk.asleep, name = name),
        State::On(name) => t!(disk.on, name = name),
        State::Failed(name) => t!(disk.failed, name = name),
    };
    let is_off = move || disk.state.get() == State::Off;
    let is_asleep = move || matches!(disk.state.get(), State::Asleep(_));
    picker.with_value(Option::is_some).then(|| {
        view! {
            <div class="disk">
                <p role="status" aria-label=words!(disk.title)>
                    {text}
                </p>
                <Show when=is_off>
                    <button type="button" on:click=choose>
                        {words!(disk.choose)}
                    </button>
                </Show>
                <Show when=is_asleep>
                    <button type="button" on:click=wake>
                        {words!(disk.wake)}
                    </button>
                </Show>
                <Show when=move || !is_off()>
                    <button type="button" class="quiet" on:click=stop>
                        {words!(disk.stop)}
                    </button>
                </Show>
            </div>
        }
    })
}

fn name_of(file: &JsValue) -> String {
    Reflect::get(file, &"name".into()).ok().and_then(|it| it.as_string()).unwrap_or_default()
}

/// Calls a method of a file handle.
async fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    JsFuture::from(Promise::resolve(&method.call1(object, argument)?)).await
}

/// Whether the file may be written.
async fn ask(file: &JsValue, method: &str) -> bool {
    let mode = Object::new();
    let _ = Reflect::set(&mode, &"mode".into(), &"readwrite".into());
    let answer = call(file, method, &mode).await;
    answer.is_ok_and(|it| it.as_string().as_deref() == Some("granted"))
}

/// Writes the whole file; the browser puts it in the old one's place when it is
/// closed, so that a file is never half written.
async fn put(file: &JsValue, bytes: &[u8]) -> Result<(), JsValue> {
    let stream = call(file, "createWritable", &JsValue::UNDEFINED).await?;
    call(&stream, "write", &Uint8Array::from(bytes)).await?;
    call(&stream, "close", &JsValue::UNDEFINED).await?;
    Ok(())
}

/// How many days the newest work has been without a copy outside the browser.
pub fn days_uncopied(desk: Desk, newest: u64, now: u64) -> u64 {
    const DAY_MS: u64 = 86_400_000;
    let shelf = desk.shelf();
    let read = |name: &str| shelf.setting(name).and_then(|it| it.parse::<u64>().ok());
    let copied = read("copied").unwrap_or(0);
    if newest <= copied {
        return 0;
    }
    // The work is as old as the first save after the last copy.
    let since = read("uncopied").unwrap_or(newest);
    now.saturating_sub(since) / DAY_MS
}

/// Notes that something was written that no copy has yet.
pub fn note_work(desk: Desk, now: u64) {
    let shelf = desk.shelf();
    let read = |name: &str| shelf.setting(name).and_then(|it| it.parse::<u64>().ok());
    let (copied, since) = (read("copied").unwrap_or(0), read("uncopied").unwrap_or(0));
    // A clock that was set back must not silence the reminder for years.
    if since <= copied || now < since {
        shelf.remember("uncopied", &now.to_string());
    }
}
