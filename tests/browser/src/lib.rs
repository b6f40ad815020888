//! Drives the page in a real browser, as a person would: by the roles and names
//! of what is on the screen, never by the classes of its elements.
//!
//! A failure is a panic that says what was looked for and what there was. Blank
//! lines keep the modules in reading order: the browser, the page, what judges
//! it, the writing of a whole report, a rival, and the layout of files.

pub mod clock;

pub mod driver;

pub mod process;

pub mod chromium;

pub mod session;

pub mod find;

pub mod keys;

pub mod words;

pub mod page;

pub mod judge;

pub mod docx;

pub mod plan;

pub mod author;

pub mod peer;

pub mod layout;

pub use page::Page;
pub use session::Session;
