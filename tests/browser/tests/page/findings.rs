//! What the checks find: under the field, in the bar, in the panel; mended or left.

use chengwen::assemble::assemble;
use chengwen::check::words::message;
use chengwen::check::{self, Finding, Level, Settings, Text, fix};
use chengwen::locale::Locale;
use chengwen::model::draft::Draft;
use chengwen_browser::Page;

use crate::texts::{REPORT, printed, stored_draft};

fn found(draft: &Draft) -> Vec<Finding> {
    check::all(&Text::of(&assemble(draft)), &Settings::default())
}

/// The finding that the tests are about: a narrow comma.
#[track_caller]
fn comma(draft: &Draft) -> Finding {
    let is_comma = |it: &Finding| it.level == Level::Error && it.text() == ",";
    found(draft).into_iter().find(is_comma).expect("the report has a narrow comma")
}

fn n_errors(page: &Page, n: usize) -> String {
    page.word_with("review.n_errors", &n.to_string())
}

fn errors(draft: &Draft) -> usize {
    found(draft).iter().filter(|it| it.level == Level::Error).count()
}

/// What mends the finding, as its button says.
fn mends(page: &Page, finding: &Finding) -> String {
    let fix = finding.fix().expect("a narrow comma can be mended");
    page.word_filled("review.fix", &[("text", finding.text()), ("fix", fix)])
}

#[test]
fn what_is_found_stands_under_its_field_and_is_mended_there() {
    let page = Page::open();
    page.import_report(REPORT);
    let draft = stored_draft(&page);
    let finding = comma(&draft);
    page.expect_in_bar(&n_errors(&page, errors(&draft)), true);
    page.go_to(&page.step("抓服务"));
    let under = page.any("list").named(page.word("review.under")).within(page.word("bench.form"));
    under.element();
    assert!(under.text().contains(&message(&finding, Locale::Chinese)), "{}", under.text());

    let mend = || page.button_named(&mends(&page, &finding)).within(page.word("bench.form")).nth(0);
    mend().click();
    page.expect_on_paper("二是抓服务，更新图书1.6万册，办好第8届读书节。");
    mend().gone();
    page.expect_in_bar(&n_errors(&page, errors(&draft)), false);
    page.button("app.undo").nth(0).click();
    page.expect_paper(&printed(&draft));
    page.expect_in_bar(&n_errors(&page, errors(&draft)), true);
    // What is typed is looked at when typing rests.
    page.go_to_head();
    page.textbox("head.signature").fill("青溪县图书馆,");
    page.any("list").named(page.word("review.under")).within(page.word("bench.form")).element();
    page.assert_clean();
}

#[test]
fn all_safe_fixes_are_shown_before_they_are_made_and_go_back_as_one() {
    let page = Page::open();
    page.import_report(REPORT);
    let draft = stored_draft(&page);
    let document = assemble(&draft);
    let fixes = fix::safe(&Text::of(&document), &found(&draft));
    assert!(2 <= fixes.len(), "{fixes:?}");
    let n = fixes.len().to_string();
    page.open_review("review.findings");
    let preview = page.in_review("button").named(page.word_with("review.fix_all", &n));
    let previews = page.any("region").named(page.word("review.previews"));
    preview.click();
    previews.element();
    assert_eq!(page.any("listitem").within(page.word("review.previews")).count(), fixes.len());
    page.button("review.cancel").click();
    previews.gone();
    page.expect_paper(&printed(&draft));

    preview.click();
    page.button_named(&page.word_with("review.fix_these", &n)).click();
    let mut mended = draft.clone();
    fix::step(&draft, &document, &fixes).unwrap().apply(&mut mended);
    page.expect_paper(&printed(&mended));
    previews.gone();
    preview.gone();
    page.button("app.undo").nth(0).click();
    page.expect_paper(&printed(&draft));
    preview.element();
    page.assert_clean();
}

#[test]
fn what_is_left_with_a_reason_stays_left_and_can_be_listed_again() {
    let page = Page::open();
    page.import_report(REPORT);
    let draft = stored_draft(&page);
    let comma = comma(&draft);
    page.expect_in_bar(&n_errors(&page, errors(&draft)), true);
    page.open_review("review.findings");
    // Errors come first.
    let errors_found: Vec<_> =
        found(&draft).into_iter().filter(|it| it.level == Level::Error).collect();
    let nth = errors_found.iter().position(|it| *it == comma).unwrap();
    page.in_review("button").named(page.word("review.leave")).nth(nth).click();
    page.textbox("review.reason").fill("原文如此");
    page.button("review.leave_so").click();
    let left = page.word_with("review.dismissed", "1");
    page.expect_in_review(&left);
    page.expect_in_bar(&n_errors(&page, errors(&draft)), false);
    page.expect_paper(&printed(&draft));
    page.saved();

    page.session.reload();
    page.open_review("review.findings");
    page.expect_in_review(&page.word_with("review.because", "原文如此"));
    page.expect_in_bar(&n_errors(&page, errors(&draft)), false);
    page.in_review("button").named(&left).click();
    page.button("review.restore").click();
    page.expect_in_bar(&n_errors(&page, errors(&draft)), true);
    assert!(!page.review_text().contains(&left));
    page.assert_clean();
}

#[test]
fn findings_lead_to_their_place_in_both_languages() {
    let page = Page::open();
    page.import_report(REPORT);
    let draft = stored_draft(&page);
    let finding = comma(&draft);
    page.open_review("review.findings");
    page.expect_in_review(&message(&finding, Locale::Chinese));
    page.switch_language();
    page.expect_in_review(&message(&finding, Locale::English));
    assert!(!page.review_text().contains(&message(&finding, Locale::Chinese)));
    page.expect_in_bar(&n_errors(&page, errors(&draft)), true);
    // The levels are switched off and on by their names.
    let levels = page.any("button").within(page.word("review.levels"));
    let before = page.in_review("listitem").count();
    levels.clone().nth(0).click();
    page.session.settle();
    assert!(page.in_review("listitem").count() < before);
    levels.nth(0).click();
    page.session.settle();
    assert_eq!(page.in_review("listitem").count(), before);

    let nth = found(&draft).into_iter().filter(|it| it.level == Level::Error);
    let nth = nth.take_while(|it| *it != finding).count();
    page.in_review("button").named(page.word("review.go")).nth(nth).click();
    page.session.settle();
    let held = page.session.script("return document.activeElement.value || ''", &[]);
    assert!(held.as_str().unwrap_or_default().contains("抓服务,"), "{held}");
    page.assert_clean();
}
