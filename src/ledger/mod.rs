//! What a report counts: its figures, found in the text, aligned with what is
//! known of them, moved on from last year's, compared and listed.
//!
//! The text is the truth. A figure is found again whenever it is asked for;
//! what the author has added lies in [`crate::model::notes`].

pub mod align;
pub mod board;
pub mod change;
pub mod chars;
pub mod figures;
pub mod find;
pub mod growth;
pub mod label;
pub mod period;
pub mod proposal;
mod relative;
pub mod rollover;
mod scan;
pub mod sheet;
#[cfg(test)]
mod testing;
pub mod unit;

pub use figures::{Figure, figures};
pub use find::{Exactness, Found, Kind, find};
