//! Last year's report through the page: its figures on the board, some of them
//! changed, the years moved on, and nothing else.
//!
//! What is expected is computed natively: where the figures stand in the printed
//! text is found by printing it once more with brackets round them.

mod board;
mod spans;

use std::fs;
use std::path::Path;

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import::build;
use chengwen::import::recognise::Reading;
use chengwen::import::source;
use chengwen::ledger::board::Summary;
use chengwen::ledger::{board as native, change, rollover};
use chengwen::model::draft::Draft;

use crate::clock;
use crate::page::Page;
use crate::plan;
use board::Choice;
use spans::{Span, Verdict};

/// So many figures are changed through the board.
const CHANGED: usize = 3;

/// What the core makes of the file, without a browser.
struct Native {
    /// The paragraphs of the file.
    lines: Vec<String>,
    /// The draft of the new year as it begins.
    draft: Draft,
    from: u32,
    to: u32,
    summary: Summary,
}

/// Carries a report file over into the next year; whether everything was as it must be.
#[track_caller]
pub fn accept(file: &Path) -> bool {
    let native = match Native::of(file) {
        Ok(it) => it,
        Err(why) => {
            println!("{}: {why}", file.display());
            return false;
        }
    };
    let start = clock::now();
    let right = native.carry_over(file);
    println!("  {:.1} s", start.elapsed().as_secs_f64());
    right
}

impl Native {
    fn of(file: &Path) -> Result<Self, String> {
        let bytes = fs::read(file).map_err(|it| it.to_string())?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let read = source::read(&bytes, &name).map_err(|it| it.to_string())?;
        // Of a text we know the paragraphs without the reader that is tried here.
        let lines = match String::from_utf8(bytes) {
            Ok(text) if name.ends_with(".txt") => plan::lines(&text),
            _ => read.lines.iter().map(|it| it.text.trim().to_owned()).collect(),
        };
        let last = build::draft(&Reading::new(read.lines), "").0;
        let from = rollover::year(&last).ok_or("no year is named in this report")?;
        let to = from + 1;
        let draft = rollover::start(&last, "next".to_owned(), from, to);
        let summary = native::summary(&draft, &native::rows(&draft));
        Ok(Self { lines, draft, from, to, summary })
    }

    #[track_caller]
    fn carry_over(&self, file: &Path) -> bool {
        let Self { lines, from, to, .. } = self;
        println!("{}: {} paragraphs, of {from}, for {to}", file.display(), lines.len());
        let page = Page::open();
        page.moving(|| page.give_path(file));
        page.textbox("import.year").fill(&to.to_string());
        page.moving(|| page.button("import.turn").click());
        page.button("review.title").click();

        let mut verdict = Verdict::default();
        let said = page.board_summary();
        for (name, number) in counts(&self.summary) {
            let on_page = said.get(name).map_or("", String::as_str);
            println!("  {name}: the board says {on_page}, natively {number}");
            verdict.hold(on_page == number.to_string(), || format!("{name} differs"));
        }

        let choices = board::choose(&self.draft, CHANGED);
        verdict.hold(!choices.is_empty(), || "there is no figure to change".to_owned());
        let mut spans = Vec::new();
        for choice in &choices {
            page.change_on_board(choice);
            let linked = choice.targets.len() - 1;
            let Choice { name, new, .. } = choice;
            println!("  changed: {name} → {new}, and {linked} linked with it");
            spans.extend(choice.targets.iter().map(|it| (it.clone(), new.clone())));
        }
        let sure = board::sure(&self.draft);
        page.move_years_on(sure.len());
        let n_values = spans.len();
        spans.extend(sure);
        let said = page.board_summary();
        let updated = said.get("updated").cloned().unwrap_or_default();
        println!("  after that the board says: updated {updated}, open {}", said["open"]);
        verdict.hold(updated == n_values.to_string(), || format!("{n_values} were changed"));

        page.saved();
        let txt = page.export_lines();
        verdict.hold(txt == page.export_docx_paragraphs(), || "docx is not txt".to_owned());
        page.assert_clean();
        let expected = Span::all(&self.draft, &spans);
        let right = verdict.compare(lines, &txt, &expected);
        let years = expected.len().saturating_sub(n_values);
        println!("  {} spans were to differ: {n_values} values, {years} years", spans.len());
        verdict.hold(expected.len() == spans.len(), || "a span is not printed".to_owned());
        // The same, said by the whole text at once.
        let again = export::txt(&assemble(&replaced(&self.draft, &spans)));
        verdict.hold(again.lines().eq(txt.iter()), || "natively another text".to_owned());
        right && verdict.is_right()
    }
}

/// What the board counts, by the names of the blanks in its words.
pub fn counts(it: &Summary) -> [(&'static str, u32); 8] {
    [
        ("numerals", it.numerals),
        ("open", it.open),
        ("updated", it.updated),
        ("kept", it.kept),
        ("dropped", it.dropped),
        ("proposals", it.proposals),
        ("unchanged", it.unchanged),
        ("sentences", it.sentences),
    ]
}

/// The draft with these values, as the core itself puts them in.
fn replaced(draft: &Draft, spans: &[(chengwen::ledger::Figure, String)]) -> Draft {
    let mut draft = draft.clone();
    if let Some(edit) = change::set_values(&draft, spans) {
        edit.apply(&mut draft);
    }
    draft
}
