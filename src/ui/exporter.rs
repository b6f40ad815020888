//! The page's end of the exporter, which does beside the page what can wait.

use std::cell::RefCell;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, Worker};

use crate::store::errand::Done;
use crate::store::texts::Store as _;
use crate::ui::browser::clock;
use crate::ui::desk::Shelf;
use crate::ui::words::{self, Locale, t};

/// The script that starts the exporter (`public/exporter.js`).
const SCRIPT: &str = "exporter.js";

/// Where the page in one file keeps a function that starts it: there is no
/// script beside that page (`xtask/src/single/start.js`).
const STARTER: &str = "chengwenWorker";

thread_local! {
    static EXPORTER: RefCell<Option<Exporter>> = const { RefCell::new(None) };
}

#[derive(Clone)]
struct Exporter {
    worker: Worker,
    /// Fulfilled when the worker takes requests, rejected when it cannot start.
    ready: Promise,
}

/// Starts the exporter, so that it is there when it is wanted.
pub fn prepare() {
    EXPORTER.with_borrow_mut(|it| {
        if it.is_none() {
            *it = start().ok();
        }
    });
}

/// Writes a draft file in a format: `docx` or `html`. An error is what the
/// browser or the exporter says of it.
pub async fn export(format: &str, draft: &[u8]) -> Result<Vec<u8>, JsValue> {
    let draft = String::from_utf8_lossy(draft);
    request(Array::of2(&format.into(), &JsValue::from_str(&draft))).await
}

/// A text that the worker has: `sample`, or `words` of the other language.
pub async fn text(name: &str) -> Option<String> {
    let bytes = request(Array::of1(&name.into())).await.ok()?;
    String::from_utf8(bytes).ok()
}

/// Has the page speak a language; false where its words cannot be had.
pub async fn speak(locale: Locale) -> bool {
    if words::set_locale(locale) {
        return true;
    }
    if let Some(table) = text("words").await {
        words::take_english(table);
    }
    words::set_locale(locale)
}

/// Has the worker do an errand on both storages (`src/exporter.rs` has the list),
/// and does in the quick one what comes of it; what the worker tells.
pub async fn errand(
    shelf: &Shelf,
    name: &str,
    args: [&str; 3],
    file: &JsValue,
) -> Result<String, JsValue> {
    // The worker would write where the page may not.
    if shelf.is_closed() && !matches!(name, "versions" | "mend") {
        return Err(t!(save.held_more).into());
    }
    // Few errands are about the quick storage, where there is the other one.
    let needs_quick = !shelf.is_durable() || matches!(name, "mend" | "open" | "restore" | "remove");
    let asked = errand_of(shelf, name, args, file, needs_quick);
    let answer = String::from_utf8(request(asked.clone()).await?);
    let mut done = answer.ok().and_then(|it| Done::read(&it)).ok_or(JsValue::NULL)?;
    if let Some(quick) = shelf.quick() {
        // What another tab has written there since is not known to the worker.
        let is_as_told = |key: &String| {
            let texts = shelf.recorded(key);
            let text = texts.iter().find(|(it, _)| it == key);
            text.is_none_or(|(_, text)| asked.includes(&text.into(), HELD))
        };
        done.quick.remove.retain(is_as_told);
        let changed = quick.commit(done.quick).await;
        changed.map_err(|it| JsValue::from_str(&it.to_string()))?;
    }
    Ok(done.told)
}

/// Where the texts of the quick storage begin in an errand.
const HELD: i32 = 6;

/// The bytes of a backup of everything.
pub async fn backup(shelf: &Shelf) -> Result<Vec<u8>, JsValue> {
    let all = errand_of(shelf, "backup", ["", "", ""], &JsValue::UNDEFINED, true);
    request(all).await
}

fn errand_of(
    shelf: &Shelf,
    name: &str,
    args: [&str; 3],
    file: &JsValue,
    needs_quick: bool,
) -> Array {
    let request = Array::of2(&name.into(), &JsValue::from_f64(clock() as f64));
    for arg in args {
        request.push(&arg.into());
    }
    request.push(file);
    let held = if needs_quick { shelf.recorded("") } else { Vec::new() };
    for (key, text) in held {
        request.push(&key.into());
        request.push(&text.into());
    }
    request
}

/// Asks the worker for something. An error is what the browser or the worker says.
pub async fn request(request: Array) -> Result<Vec<u8>, JsValue> {
    prepare();
    let exporter = EXPORTER.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
    let answer = ask(&exporter, &request).await;
    if answer.is_err() {
        // It may have been the network, or the worker has broken down; the next
        // try begins anew.
        exporter.worker.terminate();
        EXPORTER.with_borrow_mut(Option::take);
    }
    answer
}

async fn ask(exporter: &Exporter, request: &Array) -> Result<Vec<u8>, JsValue> {
    JsFuture::from(exporter.ready.clone()).await?;
    let channel = MessageChannel::new()?;
    let (ours, theirs) = (channel.port1(), channel.port2());
    let answer = Promise::new(&mut |fulfil, reject| {
        ours.set_onmessage(Some(&first_data(fulfil)));
        // A worker that breaks down answers nobody.
        exporter.worker.set_onerror(Some(&reject));
    });
    exporter.worker.post_message_with_transfer(request, &Array::of1(&theirs))?;
    let answer = JsFuture::from(answer).await?;
    ours.close();
    match answer.dyn_into::<Uint8Array>() {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(reason) => Err(reason),
    }
}

fn start() -> Result<Exporter, JsValue> {
    let worker = worker()?;
    let ready = Promise::new(&mut |fulfil, reject| {
        worker.set_onmessage(Some(&first_data(fulfil)));
        worker.set_onerror(Some(&reject));
    });
    Ok(Exporter { worker, ready })
}

fn worker() -> Result<Worker, JsValue> {
    let starter = js_sys::Reflect::get(&js_sys::global(), &STARTER.into())?;
    match starter.dyn_into::<js_sys::Function>() {
        Ok(starter) => starter.call0(&JsValue::NULL)?.dyn_into(),
        Err(_) => Worker::new(SCRIPT),
    }
}

/// A handler that hands on the data of the first message.
fn first_data(fulfil: js_sys::Function) -> js_sys::Function {
    Closure::once_into_js(move |message: web_sys::MessageEvent| {
        let _ = fulfil.call1(&JsValue::NULL, &message.data());
    })
    .unchecked_into()
}
