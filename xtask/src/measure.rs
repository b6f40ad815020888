//! Runs of the built page in a browser: tests, acceptance, benchmark.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::page::{self, Tools};
use crate::program;
use crate::project::{Outcome, Project};
use crate::setup;
use crate::sizes;

/// The package that drives the page.
pub const BROWSER: &str = "chengwen-browser";

/// Runs report files through the page: written anew through its forms, or imported as
/// last year's and carried over into the next year.
pub fn accept(project: &Project, files: &[&str], is_rollover: bool) -> Outcome {
    prepare(project)?;
    // The caller's folder is not where the program runs.
    let here = env::current_dir()?;
    let files: Vec<PathBuf> = files.iter().map(|it| here.join(it)).collect();
    let mut cargo = cargo(project, &["run", "-q", "-p", BROWSER, "--bin", "accept"]);
    cargo.arg("--").args(is_rollover.then_some("--rollover")).args(files);
    program::run(&mut cargo, "The lines above say which step.")
}

/// Prints the sizes of the page, then its speed.
pub fn bench(project: &Project, args: &[&str]) -> Outcome {
    prepare(project)?;
    sizes::check(project)?;
    let mut cargo = cargo(project, &["run", "-q", "-p", BROWSER, "--bin", "bench"]);
    program::run(cargo.arg("--").args(args), "The lines above say which measure.")?;
    native(project)
}

/// The core alone, natively, compiled for size as the page is: the layout of
/// 80,000 characters; import and checks of 1 MB, and of real texts where there are any.
fn native(project: &Project) -> Outcome {
    let shared = project.root().join("../shared");
    for example in ["layout_bench", "core_bench"] {
        let args = ["run", "-q", "--release", "-p", "chengwen", "--example", example, "--"];
        let mut cargo = program::command(project, "cargo");
        program::run(cargo.args(args).arg(&shared), "The lines above say why.")?;
    }
    Ok(())
}

/// A cargo command whose program finds the page, the accessibility judge and the
/// rival of the benchmark.
pub fn cargo(project: &Project, args: &[&str]) -> Command {
    let mut cargo = program::command(project, "cargo");
    surroundings(project, &mut cargo);
    cargo.args(args);
    cargo
}

/// Tells a program where these are, unless the caller has named another page.
pub(crate) fn surroundings(project: &Project, command: &mut Command) {
    if env::var_os("CHENGWEN_DIST").is_none() {
        command.env("CHENGWEN_DIST", project.dist());
    }
    command.env("CHENGWEN_AXE", setup::axe(project)).env("CHENGWEN_DOCX", setup::peer(project));
}

fn prepare(project: &Project) -> Outcome {
    setup::for_browser(project)?;
    match env::var_os("CHENGWEN_DIST") {
        // The caller has named another page.
        Some(_) => Ok(()),
        None => page::build_if_stale(project, Tools::Best),
    }
}
