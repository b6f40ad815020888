//! Installs, builds, serves, tests and measures Chengwen.
//!
//! `cargo xtask` is the front door (`main.rs`); the browser tests use
//! [`server`] as a library. Blank lines keep the modules in reading order.

pub mod project;

pub mod program;

pub mod setup;

pub mod fingerprint;

pub mod page;

pub mod offline;
pub mod policy;

pub mod server;

pub mod serve;

pub mod sizes;

pub mod measure;

pub mod layout;

pub mod verify;
