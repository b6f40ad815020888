//! The browser's localStorage as a vault.
//!
//! It is written at once and survives a closed tab, but not always a power cut:
//! Chromium puts it on disk seconds later. The durable half comes behind the
//! same [`Vault`] trait.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use crate::store::vault::{Error, Vault};

/// The browser's localStorage.
#[derive(Debug, Clone, Copy, Default)]
pub struct Browser;

impl Vault for Browser {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        storage()?.get_item(key).map_err(|it| error(&it))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Error> {
        storage()?.set_item(key, text).map_err(|it| error(&it))
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        storage()?.remove_item(key).map_err(|it| error(&it))
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        let storage = storage()?;
        let n_keys = storage.length().map_err(|it| error(&it))?;
        let mut keys = Vec::new();
        for idx in 0..n_keys {
            keys.extend(storage.key(idx).map_err(|it| error(&it))?);
        }
        keys.sort();
        Ok(keys)
    }

    fn lasts(&self) -> bool {
        true
    }
}

/// gloo-storage throws where the storage is blocked, so web-sys asks first.
#[expect(clippy::disallowed_methods, reason = "the one lawful caller: it expects the throw")]
fn storage() -> Result<Storage, Error> {
    let window = web_sys::window().ok_or(Error::Denied)?;
    match window.local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        Ok(None) | Err(_) => Err(Error::Denied),
    }
}

fn error(error: &JsValue) -> Error {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return Error::Failed(error.as_string().unwrap_or_default());
    };
    match exception.name().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Error::Full,
        "SecurityError" => Error::Denied,
        name => Error::Failed(name.to_owned()),
    }
}
