//! `cargo xtask serve`: from a fresh checkout to the page in the browser.

use std::env;
use std::io;
use std::process::{Command, Stdio};
use std::thread;

use crate::page::{self, Tools};
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::server::Server;

/// How many ports to try when others hold the first ones.
const TRIES: u16 = 20;

/// How the page is served.
#[derive(Debug, Clone)]
pub struct Options {
    /// The first port to try.
    pub port: u16,
    /// Whether to open a browser.
    pub open: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, open: true }
    }
}

/// Serves the page until the program is ended.
pub fn run(project: &Project, options: &Options) -> Outcome {
    page::build_if_stale(project, Tools::AsFound)?;
    let server = start(project, options.port)?;
    println!("成文 is at {} (Ctrl+C ends it)", server.url());
    if options.open && has_screen() {
        open(project, &server.url());
    }
    loop {
        thread::park();
    }
}

fn start(project: &Project, first: u16) -> Outcome<Server> {
    let last = first.saturating_add(TRIES);
    for port in first..=last {
        match Server::start(&project.dist(), Some(port)) {
            Err(error) if is_taken(&error) => {}
            outcome => return Ok(outcome?),
        }
    }
    Err(Failure::new(format!("the ports {first} to {last} are taken; name another with --port")))
}

fn is_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied)
}

/// Whether a browser would be seen by whoever called.
fn has_screen() -> bool {
    let set = |name| env::var_os(name).is_some_and(|it| !it.is_empty());
    if set("CI") || set("SSH_CONNECTION") {
        return false;
    }
    // Windows and macOS always have one.
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn open(project: &Project, url: &str) {
    let mut opener: Command;
    if cfg!(windows) {
        opener = program::command(project, "cmd");
        opener.args(["/C", "start", ""]);
    } else if cfg!(target_os = "macos") {
        opener = program::command(project, "open");
    } else {
        opener = program::command(project, "xdg-open");
    }
    // The address is printed; whether a browser follows is a convenience.
    let _ = opener.arg(url).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
