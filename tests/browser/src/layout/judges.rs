//! Runs the programs that judge: the command line itself, the Open XML SDK's
//! validator, python-docx, LibreOffice, Chromium, Poppler.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use serde_json::Value;
use xtask::program;
use xtask::project::{Outcome, Project};
use xtask::setup;

use super::sheets::{self, Sheet};
use crate::session::{DESK, Session};

/// The files of one draft, beside each other in a folder.
#[derive(Debug, Clone)]
pub struct Case {
    /// Names the draft in the report, and its files.
    pub name: String,
    /// The draft.
    pub draft: PathBuf,
    folder: PathBuf,
}

impl Case {
    /// A draft whose files lie in this folder.
    pub fn new(name: String, draft: PathBuf, folder: &Path) -> Self {
        Self { name, draft, folder: folder.to_owned() }
    }

    /// A file of the draft, by what stands behind its name: `office.pdf`.
    pub fn file(&self, ending: &str) -> PathBuf {
        self.folder.join(format!("{}.{ending}", self.name))
    }
}

/// Writes docx, txt, html and layout of a draft; says whether the docx is the
/// same the second time.
pub fn convert(project: &Project, case: &Case) -> Outcome<bool> {
    let run = |args: &[&Path]| {
        let mut command = program::command_at(project, &project.command_line());
        program::read(command.args(args), &format!("It was at {}.", case.draft.display()))
    };
    let [docx, again] = ["docx", "again.docx"].map(|it| case.file(it));
    for to in [&docx, &again, &case.file("txt"), &case.file("html")] {
        run(&["convert".as_ref(), &case.draft, to])?;
    }
    let layout = run(&["layout".as_ref(), &case.draft])?;
    fs::write(case.file("layout.json"), layout)?;
    let same = fs::read(&docx)? == fs::read(&again)?;
    fs::remove_file(&again)?;
    Ok(same)
}

/// What the validator finds wrong with each docx.
pub fn validate(project: &Project, cases: &[Case]) -> Vec<Vec<String>> {
    let validate = |case: &Case| {
        let mut judge = program::command(project, "ooxml-validator");
        let output = judge.arg(case.file("docx")).output();
        match output.map(|it| serde_json::from_slice::<Value>(&it.stdout)) {
            Ok(Ok(answer)) if answer["ok"] == true => Vec::new(),
            Ok(Ok(answer)) => faults(&answer),
            Ok(Err(error)) => vec![format!("the validator does not answer: {error}")],
            Err(error) => vec![format!("the validator does not start: {error}")],
        }
    };
    // It takes a second for each file, most of it to start.
    let n = cases.len().div_ceil(2).max(1);
    thread::scope(|scope| {
        let halves: Vec<_> = cases
            .chunks(n)
            .map(|half| scope.spawn(|| half.iter().map(validate).collect::<Vec<_>>()))
            .collect();
        let failed = |_| vec![vec!["the validator failed".to_owned()]];
        halves.into_iter().flat_map(|it| it.join().unwrap_or_else(failed)).collect()
    })
}

fn faults(answer: &Value) -> Vec<String> {
    let faults: Vec<_> = answer["errors"].as_array().into_iter().flatten().collect();
    let text = |it: &Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    if faults.is_empty() {
        return vec!["refused without a reason".to_owned()];
    }
    faults.iter().map(|it| format!("{} at {}", text(it, "description"), it["path"])).collect()
}

/// The lines of text that python-docx reads in each docx.
pub fn read_back(project: &Project, cases: &[Case]) -> Outcome<Vec<Vec<String>>> {
    let files: Vec<_> = cases.iter().map(|it| it.file("docx")).collect();
    let answer = python(project, "readback.py", &[], &files)?;
    let strings = |it: Value| {
        let items = it.as_array().into_iter().flatten();
        items.filter_map(|it| it.as_str().map(str::to_owned)).collect()
    };
    Ok(answer.lines().map(|it| strings(serde_json::from_str(it).unwrap_or_default())).collect())
}

/// Has LibreOffice print every docx, all in one call: its start takes longer
/// than most reports.
pub fn print_office(project: &Project, cases: &[Case], folder: &Path) -> Outcome {
    let mut office = program::command(project, "soffice");
    // A profile of its own: a running LibreOffice would take the call and return.
    let profile = url_of(&folder.join("profile"));
    office.arg(format!("-env:UserInstallation={profile}"));
    office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder);
    office.args(cases.iter().map(|it| it.file("docx")));
    program::read(&mut office, "LibreOffice cannot print the Word files.")?;
    for case in cases {
        // A file that it could not read is left out without a word.
        let pdf = case.file("pdf");
        if pdf.is_file() {
            fs::rename(pdf, case.file("office.pdf"))?;
        }
    }
    Ok(())
}

/// Has Chromium save every html file as PDF, as a person would from the print
/// dialogue: the paper is the file's own, with what stands behind the text.
pub fn print_browser(cases: &[Case], folder: &Path) -> Outcome {
    // The session wants a page to serve; the files are opened as files.
    fs::write(folder.join("index.html"), "<!DOCTYPE html><title>judge</title>")?;
    let session = Session::serving(folder, DESK);
    for case in cases {
        session.load(&url_of(&case.file("html")));
        fs::write(case.file("browser.pdf"), session.print())?;
    }
    Ok(())
}

fn url_of(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/").replace('%', "%25").replace('#', "%23");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{path}")
}

/// The pages of PDF files; none for a file that is not there.
pub fn pages(
    project: &Project,
    files: &[PathBuf],
    with_ink: bool,
) -> Outcome<Vec<Option<Vec<Sheet>>>> {
    let there: Vec<_> = files.iter().filter(|it| it.is_file()).cloned().collect();
    let flags: &[&str] = if with_ink { &["--ink"] } else { &[] };
    let answer = python(project, "pdf.py", flags, &there)?;
    let mut answers = answer.lines();
    let mut read = |it: &PathBuf| {
        let answer = if it.is_file() { answers.next() } else { None };
        answer.and_then(|it| sheets::pdf(it).ok())
    };
    Ok(files.iter().map(&mut read).collect())
}

/// The text of each page of a PDF file, in the order in which it was written
/// there.
pub fn page_texts(project: &Project, file: &Path) -> Outcome<Vec<String>> {
    let mut poppler = program::command(project, "pdftotext");
    poppler.args(["-raw", "-enc", "UTF-8"]).arg(file).arg("-");
    let text = program::read(&mut poppler, "Poppler cannot read what Chromium printed.")?;
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    // Every page is ended by a form feed.
    pages.pop();
    Ok(pages)
}

fn python(project: &Project, script: &str, flags: &[&str], files: &[PathBuf]) -> Outcome<String> {
    if files.is_empty() {
        return Ok(String::new());
    }
    let mut python = program::command_at(project, &setup::python(project));
    python.arg(project.root().join("tests/judge").join(script)).args(flags).args(files);
    python.env("PYTHONIOENCODING", "utf-8");
    program::read(&mut python, "The lines above say which file.")
}
