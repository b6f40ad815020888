//! 成文 builds an official annual report from guided forms.
//!
//! A report is data. Pure functions turn a [`model::draft::Draft`] into an
//! [`assemble::Document`], and a document into bytes; files come back in
//! through [`import`]. The browser is a rim around that: storage below,
//! signals above. Read the modules in the order they stand here, which is also
//! the order of dependency: a module names only those above it, and
//! `tests/architecture.rs` holds that.

pub mod model;

pub mod locale;

pub mod assemble;

pub mod compare;

pub mod ledger;

pub mod check;

pub mod layout;

pub mod import;

pub mod export;

pub mod store;

pub mod scene;

pub mod route;

#[cfg(feature = "web")]
pub mod ui;

#[cfg(feature = "web")]
pub mod app;
