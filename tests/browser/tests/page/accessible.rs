//! Every screen as a screen reader meets it, in both languages.

use chengwen_browser::page::{KIND, TABS};
use chengwen_browser::{Page, session};

use crate::texts::{REPORT, UNIT, write_items};

/// What was found on all screens of a test: one run shows all there is to mend.
pub(crate) struct Judge<'a> {
    page: &'a Page,
    found: Vec<String>,
}

impl<'a> Judge<'a> {
    pub(crate) fn new(page: &'a Page) -> Self {
        Self { page, found: Vec::new() }
    }

    /// Looks at the screen in the language of the page and in the other one.
    #[track_caller]
    pub(crate) fn look(&mut self, screen: &str) {
        let page = self.page;
        self.found.extend(page.barriers(screen));
        let names = page.session.name_differences();
        self.found.extend(names.iter().map(|it| format!("{screen}: name differs:{it}")));
        page.switch_language();
        self.found.extend(page.barriers(&format!("{screen}, in English")));
        page.switch_language();
    }

    #[track_caller]
    pub(crate) fn end(self) {
        assert!(self.found.is_empty(), "{}", self.found.join("\n"));
        self.page.assert_clean();
    }
}

#[test]
fn home_and_new_report_have_no_barriers() {
    let page = Page::open();
    let mut judge = Judge::new(&page);
    judge.look("home, empty");
    page.moving(|| page.button("home.new_go").click());
    judge.look("new report");
    page.textbox("new_report.unit").fill(UNIT);
    page.moving(|| page.button("new_report.go").click());
    page.saved();
    page.go_home();
    judge.look("home with drafts");
    page.any("button").within(page.word("drafts.title")).nth(3).click();
    judge.look("home with the menu of a draft");
    page.button("drafts.rename").click();
    judge.look("home with a draft being renamed");
    page.button("drafts.delete").click();
    judge.look("home with a notice");
    judge.end();
}

#[test]
fn the_workbench_has_no_barriers() {
    let page = Page::open();
    let mut judge = Judge::new(&page);
    page.new_report(KIND, UNIT, "2025");
    judge.look("head form");
    write_items(&page, &["抓阵地", "抓活动"]);
    page.add_paragraph("上述做法在全县推广。");
    judge.look("section form");
    page.go_to("导语");
    judge.look("form of a section without heading");
    page.go_to(&page.step("抓阵地"));
    judge.look("item form, part by part");
    page.any("button").named(page.word("section.starters")).nth(1).click();
    judge.look("item form with beginnings");
    page.choose_radio(&page.word("item.whole"));
    judge.look("item form, as one text");
    page.open_find();
    page.textbox("find.query").fill("抓");
    judge.look("find panel");
    page.button("find.title").click();
    page.open_export();
    judge.look("export panel");
    judge.end();
}

#[test]
fn a_phone_has_no_barriers() {
    let page = Page::open();
    let mut judge = Judge::new(&page);
    page.session.set_screen(session::PHONE);
    judge.look("phone: home");
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill(UNIT);
    judge.look("phone: form");
    for pane in ["bench.outline", "bench.paper", "bench.form"] {
        page.button(pane).click();
        assert_eq!(page.button(pane).attribute("aria-pressed"), "true");
        judge.look(&format!("phone: {pane}"));
        let wide = page.session.script(
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
            &[],
        );
        assert_eq!(wide, 0, "{pane} is wider than the phone");
    }
    page.open_export();
    judge.look("phone: export");
    judge.end();
}

#[test]
fn the_import_has_no_barriers() {
    let page = Page::open();
    let mut judge = Judge::new(&page);
    page.open_import();
    judge.look("import, to choose");
    page.give_file("报告.txt", b"%PDF-1.7 \0");
    page.expect_alert(&page.word_before("import.refused"));
    judge.look("import, refused");
    page.paste_report(REPORT);
    judge.look("import, read");
    let row = page.any("listitem").named(page.word_with("import.line", "9"));
    page.button_named(&page.word_with("import.all", "10")).click();
    row.press(&[chengwen_browser::keys::Key::Delete]);
    judge.look("import, with a line left out");
    judge.end();
}

#[test]
fn the_checks_have_no_barriers() {
    let page = Page::open();
    let mut judge = Judge::new(&page);
    page.turn_report(REPORT, 2026);
    page.go_to(&page.step("抓服务"));
    page.any("list").named(page.word("review.under")).element();
    judge.look("form with findings");
    for tab in TABS {
        page.open_review(tab);
        judge.look(tab);
    }
    page.open_review("review.growth");
    let file = page.session.file("last.txt", REPORT.replace("2025", "2024").as_bytes());
    page.in_review("button").named(page.word("growth.file")).give(&file);
    page.button("growth.annex").element();
    judge.look("review.growth, with last year");
    page.open_review("review.findings");
    page.in_review("button").named(page.word("review.leave")).nth(0).click();
    page.textbox("review.reason").element();
    judge.look("review.findings, being left");
    judge.end();
}
