//! Rules are switched off and own words added, on this machine for all drafts.

use chengwen::check::{Level, rules};
use chengwen_browser::Page;

use crate::texts::{REPORT, stored_draft};

/// The rule that finds narrow commas.
const COMMAS: &str = "P01";

/// The checkbox of a rule; its level is opened before.
#[track_caller]
fn switch(page: &Page, id: &str) {
    let level = rules::all().find(|it| it.id == id).expect("there is such a rule").level;
    let n = rules::all().filter(|it| it.level == level).count();
    let name = match level {
        Level::Error => "review.error",
        Level::Doubt => "review.doubt",
        Level::Hint => "review.hint",
    };
    let summary = format!("{} {n}", page.word(name));
    let mark = format!("{id} ·");
    let is_it = |it: &String| it.contains(&mark);
    page.session.settle();
    if !page.in_review("checkbox").names().iter().any(is_it) {
        page.in_review("button").named(&summary).click();
    }
    let name = page.in_review("checkbox").names().into_iter().find(is_it);
    let name = name.unwrap_or_else(|| panic!("{id} is not among the rules"));
    page.in_review("checkbox").named(&name).click();
    page.session.settle();
    // The rules of this level are still laid out.
    page.in_review("checkbox").named(&name).element();
}

#[test]
fn a_rule_that_is_off_finds_nothing_until_it_is_on_again() {
    let page = Page::open();
    page.import_report(REPORT);
    let mark = format!("{COMMAS} ·");
    page.open_review("review.findings");
    page.expect_in_review(&mark);
    page.open_review("review.rules");
    switch(&page, COMMAS);
    let all = rules::all().count().to_string();
    let off = page.word_filled("rules.intro", &[("n", &all), ("off", "1")]);
    page.expect_in_review(&off);
    page.open_review("review.findings");
    assert!(!page.review_text().contains(&mark));

    page.session.reload();
    page.open_review("review.findings");
    assert!(!page.review_text().contains(&mark));
    page.open_review("review.rules");
    page.expect_in_review(&off);
    // The settings go to another machine as a file.
    let file = page.download(|| page.button("rules.save").click());
    assert!(file.name.ends_with(".json"), "{}", file.name);
    switch(&page, COMMAS);
    page.open_review("review.findings");
    page.expect_in_review(&mark);
    page.open_review("review.rules");
    let input = page.in_review("button").named(page.word("rules.load"));
    input.give(&page.session.file("note.json", b"{\"format\":\"other\"}"));
    page.expect_alert(&page.word("rules.not_a_file"));
    input.give(&page.session.file("rules.json", &file.bytes));
    page.expect_in_review(&off);
    page.assert_clean();
}

#[test]
fn an_own_word_is_found_from_then_on() {
    let page = Page::open();
    page.import_report(REPORT);
    let draft = stored_draft(&page);
    page.open_review("review.rules");
    let wrong = page.in_review("textbox").named(page.word("rules.wrong"));
    wrong.fill("读书节");
    page.in_review("textbox").named(page.word("rules.right")).fill("阅读节");
    page.button("rules.add").click();
    page.expect_in_review("读书节 → 阅读节");
    assert_eq!(wrong.value(), "");
    let fix = page.word_filled("review.fix", &[("text", "读书节"), ("fix", "阅读节")]);
    page.open_review("review.findings");
    page.in_review("button").named(&fix).element();

    page.session.reload();
    page.open_review("review.findings");
    page.in_review("button").named(&fix).click();
    page.expect_on_paper("办好第8届阅读节");
    page.button("app.undo").nth(0).click();
    page.expect_paper(&crate::texts::printed(&draft));
    page.open_review("review.rules");
    page.button_named(&page.word_with("rules.drop_this", "读书节")).click();
    page.session.settle();
    page.open_review("review.findings");
    page.in_review("button").named(&fix).gone();
    page.assert_clean();
}

#[test]
fn what_is_being_written_stays_when_the_panel_is_drawn_anew() {
    // The one field is told, and the other is written in before the answer comes.
    const WRITE: &str = "const [wrong, right] = arguments;
        const write = (it, text) => {
            it.focus();
            it.value = text;
            it.dispatchEvent(new Event('input', { bubbles: true }));
        };
        write(wrong, '登陆');
        wrong.dispatchEvent(new Event('change', { bubbles: true }));
        write(right, '登录');";
    let page = Page::open();
    page.import_report(REPORT);
    page.open_review("review.rules");
    let field = |key: &str| page.in_review("textbox").named(page.word(key));
    let [wrong, right] = ["rules.wrong", "rules.right"].map(|it| field(it).element().argument());
    page.session.script(WRITE, &[wrong, right]);
    page.session.settle();
    assert_eq!(field("rules.wrong").value(), "登陆");
    assert_eq!(field("rules.right").value(), "登录");
    let focused = page.session.script("return document.activeElement.value", &[]);
    assert_eq!(focused.as_str(), Some("登录"));
    page.button("rules.add").click();
    page.expect_in_review("登录");
    assert_eq!(field("rules.right").value(), "", "it was added");
    page.assert_clean();
}
