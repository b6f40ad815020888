//! Keeps drafts on the author's own machine.
//!
//! [`texts`] is what every storage can do, [`keys`] and [`mod@line`] how small things
//! are named and written, [`codec`] how a draft looks. [`shelf`] is the drafts as the
//! author knows them, in two storages that fail independently: [`load`] when the page
//! opens, [`mend`] when one has lost something, [`open`] for writing, [`past`] for its
//! [`versions`]. [`autosave`] is when to save, [`presence`] which tab may, [`journal`]
//! what was typed when all else broke down; [`backup`], [`merge`] and [`restore`] are
//! everything in one file, and [`errand`] is what the worker does of all this. It is
//! pure but for `local` and `indexed` and what they lean on.

mod author_files;
pub mod autosave;
pub mod backup;
pub mod card;
pub mod codec;
pub mod errand;
#[cfg(any(feature = "web", feature = "exporter"))]
mod fuse;
#[cfg(any(feature = "web", feature = "exporter"))]
pub mod indexed;
pub mod journal;
pub mod keys;
pub mod line;
pub mod load;
#[cfg(feature = "web")]
pub mod local;
pub mod mend;
pub mod merge;
pub mod open;
pub mod past;
pub mod presence;
pub mod restore;
mod settings;
pub mod shelf;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
pub mod texts;
#[cfg(any(feature = "web", feature = "exporter"))]
mod thrown;
pub mod versions;
