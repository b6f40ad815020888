//! Drives the page in a real browser, as a person would: by the roles and names
//! of what is on the screen, never by the classes of its elements.
//!
//! A failure is a panic that says what was looked for and what there was. Blank
//! lines keep the modules in reading order: the browsers, the page, what judges
//! it, the writing of a whole report, a rival, the next year of a report, the
//! layout of files, and what breaks.

pub mod clock;

pub mod process;

pub mod engine;

pub mod chromium;
pub mod firefox;
pub mod old_chromium;
pub mod webkit;

pub mod driver;

pub mod source;

pub mod session;

pub mod beyond;

pub mod find;

pub mod keys;
pub mod pointer;

pub mod words;

pub mod page;

pub mod judge;

pub mod docx;

pub mod plan;

pub mod author;

pub mod peer;

pub mod rollover;

pub mod layout;

pub mod served;

pub mod faults;

pub use page::Page;
pub use session::Session;
