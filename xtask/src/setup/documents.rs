//! What opens exported files besides Word: LibreOffice, Poppler and two packages of Python.

use std::path::PathBuf;

use super::announce;
use super::system::{self, Need};
use crate::program;
use crate::project::{Outcome, Project};

/// Reads the text of a docx, and the places on a page of a PDF.
const PACKAGES: [(&str, &str); 2] = [("python-docx", "1.2.0"), ("pypdfium2", "5.15.2")];

pub(super) fn install(project: &Project) -> Outcome {
    if program::find(project, "soffice").is_none() || program::find(project, "pdfinfo").is_none() {
        let need = Need {
            what: "LibreOffice Writer with Poppler",
            usual: "3 minutes",
            debian: &["libreoffice-writer-nogui", "poppler-utils", "fonts-noto-cjk"],
            elsewhere: "Fedora: sudo dnf install libreoffice-writer poppler-utils. \
                        macOS: brew install --cask libreoffice; brew install poppler. \
                        Windows: winget install TheDocumentFoundation.LibreOffice, and Poppler; both on PATH.",
        };
        system::install(project, &need)?;
    }
    python_packages(project)
}

/// The Python that has the packages.
pub fn python(project: &Project) -> PathBuf {
    let venv = project.tools().join("python");
    if cfg!(windows) { venv.join("Scripts/python.exe") } else { venv.join("bin/python") }
}

fn python_packages(project: &Project) -> Outcome {
    if has_packages(project) {
        return Ok(());
    }
    announce("python-docx and pypdfium2", "20 seconds");
    let venv = project.tools().join("python");
    let make =
        |name| program::command(project, name).args(["-m", "venv", "--clear"]).arg(&venv).status();
    let made = ["python3", "python"].iter().any(|it| make(it).is_ok_and(|it| it.success()));
    if !made {
        // Debian ships Python without the part that makes environments.
        let need = Need {
            what: "Python with venv",
            usual: "1 minute",
            debian: &["python3", "python3-venv"],
            elsewhere: "Fedora: sudo dnf install python3. macOS: brew install python. \
                        Windows: winget install Python.Python.3.13.",
        };
        system::install(project, &need)?;
        let mut python = program::command(project, "python3");
        program::run(python.args(["-m", "venv", "--clear"]).arg(&venv), need.elsewhere)?;
    }
    let mut pip = program::command_at(project, &python(project));
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    program::run(
        pip.args(PACKAGES.map(|(name, version)| format!("{name}=={version}"))),
        "It needs PyPI; run the same command again when it is reachable.",
    )
}

fn has_packages(project: &Project) -> bool {
    let mut python = program::command_at(project, &python(project));
    let script = "import importlib.metadata as m, sys; print(*map(m.version, sys.argv[1:]))";
    let output = python.args(["-c", script]).args(PACKAGES.map(|(name, _)| name)).output();
    let wanted = PACKAGES.map(|(_, version)| version).join(" ");
    output.is_ok_and(|it| it.stdout.trim_ascii() == wanted.as_bytes())
}
