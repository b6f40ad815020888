//! `cargo xtask layout`: what other programs make of exported files, judged.
//!
//! The judge itself is a program of `tests/browser`; here it is given fonts,
//! tools and files. `tests/browser/src/layout` says what it asks of them.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fingerprint;
use crate::measure;
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::setup;

/// Judges files: texts, which are planned as drafts first, and drafts; of a
/// folder all that lie in it, though not below.
pub fn run(project: &Project, paths: &[&str]) -> Outcome {
    // The caller's folder is not where the programs run.
    let here = env::current_dir()?;
    let mut files = Vec::new();
    for path in paths {
        files.extend(chosen(&here.join(path))?);
    }
    if files.is_empty() {
        return Err(Failure::new("no .txt and no .json file there"));
    }
    prepare(project)?;
    let cargo = ["build", "--release", "--quiet", "--bin", "chengwen"];
    program::run(program::command(project, "cargo").args(cargo), "The lines above say why.")?;
    judge(project, &files, &[])
}

/// Judges the drafts of the repository, and those that are hard to lay out.
pub fn check(project: &Project) -> Outcome {
    let files = drafts(project)?;
    if files.is_empty() {
        return Err(Failure::new("no draft to judge in templates/samples or tests/suite"));
    }
    prepare(project)?;
    judge(project, &files, &["--strained"])
}

/// What is installed for the judges, and the fonts that they are given.
fn prepare(project: &Project) -> Outcome {
    setup::for_documents(project)?;
    setup::for_browser(project)?;
    println!("Fonts that stand in for those that a document names:");
    for (named, given) in setup::fonts(project) {
        println!("  {named} -> {given}");
    }
    Ok(())
}

fn judge(project: &Project, files: &[PathBuf], flags: &[&str]) -> Outcome {
    let out = project.target().join("layout");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let mut cargo =
        measure::cargo(project, &["run", "-q", "-p", measure::BROWSER, "--bin", "judge"]);
    cargo.arg("--").arg(&out).args(flags).args(files);
    cargo.env("FONTCONFIG_FILE", setup::font_config(project));
    program::run(&mut cargo, "The lines marked FAULT say what is not as it should be.")
}

/// A file that was named, or the texts and drafts in a folder.
fn chosen(path: &Path) -> Outcome<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries =
        fs::read_dir(path).map_err(|error| Failure::new(format!("{}: {error}", path.display())))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_file() && is_chosen(&path) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn is_chosen(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "txt" || it == "json")
}

fn drafts(project: &Project) -> Outcome<Vec<PathBuf>> {
    let samples = fingerprint::files(&project.root().join("templates/samples"))?;
    let suite = fingerprint::files(&project.root().join("tests/suite"))?;
    let samples = samples.into_iter().filter(|it| it.extension().is_some_and(|it| it == "json"));
    let suite = suite.into_iter().filter(|it| it.ends_with("draft.json"));
    Ok(samples.chain(suite).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_texts_and_drafts_from_a_folder() {
        let check =
            |name: &str, expected| assert_eq!(is_chosen(Path::new(name)), expected, "{name}");
        check("report.txt", true);
        check("draft.json", true);
        check("INDEX.tsv", false);
        check("txt", false);
    }

    #[test]
    fn the_repository_has_drafts_to_judge() {
        let project = Project::find().unwrap();
        let drafts = drafts(&project).unwrap();
        assert!(drafts.iter().any(|it| it.ends_with("elements/draft.json")));
        assert!(drafts.iter().any(|it| it.ends_with("samples/jixiao.json")));
    }
}
