//! What a report is made of, and every way in which it may change.

pub mod act;
pub mod checksum;
pub mod clean;
pub mod decimal;
pub mod draft;
pub mod edit;
pub mod element;
pub mod find;
pub mod history;
pub mod kind;
pub mod length;
pub mod missing;
pub mod notes;
pub mod numeral;
pub mod pattern;
pub mod profile;
pub mod quantity;
pub mod table;
