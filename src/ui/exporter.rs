//! The page's end of the exporter, which writes documents beside the page.

use std::cell::RefCell;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, Worker};

/// The script that starts the exporter (`public/exporter.js`).
const SCRIPT: &str = "exporter.js";

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
    prepare();
    let exporter = EXPORTER.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
    let written = ask(&exporter, format, draft).await;
    if written.is_err() {
        // It may have been the network, or the worker has broken down; the next
        // try begins anew.
        exporter.worker.terminate();
        EXPORTER.with_borrow_mut(Option::take);
    }
    written
}

async fn ask(exporter: &Exporter, format: &str, draft: &[u8]) -> Result<Vec<u8>, JsValue> {
    JsFuture::from(exporter.ready.clone()).await?;
    let channel = MessageChannel::new()?;
    let (ours, theirs) = (channel.port1(), channel.port2());
    let draft = String::from_utf8_lossy(draft);
    let request = Array::of2(&format.into(), &JsValue::from_str(&draft));
    let answer = Promise::new(&mut |fulfil, reject| {
        ours.set_onmessage(Some(&first_data(fulfil)));
        // A worker that breaks down answers nobody.
        exporter.worker.set_onerror(Some(&reject));
    });
    exporter.worker.post_message_with_transfer(&request, &Array::of1(&theirs))?;
    let answer = JsFuture::from(answer).await?;
    ours.close();
    match answer.dyn_into::<Uint8Array>() {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(reason) => Err(reason),
    }
}

fn start() -> Result<Exporter, JsValue> {
    let worker = Worker::new(SCRIPT)?;
    let ready = Promise::new(&mut |fulfil, reject| {
        worker.set_onmessage(Some(&first_data(fulfil)));
        worker.set_onerror(Some(&reject));
    });
    Ok(Exporter { worker, ready })
}

/// A handler that hands on the data of the first message.
fn first_data(fulfil: js_sys::Function) -> js_sys::Function {
    Closure::once_into_js(move |message: web_sys::MessageEvent| {
        let _ = fulfil.call1(&JsValue::NULL, &message.data());
    })
    .unchecked_into()
}
