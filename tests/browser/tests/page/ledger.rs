//! The ledger, last year beside this one, and the sheet that goes with the report.

use chengwen::import::build;
use chengwen::import::recognise::Reading;
use chengwen::import::source;
use chengwen::ledger::{board, growth, sheet};
use chengwen::model::draft::Draft;
use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::{Page, docx};

use crate::texts::{REPORT, stored_draft};

/// The report of the year before, in which a few things were other than now.
fn last() -> String {
    let text = REPORT.replace("2024", "2023").replace("2025", "2024");
    text.replace("3200", "2950").replace("1860", "1700")
}

fn native(text: &str) -> Draft {
    build::draft(&Reading::new(source::read(text.as_bytes(), "").unwrap().lines), "").0
}

#[test]
fn sources_and_states_are_kept_and_handed_out() {
    let page = Page::open();
    page.import_report(REPORT);
    page.open_review("review.ledger");
    let draft = stored_draft(&page);
    let rows = board::rows(&draft);
    let summary = board::summary(&draft, &rows);
    let counted = |unproved: u32| {
        let n = summary.figures.to_string();
        page.word_filled("ledger.summary", &[("n", &n), ("unproved", &unproved.to_string())])
    };
    page.expect_in_review(&counted(summary.unproved));
    let row = rows.iter().find(|it| it.figure.as_ref().is_some_and(|it| it.written == "1860"));
    let label = row.and_then(|it| it.figure.clone()).unwrap().label;
    let field = |role, key: &str| page.in_review(role).named(page.word_with(key, &label));
    page.fill_and_leave(&field("textbox", "ledger.source_of"), "读者服务部");
    page.fill_and_leave(&field("textbox", "ledger.material_of"), "签到表<2025>&照片");
    field("combobox", "ledger.proof_of").choose(&page.word("ledger.proved"));
    page.expect_in_review(&counted(summary.unproved - 1));
    // A value is changed here as well as on the board.
    page.fill_and_leave(&field("textbox", "ledger.value_of"), "1900");
    page.expect_on_paper("参加读者1900人次");
    page.saved();

    page.session.reload();
    page.open_review("review.ledger");
    assert_eq!(field("textbox", "ledger.source_of").value(), "读者服务部");
    assert_eq!(field("textbox", "ledger.material_of").value(), "签到表<2025>&照片");
    assert_eq!(field("textbox", "ledger.value_of").value(), "1900");
    assert_eq!(field("combobox", "ledger.proof_of").value(), "proved");
    page.expect_in_review(&counted(summary.unproved - 1));

    // The rest can be looked for.
    page.fill_and_leave(&page.in_review("textbox").named(page.word("ledger.query")), "读者服务部");
    assert_eq!(page.in_review("combobox").count(), 2);
    page.fill_and_leave(&page.in_review("textbox").named(page.word("ledger.query")), "");

    let file = page.download(|| page.button("ledger.xlsx").click());
    assert!(file.name.ends_with(".xlsx"), "{}", file.name);
    assert!(file.bytes.starts_with(b"PK\x03\x04") && 1024 < file.bytes.len(), "{}", file.name);
    zip::ZipArchive::new(std::io::Cursor::new(&file.bytes)).expect("a workbook is a zip");

    let paper = page.paper();
    page.button("ledger.annex").click();
    page.expect_on_paper(&sheet::words().ledger_title);
    page.expect_on_paper("签到表<2025>&照片");
    page.button("app.undo").nth(0).click();
    page.expect_paper(&paper);
    page.button("ledger.materials").click();
    page.expect_on_paper(&sheet::words().materials_title);
    page.assert_clean();
}

#[test]
fn last_years_figures_stand_beside_this_years() {
    let page = Page::open();
    // The other report lies on the shelf as well.
    page.import_report(&last());
    page.saved();
    page.go_home();
    page.import_report(REPORT);
    page.saved();
    let rows = growth::growth(&native(&last()), &native(REPORT));
    assert!(2 <= rows.len(), "{rows:?}");
    let n = rows.len().to_string();
    let name = "青溪县图书馆2024年度工作总结";
    let summary = page.word_filled("growth.summary", &[("title", name), ("n", &n)]);

    page.open_review("review.growth");
    page.combobox("growth.pick").choose(name);
    page.expect_in_review(&summary);

    page.session.reload();
    page.open_review("review.growth");
    page.expect_in_review(&page.word("growth.intro"));
    let input = page.in_review("button").named(page.word("growth.file"));
    let bad = page.session.file("去年.txt", b"%PDF-1.4 \0");
    input.give(&bad);
    page.expect_alert(&page.word_before("import.refused"));
    page.expect_in_review(&page.word("growth.intro"));
    let file = page.session.file("last.txt", last().as_bytes());
    input.give(&file);
    page.expect_in_review(&summary);
    let changed = rows.iter().find(|it| it.old.contains("2950")).expect("readers have grown");
    let said = page.review_text();
    for words in [&changed.old, &changed.new, &changed.difference, &changed.phrase] {
        assert!(said.contains(words.as_str()), "{words:?} is not in {said}");
    }
    page.button("growth.annex").click();
    page.expect_on_paper(&sheet::words().growth_title);
    page.assert_clean();
}

#[test]
fn the_sheet_that_goes_with_the_report_is_a_word_file() {
    let page = Page::open();
    page.turn_report(REPORT, 2026);
    page.open_review("review.submission");
    let title = page.word_with("submission.title", "青溪县图书馆2025年度工作总结");
    page.expect_in_review(&title);
    let draft = stored_draft(&page);
    let summary = board::summary(&draft, &board::rows(&draft));
    let figures = page.word_filled(
        "submission.n_figures",
        &[("n", &summary.figures.to_string()), ("unproved", &summary.unproved.to_string())],
    );
    page.expect_in_review(&figures);
    let before = page.paper();
    let file = page.download(|| page.button("submission.docx").click());
    assert!(file.name.ends_with(".docx"), "{}", file.name);
    let paragraphs = docx::paragraphs(&file.bytes).unwrap();
    let all = paragraphs.concat();
    for words in [&title, &figures, &page.word("submission.signed")] {
        assert!(all.contains(words.as_str()), "{words:?} is not in {paragraphs:#?}");
    }
    // On paper it is alone.
    let print = "window.print = () => { document.body.dataset.printed = document.body.className }";
    page.session.script(print, &[]);
    page.button("submission.print").click();
    let printed = || page.session.script("return document.body.dataset.printed", &[]);
    assert!(clock::wait(PATIENCE, || (printed() == "prints-scene").then_some(())).is_some());
    assert_eq!(page.session.script("return document.body.className", &[]), "");
    // The report itself is as it was.
    page.expect_paper(&before);
    page.assert_clean();
}
