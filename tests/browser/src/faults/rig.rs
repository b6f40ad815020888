//! A browser that can be killed and started again upon the same profile.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use xtask::server::Server;

use crate::chromium;
use crate::clock::{self, PATIENCE};
use crate::driver::{Driver, Failure};
use crate::engine::{Engine, Room};
use crate::process::Program;
use crate::session;

/// A profile, and the server whose page it knows. Dropping it removes the profile.
#[derive(Debug)]
pub(super) struct Rig {
    folder: PathBuf,
    profile: PathBuf,
    server: Server,
    preferences: Vec<(&'static str, Value)>,
    n_starts: Cell<u32>,
}

/// A running browser. Dropping it ends it as hard as [`Browser::kill`].
#[derive(Debug)]
pub(super) struct Browser {
    driver: Driver,
    program: Option<Program>,
    origin: String,
    mark: String,
    downloads: PathBuf,
}

impl Rig {
    /// A fresh profile for the built page.
    pub(super) fn new() -> Self {
        Self::serving(&session::dist())
    }

    /// A fresh profile for the page in this folder.
    pub(super) fn serving(dist: &Path) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let n = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder =
            std::env::temp_dir().join(format!("chengwen-faults-{}-{n}", std::process::id()));
        let index = dist.join("index.html");
        assert!(index.is_file(), "no page in {}; build it first", dist.display());
        let server = Server::start(dist, None).unwrap_or_else(|it| panic!("no server: {it}"));
        let profile = folder.join("profile");
        for dir in [&profile, &folder.join("downloads")] {
            fs::create_dir_all(dir).unwrap_or_else(|it| panic!("{}: {it}", dir.display()));
        }
        Self { folder, profile, server, preferences: Vec::new(), n_starts: Cell::new(0) }
    }

    /// Has the profile lie somewhere else.
    pub(super) fn on(mut self, profile: PathBuf) -> Self {
        fs::create_dir_all(&profile).unwrap_or_else(|it| panic!("{}: {it}", profile.display()));
        self.profile = profile;
        self
    }

    /// Sets a preference of the browser for its next starts.
    pub(super) fn prefer(&mut self, name: &'static str, value: Value) {
        self.preferences.push((name, value));
    }

    /// Where the browser keeps everything.
    pub(super) fn profile(&self) -> &Path {
        &self.profile
    }

    /// Starts the browser.
    pub(super) fn start(&self) -> Browser {
        // A browser that was killed a moment ago may still hold its profile.
        let started = clock::wait(PATIENCE * 2, || self.try_start().ok());
        started.unwrap_or_else(|| match self.try_start() {
            Ok(browser) => browser,
            Err(why) => panic!("the browser does not start: {why}"),
        })
    }

    fn try_start(&self) -> Result<Browser, String> {
        let n = self.n_starts.replace(self.n_starts.get() + 1);
        let downloads = self.folder.join("downloads");
        let room = Room {
            folder: &self.folder,
            profile: self.profile.clone(),
            downloads: downloads.clone(),
            size: session::DESK,
        };
        let mut launch = chromium::launch(&room);
        if let Some(options) = launch.capabilities.get_mut("goog:chromeOptions") {
            for (name, value) in &self.preferences {
                options["prefs"][name] = value.clone();
            }
        }
        let mark = format!("user-data-dir={}", self.profile.display());
        let log = self.folder.join(format!("driver-{n}.log"));
        let program = Program::start(&launch.driver, &log, mark.clone())?;
        let driver = Driver::connect(program.number(), launch.capabilities, Engine::Chromium)?;
        let origin = self.server.url();
        Ok(Browser { driver, program: Some(program), origin, mark, downloads })
    }
}

impl Drop for Rig {
    fn drop(&mut self) {
        let gone = || fs::remove_dir_all(&self.folder).ok();
        clock::wait(PATIENCE / 5, gone);
    }
}

impl Browser {
    /// WebDriver.
    pub(super) fn driver(&self) -> &Driver {
        &self.driver
    }

    /// Where files are downloaded to.
    pub(super) fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// Kills every process of the browser at once, as a power cut or a task manager
    /// does; gives the moment.
    pub(super) fn kill(mut self) -> Instant {
        let pids = processes(&self.mark);
        assert!(!pids.is_empty(), "no browser to kill");
        // The driver's own process goes with the guard around it, below.
        kill(&pids);
        let moment = clock::now();
        self.program = None;
        let gone = || processes(&self.mark).is_empty().then_some(());
        assert!(clock::wait(PATIENCE, gone).is_some(), "the browser lives on");
        moment
    }

    /// Kills the browser unless what this gives is dropped in time: no command comes
    /// back from a page that is stuck.
    pub(super) fn at_most(&self, patience: Duration) -> mpsc::Sender<()> {
        let (done, wait) = mpsc::channel();
        let mark = self.mark.clone();
        thread::spawn(move || {
            if wait.recv_timeout(patience) == Err(mpsc::RecvTimeoutError::Timeout) {
                // The driver goes first: it would wait for its browser for ever.
                let browsers = processes(&mark);
                let mut all: Vec<_> = browsers.iter().filter_map(|it| driver_of(it)).collect();
                all.extend(browsers);
                kill(&all);
            }
        });
        done
    }

    /// Closes the browser as a person does, so that it writes what it has.
    pub(super) fn close(mut self) {
        self.driver.close();
        let gone = || processes(&self.mark).is_empty().then_some(());
        clock::wait(PATIENCE, gone);
        self.program = None;
    }

    /// Runs a script in the page.
    #[track_caller]
    pub(super) fn script(&self, script: &str, args: &[Value]) -> Value {
        self.try_script(script, args).unwrap_or_else(|it| panic!("{it} in: {}", first(script)))
    }

    /// As [`Self::script`], where the page may be gone.
    pub(super) fn try_script(&self, script: &str, args: &[Value]) -> Result<Value, Failure> {
        self.driver.script(script, args)
    }

    /// Runs a script that calls its last argument when it is done.
    #[track_caller]
    pub(super) fn script_async(&self, script: &str, args: &[Value]) -> Value {
        let answer = self.driver.script_async(script, args);
        answer.unwrap_or_else(|it| panic!("{it} in: {}", first(script)))
    }

    /// Calls the browser's debugging protocol.
    #[track_caller]
    pub(super) fn cdp(&self, method: &str, params: Value) -> Value {
        let answer = chromium::cdp(&self.driver, method, params);
        answer.unwrap_or_else(|it| panic!("{method}: {it}"))
    }

    /// Has every new document run this first.
    #[track_caller]
    pub(super) fn precede(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// Loads an address below the page's.
    #[track_caller]
    pub(super) fn load(&self, path: &str) {
        self.try_load(path).unwrap_or_else(|it| panic!("{path}: {it}"));
    }

    /// As [`Self::load`], where the page may be stuck.
    pub(super) fn try_load(&self, path: &str) -> Result<(), Failure> {
        let url = format!("{}{path}", self.origin);
        // Otherwise another fragment of the same page would load nothing.
        for url in ["about:blank", &url] {
            self.driver.post("url", json!({ "url": url }))?;
        }
        Ok(())
    }

    /// Waits until a script says true; whether it did.
    pub(super) fn until(&self, script: &str, patience: Duration) -> bool {
        let answer = || (self.try_script(script, &[]).ok()? == json!(true)).then_some(());
        clock::wait(patience, answer).is_some()
    }

    /// Opens another tab and goes there; gives the handle of the tab before.
    #[track_caller]
    pub(super) fn new_tab(&self) -> Value {
        let before = self.driver.get("window").unwrap_or_default();
        let tab = self.driver.post("window/new", json!({ "type": "tab" }));
        let tab = tab.unwrap_or_else(|it| panic!("no tab: {it}"));
        self.go_to(&tab["handle"]);
        before
    }

    /// Goes to a tab.
    #[track_caller]
    pub(super) fn go_to(&self, tab: &Value) {
        let gone = self.driver.post("window", json!({ "handle": tab }));
        gone.unwrap_or_else(|it| panic!("no tab {tab}: {it}"));
    }

    /// The tab that commands go to.
    pub(super) fn tab(&self) -> Value {
        self.driver.get("window").unwrap_or_default()
    }
}

fn kill(pids: &[String]) {
    let mut command = Command::new("kill");
    let killed = command.args(["-s", "KILL", "--"]).args(pids).stderr(Stdio::null()).status();
    assert!(killed.is_ok(), "there is no kill");
}

/// The driver program that has started a process, if one has.
fn driver_of(pid: &str) -> Option<String> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name, in brackets, may hold anything; the state and the parent follow.
    let (_, rest) = stat.rsplit_once(')')?;
    let parent = rest.split_whitespace().nth(1)?;
    let line = fs::read(format!("/proc/{parent}/cmdline")).ok()?;
    String::from_utf8_lossy(&line).contains("chromedriver").then(|| parent.to_owned())
}

/// Waits a moment.
pub(super) fn pause(milliseconds: u64) {
    thread::sleep(Duration::from_millis(milliseconds));
}

fn first(script: &str) -> String {
    script.chars().take(120).collect()
}

/// The processes that have this word in their command line.
fn processes(mark: &str) -> Vec<String> {
    let Ok(all) = fs::read_dir("/proc") else { return Vec::new() };
    let names = all.filter_map(|it| it.ok()?.file_name().into_string().ok());
    let is_number = |it: &String| it.bytes().all(|it| it.is_ascii_digit());
    let has_mark = |pid: &String| {
        let line = fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&line).contains(mark)
    };
    names.filter(is_number).filter(has_mark).collect()
}
