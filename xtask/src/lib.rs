//! Installs, builds, serves, tests and measures Chengwen.
//!
//! `cargo xtask` is the front door (`main.rs`); the browser tests use
//! [`server`] as a library. Blank lines keep the modules in reading order.

pub mod project;

pub mod program;

pub mod setup;

pub mod fingerprint;

pub mod markup;
pub mod policy;

pub mod page;

pub mod offline;
pub mod rescue;

pub mod single;

pub mod server;

pub mod serve;

pub mod sizes;

pub mod reach;

pub mod deny;
pub mod fuzz;

pub mod measure;

pub mod isolated;

pub mod browsers;

pub mod faults;

pub mod judged;

pub mod layout;

pub mod corpus;

pub mod verify;
