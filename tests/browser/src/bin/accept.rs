//! Writes finished reports through the forms, exports them and compares.
//!
//! ```text
//! accept FILE...              UTF-8 text, a paragraph a line, the first one the title
//! accept --rollover FILE...   last year's reports, as texts or Word files
//! ```
//!
//! Exit 1 when a report does not come out as it went in; of last year's report,
//! when anything differs but the figures that were changed and the years.

use std::fs;
use std::panic;
use std::path::Path;
use std::process::ExitCode;

use chengwen_browser::clock;
use chengwen_browser::plan::{self, Tally};
use chengwen_browser::{Page, author, rollover};

/// Nobody types a page again that lies finished on the table, so what is longer
/// than a heading is pasted.
const TYPED: usize = 20;

fn main() -> ExitCode {
    let mut files: Vec<_> = std::env::args_os().skip(1).collect();
    let is_rollover = files.first().is_some_and(|it| it == "--rollover");
    if is_rollover {
        files.remove(0);
    }
    if files.is_empty() {
        eprintln!("usage: accept [--rollover] FILE...");
        return ExitCode::from(2);
    }
    let try_out = if is_rollover { rollover::accept } else { accept };
    let mut n_wrong = 0;
    for file in &files {
        let file = Path::new(file);
        // One file that stops the page must not hide the others.
        let right = panic::catch_unwind(|| try_out(file)).unwrap_or(false);
        n_wrong += usize::from(!right);
    }
    let how = if is_rollover { "are next year's" } else { "came out as they went in" };
    println!("{} of {} files {how}", files.len() - n_wrong, files.len());
    if n_wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn accept(file: &Path) -> bool {
    let name = file.display();
    let lines = match fs::read_to_string(file) {
        Ok(text) => plan::lines(&text),
        Err(error) => {
            println!("{name}: {error}");
            return false;
        }
    };
    let plan = plan::plan(&lines);
    let start = clock::now();
    let page = Page::open();
    page.session.type_at_most(TYPED);
    author::write(&page, &plan);
    let txt = page.export_lines();
    let docx = page.export_docx_paragraphs();
    page.assert_clean();
    let seconds = start.elapsed().as_secs_f64();
    let n_chars: usize = lines.iter().map(|it| it.chars().count()).sum();
    let Tally { head, sections, items, paragraphs } = plan.tally();
    println!("{name}: {} paragraphs, {n_chars} characters, {seconds:.1} s", lines.len());
    println!("  as {head} head, {sections} section, {items} item, {paragraphs} plain");
    let same = [compare("txt", &lines, &txt), compare("docx", &lines, &docx)];
    same == [true, true]
}

/// Says how many paragraphs are the same, and shows the first that is not.
fn compare(format: &str, expected: &[String], found: &[String]) -> bool {
    let n_same = expected.iter().zip(found).filter(|(a, b)| a == b).count();
    let n = expected.len().max(found.len());
    println!("  identical in {format} {n_same}/{n}");
    let first = (0..n).find(|&it| expected.get(it) != found.get(it));
    if let Some(idx) = first {
        let (expected, found) = (shown(expected.get(idx)), shown(found.get(idx)));
        let same = expected.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
        // A few characters before the place where the two part.
        let from = same.saturating_sub(15);
        let cut = |it: &str| it.chars().skip(from).take(60).collect::<String>();
        println!("  first difference, paragraph {}, character {}:", idx + 1, same + 1);
        println!("    file {:?}\n    page {:?}", cut(&expected), cut(&found));
    }
    first.is_none()
}

fn shown(paragraph: Option<&String>) -> String {
    paragraph.map_or_else(|| "(no such paragraph)".to_owned(), String::clone)
}
