//! Versions: kept, listed, compared, restored.

use chengwen_browser::Page;
use chengwen_browser::clock::{self, PATIENCE};

use crate::accessible::Judge;
use crate::texts::begin;

const OLD: &str = "全年走访农户300户。";
const NEW: &str = "全年走访农户420户。";

/// Opens the panel, if it is not open.
#[track_caller]
fn open(page: &Page) {
    if !page.textbox("versions.name").is_there() {
        page.button("versions.title").nth(0).click();
    }
    page.textbox("versions.name").element();
}

/// Keeps the draft as it is under a name, and waits for it in the list.
#[track_caller]
fn keep(page: &Page, name: &str) {
    open(page);
    page.textbox("versions.name").fill(name);
    page.button("versions.keep").click();
    row(page, name);
    assert_eq!(page.textbox("versions.name").value(), "");
}

/// The place in the list of the version that has these words.
#[track_caller]
fn row(page: &Page, words: &str) -> usize {
    let mut rows = Vec::new();
    let found = clock::wait(PATIENCE, || {
        rows = listed(page);
        rows.iter().position(|it| it.contains(words))
    });
    found.unwrap_or_else(|| panic!("no version {words:?} among {rows:#?}"))
}

/// The versions in the list, the newest first.
fn listed(page: &Page) -> Vec<String> {
    let restore = page.word("versions.restore");
    let texts = page.any("listitem").within(page.word("versions.title")).texts();
    texts.into_iter().filter(|it| it.contains(&restore)).collect()
}

#[track_caller]
fn press(page: &Page, key: &str, words: &str) {
    let nth = row(page, words);
    page.button(key).within(page.word("versions.title")).nth(nth).click();
}

/// Waits until the panel has these words.
#[track_caller]
fn expect(page: &Page, words: &str) {
    let mut shown = String::new();
    let found = clock::wait(PATIENCE, || {
        shown = page.any("region").named(page.word("versions.title")).text();
        shown.contains(words).then_some(())
    });
    assert!(found.is_some(), "no {words:?} in {shown:?}");
}

/// A report whose first paragraph was kept as 送审稿 and then changed.
#[track_caller]
fn changed() -> Page {
    let page = begin();
    page.go_to("导语");
    page.paragraph_field(1).fill(OLD);
    page.saved();
    keep(&page, "送审稿");
    page.paragraph_field(1).fill(NEW);
    page.saved();
    page
}

#[test]
fn a_version_is_kept_under_a_name_and_found_again() {
    let page = changed();
    keep(&page, "第二稿");
    let rows = listed(&page);
    assert!(row(&page, "“第二稿”") < row(&page, "“送审稿”"), "{rows:#?}");
    page.session.reload();
    open(&page);
    row(&page, "“送审稿”");
    row(&page, "“第二稿”");
    page.assert_clean();
}

#[test]
fn the_comparison_shows_what_has_changed_figures_first() {
    let page = changed();
    press(&page, "versions.compare", "送审稿");
    expect(&page, "300户 → 420户");
    expect(&page, "改动 1 处，其中数字 1 处");
    // By word, told by more than colour.
    expect(&page, &format!("{}300", page.word("compare.deleted")));
    expect(&page, &format!("{}420", page.word("compare.inserted")));
    let only_figures = page.word_with("compare.only_figures", "1");
    page.button_named(&only_figures).click();
    assert_eq!(page.button_named(&only_figures).attribute("aria-pressed"), "true");
    expect(&page, "300户 → 420户");

    page.paragraph_field(1).fill(OLD);
    page.saved();
    press(&page, "versions.compare", "送审稿");
    expect(&page, &page.word("compare.same"));
    page.assert_clean();
}

#[test]
fn a_restore_is_a_step_and_a_version_of_its_own() {
    let page = changed();
    press(&page, "versions.restore", "送审稿");
    page.expect_on_paper(OLD);
    // What was there before is a version, too.
    row(&page, &page.word("versions.before_restore"));
    assert_eq!(page.paragraph_field(1).value(), OLD);
    page.button("app.undo").nth(0).click();
    page.expect_on_paper(NEW);
    page.button("app.redo").click();
    page.expect_on_paper(OLD);
    page.saved();
    page.session.reload();
    page.expect_on_paper(OLD);
    open(&page);
    press(&page, "versions.restore", &page.word("versions.before_restore"));
    page.expect_on_paper(NEW);
    page.saved();
    page.assert_clean();
}

#[test]
fn the_panel_and_the_comparison_have_no_barriers() {
    let page = changed();
    let mut judge = Judge::new(&page);
    judge.look("versions");
    press(&page, "versions.compare", "送审稿");
    expect(&page, "300户 → 420户");
    judge.look("versions, compared");
    judge.end();
}
