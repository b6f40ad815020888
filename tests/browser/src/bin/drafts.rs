//! Turns finished texts into draft files, by the plan that a person would
//! follow through the forms.
//!
//! ```text
//! drafts OUTDIR FILE...
//! ```
//!
//! A text whose draft would not print the same lines again is refused.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use chengwen::export;
use chengwen_browser::plan;

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    let [out, files @ ..] = args.as_slice() else {
        eprintln!("usage: drafts OUTDIR FILE...");
        return ExitCode::from(2);
    };
    let mut n_wrong = 0;
    for file in files {
        if let Err(error) = write(Path::new(out), Path::new(file)) {
            println!("{}: {error}", Path::new(file).display());
            n_wrong += 1;
        }
    }
    if n_wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn write(out: &Path, file: &Path) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|it| it.to_string())?;
    let draft = plan::draft(&text)?;
    let name = Path::new(file.file_name().unwrap_or_default()).with_extension("json");
    fs::write(out.join(name), export::json(&draft)).map_err(|it| it.to_string())
}
