//! The command line: the same core as the page.
//!
//! ```text
//! chengwen convert IN OUT        txt md docx json in; txt md docx html json out, by extension
//! chengwen layout FILE           the pages as JSON: every line with its place
//! chengwen compare OLD NEW       what differs, figures first, as text
//! chengwen outline FILE          what its lines are understood as, as JSON
//! chengwen check FILE [--json]   what the checks find; exit 1 when something is surely wrong
//! ```
//!
//! Exit 0 on success; 2 with one line on stderr for a bad call or a file that
//! cannot be read or written. Nothing is written half.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use chengwen::assemble::assemble;
use chengwen::check;
use chengwen::check::listing;
use chengwen::compare::listing::Listing;
use chengwen::compare::{compare, text};
use chengwen::export;
use chengwen::import;
use chengwen::import::recognise::Reading;
use chengwen::model::draft::Draft;

const USAGE: &str = "usage: chengwen convert IN.(txt|md|docx|json) OUT.(txt|md|docx|html|json) | layout FILE | compare OLD.json NEW.json | outline FILE | check FILE [--json]";

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().skip(1).collect();
    let words: Vec<_> = args.iter().map(|it| it.to_string_lossy()).collect();
    let words: Vec<_> = words.iter().map(|it| it.as_ref()).collect();
    let done = match words.as_slice() {
        ["convert", _, _] => convert(Path::new(&args[1]), Path::new(&args[2])),
        ["layout", _] => layout(Path::new(&args[1])),
        ["compare", _, _] => differences(Path::new(&args[1]), Path::new(&args[2])),
        ["outline", _] => outline(Path::new(&args[1])),
        ["check", _] => return checked(check(Path::new(&args[1]), listing::text)),
        ["check", _, "--json"] => {
            return checked(check(Path::new(&args[1]), |_, it| listing::json(it)));
        }
        ["check", _, "--tsv"] => return checked(check(Path::new(&args[1]), listing::rows)),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => refused(&message),
    }
}

fn refused(message: &str) -> ExitCode {
    // Nothing helps when stderr is closed; the exit code still tells.
    let _ = writeln!(std::io::stderr(), "chengwen: {}", message.replace('\n', " "));
    ExitCode::from(2)
}

fn convert(from: &Path, to: &Path) -> Result<(), String> {
    // The name of the output is checked first: it costs nothing.
    let write: fn(&Draft) -> Vec<u8> = match extension(to).as_str() {
        "txt" => |it| export::txt(&assemble(it)).into_bytes(),
        "md" => |it| export::md(&assemble(it)).into_bytes(),
        "docx" => |it| export::docx(&assemble(it), &it.profile, &export::properties(it)),
        "json" => export::json,
        "html" => |it| export::html(&assemble(it), &it.profile, it.title.trim()),
        other => return Err(format!("cannot write .{other}: txt, md, docx, html or json")),
    };
    let draft = read(from)?;
    save(to, &write(&draft)).map_err(|it| format!("{}: {it}", show(to)))
}

/// Reads a draft from a file, by its extension.
fn read(from: &Path) -> Result<Draft, String> {
    match extension(from).as_str() {
        "json" => {}
        "txt" | "md" | "docx" => {
            let source = source(from)?;
            let reading = Reading::new(source.lines);
            let (draft, notices) = import::build::draft(&reading, "import");
            for notice in source.notices.iter().chain(&notices) {
                // Nothing helps when stderr is closed; the draft is whole all the same.
                let _ = writeln!(std::io::stderr(), "chengwen: {notice}");
            }
            return Ok(draft);
        }
        other => {
            return Err(format!("{}: cannot read .{other}: txt, md, docx or json", show(from)));
        }
    }
    let size = fs::metadata(from).map_err(|it| format!("{}: {it}", show(from)))?.len();
    if (import::json::LIMIT as u64) < size {
        return Err(format!("{}: {}", show(from), import::json::Refusal::TooLarge));
    }
    let bytes = fs::read(from).map_err(|it| format!("{}: {it}", show(from)))?;
    import::json::read(&bytes).map_err(|it| format!("{}: {it}", show(from)))
}

/// Reads a text file, Markdown or Word document line by line.
fn source(from: &Path) -> Result<import::source::Source, String> {
    let refused = |it: import::source::Refusal| format!("{}: {it}（{}）", show(from), it.chinese());
    let size = fs::metadata(from).map_err(|it| format!("{}: {it}", show(from)))?.len();
    if (import::source::LIMIT as u64) < size {
        return Err(refused(import::source::Refusal::TooLarge));
    }
    let bytes = fs::read(from).map_err(|it| format!("{}: {it}", show(from)))?;
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    import::source::read(&bytes, &name).map_err(refused)
}

/// Prints what a text is understood as.
fn outline(from: &Path) -> Result<(), String> {
    if extension(from) == "json" {
        return Err(format!("{}: cannot outline .json: txt, md or docx", show(from)));
    }
    let reading = Reading::new(source(from)?.lines);
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    let outline = import::outline::outline(&reading, &name);
    let mut bytes = serde_json::to_vec_pretty(&outline).map_err(|it| it.to_string())?;
    bytes.push(b'\n');
    print(&bytes)
}

/// Prints the pages of a draft.
fn layout(from: &Path) -> Result<(), String> {
    let draft = read(from)?;
    print(&export::pages(&assemble(&draft), &draft.profile))
}

/// Prints what differs between two drafts.
fn differences(old: &Path, new: &Path) -> Result<(), String> {
    let (old, new) = (read(old)?, read(new)?);
    let comparison = compare(&assemble(&old), &assemble(&new));
    print(text::text(&Listing::of(&comparison)).as_bytes())
}

/// Prints what the checks find in a report; whether something is surely wrong.
fn check(from: &Path, list: fn(&check::Text, &[check::Finding]) -> String) -> Result<bool, String> {
    let document = assemble(&read(from)?);
    let text = check::Text::of(&document);
    let found = check::all(&text, &check::Settings::default());
    print(list(&text, &found).as_bytes())?;
    Ok(found.iter().any(|it| it.level == check::Level::Error))
}

/// 0 when nothing is surely wrong, 1 when something is, 2 for a bad call.
fn checked(found: Result<bool, String>) -> ExitCode {
    match found {
        Ok(is_wrong) => ExitCode::from(u8::from(is_wrong)),
        Err(message) => refused(&message),
    }
}

fn print(bytes: &[u8]) -> Result<(), String> {
    match std::io::stdout().write_all(bytes) {
        // Whoever reads may stop when they have seen enough.
        Err(it) if it.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|it| it.to_string()),
    }
}

/// Writes beside the file and renames, so that a full disk or a signal leaves
/// the old file or none, never half a new one.
fn save(to: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = to.with_file_name(name);
    let written = fs::File::create_new(&part).and_then(|mut it| {
        it.write_all(bytes)?;
        it.sync_all()
    });
    let renamed = written.and_then(|()| fs::rename(&part, to));
    if renamed.is_err() {
        let _ = fs::remove_file(&part);
    }
    renamed
}

fn extension(path: &Path) -> String {
    path.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn show(path: &Path) -> std::path::Display<'_> {
    path.display()
}
