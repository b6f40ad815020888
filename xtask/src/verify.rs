//! `cargo xtask test`: every check, in the order in which a developer wants to fail.

use std::time::{Duration, Instant};

use crate::browsers::{self, Wanted};
use crate::deny;
use crate::layout;
use crate::measure;
use crate::page::{self, Tools};
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::reach;
use crate::setup;
use crate::sizes;

/// How much to check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What a developer wants while working: no docs, no browsers.
    Fast,
    /// What CI runs.
    Full,
}

struct Step {
    name: &'static str,
    /// How long it takes when nothing is built yet, on a small machine.
    usual: &'static str,
    /// Whether a developer at work may leave it out.
    slow: bool,
    run: fn(&Project) -> Outcome,
}

const STEPS: [Step; 15] = [
    Step { name: "formatting", usual: "1 second", slow: false, run: formatting },
    Step { name: "lints, native", usual: "1 minute", slow: false, run: native_lints },
    Step { name: "lints, page", usual: "2 minutes", slow: false, run: page_lints },
    Step { name: "licences, bans, sources", usual: "3 seconds", slow: false, run: deny::check },
    Step { name: "unit and integration tests", usual: "1 minute", slow: false, run: unit_tests },
    Step { name: "documentation", usual: "1 minute", slow: true, run: documentation },
    Step { name: "command line, release", usual: "1 minute", slow: false, run: command_line },
    Step { name: "page, release", usual: "3 minutes", slow: false, run: release_page },
    Step { name: "size of the first load", usual: "3 seconds", slow: false, run: sizes::check },
    Step { name: "reach of the page", usual: "1 second", slow: false, run: reach::check },
    Step {
        name: "browser tests, building",
        usual: "2 minutes",
        slow: true,
        run: build_browser_tests,
    },
    Step { name: "judges of the layout", usual: "1 minute", slow: true, run: judged_layout },
    Step { name: "browser tests", usual: "3 minutes", slow: true, run: browser_tests },
    Step { name: "other browsers, main path", usual: "1 minute", slow: true, run: other_browsers },
    Step { name: "single file, main path", usual: "1 minute", slow: true, run: single_file },
];

/// Runs the checks and stops at the first that fails.
pub fn run(project: &Project, extent: Extent) -> Outcome {
    let steps = STEPS.iter().filter(|it| extent == Extent::Full || !it.slow);
    let mut done = Vec::new();
    for step in steps {
        println!("\n== {} (usually {})", step.name, step.usual);
        let start = now();
        let outcome = (step.run)(project);
        let took = start.elapsed();
        done.push((step.name, took));
        if let Err(failure) = outcome {
            println!("\n{}", summary(&done, "failed"));
            return Err(Failure::new(format!("{} failed: {failure}", step.name)));
        }
        println!("== {}: fine, {}", step.name, seconds(took));
    }
    println!("\n{}", summary(&done, "fine"));
    Ok(())
}

fn summary(done: &[(&str, Duration)], last: &str) -> String {
    let width = done.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let line = |(n, (name, took)): (usize, &(&str, Duration))| {
        let outcome = if n + 1 == done.len() { last } else { "fine" };
        format!("{name:width$} {:>8}  {outcome}", seconds(*took))
    };
    let lines: Vec<_> = done.iter().enumerate().map(line).collect();
    lines.join("\n")
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

#[expect(
    clippy::disallowed_methods,
    reason = "how long a step took is for people, not for results"
)]
fn now() -> Instant {
    Instant::now()
}

fn cargo(project: &Project, args: &[&str], advice: &str) -> Outcome {
    program::run(program::command(project, "cargo").args(args), advice)
}

fn formatting(project: &Project) -> Outcome {
    setup::for_sources(project)?;
    cargo(project, &["fmt", "--all", "--check"], "Run `cargo fmt --all`.")
}

fn native_lints(project: &Project) -> Outcome {
    let args = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    cargo(project, &args, "Mend what clippy names above.")
}

fn page_lints(project: &Project) -> Outcome {
    setup::for_page(project)?;
    let target = ["--target", "wasm32-unknown-unknown", "--features", "web"];
    let crates = ["-p", "chengwen", "--lib", "--bin", "chengwen-page"];
    let args = [&["clippy"], &crates[..], &target[..], &["--", "-D", "warnings"]].concat();
    cargo(project, &args, "Mend what clippy names above.")?;
    // The worker has no page in it, so it is looked at by itself.
    let target = ["--target", "wasm32-unknown-unknown", "--features", "exporter"];
    let crates = ["-p", "chengwen", "--bin", "chengwen-exporter"];
    let args = [&["clippy"], &crates[..], &target[..], &["--", "-D", "warnings"]].concat();
    cargo(project, &args, "Mend what clippy names above.")
}

fn unit_tests(project: &Project) -> Outcome {
    let args = ["test", "--workspace", "--exclude", measure::BROWSER];
    cargo(project, &args, "Mend the failing test, or the test when it is wrong.")
}

fn documentation(project: &Project) -> Outcome {
    let mut cargo = program::command(project, "cargo");
    cargo.args(["doc", "--no-deps", "--workspace", "--document-private-items"]);
    program::run(cargo.env("RUSTDOCFLAGS", "-Dwarnings"), "Mend the comment named above.")
}

fn command_line(project: &Project) -> Outcome {
    let args = ["build", "--release", "--bin", "chengwen"];
    cargo(project, &args, "Mend what the compiler names above.")
}

fn release_page(project: &Project) -> Outcome {
    page::build_if_stale(project, Tools::Best)
}

fn judged_layout(project: &Project) -> Outcome {
    layout::check(project)
}

fn build_browser_tests(project: &Project) -> Outcome {
    setup::for_browser(project)?;
    let args = ["test", "--no-run", "-p", measure::BROWSER];
    program::run(&mut measure::cargo(project, &args), "Mend what the compiler names above.")
}

fn browser_tests(project: &Project) -> Outcome {
    let args = ["test", "-p", measure::BROWSER];
    program::run(&mut measure::cargo(project, &args), "Mend the failing test, or the page.")
}

fn other_browsers(project: &Project) -> Outcome {
    let engines = vec!["firefox", "webkit", "chromium109"];
    browsers::run_in(project, &Wanted { engines, main: true, ..Wanted::default() })
}

/// All of it in every engine is `cargo xtask browsers --single`; it takes as long again.
fn single_file(project: &Project) -> Outcome {
    browsers::run_in(project, &Wanted { single: true, main: true, ..Wanted::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_marks_the_last_step() {
        let done = [("lints", Duration::from_millis(1250)), ("tests", Duration::from_secs(61))];
        assert_eq!(summary(&done, "failed"), "lints    1.2 s  fine\ntests   61.0 s  failed");
    }
}
