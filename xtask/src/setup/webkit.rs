//! WebKitGTK with its driver, and a screen for it that nobody sees.

use super::system::{self, Need};
use crate::program;
use crate::project::{Failure, Outcome, Project};

const PROGRAMS: [&str; 2] = ["WebKitWebDriver", "Xvfb"];

pub(super) fn install(project: &Project) -> Outcome {
    if missing(project).is_some() {
        let need = Need {
            what: "WebKitGTK with its driver",
            usual: "2 minutes",
            debian: &["webkit2gtk-driver", "xvfb", "fonts-noto-cjk"],
            elsewhere: "Fedora: sudo dnf install webkitgtk6.0 webkit2gtk-driver \
                        xorg-x11-server-Xvfb. macOS and Windows have no WebKitGTK.",
        };
        system::install(project, &need)?;
    }
    match missing(project) {
        None => Ok(()),
        Some(name) => Err(Failure::new(format!("{name} is still not there"))),
    }
}

fn missing(project: &Project) -> Option<&'static str> {
    PROGRAMS.into_iter().find(|it| program::find(project, it).is_none())
}
