//! What comes from npm, pinned in `xtask/npm`: wasm-opt, esbuild, the docx judge, the
//! accessibility judge, a rival for the benchmark, and the cipher of the single file.

use std::fs;
use std::path::PathBuf;

use super::announce;
use super::system::{self, Need};
use crate::fingerprint;
use crate::program;
use crate::project::{Failure, Outcome, Project};

/// What `wasm-opt --version` says of the pinned package; Trunk.toml names it too.
const WASM_OPT: &str = "wasm-opt version 132";

pub(super) fn wasm_opt(project: &Project) -> Outcome {
    if wasm_opt_is_right(project) {
        return Ok(());
    }
    packages(project)?;
    if wasm_opt_is_right(project) {
        return Ok(());
    }
    Err(Failure::new("wasm-opt was installed but does not run; Node 18 or newer is needed"))
}

/// The package `docx` as one script: what the page is measured against.
pub fn peer(project: &Project) -> PathBuf {
    project.npm_file("docx/dist/index.iife.js")
}

fn wasm_opt_is_right(project: &Project) -> bool {
    // The space keeps 1320 from passing for 132.
    let line = program::version(project, "wasm-opt").unwrap_or_default() + " ";
    line.starts_with(&format!("{WASM_OPT} "))
}

/// Installs the pinned packages, when the pins are not those of the last time.
pub(super) fn packages(project: &Project) -> Outcome {
    let pins = project.root().join("xtask").join("npm");
    let wanted = fingerprint::of(&pins, &["package.json", "package-lock.json"])?;
    let stamp = project.npm().join("installed");
    if fs::read_to_string(&stamp).is_ok_and(|it| it == wanted) {
        return Ok(());
    }
    node(project)?;
    announce("wasm-opt, two judges, a rival and a cipher, from npm", "10 seconds");
    fs::create_dir_all(project.npm())?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(pins.join(file), project.npm().join(file))?;
    }
    // `npm ci` would refuse a lock file that was written on another system: it
    // lists the programs of that system only.
    let mut npm = program::command(project, "npm");
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error"]);
    program::run(
        npm.current_dir(project.npm()),
        "It needs the npm registry; run the same command again when it is reachable.",
    )?;
    fs::write(stamp, wanted)?;
    Ok(())
}

pub(super) fn node(project: &Project) -> Outcome {
    if ["node", "npm"].iter().all(|it| program::version(project, it).is_some()) {
        return Ok(());
    }
    let need = Need {
        what: "Node with npm",
        usual: "1 minute",
        debian: &["nodejs", "npm"],
        elsewhere: "Fedora: sudo dnf install nodejs npm. macOS: brew install node. \
                    Windows: winget install OpenJS.NodeJS.LTS.",
    };
    system::install(project, &need)
}
