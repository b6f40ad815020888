//! `cargo xtask browsers`: the browser tests in every engine, and a table of what
//! came out.
//!
//! A test that an engine cannot run says so itself (`tests/browser/src/engine.rs`)
//! and is counted apart: it has neither passed nor failed.

mod tally;

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::measure::{self, BROWSER};
use crate::page::{self, Tools};
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::setup;
use crate::single;

use tally::Tally;

/// A browser.
struct Engine {
    key: &'static str,
    install: fn(&Project) -> Outcome,
    /// Whether the main path is all that is asked of it.
    old: bool,
}

const ENGINES: [Engine; 4] = [
    Engine { key: "chromium", install: setup::for_browser, old: false },
    Engine { key: "firefox", install: setup::for_firefox, old: false },
    Engine { key: "webkit", install: setup::for_webkit, old: false },
    Engine { key: "chromium109", install: setup::for_old_chromium, old: true },
];

/// The tests that any browser must pass.
const MAIN: &str = "main_path::";

/// What is run.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// The names of engines; all when there are none.
    pub engines: Vec<&'a str>,
    /// Whether the page comes from the disk, as the single file, and there is no
    /// network, instead of from a server on this machine.
    pub single: bool,
    /// Whether the main path will do.
    pub main: bool,
}

/// Runs the tests as the arguments say: `--single`, `--main`, and names of engines.
pub fn run(project: &Project, args: &[&str]) -> Outcome {
    let mut wanted = Wanted::default();
    for arg in args {
        match *arg {
            "--single" => wanted.single = true,
            "--main" => wanted.main = true,
            name if ENGINES.iter().any(|it| it.key == name) => wanted.engines.push(name),
            other => {
                let known = ENGINES.map(|it| it.key).join(", ");
                let known = format!("{other:?} is none of --single, --main, {known}");
                return Err(Failure::new(known));
            }
        }
    }
    run_in(project, &wanted)
}

/// Runs the tests and prints the table.
pub fn run_in(project: &Project, wanted: &Wanted<'_>) -> Outcome {
    let file = prepare(project, wanted.single)?;
    let alone = can_be_alone(project);
    match (alone, wanted.single) {
        (true, _) => println!("The network is off: the browsers see this machine alone."),
        (false, false) => println!("The network stays on: `unshare --net` does not work here."),
        (false, true) => {
            return Err(Failure::new(
                "the network cannot be turned off: `unshare --net` works as root on Linux",
            ));
        }
    }
    let mut tallies = Vec::new();
    let is_wanted = |it: &&Engine| wanted.engines.is_empty() || wanted.engines.contains(&it.key);
    for engine in ENGINES.iter().filter(is_wanted) {
        println!("\n== {}", engine.key);
        let tally = match (engine.install)(project) {
            Ok(()) => tests(project, engine, file.as_deref(), wanted.main, alone)?,
            Err(failure) => Tally::impossible(failure.to_string()),
        };
        tallies.push((engine.key, tally));
    }
    println!("\n{}", tally::table(&tallies));
    if tallies.iter().all(|(_, it)| it.is_fine()) {
        return Ok(());
    }
    Err(Failure::new("not every browser passes; the lines above say which tests"))
}

/// Builds what is tested and what tests it; gives the single file, if it is that.
fn prepare(project: &Project, single: bool) -> Outcome<Option<PathBuf>> {
    let named = |name| env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from);
    let file = match (single, named("CHENGWEN_SINGLE")) {
        (false, _) => None,
        // The caller's folder is not where the tests run.
        (true, Some(file)) => Some(env::current_dir()?.join(file)),
        (true, None) => {
            single::build_if_stale(project)?;
            Some(single::file(project))
        }
    };
    if !single && named("CHENGWEN_DIST").is_none() {
        page::build_if_stale(project, Tools::Best)?;
    }
    let args = ["test", "--no-run", "--quiet", "-p", BROWSER, "--test", "page"];
    program::run(&mut measure::cargo(project, &args), "Mend what the compiler names above.")?;
    Ok(file)
}

/// Whether a program can be started where there is no network.
fn can_be_alone(project: &Project) -> bool {
    let tried = alone(project, "true").stderr(Stdio::null()).status();
    tried.is_ok_and(|it| it.success())
}

/// A command that sees no network but that of this machine with itself.
fn alone(project: &Project, name: &str) -> Command {
    let mut command = program::command(project, "unshare");
    let inner = "ip link set lo up && exec \"$@\"";
    command.args(["--net", "sh", "-c", inner, "sh", name]);
    command
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long an engine took is for people, not for results"
)]
fn now() -> Instant {
    Instant::now()
}

fn tests(
    project: &Project,
    engine: &Engine,
    file: Option<&Path>,
    main: bool,
    is_alone: bool,
) -> Outcome<Tally> {
    let left_out = project.target().join(format!("left-out-{}", engine.key));
    fs::write(&left_out, "")?;
    let mut command = match is_alone {
        true => alone(project, "cargo"),
        false => program::command(project, "cargo"),
    };
    command.args(["test", "--quiet", "--offline", "-p", BROWSER, "--test", "page", "--"]);
    // One line for each test, however many there are.
    command.args(["--format", "pretty"]);
    if main || engine.old {
        command.arg(MAIN);
    }
    measure::surroundings(project, &mut command);
    command.env("CHENGWEN_ENGINE", engine.key).env("CHENGWEN_NOT_RUN", &left_out);
    match file {
        Some(file) => command.env("CHENGWEN_SINGLE", file),
        None => command.env_remove("CHENGWEN_SINGLE"),
    };
    // The harness is about the driver, which is the same for every form.
    if file.is_some() {
        command.args(["--skip", "harness::"]);
    }
    let start = now();
    let mut child = command.stdout(Stdio::piped()).spawn()?;
    let mut tally = Tally::default();
    let output = child.stdout.take().map(BufReader::new);
    for line in output.into_iter().flat_map(BufRead::lines) {
        let line = line?;
        tally.read(&line);
        println!("{line}");
    }
    tally.ended(child.wait()?.success(), start.elapsed());
    tally.leave_out(&fs::read_to_string(&left_out)?);
    Ok(tally)
}
