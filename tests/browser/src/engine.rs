//! The browsers that the tests run in, and what a test is told to leave out.

use std::env;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::thread;

use serde_json::{Map, Value};

use crate::driver::{Driver, Failure};
use crate::process::{Program, Start};
use crate::{chromium, firefox, old_chromium, webkit};

/// The variable that names the engine of a run.
pub const VARIABLE: &str = "CHENGWEN_ENGINE";

/// The variable that names the file in which tests that do not run are noted.
pub const NOT_RUN: &str = "CHENGWEN_NOT_RUN";

/// A browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Today's Chromium.
    Chromium,
    /// Firefox, the edition with extended support.
    Firefox,
    /// WebKitGTK: what Safari is made of, as far as Linux has it.
    Webkit,
    /// Chromium 109, the last one for Windows 7.
    OldChromium,
}

/// What a session has for itself.
#[derive(Debug)]
pub struct Room<'a> {
    /// Everything of the session.
    pub folder: &'a Path,
    /// The browser's profile.
    pub profile: PathBuf,
    /// Where the browser saves what it downloads.
    pub downloads: PathBuf,
    /// The window, in pixels.
    pub size: (u32, u32),
}

/// How a session begins.
#[derive(Debug)]
pub struct Launch {
    /// The driver program.
    pub driver: Start,
    /// What is asked of it.
    pub capabilities: Map<String, Value>,
    /// The screen that it draws on, where it needs one of its own.
    pub screen: Option<Program>,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Chromium, Self::Firefox, Self::Webkit, Self::OldChromium];

    /// The engine that the run is for: Chromium, unless the environment names another.
    #[track_caller]
    pub fn chosen() -> Self {
        let Ok(wanted) = env::var(VARIABLE) else { return Self::Chromium };
        let found = Self::ALL.into_iter().find(|it| it.key() == wanted);
        found.unwrap_or_else(|| panic!("{VARIABLE} names no engine: {wanted:?}"))
    }

    /// The name by which it is chosen.
    pub fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
            Self::OldChromium => "chromium109",
        }
    }

    /// What is done before the first page is loaded.
    pub(crate) fn begin(self, driver: &Driver, room: &Room<'_>) -> Result<(), Failure> {
        match self {
            Self::Chromium => Ok(()),
            Self::Firefox => firefox::begin(driver, room.size),
            Self::Webkit => webkit::set_screen(driver, room.size),
            Self::OldChromium => old_chromium::begin(driver, &room.downloads),
        }
    }

    pub(crate) fn launch(self, room: &Room<'_>) -> Result<Launch, String> {
        match self {
            Self::Chromium => Ok(chromium::launch(room)),
            Self::Firefox => Ok(firefox::launch(room)),
            Self::Webkit => webkit::launch(room),
            Self::OldChromium => old_chromium::launch(room),
        }
    }
}

/// Tells whether the calling test is left out in the browser of this run, and
/// says why. A test that is left out returns at once; it then counts as not run.
///
/// ```no_run
/// # use chengwen_browser::engine::{Engine, left_out};
/// if left_out(&[Engine::Webkit], "its driver cannot print") {
///     return;
/// }
/// ```
#[must_use = "the test has to return"]
#[track_caller]
pub fn left_out(engines: &[Engine], reason: &str) -> bool {
    let engine = Engine::chosen();
    let is_out = engines.contains(&engine);
    if is_out {
        note(engine.key(), reason);
    }
    is_out
}

/// As [`left_out`], for a test that makes no sense of the page in a single file.
#[must_use = "the test has to return"]
#[track_caller]
pub fn left_out_of_file(reason: &str) -> bool {
    let is_out = crate::session::single().is_some();
    if is_out {
        note("the single file", reason);
    }
    is_out
}

/// As [`left_out`], for a test of what only the single file has.
#[must_use = "the test has to return"]
#[track_caller]
pub fn left_out_of_server(reason: &str) -> bool {
    let is_out = crate::session::single().is_none();
    if is_out {
        note("the served page", reason);
    }
    is_out
}

#[track_caller]
fn note(place: &str, reason: &str) {
    let thread = thread::current();
    let test = thread.name().unwrap_or("a test");
    println!("not run in {place}: {test}: {reason}");
    // Who counts reads a file: the output of a test that ends well is not shown.
    let Some(path) = env::var_os(NOT_RUN) else { return };
    let file = OpenOptions::new().append(true).create(true).open(&path);
    let written = file.and_then(|mut it| it.write_all(format!("{test}\t{reason}\n").as_bytes()));
    written.unwrap_or_else(|it| panic!("{}: {it}", Path::new(&path).display()));
}
