//! Starts other programs: the set-up's own tools first, then those of the machine.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::project::{Failure, Outcome, Project};

/// A command for `name`, in the project's folder and with the project's tools.
///
/// It does not read from the terminal: nothing here may wait for an answer.
pub fn command(project: &Project, name: &str) -> Command {
    // A program that is not found is looked up once more by the system, whose
    // error then names it.
    let program = find(project, name).unwrap_or_else(|| PathBuf::from(name));
    command_at(project, &program)
}

/// As [`command`], for a program whose file is known.
pub fn command_at(project: &Project, program: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .current_dir(project.root())
        .env("PATH", search_path(project))
        .env("CARGO_TARGET_DIR", project.target())
        .stdin(Stdio::null());
    command
}

/// Runs a command to its end; `advice` is for whoever reads of its failure.
pub fn run(command: &mut Command, advice: &str) -> Outcome {
    let name = name_of(command);
    let status = command
        .status()
        .map_err(|error| Failure::new(format!("{name} does not start ({error}). {advice}")))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("{name} failed ({status}). {advice}")))
}

/// Runs a command and gives what it printed; a failure shows both its streams.
pub fn read(command: &mut Command, advice: &str) -> Outcome<String> {
    let name = name_of(command);
    let output = command
        .output()
        .map_err(|error| Failure::new(format!("{name} does not start ({error}). {advice}")))?;
    let stdout = String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        return Ok(stdout.into_owned());
    }
    let stderr = String::from_utf8_lossy(&output.stderr);
    Err(Failure::new(format!(
        "{name} failed ({}). {advice}\n{}\n{}",
        output.status,
        stdout.trim_end(),
        stderr.trim_end()
    )))
}

/// What a tool answers to `--version`; none when it is not there or does not run.
pub fn version(project: &Project, name: &str) -> Option<String> {
    let program = find(project, name)?;
    let output = command_at(project, &program).arg("--version").output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The file of a program, in the project's tools or on PATH.
pub fn find(project: &Project, name: &str) -> Option<PathBuf> {
    // npm writes .cmd files on Windows.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    let path = search_path(project);
    env::split_paths(&path)
        .flat_map(|dir| endings.iter().map(move |ending| dir.join(format!("{name}{ending}"))))
        .find(|it| it.is_file())
}

/// The dotted number in a version line: `trunk 0.21.14` is `0.21.14`.
pub fn version_number(line: &str) -> Option<&str> {
    line.split_whitespace()
        .find(|word| word.starts_with(|it: char| it.is_ascii_digit()) && word.contains('.'))
}

fn search_path(project: &Project) -> OsString {
    let own = [project.tools().join("bin"), project.npm_file(".bin")];
    let inherited = env::var_os("PATH").unwrap_or_default();
    let paths = own.into_iter().chain(env::split_paths(&inherited));
    // A folder whose name holds the separator cannot be on a PATH at all.
    env::join_paths(paths).unwrap_or(inherited.clone())
}

fn name_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(OsStr::new("program")).to_string_lossy();
    let first = command.get_args().next().map(|it| it.to_string_lossy());
    match first.filter(|it| !it.starts_with('-') && !it.contains(['/', '\\'])) {
        Some(first) => format!("{name} {first}"),
        None => name.into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        assert_eq!(version_number(line), expected);
    }

    #[test]
    fn finds_the_number_in_a_version_line() {
        check("trunk 0.21.14", Some("0.21.14"));
        check("wasm-bindgen 0.2.130 (0123abc)", Some("0.2.130"));
        check("Chromium 156.0.8078.79 built on Debian 12", Some("156.0.8078.79"));
        check("wasm-opt version 132 (version_132)", None);
        check("", None);
    }

    #[test]
    fn names_a_program_with_its_subcommand() {
        let mut cargo = Command::new("/usr/bin/cargo");
        assert_eq!(name_of(cargo.arg("clippy").arg("--workspace")), "cargo clippy");
        assert_eq!(name_of(Command::new("python3").arg("-c")), "python3");
        assert_eq!(name_of(Command::new("node").arg("/a/b.mjs")), "node");
    }
}
