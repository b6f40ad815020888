//! Rust itself: the browser's target, formatter and linter.

use std::path::Path;

use super::announce;
use crate::program;
use crate::project::{Outcome, Project};

const TARGET: &str = "wasm32-unknown-unknown";

pub(super) fn wasm_target(project: &Project) -> Outcome {
    // The folder tells without rustup too, where a distribution packages Rust.
    let mut rustc = program::command(project, "rustc");
    let advice = "Install Rust with rustup, from rustup.rs.";
    let libdir =
        program::read(rustc.args(["--print", "target-libdir", "--target", TARGET]), advice)?;
    if Path::new(libdir.trim()).is_dir() {
        return Ok(());
    }
    announce("Rust for the browser", "half a minute");
    rustup(project, &["target", "add", TARGET])
}

/// The sources of the standard library, of which the page takes what it needs,
/// made small.
pub(super) fn sources(project: &Project) -> Outcome {
    let mut rustc = program::command(project, "rustc");
    let advice = "Install Rust with rustup, from rustup.rs.";
    let sysroot = program::read(rustc.args(["--print", "sysroot"]), advice)?;
    if Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library").is_dir() {
        return Ok(());
    }
    announce("the sources of Rust's library", "half a minute");
    rustup(project, &["component", "add", "rust-src"])
}

pub(super) fn components(project: &Project) -> Outcome {
    for (program, component) in [("cargo-fmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        // rustup leaves its own stand-ins on PATH, so finding a file is not enough.
        if program::version(project, program).is_none() {
            announce(component, "half a minute");
            rustup(project, &["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(project: &Project, args: &[&str]) -> Outcome {
    let advice = "It needs rustup and the network; without rustup, add the part by hand.";
    program::run(program::command(project, "rustup").args(args), advice)
}
