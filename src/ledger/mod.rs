//! What a report counts: its figures, found in the text, aligned with what is
//! known of them, moved on from last year's, compared and listed.
//!
//! The text is the truth. A figure is found again whenever it is asked for;
//! what the author has added lies in [`crate::model::notes`].

pub mod chars;
pub mod figures;
pub mod find;
pub mod label;
mod scan;
pub mod unit;

pub use figures::{Figure, figures};
pub use find::{Exactness, Found, Kind, find};
