//! Builds the page with Trunk, and knows whether that is needed.

use std::fs;
use std::path::PathBuf;

use crate::fingerprint;
use crate::offline;
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::setup;

/// What the page is made of.
const SOURCES: [&str; 17] = [
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "build.rs",
    "index.html",
    "locales",
    "public",
    "src",
    "style",
    "templates",
    "xtask/Cargo.toml",
    "xtask/npm/minify.mjs",
    "xtask/src/markup.rs",
    "xtask/src/offline.rs",
    "xtask/src/policy.rs",
    "xtask/src/rescue.rs",
    ".cargo/config.toml",
];

/// What makes the compiler write a small page: the standard library compiled with
/// it, for size, and no code that puts a panic into words. A panic stops the
/// program at once either way, and `public/rescue.js` hears of it. Stable Rust has
/// these as flags of its own cargo only.
const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"),
];

/// Whether the page may do without the tool that makes it small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tools {
    /// Without wasm-opt there is no page.
    Best,
    /// Without wasm-opt the page is larger, and works.
    AsFound,
}

/// Builds the page, unless `dist/` holds what these sources give.
pub fn build_if_stale(project: &Project, tools: Tools) -> Outcome {
    let stamp = fs::read_to_string(stamp_file(project)).unwrap_or_default();
    if is_fresh(&stamp, &sources(project)?, built(project).as_deref(), tools) {
        return Ok(());
    }
    build(project, tools)
}

/// Builds the page for release into `dist/`.
pub fn build(project: &Project, tools: Tools) -> Outcome {
    setup::for_page(project)?;
    let small = match setup::for_small_page(project) {
        Err(failure) if tools == Tools::AsFound => {
            println!("{failure}\nThe page is built without wasm-opt: it works, and is larger.");
            false
        }
        outcome => outcome.map(|()| true)?,
    };
    // Taken before the build: what is edited meanwhile makes the page stale.
    let sources = sources(project)?;
    println!("Building the page (usually 20 seconds; 3 minutes the first time)");
    trunk(project, small)?;
    let built = built(project).ok_or_else(|| Failure::new("Trunk wrote no dist/sw.js"))?;
    fs::write(stamp_file(project), stamp(&sources, &built, small))?;
    Ok(())
}

fn trunk(project: &Project, small: bool) -> Outcome {
    // Trunk runs cargo without the network, so what it needs is fetched here. That
    // may fail and yet be enough: it asks for the crates of all systems.
    let mut fetch = program::command(project, "cargo");
    if small {
        fetch.envs(SMALL);
    }
    if let Err(failure) = program::run(fetch.args(["fetch", "--quiet"]), "") {
        println!("{failure}The build goes on with the crates that are here.");
    }

    let mut trunk = program::command(project, "trunk");
    trunk.args(["--quiet", "--offline=true", "--skip-version-check", "build"]);
    // wasm-opt is run in release mode only; the profile alone makes the same code.
    if small {
        trunk.envs(SMALL);
    }
    trunk.args(if small { ["--release"].as_slice() } else { &["--cargo-profile", "release"] });
    // Trunk reads the variable as a word, and stops at the `1` that others set.
    if std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty()) {
        trunk.env("NO_COLOR", "true");
    } else {
        trunk.env_remove("NO_COLOR");
    }
    program::run(&mut trunk, "The lines above say why.")
}

fn sources(project: &Project) -> Outcome<String> {
    Ok(fingerprint::of(project.root(), &SOURCES)?)
}

/// The version that the built page carries; it covers all of its files.
fn built(project: &Project) -> Option<String> {
    let worker = fs::read_to_string(project.dist().join(offline::WORKER)).ok()?;
    offline::version_in(&worker).map(str::to_owned)
}

fn stamp_file(project: &Project) -> PathBuf {
    project.target().join("page.stamp")
}

fn stamp(sources: &str, built: &str, small: bool) -> String {
    let size = if small { "small" } else { "large" };
    format!("{sources} {built} {size}")
}

fn is_fresh(found: &str, sources: &str, built: Option<&str>, tools: Tools) -> bool {
    let Some(built) = built else { return false };
    found == stamp(sources, built, true)
        || (tools == Tools::AsFound && found == stamp(sources, built, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sources: &str, built: Option<&str>, tools: Tools, expected: bool) {
        assert_eq!(is_fresh("src dist small", sources, built, tools), expected);
    }

    #[test]
    fn a_page_is_fresh_while_sources_and_dist_are_those_of_the_build() {
        check("src", Some("dist"), Tools::Best, true);
        check("src", Some("dist"), Tools::AsFound, true);
        check("new", Some("dist"), Tools::Best, false);
        check("src", Some("other"), Tools::Best, false);
        check("src", None, Tools::Best, false);
    }

    #[test]
    fn a_large_page_serves_but_is_not_measured() {
        let large = stamp("src", "dist", false);
        assert!(is_fresh(&large, "src", Some("dist"), Tools::AsFound));
        assert!(!is_fresh(&large, "src", Some("dist"), Tools::Best));
        assert!(!is_fresh("", "src", Some("dist"), Tools::AsFound));
    }
}
