//! Keeps drafts on the author's own machine.
//!
//! [`texts`] is what every storage can do, [`codec`] is how a draft looks in one,
//! and [`shelf`] is the drafts as the author knows them, in two storages that fail
//! independently: [`load`] when the page opens, [`open`] for writing, [`past`] its
//! versions. [`autosave`] is when to save, [`presence`] which tab may,
//! [`journal`] what was typed when all else broke down, [`backup`] everything in
//! one file. All of it is pure but `local` and `indexed`.

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
pub mod shelf;
#[cfg(test)]
mod simulation;
#[cfg(test)]
mod tests;
pub mod texts;
#[cfg(any(feature = "web", feature = "exporter"))]
mod thrown;
pub mod versions;
