//! Trunk, which turns the crate into a page, and how cargo installs programs.

use std::fs;

use super::announce;
use crate::program;
use crate::project::{Outcome, Project};

const VERSION: &str = "0.21.14";

pub(super) fn install(project: &Project) -> Outcome {
    // Its own dependencies move; the lock file it ships is the one it was tested with.
    let (program, usual) = ("trunk", "5 to 9 minutes");
    ensure(project, &Tool { program, package: "trunk", version: VERSION, locked: true, usual })
}

/// A program from crates.io, in one exact version.
pub(super) struct Tool<'a> {
    /// What it is called on PATH.
    pub program: &'a str,
    /// What it is called on crates.io.
    pub package: &'a str,
    pub version: &'a str,
    /// Whether to build it with the versions of its own lock file.
    pub locked: bool,
    /// How long the compilation takes.
    pub usual: &'a str,
}

pub(super) fn ensure(project: &Project, tool: &Tool<'_>) -> Outcome {
    if is_right(project, tool) {
        return Ok(());
    }
    let Tool { package, version, .. } = tool;
    if program::find(project, "cargo-binstall").is_some() {
        announce(&format!("{package} {version}, ready-made"), "half a minute");
        // It may fail, for want of a network that reaches the release files:
        // then the sources serve.
        let ran = program::command(project, "cargo")
            .args(["binstall", "--no-confirm", "--force", "--disable-strategies", "compile"])
            .arg("--root")
            .arg(project.tools())
            .arg(format!("{package}@{version}"))
            .status();
        if ran.is_ok_and(|it| it.success()) && is_right(project, tool) {
            return Ok(());
        }
    }
    announce(&format!("{package} {version}, from its sources"), tool.usual);
    // A folder of its own: the sources of tools must not fill the project's.
    let build = project.tools().join("build");
    let mut cargo = program::command(project, "cargo");
    cargo.env("CARGO_TARGET_DIR", &build);
    cargo.args(["install", "--force", package, "--version", version]);
    cargo.arg("--root").arg(project.tools());
    if tool.locked {
        cargo.arg("--locked");
    }
    program::run(
        &mut cargo,
        "It needs crates.io; run the same command again when it is reachable.",
    )?;
    fs::remove_dir_all(&build)?;
    Ok(())
}

fn is_right(project: &Project, tool: &Tool<'_>) -> bool {
    let line = program::version(project, tool.program);
    line.as_deref().and_then(program::version_number) == Some(tool.version)
}
