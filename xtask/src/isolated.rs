//! `cargo xtask isolated`: the main path where there is no network but this machine
//! with itself, and what the browser's own net log says of it.
//!
//! A page that needed anybody would fail in there. The net log tells who asked for
//! what, even where nobody could answer; so a request of the page's to a stranger
//! is found, and is told from those that the browser makes for itself.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::measure;
use crate::page::{self, Tools};
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::setup;

/// The tests of the main path.
const TESTS: [&str; 7] = [
    "main_path::",
    "offline::",
    "exports::page_and_command_line",
    "write::",
    "canary::",
    "injection::",
    "folders::",
];

/// The word that `tests/browser/tests/page/canary.rs` types into every field.
const CANARY: &str = "canaryqz7";

/// How a program is put where there is no network: as root, and as anybody.
const WAYS: [&[&str]; 2] = [&["--net"], &["--map-root-user", "--net"]];

/// Brings up the one link, and shows that it is the only one.
const INSIDE: &str = "ip link set lo up && test \"$(ip -o link | wc -l)\" = 1 && exec \"$@\"";

/// Runs the tests that are named, or those of the main path.
pub fn run(project: &Project, tests: &[&str]) -> Outcome {
    setup::for_browser(project)?;
    let way = WAYS.into_iter().find(|it| {
        let tried = alone(project, it, "true").stderr(Stdio::null()).status();
        tried.is_ok_and(|it| it.success())
    });
    let Some(way) = way else {
        return Err(Failure::new(
            "NOT RUN: no program can be cut off from the network here. It needs Linux with \
             `unshare --net` and `ip`, as root or where users may have namespaces.",
        ));
    };
    if env::var_os("CHENGWEN_DIST").is_none() {
        page::build_if_stale(project, Tools::Best)?;
    }
    let build = ["test", "--no-run", "--quiet", "-p", measure::BROWSER, "--test", "page"];
    program::run(&mut measure::cargo(project, &build), "Mend what the compiler names above.")?;

    let folder = project.target().join("isolated");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let browser = logging_browser(project, &folder)?;
    println!("No network from here on but that of this machine with itself.");
    let mut command = alone(project, way, "cargo");
    command.args(["test", "--quiet", "--offline", "-p", measure::BROWSER, "--test", "page", "--"]);
    command.args(if tests.is_empty() { &TESTS } else { tests });
    measure::surroundings(project, &mut command);
    command.env("CHENGWEN_CHROMIUM", browser).env_remove("CHENGWEN_ENGINE");
    program::run(&mut command, "A page that needs the network fails here; see the test above.")?;
    judge(project, &folder)
}

fn alone(project: &Project, way: &[&str], name: &str) -> Command {
    let mut command = program::command(project, "unshare");
    command.args(way).args(["sh", "-c", INSIDE, "sh", name]);
    command
}

/// A program that is the browser and writes down all that it does on the network.
fn logging_browser(project: &Project, folder: &Path) -> Outcome<PathBuf> {
    let chosen = env::var_os("CHENGWEN_CHROMIUM").map(PathBuf::from);
    let found = || setup::chromium(project);
    let browser = chosen.or_else(found).ok_or_else(|| Failure::new("there is no Chromium"))?;
    let (browser, logs) = (browser.display(), folder.display());
    let script = format!(
        "#!/bin/sh\nexec '{browser}' --log-net-log='{logs}/net-'$$'.json' \
         --net-log-capture-mode=Everything \"$@\"\n"
    );
    let path = folder.join("browser.sh");
    fs::write(&path, script)?;
    executable(&path)?;
    Ok(path)
}

#[cfg(unix)]
fn executable(path: &Path) -> Outcome {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(0o755))?)
}

#[cfg(not(unix))]
fn executable(_: &Path) -> Outcome {
    Err(Failure::new("NOT RUN: only Linux can cut a program off"))
}

/// Reads the net logs: pages may ask their own origin, and nothing carries the canary.
fn judge(project: &Project, folder: &Path) -> Outcome {
    let mut node = program::command(project, "node");
    node.arg(project.root().join("xtask/npm/netlog.mjs")).arg(folder).arg(CANARY);
    let printed = program::read(&mut node, "Node 18 or newer is needed.")?;
    let log = NetLog::of(&printed);
    if !log.strangers.is_empty() {
        let strangers = log.strangers.join("\n  ");
        return Err(Failure::new(format!("in the browser's net log:\n  {strangers}")));
    }
    if log.n_logs == 0 || log.n_own == 0 {
        return Err(Failure::new(format!("the net log tells of no request:\n{printed}")));
    }
    println!(
        "Net logs of {} browsers: {} requests of the page, all to the server that it came from; \
         the word typed into every field is in none.",
        log.n_logs, log.n_own
    );
    println!("What the browser asked for by itself, and did not get: {}", log.browser.join(", "));
    Ok(())
}

/// What `xtask/npm/netlog.mjs` prints.
#[derive(Debug, Default, PartialEq, Eq)]
struct NetLog {
    n_logs: usize,
    /// Requests of a page to where it came from.
    n_own: usize,
    /// What must not be.
    strangers: Vec<String>,
    /// Whom the browser itself asked.
    browser: Vec<String>,
}

impl NetLog {
    fn of(printed: &str) -> Self {
        let mut log = Self::default();
        for line in printed.lines() {
            match line.split('\t').collect::<Vec<_>>().as_slice() {
                ["log", ..] => log.n_logs += 1,
                ["page", from, to, n] if from == to => log.n_own += n.parse().unwrap_or(0),
                ["page", from, to, _] => log.strangers.push(format!("{from} asked {to}")),
                ["word", event, url, _] => {
                    log.strangers.push(format!("the word is in {event} {url}"));
                }
                // An address that is opened has nobody behind it, either.
                ["browser", _, to, _] if to.starts_with("http://127.0.0.1:") => {}
                ["browser", _, to, _] => log.browser.push((*to).to_owned()),
                _ => log.strangers.push(format!("a line that is not understood: {line}")),
            }
        }
        log
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_canary_is_the_one_of_the_test() {
        let test = include_str!("../../tests/browser/tests/page/canary.rs");
        assert!(test.contains(&format!("const CANARY: &str = \"{CANARY}\";")));
    }

    #[test]
    fn a_page_may_ask_its_own_server_and_nobody_else() {
        let own = "http://127.0.0.1:1";
        let log = NetLog::of(&format!(
            "browser\t\t{own}\t1\nbrowser\t\thttps://a.example\t2\nlog\tnet-1.json\t9\t1\n\
             page\t{own}\t{own}\t30\n"
        ));
        assert_eq!((log.n_logs, log.n_own), (1, 30));
        assert_eq!(log.browser, ["https://a.example"]);
        assert_eq!(log.strangers, [""; 0]);

        for line in ["page\thttp://127.0.0.1:1\thttp://127.0.0.1:2\t1", "word\tA\t\t1", "nonsense"]
        {
            assert_eq!(NetLog::of(line).strangers.len(), 1, "{line}");
        }
    }
}
