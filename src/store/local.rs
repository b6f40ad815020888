//! The browser's localStorage as the quick storage.
//!
//! It is written before a call returns and survives a dead tab, but not always a
//! power cut: Chromium puts it on disk seconds later. Where the browser has none, a
//! memory takes its place, and says that it does not last.

use std::collections::BTreeMap;
use std::future::ready;

use gloo_storage::{LocalStorage, Storage as _};
use web_sys::Storage;

use crate::store::fuse;
use crate::store::texts::{Asking, Batch, Committing, Error, Memory, Store};
use crate::store::thrown::error;

/// All keys begin with this: other pages may share the storage.
const PREFIX: &str = "chengwen:";

/// The browser's localStorage, or a memory.
#[derive(Debug, Clone)]
pub enum Local {
    /// The browser's.
    Browser,
    /// In its place, where there is none.
    Memory(Memory),
}

impl Local {
    /// Looks what there is.
    pub fn find() -> Self {
        // A full storage can still be read, and what is in it matters most.
        match storage() {
            Ok(_) => Self::Browser,
            Err(_) => Self::Memory(Memory::default()),
        }
    }

    /// How many bytes of the browser's five megacharacters are used.
    pub fn used(&self) -> u64 {
        let Self::Browser = self else { return 0 };
        let all = pairs("", true).unwrap_or_default();
        all.iter().map(|(key, text)| 2 * (key.len() + text.len()) as u64 / 3).sum()
    }
}

impl Store for Local {
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>> {
        Box::pin(ready(match self {
            Self::Browser => pairs(prefix, true).map(|it| it.into_iter().collect()),
            Self::Memory(memory) => memory.pairs(prefix),
        }))
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>> {
        Box::pin(ready(match self {
            Self::Browser => pairs(prefix, false).map(|it| it.into_keys().collect()),
            Self::Memory(memory) => {
                memory.pairs(prefix).map(|it| it.into_iter().map(|(key, _)| key).collect())
            }
        }))
    }

    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>> {
        Box::pin(ready(match self {
            Self::Browser => text(key),
            Self::Memory(memory) => Ok(memory.texts().remove(key)),
        }))
    }

    fn commit(&self, batch: Batch) -> Committing {
        Box::pin(ready(match self {
            Self::Browser => write(&batch),
            Self::Memory(memory) => memory.apply(&batch),
        }))
    }

    fn lasts(&self) -> bool {
        matches!(self, Self::Browser)
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

fn text(key: &str) -> Result<Option<String>, Error> {
    storage()?.get_item(&format!("{PREFIX}{key}")).map_err(|it| error(&it))
}

/// The keys that begin so, in order, with their texts or without: drafts are long.
fn pairs(prefix: &str, with_texts: bool) -> Result<BTreeMap<String, String>, Error> {
    let storage = storage()?;
    let wanted = format!("{PREFIX}{prefix}");
    let mut pairs = BTreeMap::new();
    for idx in 0..storage.length().map_err(|it| error(&it))? {
        let key = storage.key(idx).map_err(|it| error(&it))?.unwrap_or_default();
        if !key.starts_with(&wanted) {
            continue;
        }
        let text = if with_texts { storage.get_item(&key).map_err(|it| error(&it))? } else { None };
        let name = key.strip_prefix(PREFIX).unwrap_or_default();
        pairs.insert(name.to_owned(), text.unwrap_or_default());
    }
    Ok(pairs)
}

/// Puts and removes key by key; when a put fails those before it are taken back.
fn write(batch: &Batch) -> Result<(), Error> {
    if fuse::is_blown() {
        return Err(Error::Denied);
    }
    for it in &batch.expect {
        if !it.fits(text(&it.key)?.as_deref()) {
            return Err(Error::Conflict);
        }
    }
    let storage = storage()?;
    let mut old: Vec<(String, Option<String>)> = Vec::new();
    for (key, text) in &batch.put {
        let key = format!("{PREFIX}{key}");
        let before = storage.get_item(&key).map_err(|it| error(&it))?;
        if let Err(thrown) = storage.set_item(&key, text) {
            for (key, before) in old.into_iter().rev() {
                let _ = match before {
                    Some(before) => storage.set_item(&key, &before),
                    None => storage.remove_item(&key),
                };
            }
            return Err(error(&thrown));
        }
        old.push((key, before));
    }
    for key in &batch.remove {
        storage.remove_item(&format!("{PREFIX}{key}")).map_err(|it| error(&it))?;
    }
    Ok(())
}
