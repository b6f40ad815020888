//! The scenes that the page shows, by number.

use std::cell::RefCell;
use std::collections::BTreeMap;

use chengwen::import::{json, source};
use chengwen::scene::event::Event;
use chengwen::scene::words::Locale;
use chengwen::scene::{Scene, named};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

thread_local! {
    static SCENES: RefCell<BTreeMap<u32, Box<dyn Scene>>> = const { RefCell::new(BTreeMap::new()) };
}

/// Plays an event; the reply as its text. A scene that this worker does not know,
/// because it has been started anew, is asked for from its beginning: `again`.
pub(crate) async fn play(request: &Array) -> Result<Vec<u8>, String> {
    let text = |n: u32| request.get(n).as_string().unwrap_or_default();
    let (number, name, act) = (request.get(1).as_f64().unwrap_or(0.0) as u32, text(2), text(3));
    let file = read(&request.get(8)).await?;
    // A draft that cannot be read is none: the scene then says what it lacks.
    let draft = json::read_text(&text(5)).ok();
    let reply = SCENES.with_borrow_mut(|scenes| {
        if act == "end" {
            scenes.remove(&number);
            return Some(String::new());
        }
        if act == "open" && !scenes.contains_key(&number) {
            scenes.insert(number, named(&name)?);
        }
        let Some(scene) = scenes.get_mut(&number) else { return Some("again".to_owned()) };
        let event = Event {
            act: &act,
            value: &text(4),
            draft: draft.as_ref(),
            file: file.as_ref().map(|(name, bytes)| (name.as_str(), bytes.as_slice())),
            locale: Locale::of_tag(&text(6)),
            today: &text(7),
        };
        Some(scene.play(&event).write())
    });
    reply.map(String::into_bytes).ok_or_else(|| format!("no such scene: {name}"))
}

/// The largest file that a scene is handed, in bytes. A larger one is cut there, and
/// every reader refuses it for its length.
const LIMIT: f64 = (source::LIMIT + 1) as f64;

/// The name and the bytes of a file, where the page handed one on.
async fn read(file: &JsValue) -> Result<Option<(String, Vec<u8>)>, String> {
    let Some(blob) = file.dyn_ref::<Blob>() else { return Ok(None) };
    let name = file.dyn_ref::<File>().map(File::name).unwrap_or_default();
    let refused = |it: JsValue| it.as_string().unwrap_or_default();
    let blob = blob.slice_with_f64_and_f64(0.0, LIMIT).map_err(refused)?;
    let buffer = JsFuture::from(blob.array_buffer()).await.map_err(refused)?;
    Ok(Some((name, Uint8Array::new(&buffer).to_vec())))
}
