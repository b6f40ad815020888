//! Judges a layout by what other programs make of the same draft: LibreOffice
//! of the Word file, Chromium of the html file.
//!
//! `sheets` is what they all come to, `story` finds the text again on them,
//! `grid` counts lines and characters, `pages` and `positions` measure, `judges`
//! runs the programs, `verdict` says what is wanted, `strain` makes drafts that
//! are hard.

pub mod sheets;

pub mod story;

pub mod grid;

pub mod pages;

pub mod positions;

pub mod judges;

pub mod verdict;

pub mod strain;
