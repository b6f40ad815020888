//! Judges the layout of drafts, and of texts planned as drafts.
//!
//! ```text
//! judge OUT [--strained] FILE...
//! ```
//!
//! `cargo xtask layout` calls it. With `--strained`, drafts that are hard to lay
//! out are made and judged as well. Everything that was written for the judges
//! stays in OUT. Exit 1 when something is not as issue and standard want it.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::thread;

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import;
use chengwen_browser::layout::judges::{self, Case};
use chengwen_browser::layout::pages::Maker;
use chengwen_browser::layout::positions;
use chengwen_browser::layout::sheets::{self, Sheet};
use chengwen_browser::layout::story::Story;
use chengwen_browser::layout::verdict::{self, Verdict};
use chengwen_browser::layout::{grid, strain};
use chengwen_browser::{clock, plan};
use xtask::project::{Failure, Outcome, Project};

fn main() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().skip(1).collect();
    match run(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("judge: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[OsString]) -> Outcome<bool> {
    let project = Project::find()?;
    let [out, files @ ..] = args else {
        return Err(Failure::new("usage: judge OUT [--strained] FILE..."));
    };
    let out = Path::new(out);
    let (strained, files) = match files {
        [first, rest @ ..] if first == "--strained" => (true, rest),
        files => (false, files),
    };
    let mut cases = Vec::new();
    for file in files {
        cases.push(case(Path::new(file), out)?);
    }
    if strained {
        for (name, draft) in strain::drafts() {
            let path = out.join(format!("{name}.draft.json"));
            fs::write(&path, export::json(&draft))?;
            cases.push(Case::new(name.to_owned(), path, out));
        }
    }
    judge(&project, &cases, out)
}

/// A draft as it is, or a text by way of its plan.
fn case(file: &Path, out: &Path) -> Outcome<Case> {
    let stem = |it: &Path| it.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let failure = |it: String| Failure::new(format!("{}: {it}", file.display()));
    if file.extension().is_some_and(|it| it == "json") {
        // Cases of a suite all call their file the same.
        let folder = file.parent().map(stem).unwrap_or_default();
        let name = if stem(file) == "draft" { folder } else { stem(file) };
        return Ok(Case::new(name, file.to_owned(), out));
    }
    let text = fs::read_to_string(file).map_err(|it| failure(it.to_string()))?;
    let draft = plan::draft(&text).map_err(failure)?;
    let path = out.join(format!("{}.draft.json", stem(file)));
    fs::write(&path, export::json(&draft))?;
    Ok(Case::new(stem(file), path, out))
}

fn judge(project: &Project, cases: &[Case], out: &Path) -> Outcome<bool> {
    let start = clock::now();
    let mut verdicts = Vec::new();
    for case in cases {
        let mut verdict = Verdict { name: case.name.clone(), ..Verdict::default() };
        if !judges::convert(project, case)? {
            verdict.faults.push("the same draft gave other bytes".to_owned());
        }
        verdicts.push(verdict);
    }
    let converted = start.elapsed();
    // The office and the browser have a core each.
    let (office, browser) = thread::scope(|scope| {
        let office = scope.spawn(|| judges::print_office(project, cases, out));
        let browser = scope.spawn(|| judges::print_browser(cases, out));
        (office.join(), browser.join())
    });
    let failed = |what| Failure::new(format!("{what} failed; see above"));
    office.map_err(|_| failed("LibreOffice"))??;
    browser.map_err(|_| failed("Chromium"))??;
    let printed = start.elapsed();
    let validated = judges::validate(project, cases);
    let read_back = judges::read_back(project, cases)?;
    let files = |ending| cases.iter().map(|it| it.file(ending)).collect::<Vec<_>>();
    let office = judges::pages(project, &files("office.pdf"), false)?;
    let browser = judges::pages(project, &files("browser.pdf"), false)?;
    for (idx, (case, verdict)) in cases.iter().zip(&mut verdicts).enumerate() {
        let found = Found {
            faults: &validated[idx],
            read_back: read_back.get(idx).map(Vec::as_slice).unwrap_or_default(),
            office: office[idx].as_deref().unwrap_or_default(),
            browser: browser[idx].as_deref().unwrap_or_default(),
        };
        weigh(project, case, &found, verdict)?;
    }
    println!("{}", verdict::table(&verdicts));
    let seconds = |it: std::time::Duration| it.as_secs_f64();
    println!(
        "written in {:.1} s, printed in {:.1} s, judged in {:.1} s; files in {}",
        seconds(converted),
        seconds(printed - converted),
        seconds(start.elapsed() - printed),
        out.display()
    );
    for it in &verdicts {
        it.remarks.iter().for_each(|remark| println!("notice {}: {remark}", it.name));
    }
    let faults = verdict::faults(&verdicts);
    faults.iter().for_each(|it| println!("FAULT {it}"));
    Ok(faults.is_empty())
}

/// What the judges made of one draft.
struct Found<'a> {
    faults: &'a [String],
    read_back: &'a [String],
    office: &'a [Sheet],
    browser: &'a [Sheet],
}

fn weigh(project: &Project, case: &Case, found: &Found<'_>, verdict: &mut Verdict) -> Outcome {
    let draft = import::json::read(&fs::read(&case.draft)?)
        .map_err(|it| Failure::new(format!("{}: {it}", case.draft.display())))?;
    let story = Story::of(&assemble(&draft));
    let layout = fs::read_to_string(case.file("layout.json"))?;
    let ours = sheets::ours(&layout).map_err(Failure::new)?;
    verdict.remarks = sheets::notices(&layout);
    if case.name == strain::NOTICED && verdict.remarks.is_empty() {
        verdict.faults.push("no notice says what does not fit".to_owned());
    }
    verdict.n_chars = story.text().len();
    verdict.ours = ours.len();
    verdict.office = found.office.len();
    verdict.browser = found.browser.len();

    verdict.faults.extend(found.faults.iter().take(3).map(|it| format!("docx: {it}")));
    let txt = fs::read_to_string(case.file("txt"))?;
    // What the open fonts do not have is taken from others, of other widths.
    verdict.incomparable = txt.contains(sheets::is_exotic);
    let lines = txt.lines().filter(|it| !it.trim().is_empty());
    let mut both = lines.zip(found.read_back).enumerate();
    if let Some((idx, (txt, docx))) = both.find(|(_, (txt, docx))| txt != docx) {
        verdict.faults.push(format!("line {}: txt {txt:?}, docx {docx:?}", idx + 1));
    } else if txt.lines().filter(|it| !it.trim().is_empty()).count() != found.read_back.len() {
        verdict.faults.push(format!("the docx reads back as {} lines", found.read_back.len()));
    }
    if verdict.browser != verdict.ours {
        verdict.faults.push(format!("Chromium prints {} pages", verdict.browser));
    }
    if verdict.office == 0 {
        verdict.faults.push("LibreOffice made no sound PDF".to_owned());
    }
    let our_pages: Vec<String> = ours.iter().map(text_of).collect();
    let pages = judges::page_texts(project, &case.file("browser.pdf"))?;
    let texts = [("layout", our_pages), ("html", pages)];
    for (what, pages) in texts {
        if let Some(difference) = story.parts_from(&pages) {
            verdict.faults.push(format!("{what}: {difference}"));
        }
    }
    if draft.profile.is_standard() {
        for (at, sheets) in [ours.as_slice(), found.office].into_iter().enumerate() {
            let places = story.places(sheets);
            verdict.full[at] = grid::full_pages(&story, sheets, &places);
            verdict.solid[at] = grid::solid_lines(&story, sheets, &places);
        }
    }
    if !draft.elements.is_empty() {
        let files = [case.file("office.pdf"), case.file("browser.pdf")];
        let measured = judges::pages(project, &files, true)?;
        for (maker, sheets) in [Maker::Office, Maker::Browser].into_iter().zip(measured) {
            let report = positions::measure(&draft, &sheets.unwrap_or_default(), maker);
            println!("{}", report.table(&case.name, maker));
            verdict.faults.extend(report.faults(maker));
        }
    }
    Ok(())
}

fn text_of(sheet: &Sheet) -> String {
    sheet.lines.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join("\n")
}
