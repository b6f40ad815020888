//! What others say of the exported docx: the SDK's validator, python-docx, LibreOffice.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fingerprint;
use crate::program;
use crate::project::{Failure, Outcome, Project};
use crate::setup;

/// Opens every file named after the script and looks at each paragraph.
const OPEN: &str = "\
import sys, docx
for path in sys.argv[1:]:
    document = docx.Document(path)
    text = [it.text for it in document.paragraphs]
    if not any(text) or not document.sections:
        sys.exit(f'{path}: no text')
";

/// Converts every draft of the repository and has the files judged.
pub fn check(project: &Project) -> Outcome {
    let drafts = drafts(project)?;
    if drafts.is_empty() {
        return Err(Failure::new("no draft to convert in templates/samples or tests/suite"));
    }
    let out = project.target().join("docx-check");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let first = convert(project, &drafts, &out.join("first"))?;
    let second = convert(project, &drafts, &out.join("second"))?;
    for (one, two) in first.iter().zip(&second) {
        if fs::read(one)? != fs::read(two)? {
            let (one, two) = (one.display(), two.display());
            return Err(Failure::new(format!("the same draft gave other bytes: {one} and {two}")));
        }
    }
    validate(project, &first)?;
    let mut python = program::command_at(project, &setup::python(project));
    program::read(python.args(["-c", OPEN]).args(&first), "python-docx cannot read it.")?;
    render(project, &first, &out)?;
    println!("Drafts judged: {}; same bytes twice, valid, read back, rendered.", first.len());
    Ok(())
}

fn drafts(project: &Project) -> Outcome<Vec<PathBuf>> {
    let samples = fingerprint::files(&project.root().join("templates/samples"))?;
    let suite = fingerprint::files(&project.root().join("tests/suite"))?;
    let samples = samples.into_iter().filter(|it| it.extension().is_some_and(|it| it == "json"));
    let suite = suite.into_iter().filter(|it| it.ends_with("draft.json"));
    Ok(samples.chain(suite).collect())
}

fn convert(project: &Project, drafts: &[PathBuf], out: &Path) -> Outcome<Vec<PathBuf>> {
    fs::create_dir_all(out)?;
    let mut files = Vec::new();
    for draft in drafts {
        let file = out.join(docx_name(project.root(), draft));
        let mut convert = program::command_at(project, &project.command_line());
        convert.arg("convert").arg(draft).arg(&file);
        program::read(&mut convert, &format!("It was converting {}.", draft.display()))?;
        files.push(file);
    }
    Ok(files)
}

/// A flat name for a draft's docx: cases all call their file `draft.json`.
fn docx_name(root: &Path, draft: &Path) -> String {
    let name = fingerprint::relative(root, draft).replace('/', "-");
    name.strip_suffix(".json").unwrap_or(&name).to_owned() + ".docx"
}

fn validate(project: &Project, files: &[PathBuf]) -> Outcome {
    for file in files {
        let mut judge = program::command(project, "ooxml-validator");
        let advice = format!("The validator finds fault with {}.", file.display());
        program::read(judge.arg(file), &advice)?;
    }
    Ok(())
}

fn render(project: &Project, files: &[PathBuf], out: &Path) -> Outcome {
    let mut office = program::command(project, "soffice");
    // A profile of its own: a running LibreOffice would take the call and return.
    let profile = out.join("profile").to_string_lossy().replace('\\', "/");
    let slash = if profile.starts_with('/') { "" } else { "/" };
    office.arg(format!("-env:UserInstallation=file://{slash}{profile}"));
    office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(out).args(files);
    program::read(&mut office, "LibreOffice cannot render it.")?;
    for file in files {
        let pdf = out.join(file.file_name().unwrap_or_default()).with_extension("pdf");
        // LibreOffice reports success for files that it skipped.
        let mut info = program::command(project, "pdfinfo");
        let advice = format!("LibreOffice made no sound PDF of {}.", file.display());
        program::read(info.arg(&pdf), &advice)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_each_docx_after_its_draft() {
        let root = Path::new("/work");
        let check = |draft, expected| assert_eq!(docx_name(root, Path::new(draft)), expected);
        check("/work/tests/suite/empty/draft.json", "tests-suite-empty-draft.docx");
        check("/work/templates/samples/annual.json", "templates-samples-annual.docx");
    }
}
