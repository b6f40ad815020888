//! The program's end of `public/rescue.js`, which outlives the program.
//!
//! Everything here is a call of a plain function that lies in the page, so
//! nothing fails: where the script is missing, nothing is recorded.

use std::panic;
use std::time::Duration;

use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// Has a panic show the page on which the author takes the texts away.
pub fn survive_panics() {
    panic::set_hook(Box::new(|panic| call("crashed", &[panic.to_string().into()])));
}

/// A name for this load of the page, different in every tab: 8 hexadecimal digits.
pub fn tab() -> String {
    rescue().and_then(|it| get(&it, "tab").as_string()).unwrap_or_default()
}

/// From now on typing goes on in this draft, upon this revision; in none when it
/// is closed or only read.
pub fn writing(draft: Option<&str>, revision: u64) {
    call("writing", &[draft.into(), (revision as f64).into()]);
}

/// All that was typed so far lies in the storage.
pub fn kept() {
    call("kept", &[]);
}

/// Calls a function of the script.
pub(super) fn call(name: &str, args: &[JsValue]) {
    if let Some(rescue) = rescue()
        && let Ok(function) = get(&rescue, name).dyn_into::<Function>()
    {
        let args: Array = args.iter().collect();
        let _ = function.apply(&rescue, &args);
    }
}

fn rescue() -> Option<JsValue> {
    Some(get(&web_sys::window()?.into(), "chengwenRescue")).filter(JsValue::is_object)
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// Has the program panic where a test asks for it: the event `chengwen:drill` on
/// the window names `handler`, `effect` or `timer`.
pub fn listen_for_drills() {
    let wanted = RwSignal::new(false);
    Effect::new(move |_| assert!(!wanted.get(), "a drill in an effect"));
    window_event_listener_untyped("chengwen:drill", move |ev| {
        match get(&ev.into(), "detail").as_string().as_deref() {
            Some("effect") => wanted.set(true),
            Some("timer") => set_timeout(|| panic!("a drill in a timer"), Duration::ZERO),
            Some("handler") => panic!("a drill in a handler"),
            _ => {}
        }
    });
}
