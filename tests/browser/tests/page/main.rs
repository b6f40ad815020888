//! The page in a real browser, as a person and as a screen reader meet it.
//!
//! Each test has a browser of its own with an empty profile. The texts in here
//! are made up for the tests.

mod accessible;
mod autosave;
mod backup;
mod board;
mod canary;
mod disk;
mod drafts;
mod drawer;
mod elements;
mod exports;
mod files;
mod find;
mod findings;
mod folders;
mod harness;
mod import_refusals;
mod imports;
mod injection;
mod keyboard;
mod kinds;
mod ledger;
mod links;
mod main_path;
mod offline;
mod paper;
mod paper_edits;
mod paper_long;
mod paper_look;
mod print;
mod profile;
mod reorder;
mod rescue;
mod rescue_start;
mod rules;
mod storage;
mod tables;
mod tabs;
mod texts;
mod undo;
mod update;
mod versions;
mod write;
