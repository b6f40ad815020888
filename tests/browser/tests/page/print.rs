//! What is printed is the paper, all of it and nothing else.

use std::path::PathBuf;

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::model::draft::{Draft, Entry};
use chengwen::model::element::Element;
use chengwen::model::table::{self, Table};
use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::engine::{Engine, left_out};
use chengwen_browser::layout::judges;
use chengwen_browser::layout::story::Story;
use chengwen_browser::{Page, session};
use xtask::program;
use xtask::project::Project;

use crate::texts::{draft_of_paragraphs, n_pages, printed};

/// Why nothing is printed in WebKit.
const NO_PRINTER: &str = "WebKitWebDriver does not print";

/// Prints the page, and checks that this draft is on the paper.
#[track_caller]
fn check(page: &Page, draft: &Draft) -> PathBuf {
    let n = n_pages(draft);
    assert_eq!(page.page_count().1, n);
    let file = page.session.file("printed.pdf", &page.session.print());
    let project = Project::find().unwrap_or_else(|it| panic!("{it}"));
    let mut poppler = program::command(&project, "pdfinfo");
    let about = program::read(poppler.arg(&file), "").unwrap_or_else(|it| panic!("{it}"));
    let says = |name: &str| {
        let line = about.lines().find_map(|it| it.strip_prefix(name));
        line.unwrap_or_else(|| panic!("no {name} in\n{about}")).trim().to_owned()
    };
    assert_eq!(says("Pages:"), n.to_string());
    let size = says("Page size:");
    let points: Vec<f64> = size.split(' ').filter_map(|it| it.parse().ok()).collect();
    let is_a4 = (points[0] - 595.3).abs() < 1.0 && (points[1] - 841.9).abs() < 1.0;
    assert!(is_a4, "{size}");
    let document = assemble(draft);
    // In its PDF, Firefox names signs by others that look the same: ⻘ for 青.
    if page.session.engine() != Engine::Firefox {
        let pages = judges::page_texts(&project, &file).unwrap_or_else(|it| panic!("{it}"));
        if let Some(difference) = Story::of(&document).parts_from(&pages) {
            panic!("{difference}");
        }
    }
    // And that is what the exported text says.
    let txt = export::txt(&document);
    let txt: Vec<_> = txt.lines().filter(|it| !it.is_empty()).collect();
    assert_eq!(txt, printed(draft));
    file
}

/// A report with an element of every sort, a table, and some pages.
fn draft() -> Draft {
    let mut draft = draft_of_paragraphs("print-1", 45);
    draft.signature = "青溪县图书馆".to_owned();
    draft.date = "2025年12月20日".to_owned();
    for (element, text) in [
        (Element::IssuerMark, "青溪县图书馆文件"),
        (Element::DocumentNumber, "青图发〔2025〕7号"),
        (Element::CopyTo, "县文化和旅游局，县财政局"),
        (Element::PrintedBy, "青溪县图书馆办公室"),
        (Element::PrintedOn, "2025年12月22日"),
    ] {
        draft.elements.insert(element, text.to_owned());
    }
    let id = draft.take_id();
    let row = |n: usize| vec![format!("{n}号村"), format!("{}户", n * 3), String::new()];
    draft.sections[0].entries.push(Entry {
        lead: "走访户数".to_owned(),
        text: table::text(&(1..=40).map(row).collect::<Vec<_>>()),
        table: Some(Table { header_rows: 1, landscape: false }),
        ..Entry::new(id, false)
    });
    draft
}

#[test]
fn the_printed_pages_are_those_of_the_paper() {
    if left_out(&[Engine::Webkit], NO_PRINTER) {
        return;
    }
    let draft = draft();
    let page = Page::open();
    page.open_file("print.json", &export::json(&draft));
    check(&page, &draft);
    // Wherever the paper is scrolled to, however large it is shown, whatever
    // lies beside it or over it.
    let n_sheets = page.sheets().len();
    page.scroll_paper(1500.0);
    page.button("paper.larger").click();
    page.open_export();
    check(&page, &draft);
    page.switch_language();
    check(&page, &draft);
    page.switch_language();
    page.scroll_paper(0.0);
    assert_eq!(page.sheets().len(), n_sheets, "the sheets stay after printing");
    page.assert_clean();
}

#[test]
fn a_phone_prints_the_paper_from_any_pane() {
    if left_out(&[Engine::Webkit], NO_PRINTER) {
        return;
    }
    let draft = draft();
    let page = Page::open();
    page.open_file("phone.json", &export::json(&draft));
    page.session.set_screen(session::PHONE);
    check(&page, &draft);
    page.button("bench.paper").click();
    check(&page, &draft);
    page.assert_clean();
}

#[test]
fn a_turned_table_prints_on_a_page_of_the_same_size() {
    if left_out(&[Engine::Webkit], NO_PRINTER) {
        return;
    }
    let mut draft = draft();
    for entry in &mut draft.sections[0].entries {
        if let Some(table) = &mut entry.table {
            table.landscape = true;
        }
    }
    let page = Page::open();
    page.open_file("turned.json", &export::json(&draft));
    let _ = check(&page, &draft);
    page.assert_clean();
}

#[test]
fn the_button_asks_the_browser_to_print() {
    let page = Page::open();
    page.open_file("print.json", &export::json(&draft()));
    page.session.script("window.print = () => { window.asked = (window.asked || 0) + 1 }", &[]);
    page.open_export();
    page.button("export.print").click();
    // All sheets are on the page before the browser begins.
    let asked = || (page.session.script("return window.asked", &[]) == 1).then_some(());
    assert!(clock::wait(PATIENCE / 4, asked).is_some(), "the browser is not asked");
    let (n_sheets, n_pages) = (page.sheets().len(), page.page_count().1);
    assert!(n_sheets == n_pages, "{n_sheets} sheets of {n_pages}");
    page.assert_clean();
}
