//! `cargo xtask fuzz`: what the readers make of bytes that nobody would write.
//!
//! The targets are in `fuzz/`. cargo-fuzz builds them; they are run from here, so
//! that their limits are the same for everybody: a panic, a file that takes more
//! than five seconds or more memory than allowed ends the run and is kept.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;

use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::setup;

/// How long each target runs when nobody says.
pub const SECONDS: u32 = 60;

/// The most memory that a run may take with all that the fuzzer keeps, in megabytes.
/// A target by itself may have 128 (`fuzz/src/lib.rs`).
const MEMORY: u32 = 512;

/// The most time that one input may take, in seconds.
const PATIENCE: u32 = 5;

/// The longest input, in bytes: ten pages of a report.
const LONGEST: u32 = 65_536;

/// What is given to whom.
struct Target {
    name: &'static str,
    /// Files that show what it reads, besides those in `fuzz/seeds`.
    seeds: &'static [&'static str],
}

const TARGETS: [Target; 5] = [
    Target { name: "restore", seeds: &["tests/suite", "templates/samples"] },
    Target { name: "backup", seeds: &[] },
    Target { name: "draft", seeds: &["tests/suite", "templates/samples"] },
    Target { name: "kind", seeds: &["templates"] },
    Target { name: "profile", seeds: &[] },
];

/// Runs all targets, or those that are named, for so many seconds each.
pub fn run(project: &Project, seconds: u32, names: &[&str]) -> Outcome {
    let wanted = |it: &&Target| names.is_empty() || names.contains(&it.name);
    let targets: Vec<_> = TARGETS.iter().filter(wanted).collect();
    if let Some(name) = names.iter().find(|name| !TARGETS.iter().any(|it| it.name == **name)) {
        return Err(Failure::new(format!("there is no fuzz target {name}")));
    }
    setup::for_fuzz(project)?;
    build(project)?;
    // One for each core: they share nothing.
    let at_once = thread::available_parallelism().map_or(1, |it| it.get());
    let mut faults = Vec::new();
    for targets in targets.chunks(at_once) {
        let outcomes: Vec<_> = thread::scope(|scope| {
            let running = targets.iter().map(|it| scope.spawn(|| fuzz(project, it, seconds)));
            let running: Vec<_> = running.collect();
            running.into_iter().map(|it| it.join()).collect()
        });
        for outcome in outcomes {
            match outcome {
                Ok(Ok(line)) => println!("{line}"),
                Ok(Err(failure)) => faults.push(failure.to_string()),
                Err(_) => faults.push("a run broke down".to_owned()),
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::new(faults.join("\n"))) }
}

fn build(project: &Project) -> Outcome {
    println!("Building the fuzz targets (usually 10 seconds; a minute the first time)");
    let mut fuzz = program::command(project, "cargo-fuzz");
    fuzz.args(["build", "--fuzz-dir", "fuzz", "--sanitizer", "none", "--target-dir"]);
    // The flags that count which lines were reached are not stable; without a
    // sanitizer, and with this variable, the stable compiler takes them all.
    fuzz.arg(folder(project)).env("RUSTC_BOOTSTRAP", "1").env_remove("CARGO_TARGET_DIR");
    program::run(&mut fuzz, "A C++ compiler is needed, too: on Debian, apt-get install g++.")
}

fn fuzz(project: &Project, target: &Target, seconds: u32) -> Outcome<String> {
    let Target { name, seeds } = target;
    let folder = folder(project);
    let (corpus, kept) = (folder.join("corpus").join(name), folder.join("found"));
    for it in [&corpus, &kept] {
        fs::create_dir_all(it)?;
    }
    let mut command = program::command_at(project, &binary(project, name)?);
    command.args([
        format!("-max_total_time={seconds}"),
        format!("-timeout={PATIENCE}"),
        format!("-rss_limit_mb={MEMORY}"),
        format!("-max_len={LONGEST}"),
        "-print_final_stats=1".to_owned(),
        format!("-artifact_prefix={}/{name}-", kept.display()),
    ]);
    command.arg(corpus).arg(project.root().join("fuzz/seeds").join(name));
    command.args(seeds.iter().map(|it| project.root().join(it)));
    let log = folder.join(format!("{name}.log"));
    let status = command.stdout(Stdio::null()).stderr(File::create(&log)?).status()?;
    let said = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    match status.success() {
        true => told(name, seconds, &said),
        false => Err(Failure::new(format!("{name}: {}", found(&said, &log.display().to_string())))),
    }
}

fn binary(project: &Project, name: &str) -> Outcome<PathBuf> {
    // cargo-fuzz names the machine, so the folder between is not always the same.
    let folders = fs::read_dir(folder(project))?.filter_map(Result::ok);
    let binaries = folders.map(|it| it.path().join("release").join(name));
    let found = binaries.into_iter().find(|it| it.is_file());
    found.ok_or_else(|| Failure::new(format!("cargo-fuzz has built no {name}")))
}

fn folder(project: &Project) -> PathBuf {
    project.target().join("fuzz")
}

/// One line of what a run without a fault has done.
fn told(name: &str, seconds: u32, said: &str) -> Outcome<String> {
    let number = |key: &str| {
        let line = said.lines().find_map(|it| it.strip_prefix("stat::")?.strip_prefix(key));
        line.and_then(|it| it.trim_start_matches(':').trim().parse::<u64>().ok())
    };
    let runs = number("number_of_executed_units");
    // A run that reads nothing would look fine, too.
    let (Some(runs @ 1..), Some(memory)) = (runs, number("peak_rss_mb")) else {
        return Err(Failure::new(format!("{name} has not run:\n{said}")));
    };
    let slowest = number("slowest_unit_time_sec").unwrap_or(0);
    Ok(format!(
        "{name:8} {runs:>9} inputs in {seconds} s, no panic, slowest {slowest} s of {PATIENCE}, \
         memory {memory} MB of {MEMORY}"
    ))
}

/// What was found, in the fuzzer's words: from the panic on, or from the fault.
fn found(said: &str, log: &str) -> String {
    let tells = |it: &&str| {
        ["panicked at", "memory allocation", "ERROR: libFuzzer", "Test unit written"]
            .iter()
            .any(|tell| it.contains(tell))
    };
    let lines: Vec<_> = said.lines().collect();
    let mut told = Vec::new();
    for (idx, _) in lines.iter().enumerate().filter(|(_, it)| tells(it)) {
        // The line behind a panic is its message.
        told.extend(lines.iter().skip(idx).take(2).copied());
    }
    told.dedup();
    format!("{}\n(all of it in {log})", told.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_a_run_has_done() {
        let said = "Done 12 runs in 1 second(s)\nstat::number_of_executed_units: 12\n\
                    stat::slowest_unit_time_sec:    0\nstat::peak_rss_mb:              47\n";
        let told = told("draft", 1, said).unwrap();
        assert!(told.contains("12 inputs in 1 s, no panic") && told.contains("47 MB"), "{told}");
    }

    #[test]
    fn a_run_of_nothing_is_a_fault() {
        assert!(told("draft", 1, "").is_err());
        assert!(
            told("draft", 1, "stat::number_of_executed_units: 0\nstat::peak_rss_mb: 1").is_err()
        );
    }

    #[test]
    fn shows_panic_and_input() {
        let said = "INFO: Seed\nthread panicked at src/a.rs:1:2:\nindex out of bounds\n\
                    ==1== ERROR: libFuzzer: deadly signal\n    #0 0x1\n\
                    Test unit written to found/draft-crash-1\nBase64: AA==";
        let found = found(said, "a.log");
        assert!(
            found.contains("index out of bounds") && found.contains("draft-crash-1"),
            "{found}"
        );
    }

    #[test]
    fn every_target_is_built_and_has_its_seeds() {
        let project = Project::find().unwrap();
        let manifest = include_str!("../../fuzz/Cargo.toml");
        for Target { name, seeds } in &TARGETS {
            assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
            assert!(project.root().join("fuzz/seeds").join(name).is_dir(), "{name}");
            for seed in *seeds {
                assert!(project.root().join(seed).is_dir(), "{seed}");
            }
        }
    }
}
