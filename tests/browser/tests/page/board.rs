//! Last year's figures in this year's draft: updated, kept, accepted, taken out, and
//! all of it taken back.

use chengwen::ledger::board::{self, Row};
use chengwen::model::draft::Draft;
use chengwen_browser::Page;
use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::find::{Locator, text};
use chengwen_browser::keys::Key;
use chengwen_browser::rollover::counts;

use crate::texts::{REPORT, stored_draft};

/// A draft for 2026 from last year's report, with its board open.
fn turned() -> Page {
    let page = Page::open();
    page.turn_report(REPORT, 2026);
    page.open_review("review.board");
    page
}

/// The row whose value was this last year.
#[track_caller]
fn row(draft: &Draft, last: &str) -> Row {
    let found = board::rows(draft).into_iter().find(|it| it.note.last == last);
    found.unwrap_or_else(|| panic!("there is no figure {last}"))
}

/// The field of the board for what was this last year.
#[track_caller]
fn field<'a>(page: &'a Page, draft: &Draft, last: &str) -> Locator<'a> {
    let label = row(draft, last).figure.map(|it| it.label).unwrap_or_default();
    let name = page.word_filled("board.value", &[("label", &label), ("last", last)]);
    page.in_review("textbox").named(name)
}

/// The board counts what the core counts.
#[track_caller]
fn expect_counts(page: &Page) {
    let draft = stored_draft(page);
    let it = board::summary(&draft, &board::rows(&draft));
    let counts = counts(&it);
    // The board follows when typing rests.
    let differs = || {
        let said = page.board_summary();
        counts.into_iter().find(|(name, n)| said[*name] != n.to_string()).map(|it| (it, said))
    };
    let same = clock::wait(PATIENCE, || differs().is_none().then_some(()));
    assert!(same.is_some(), "natively otherwise: {:?}", differs());
}

fn said(page: &Page, name: &str) -> String {
    page.board_summary().remove(name).unwrap_or_default()
}

#[test]
fn what_is_done_on_the_board_stands_in_the_text_and_can_be_taken_back() {
    let page = turned();
    let draft = stored_draft(&page);
    expect_counts(&page);
    let mut papers = vec![page.paper()];
    assert_eq!(papers[0], REPORT.lines().collect::<Vec<_>>());

    // A value rewrites its sentence.
    page.fill_and_leave(&field(&page, &draft, "3200"), "3600");
    page.expect_on_paper("全馆接待读者3600人次");
    expect_counts(&page);
    assert_eq!(said(&page, "updated"), "1");
    papers.push(page.paper());

    // A figure that stays is confirmed; the text stays, too.
    let keep = page.word_with("board.keep_this", "24场");
    page.in_review("button").named(&keep).click();
    page.in_review("button").named(&keep).gone();
    expect_counts(&page);
    assert_eq!(said(&page, "kept"), "1");
    papers.push(page.paper());

    // A proposal is taken.
    let proposal = row(&draft, "8").proposal.expect("a yearly session moves on");
    page.in_review("button").named(page.word_with("board.accept", &proposal.new)).click();
    page.expect_on_paper(&format!("第{}届读书节", proposal.new));
    expect_counts(&page);
    papers.push(page.paper());

    // The years that are sure, all at once.
    let rows = board::rows(&stored_draft(&page));
    let is_sure = |it: &&Row| it.proposal.as_ref().is_some_and(|it| it.is_sure);
    page.move_years_on(rows.iter().filter(is_sure).count());
    page.expect_on_paper("青溪县图书馆2026年度工作总结");
    page.expect_on_paper("2026年，全馆接待读者3600人次，比2025年增长8.5%");
    expect_counts(&page);
    papers.push(page.paper());

    // What is not repeated is taken out with its clause.
    page.in_review("button").named(page.word_with("board.take_out_this", "8.5%")).click();
    page.session.settle();
    assert!(!page.paper().concat().contains("8.5"), "{:?}", page.paper());
    expect_counts(&page);
    assert_eq!(said(&page, "dropped"), "1");

    // Only what is still open.
    let n_fields = page.in_review("textbox").count();
    page.in_review("button").named(page.word("board.only_open")).click();
    page.session.settle();
    let open: usize = said(&page, "open").parse().unwrap();
    let proposals: usize = said(&page, "proposals").parse().unwrap();
    assert_eq!(page.in_review("textbox").count(), open + proposals);
    assert!(open + proposals < n_fields);
    page.in_review("button").named(page.word("board.only_open")).click();

    // Every step goes back by itself.
    for paper in papers.iter().rev() {
        page.button("app.undo").nth(0).click();
        page.expect_paper(paper);
    }
    expect_counts(&page);
    assert_eq!((said(&page, "updated"), said(&page, "kept")), ("0".to_owned(), "0".to_owned()));
    page.assert_clean();
}

#[test]
fn a_figure_leads_to_its_field_and_the_field_back_to_the_board() {
    let page = turned();
    let draft = stored_draft(&page);
    page.fill_and_leave(&field(&page, &draft, "24"), "31");
    page.expect_on_paper("举办讲座31场");
    page.in_review("button").named(page.word_with("board.go_to", "31场")).click();
    page.session.settle();
    let held = page.session.script("return document.activeElement.value", &[]);
    assert!(text(&held).contains("举办讲座31场"), "{held}");
    // What is written in the form is on the board when typing rests.
    page.session.press(&[Key::End]);
    page.session.type_text("完");
    page.session.press(&[Key::Control('a')]);
    page.session.type_text("抓阅读，举办讲座52场，参加读者1860人次。");
    page.open_review("review.board");
    let name = page.word_with("board.go_to", "52场");
    page.in_review("button").named(&name).element();
    expect_counts(&page);

    // All of it is there after the page has been loaded again.
    page.saved();
    let paper = page.paper();
    page.session.reload();
    page.open_review("review.board");
    page.expect_paper(&paper);
    expect_counts(&page);
    page.in_review("button").named(&name).element();
    page.assert_clean();
}

#[test]
fn who_exports_is_told_what_is_not_confirmed_and_led_to_it() {
    let page = turned();
    let left = |page: &Page| {
        let draft = stored_draft(page);
        let it = board::summary(&draft, &board::rows(&draft));
        let [open, proposals] = [it.open, it.proposals].map(|it| it.to_string());
        page.word_filled("board.left", &[("open", &open), ("proposals", &proposals)])
    };
    let export = || page.any("region").named(page.word("export.title"));
    let said =
        |words: &str| clock::wait(PATIENCE, || export().text().contains(words).then_some(()));
    page.button("export.title").nth(0).click();
    let before = left(&page);
    assert!(said(&before).is_some(), "not {before:?}: {}", export().text());

    // It leads to the board, and counts less when a figure is confirmed there.
    page.button("board.go").click();
    page.in_review("button").named(page.word_with("board.keep_this", "24场")).click();
    page.in_review("button").named(page.word_with("board.keep_this", "24场")).gone();
    page.saved();
    let after = left(&page);
    assert_ne!(before, after);
    page.button("export.title").nth(0).click();
    assert!(said(&after).is_some(), "not {after:?}: {}", export().text());
    page.assert_clean();
}

#[test]
fn a_draft_on_the_shelf_is_carried_over_into_the_next_year() {
    let page = Page::open();
    page.import_report(REPORT);
    page.saved();
    let name = stored_draft(&page).display_name().to_owned();
    page.go_home();
    page.button_named(&page.word_with("drafts.more", &name)).click();
    page.moving(|| page.button("drafts.as_last").click());
    page.textbox("import.year").fill("2026");
    page.moving(|| page.button("import.turn").click());
    page.open_review("review.board");
    page.expect_on_paper("青溪县图书馆");
    let read = |(_, text): &(String, String)| {
        chengwen::store::codec::read(text).expect("the page wrote it").draft
    };
    let drafts: Vec<Draft> = page.stored_drafts().iter().map(read).collect();
    assert_eq!(drafts.len(), 2, "last year's stays as it is");
    let is_turned = |it: &&Draft| it.notes.read().rollover.is_some();
    let [turned] = drafts.iter().filter(is_turned).collect::<Vec<_>>()[..] else {
        panic!("one of them comes from the other");
    };
    let rows = board::rows(turned);
    assert_eq!(said(&page, "open"), board::summary(turned, &rows).open.to_string());
    page.assert_clean();
}

#[test]
fn a_draft_that_did_not_come_from_last_year_says_how_one_does() {
    let page = Page::open();
    page.import_report(REPORT);
    page.open_review("review.board");
    page.expect_in_review(&page.word("board.none"));
    page.assert_clean();
}
