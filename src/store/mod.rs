//! Keeps drafts on the author's own machine.
//!
//! [`vault`] is the little that a browser's storage can do, [`codec`] is how a
//! draft looks in it, [`shelf`] is the drafts as the author knows them, and
//! [`autosave`] is when to save. All of it is pure but `browser`.

pub mod autosave;
#[cfg(feature = "web")]
pub mod browser;
pub mod codec;
pub mod shelf;
pub mod vault;
