//! The little that every storage can do: texts under keys.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Why the storage did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no room left.
    #[error("the storage is full")]
    Full,
    /// There is no storage: private mode, a policy, or site data blocked.
    #[error("the storage is not available")]
    Denied,
    /// Anything else, in the browser's words.
    #[error("the storage failed: {0}")]
    Failed(String),
}

/// A storage of texts under keys. A failed `set` leaves the old value.
pub trait Vault: Send + Sync {
    /// The text under a key.
    fn get(&self, key: &str) -> Result<Option<String>, Error>;
    /// Puts a text under a key.
    fn set(&self, key: &str, text: &str) -> Result<(), Error>;
    /// Removes a key; a key that is not there is no error.
    fn remove(&self, key: &str) -> Result<(), Error>;
    /// All keys, in order.
    fn keys(&self) -> Result<Vec<String>, Error>;
    /// Whether what is put in outlives the page.
    fn lasts(&self) -> bool;
}

/// A vault in memory, for tests and for browsers without a storage.
#[derive(Debug, Default)]
pub struct Memory {
    texts: Mutex<BTreeMap<String, String>>,
    room: Option<usize>,
}

impl Memory {
    /// A vault that holds at most `room` bytes of texts.
    pub fn with_room(room: usize) -> Self {
        Self { texts: Mutex::default(), room: Some(room) }
    }

    fn texts(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        // A panic elsewhere leaves whole texts behind, never half ones.
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Vault for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, Error> {
        Ok(self.texts().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Error> {
        let mut texts = self.texts();
        let others: usize =
            texts.iter().filter(|(it, _)| *it != key).map(|(_, text)| text.len()).sum();
        if self.room.is_some_and(|room| room < others + text.len()) {
            return Err(Error::Full);
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Error> {
        self.texts().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, Error> {
        Ok(self.texts().keys().cloned().collect())
    }

    fn lasts(&self) -> bool {
        false
    }
}
