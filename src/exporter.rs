//! The exporter: a worker of the page that turns a draft file into a document.
//!
//! It is a program of its own, so that the page opens without waiting for it,
//! and so that a long report is written while the page goes on answering. What
//! comes in is `[format, draft file]` with a port, what goes out through the port
//! is the bytes, or a text that says why there are none.

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import::json;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

fn main() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn Fn(MessageEvent)>::new(|message: MessageEvent| {
        let port = message.ports().get(0).dyn_into::<MessagePort>();
        let request = Array::from(&message.data());
        let (format, draft) = (request.get(0).as_string(), request.get(1).as_string());
        let (Ok(port), Some(format), Some(draft)) = (port, format, draft) else { return };
        // The other end may be gone; then nobody waits.
        let _ = match write(&format, &draft) {
            Ok(bytes) => port.post_message(&Uint8Array::from(bytes.as_slice())),
            Err(reason) => port.post_message(&JsValue::from_str(&reason)),
        };
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    // The worker lives as long as its page.
    answer.forget();
    let _ = scope.post_message(&JsValue::TRUE);
}

fn write(format: &str, draft: &str) -> Result<Vec<u8>, String> {
    let draft = json::read_text(draft).map_err(|it| it.to_string())?;
    let document = assemble(&draft);
    match format {
        "docx" => Ok(export::docx(&document, &draft.profile, &export::properties(&draft))),
        "html" => Ok(export::html(&document, &draft.profile, draft.display_name())),
        other => Err(format!("no such format: {other}")),
    }
}
