//! 送审单: one page of what is still open, to go with the report.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};

use crate::assemble::assemble;
use crate::check::{Level, dismissed};
use crate::export;
use crate::ledger::board;
use crate::model::draft::{Draft, Entry, NodeId, Section};
use crate::model::kind::Kind;
use crate::model::length::length;
use crate::model::missing;
use crate::model::table::{self, Table};
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::review::Look;
use crate::scene::review::parts::message;
use crate::scene::words::{grouped, say};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// So many findings are named; the others are counted.
const NAMED: usize = 10;

/// The sheet as a heading and rows of words: two cells each.
struct Sheet {
    title: String,
    rows: Vec<[String; 2]>,
}

/// Does what the author asks of the sheet; none where the act is about something else.
pub(super) fn play(event: &Event<'_>, look: &Look<'_>) -> Option<Reply> {
    match event.deed() {
        ("print", _) => Some(Reply::none().with(Op::Print)),
        ("submission-docx", _) => {
            let sheet = sheet(look, event.today);
            let draft = document(&sheet);
            let bytes =
                export::docx(&assemble(&draft), &draft.profile, &export::properties(&draft));
            let name = format!("{}.docx", sheet.title);
            let file = Op::File(name, DOCX.to_owned(), STANDARD.encode(bytes));
            Some(Reply::none().with(file))
        }
        _ => None,
    }
}

/// The panel.
pub(super) fn draw(look: &Look<'_>, today: &str) -> Markup {
    let sheet = sheet(look, today);
    html! {
        div class="scene__row scene__tools" {
            button type="button" id="submission-print" data-act="print" { (say!(look.locale, submission.print)) }
            button type="button" id="submission-docx" data-act="submission-docx" { (say!(look.locale, submission.docx)) }
        }
        h3 { (sheet.title) }
        table {
            tbody {
                @for [name, value] in &sheet.rows {
                    tr { th scope="row" { (name) } td { @for line in value.lines() { (line) br; } } }
                }
            }
        }
    }
}

fn sheet(look: &Look<'_>, today: &str) -> Sheet {
    let (locale, draft) = (look.locale, look.draft);
    let name = draft.display_name().replace('\n', "");
    let mut rows = vec![
        [say!(locale, submission.report).to_owned(), draft.title.replace('\n', "")],
        [say!(locale, submission.date).to_owned(), today.to_owned()],
        [
            say!(locale, submission.version).to_owned(),
            say!(locale, submission.version_is, version = env!("CARGO_PKG_VERSION")),
        ],
        [say!(locale, submission.length).to_owned(), lengths(look)],
    ];
    let n_missing = missing::in_draft(draft);
    let none = || say!(locale, submission.none).to_owned();
    rows.push([
        say!(locale, submission.missing).to_owned(),
        if n_missing == 0 { none() } else { say!(locale, submission.n_missing, n = n_missing) },
    ]);
    rows.push([say!(locale, submission.figures).to_owned(), figures(look)]);
    for level in Level::ALL {
        let found: Vec<_> = look.found.iter().filter(|it| it.level == level).collect();
        let mut lines = vec![say!(locale, submission.n_found, n = found.len())];
        if level != Level::Hint {
            lines.extend(found.iter().take(NAMED).map(|it| message(locale, it)));
        }
        let name = match level {
            Level::Error => say!(locale, submission.errors),
            Level::Doubt => say!(locale, submission.doubts),
            Level::Hint => say!(locale, submission.hints),
        };
        rows.push([name.to_owned(), lines.join("\n")]);
    }
    let left = look.dismissed.iter().filter_map(|it| {
        let why = dismissed::find(&look.text, it, &look.notes.dismissed)?;
        let reason = if why.reason.is_empty() {
            say!(locale, submission.no_reason).to_owned()
        } else {
            why.reason.clone()
        };
        Some(format!("{}（{reason}）", message(locale, it)))
    });
    let left: Vec<_> = left.collect();
    rows.push([
        say!(locale, submission.left).to_owned(),
        if left.is_empty() { none() } else { left.join("\n") },
    ]);
    rows.push([say!(locale, submission.signed).to_owned(), String::new()]);
    Sheet { title: say!(locale, submission.title, name = name), rows }
}

/// The length of the whole and of each section of the first level, against what is
/// wanted.
fn lengths(look: &Look<'_>) -> String {
    let (locale, draft) = (look.locale, look.draft);
    let kind = Kind::built_in().iter().find(|it| it.id == draft.kind);
    let against = |n: u32, target: u32| match target {
        0 => grouped(n),
        _ => say!(locale, submission.of, n = grouped(n), target = grouped(target)),
    };
    let total: u32 = look.document.paragraphs.iter().map(|it| length(&it.text())).sum();
    let mut lines = vec![say!(locale, submission.whole, length = against(total, draft.target))];
    let mut idx = 0;
    while let Some(section) = draft.sections.get(idx) {
        let range = draft.subtree(idx);
        idx = range.end.max(idx + 1);
        let n: u32 = draft.sections.get(range).unwrap_or_default().iter().map(in_section).sum();
        let target = kind.and_then(|it| it.slot(&section.slot)).map_or(0, |it| it.target);
        if 0 < n && section.has_heading() {
            lines.push(format!("{}：{}", section.heading, against(n, target)));
        }
    }
    lines.join("\n")
}

fn in_section(section: &Section) -> u32 {
    let parts = section
        .entries
        .iter()
        .flat_map(|entry| crate::model::draft::Part::ALL.map(|part| length(entry.part(part))));
    length(&section.heading) + parts.sum::<u32>()
}

/// The figures that nobody has confirmed.
fn figures(look: &Look<'_>) -> String {
    let rows = board::rows(look.draft);
    let summary = board::summary(look.draft, &rows);
    let mut lines = vec![say!(
        look.locale,
        submission.n_figures,
        n = summary.figures,
        unproved = summary.unproved
    )];
    if look.notes.rollover.is_some() {
        lines.push(say!(
            look.locale,
            submission.n_open,
            open = summary.open,
            proposals = summary.proposals,
            unchanged = summary.unchanged
        ));
        let named = board::unconfirmed(&rows).filter_map(|it| it.figure.as_ref());
        lines.extend(named.take(NAMED).map(|it| format!("{}{}", it.label, it.whole())));
    }
    lines.join("\n")
}

/// The sheet as a document of its own.
fn document(sheet: &Sheet) -> Draft {
    let mut draft = Kind::custom().draft("submission".to_owned(), "", "");
    draft.title.clone_from(&sheet.title);
    draft.signature.clear();
    draft.date.clear();
    let rows: Vec<Vec<String>> =
        sheet.rows.iter().map(|it| it.iter().map(|it| it.replace('\n', "；")).collect()).collect();
    let entry = Entry {
        text: table::text(&rows),
        table: Some(Table { header_rows: 0, landscape: false }),
        ..Entry::new(NodeId(2), false)
    };
    draft.sections = vec![Section {
        id: NodeId(1),
        slot: String::new(),
        level: 0,
        heading: String::new(),
        run_in: false,
        attached: false,
        written: None,
        items: crate::model::draft::items(),
        entries: vec![entry],
    }];
    draft.next_id = 3;
    draft
}
