//! The pages of a report as data, for those who measure them.

use serde::Serialize;

use crate::assemble::{Document, Role};
use crate::layout::units::{in_mm, in_pt};
use crate::layout::{NoticeKind, Placed, Press, sheet};
use crate::model::profile::Profile;

#[derive(Serialize)]
struct File {
    pages: Vec<PageJson>,
    notices: Vec<NoticeJson>,
}

#[derive(Serialize)]
struct PageJson {
    number: usize,
    landscape: bool,
    lines: Vec<LineJson>,
    rules: Vec<RuleJson>,
}

/// Lengths in mm from the top left of the sheet, sizes in points.
#[derive(Serialize)]
struct LineJson {
    text: String,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    size: f64,
    solid: bool,
    first: bool,
    role: String,
}

#[derive(Serialize)]
struct RuleJson {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    red: bool,
}

#[derive(Serialize)]
struct NoticeJson {
    kind: &'static str,
    page: usize,
}

/// Writes the pages as JSON.
pub fn pages(document: &Document, profile: &Profile) -> Vec<u8> {
    let press = Press::of(document, profile);
    let pages = press.pages();
    let page_json = |(idx, page): (usize, &crate::layout::pages::Page)| {
        let sheet = sheet(&press, page, idx + 1);
        let folio = sheet.folio.iter();
        let rule = |it: &crate::layout::Rule| RuleJson {
            x: in_mm(it.x),
            y: in_mm(it.y),
            width: in_mm(it.width),
            height: in_mm(it.height),
            red: it.red,
        };
        PageJson {
            number: sheet.number,
            landscape: sheet.is_turned,
            lines: sheet.texts.iter().chain(folio).map(line).collect(),
            rules: sheet.rules.iter().map(rule).collect(),
        }
    };
    let notices = pages.notices.iter();
    let file = File {
        pages: pages.pages.iter().enumerate().map(page_json).collect(),
        notices: notices.map(|it| NoticeJson { kind: kind(it.kind), page: it.page }).collect(),
    };
    super::files::pretty(&file)
}

fn line(it: &Placed) -> LineJson {
    LineJson {
        text: it.text(),
        x: in_mm(it.x),
        y: in_mm(it.y),
        width: in_mm(it.width),
        height: in_mm(it.height),
        size: it.runs.first().map_or(0.0, |it| in_pt(it.look.size)),
        solid: it.solid,
        first: it.is_first,
        role: it.role.map_or_else(|| "folio".to_owned(), role),
    }
}

fn role(role: Role) -> String {
    let name = format!("{role:?}");
    name.split(['(', ' ']).next().unwrap_or_default().to_lowercase()
}

fn kind(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::TableTooWide => "table-too-wide",
        NoticeKind::RowTooHigh => "row-too-high",
        NoticeKind::NoBodyOnFirstPage => "no-body-on-first-page",
        NoticeKind::ClosingAlone => "closing-alone",
        NoticeKind::MarkTooLong => "mark-too-long",
        NoticeKind::WordBroken => "word-broken",
    }
}
