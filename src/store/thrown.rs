//! What the browser throws, as one of the few reasons that matter.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::store::texts::Error;

/// What the browser threw.
pub(super) fn error(error: &JsValue) -> Error {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return Error::Failed(error.as_string().unwrap_or_default());
    };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Error::Full,
        "SecurityError" => Error::Denied,
        name => Error::Failed(name.to_owned()),
    }
}
