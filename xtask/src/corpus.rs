//! `cargo xtask corpus`: whether import loses anything of real texts.
//!
//! Every text goes through a draft to a text, and through a draft, a Word
//! document and a draft again; all paragraphs must be there, in order.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::program;
use crate::project::{Failure, Outcome, Project};

/// Converts the texts of a folder and compares what comes back.
pub fn run(project: &Project, folder: &str) -> Outcome {
    // The caller's folder is not where the programs run.
    let folder = env::current_dir()?.join(folder);
    let texts = texts(&folder)?;
    if texts.is_empty() {
        return Err(Failure::new(format!("no .txt file in {}", folder.display())));
    }
    let cargo = ["build", "--release", "--quiet", "--bin", "chengwen"];
    program::run(program::command(project, "cargo").args(cargo), "The lines above say why.")?;
    let out = project.target().join("corpus");
    fs::create_dir_all(&out)?;
    let (mut n_same, mut n_same_by_word) = (0, 0);
    for text in &texts {
        let name = text.file_name().unwrap_or_default().to_string_lossy();
        let wanted = paragraphs(&fs::read_to_string(text)?);
        let (plain, word, again) =
            (out.join("out.txt"), out.join("out.docx"), out.join("again.txt"));
        for file in [&plain, &word, &again] {
            // What an earlier text left must not stand for this one's.
            if file.exists() {
                fs::remove_file(file)?;
            }
        }
        let straight =
            convert(project, &[text, &plain]).and_then(|()| compared("txt", &wanted, &plain));
        let by_word = convert(project, &[text, &word])
            .and_then(|()| convert(project, &[&word, &again]))
            .and_then(|()| compared("txt, docx, txt", &wanted, &again));
        n_same += usize::from(straight.is_ok());
        n_same_by_word += usize::from(by_word.is_ok());
        for failure in [straight.err(), by_word.err()].into_iter().flatten() {
            println!("{name}: {failure}");
        }
    }
    let n = texts.len();
    println!("identical paragraphs, txt to txt: {n_same} of {n}");
    println!("identical paragraphs, txt to docx to txt: {n_same_by_word} of {n}");
    if n_same == n && n_same_by_word == n {
        return Ok(());
    }
    Err(Failure::new("import loses something; the lines above say where"))
}

fn convert(project: &Project, files: &[&Path; 2]) -> Outcome {
    let chengwen = project.target().join("release/chengwen");
    let mut command = program::command_at(project, &chengwen);
    program::read(command.arg("convert").args(files), "It should read every text.").map(drop)
}

/// Compares the paragraphs of a file with those that were wanted.
fn compared(way: &str, wanted: &[String], file: &Path) -> Outcome {
    let found = paragraphs(&fs::read_to_string(file)?);
    if found == *wanted {
        return Ok(());
    }
    let same = wanted.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let show = |it: &[String]| it.get(same).map_or("nothing", String::as_str).to_owned();
    Err(Failure::new(format!(
        "{way}: {} paragraphs of {}; number {same} is “{}” and not “{}”",
        found.len(),
        wanted.len(),
        show(&found),
        show(wanted)
    )))
}

/// The lines that are not blank, without the spaces at both ends.
fn paragraphs(text: &str) -> Vec<String> {
    let text = text.trim_start_matches('\u{feff}');
    text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn texts(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .map_err(|error| Failure::new(format!("{}: {error}", folder.display())))?;
    let mut texts = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.is_file() && path.extension().is_some_and(|it| it == "txt") {
            texts.push(path);
        }
    }
    texts.sort();
    Ok(texts)
}
