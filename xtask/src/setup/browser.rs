//! Chromium and the driver that the browser tests speak to.

use std::path::PathBuf;

use super::system::{self, Need};
use crate::program;
use crate::project::{Failure, Outcome, Project};

const BROWSERS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

pub(super) fn install(project: &Project) -> Outcome {
    if browser(project).is_none() || driver(project).is_none() {
        let need = Need {
            what: "Chromium with its driver",
            usual: "2 minutes",
            debian: &["chromium", "chromium-driver", "fonts-noto-cjk"],
            elsewhere: "Fedora: sudo dnf install chromium chromedriver google-noto-sans-cjk-fonts. \
                        macOS: brew install --cask google-chrome chromedriver. \
                        Windows: install Chrome and the chromedriver of its version, both on PATH.",
        };
        system::install(project, &need)?;
    }
    let (Some(browser), Some(driver)) = (browser(project), driver(project)) else {
        return Err(Failure::new("Chromium or chromedriver does not run, though it is there"));
    };
    // A driver of another major version refuses the session much later, and
    // with a message about something else.
    if major(&browser) != major(&driver) {
        return Err(Failure::new(format!(
            "browser and driver differ: {browser:?} and {driver:?}. Install them in one version."
        )));
    }
    Ok(())
}

/// The accessibility judge that the browser tests load into the page.
pub fn axe(project: &Project) -> PathBuf {
    project.npm_file("axe-core/axe.min.js")
}

/// The program of the browser, for whoever starts it by another one.
pub fn chromium(project: &Project) -> Option<PathBuf> {
    BROWSERS.iter().find_map(|it| program::find(project, it))
}

fn browser(project: &Project) -> Option<String> {
    BROWSERS.iter().find_map(|it| program::version(project, it))
}

fn driver(project: &Project) -> Option<String> {
    program::version(project, "chromedriver")
}

fn major(line: &str) -> Option<&str> {
    program::version_number(line)?.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn compares_browser_and_driver_by_major_version() {
        assert_eq!(major("Chromium 156.0.8078.79 built on Debian"), Some("156"));
        assert_eq!(
            major("ChromeDriver 156.0.8078.70 (a21ce95c-refs/heads/8078@{#1704})"),
            Some("156")
        );
        assert_eq!(major("Chromium"), None);
    }
}
