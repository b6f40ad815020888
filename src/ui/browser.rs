//! The little that the page asks of the browser, with failures as values.

use std::time::Duration;

use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlElement, Url};

/// Milliseconds since the page was opened; for comparing only.
pub fn uptime() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}

/// Milliseconds since 1970 by the clock of the machine; for display only.
pub fn clock() -> u64 {
    let now = js_sys::Date::now();
    if now.is_finite() && 0.0 < now { now as u64 } else { 0 }
}

/// A new id for a draft, different from all others on this machine.
pub fn new_id() -> String {
    let random = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:x}-{random:08x}", clock())
}

/// Hands a file to the author.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser takes the file after the click; the address may go later.
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
    Ok(())
}

/// Puts a text on the clipboard; whether that was allowed.
pub async fn copy(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // Outside secure contexts there is no clipboard, whatever the type says.
    if clipboard.is_undefined() {
        return copy_by_selection(text);
    }
    match JsFuture::from(clipboard.write_text(text)).await {
        Ok(_) => true,
        Err(_) => copy_by_selection(text),
    }
}

/// The old way to copy, which plain http addresses and old shells still allow.
fn copy_by_selection(text: &str) -> bool {
    let copied = || -> Result<bool, JsValue> {
        let area: web_sys::HtmlTextAreaElement =
            document().create_element("textarea")?.unchecked_into();
        area.set_value(text);
        area.set_class_name("visually-hidden");
        let body = document().body().ok_or(JsValue::NULL)?;
        body.append_child(&area)?;
        area.select();
        let exec = js_sys::Reflect::get(&document(), &"execCommand".into())?;
        let exec: js_sys::Function = exec.dyn_into()?;
        let copied = exec.call1(&document(), &"copy".into())?;
        area.remove();
        Ok(copied.is_truthy())
    };
    copied().unwrap_or(false)
}

/// Why a chosen file could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadError {
    /// It is larger than wanted; nothing was read.
    TooLarge,
    /// The browser could not read it.
    Failed,
}

/// The bytes of a chosen file, at most `limit` of them.
pub async fn read(file: &File, limit: usize) -> Result<Vec<u8>, ReadError> {
    if (limit as f64) < file.size() {
        return Err(ReadError::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| ReadError::Failed)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Focuses the element with this id once it is on the page.
pub fn focus_later(id: String) {
    request_animation_frame(move || {
        if let Some(element) = element(&id) {
            let _ = element.focus();
        }
    });
}

/// Focuses the field with this id once it is on the page, and puts the caret
/// behind these words of it.
pub fn focus_at(id: String, before: String) {
    request_animation_frame(move || {
        let Some(element) = element(&id) else { return };
        let _ = element.focus();
        let Ok(field) = element.dyn_into::<web_sys::HtmlTextAreaElement>() else { return };
        // Fields count in UTF-16, as JavaScript does.
        let at = before.encode_utf16().count() as u32;
        let _ = field.set_selection_range(at, at);
    });
}

/// Does something and notes how long it took, as the entry of this name among
/// the page's performance entries; only the last one is kept.
pub fn timed<T>(name: &str, act: impl FnOnce() -> T) -> T {
    let Some(clock) = window().performance() else { return act() };
    clock.clear_marks_with_mark_name(name);
    clock.clear_measures_with_measure_name(name);
    let _ = clock.mark(name);
    let done = act();
    let _ = clock.measure_with_start_mark(name, name);
    done
}

/// Prints the scene that is open, and nothing else (`style/print.css`).
pub fn print_scene() {
    let Some(body) = document().body() else { return };
    body.set_class_name("prints-scene");
    let _ = window().print();
    body.set_class_name("");
}

/// Asks the browser not to clear the drafts away when it runs short of room. Its
/// answer changes nothing that could be done here.
pub fn ask_to_persist() {
    let storage = window().navigator().storage();
    // Outside secure contexts there is none, whatever the type says.
    if !storage.is_undefined()
        && let Ok(asked) = storage.persist()
    {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Waits for so long.
pub async fn pause(time: Duration) {
    let done = Promise::new(&mut |fulfil, _| {
        set_timeout(
            move || {
                let _ = fulfil.call0(&JsValue::NULL);
            },
            time,
        );
    });
    let _ = JsFuture::from(done).await;
}
