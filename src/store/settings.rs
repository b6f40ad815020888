//! The small things that the page remembers. They lie in the quick storage alone: losing
//! them harms nobody.

use crate::store::keys::SETTING;
use crate::store::load::RESTED;
use crate::store::shelf::{Shelf, done};
use crate::store::texts::{Batch, Store};

impl<Q, D> Shelf<Q, D>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
{
    /// A small thing the page remembers, such as the language.
    pub fn setting(&self, name: &str) -> Option<String> {
        done(self.quick.as_ref()?.get(&format!("{SETTING}{name}"))).ok().flatten()
    }

    /// Remembers a small thing.
    pub fn remember(&self, name: &str, text: &str) {
        if let Some(quick) = &self.quick {
            let _ = done(quick.commit(Batch::putting(format!("{SETTING}{name}"), text)));
        }
    }

    /// All that was written is kept: whatever happens now leaves nothing half-written.
    pub fn rest(&self) {
        self.remember(RESTED, "1");
    }

    /// Something may have been left half-written.
    pub fn wake(&self) {
        self.forget(&format!("{SETTING}{RESTED}"));
    }

    /// What lies in the quick storage alone under keys that begin so.
    pub fn recorded(&self, prefix: &str) -> Vec<(String, String)> {
        self.quick.as_ref().and_then(|it| done(it.read(prefix)).ok()).unwrap_or_default()
    }

    /// Removes one of them.
    pub fn forget(&self, key: &str) {
        if let Some(quick) = &self.quick {
            let _ = done(quick.commit(Batch::removing([key.to_owned()])));
        }
    }
}
