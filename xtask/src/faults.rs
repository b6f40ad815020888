//! `cargo xtask faults`: what becomes of the author's text when something breaks.
//!
//! The faults themselves are a program of `tests/browser`; here it is given a page
//! and a browser. `tests/browser/src/faults` says what it promises.

use std::env;

use crate::measure::{self, BROWSER};
use crate::page::{self, Tools};
use crate::program;
use crate::project::{Outcome, Project};
use crate::setup;

/// Tries the faults: `--long`, `--seed N` and the names of faults are passed on.
pub fn run(project: &Project, args: &[&str]) -> Outcome {
    setup::for_browser(project)?;
    if env::var_os("CHENGWEN_DIST").is_none_or(|it| it.is_empty()) {
        page::build_if_stale(project, Tools::Best)?;
    }
    let mut cargo = measure::cargo(project, &["run", "-q", "-p", BROWSER, "--bin", "faults"]);
    program::run(cargo.arg("--").args(args), "The lines marked BROKEN say what was promised.")
}
