//! Firefox and geckodriver, which lets tests into it.

use super::system::{self, Need};
use super::trunk::{self, Tool};
use crate::program;
use crate::project::{Failure, Outcome, Project};

const DRIVER: &str = "0.37.1";

pub(super) fn install(project: &Project) -> Outcome {
    if browser(project).is_none() {
        let need = Need {
            what: "Firefox",
            usual: "1 minute",
            debian: &["firefox-esr", "fonts-noto-cjk"],
            elsewhere: "Fedora: sudo dnf install firefox google-noto-sans-cjk-fonts. \
                        macOS: brew install --cask firefox. \
                        Windows: winget install Mozilla.Firefox.ESR, and put it on PATH.",
        };
        system::install(project, &need)?;
    }
    if browser(project).is_none() {
        return Err(Failure::new("Firefox does not run, though it is there"));
    }
    // Debian has none of its own. Its lock file names what it was tested with.
    let (program, usual) = ("geckodriver", "3 minutes");
    trunk::ensure(
        project,
        &Tool { program, package: program, version: DRIVER, locked: true, usual },
    )
}

fn browser(project: &Project) -> Option<String> {
    ["firefox-esr", "firefox"].iter().find_map(|it| program::version(project, it))
}
