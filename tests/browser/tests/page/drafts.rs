//! Several drafts beside each other.

use chengwen_browser::Page;
use chengwen_browser::page::KIND;

/// Opens the menu of a draft in the list and presses one of its buttons.
#[track_caller]
fn choose(page: &Page, name: &str, action: &str) {
    let more = page.button_named(&page.word_with("drafts.more", name));
    if more.attribute("aria-expanded") != "true" {
        more.click();
    }
    page.button(action).click();
    page.session.settle();
}

/// The names of the drafts in the list.
#[track_caller]
fn listed(page: &Page) -> Vec<String> {
    page.session.settle();
    let links = page.any("link").within(page.word("drafts.title")).names();
    let prefix = page.word_before("drafts.open");
    links.iter().filter_map(|it| it.strip_prefix(&prefix)).map(|it| it.trim().to_owned()).collect()
}

fn filter(page: &Page, key: &str, n: usize) {
    page.button_named(&page.word_with(key, &n.to_string())).click();
}

const A: &str = "甲局2024年度绩效工作情况报告";
const B: &str = "乙局2025年度绩效工作情况报告";

#[test]
fn two_drafts_do_not_mix() {
    let page = Page::open();
    for (unit, year, signature) in [("甲局", "2024", "甲局办公室"), ("乙局", "2025", "乙局办公室")]
    {
        page.new_report(KIND, unit, year);
        page.textbox("head.signature").fill(signature);
        page.saved();
        page.go_home();
    }
    assert_eq!(page.stored_drafts().len(), 2);
    assert_eq!(listed(&page), [B, A]);
    page.moving(|| page.link(&page.word_with("drafts.open", A)).click());
    page.expect_on_paper("甲局办公室");
    page.textbox("head.signature").fill("甲局综合科");
    page.saved();
    page.go_home();
    // The one changed last comes first.
    assert_eq!(listed(&page), [A, B]);
    page.moving(|| page.link(&page.word_with("drafts.open", B)).click());
    assert_eq!(page.textbox("head.signature").value(), "乙局办公室");
    page.expect_on_paper("乙局办公室");
    assert!(!page.paper().iter().any(|it| it.contains('甲')), "{:#?}", page.paper());
    page.go_home();
    page.moving(|| page.button("home.continue_go").click());
    assert_eq!(page.textbox("head.signature").value(), "乙局办公室");
    page.assert_clean();
}

#[test]
fn drafts_are_renamed_copied_put_away_deleted_and_restored() {
    let page = Page::open();
    page.new_report(KIND, "甲局", "2024");
    page.saved();
    page.go_home();
    choose(&page, A, "drafts.rename");
    page.textbox("drafts.rename_label").fill("报市里的一稿");
    page.button("drafts.rename_go").click();
    assert_eq!(listed(&page), ["报市里的一稿"]);

    choose(&page, "报市里的一稿", "drafts.duplicate");
    let copy = page.word_with("drafts.copy_of", "报市里的一稿");
    let mut names = listed(&page);
    names.sort();
    let mut expected = ["报市里的一稿".to_owned(), copy.clone()];
    expected.sort();
    assert_eq!(names, expected);

    choose(&page, &copy, "drafts.put_away");
    assert_eq!(listed(&page), ["报市里的一稿"]);
    filter(&page, "drafts.archive", 1);
    assert_eq!(listed(&page), [copy.as_str()]);
    choose(&page, &copy, "drafts.delete");
    filter(&page, "drafts.bin", 1);
    assert_eq!(listed(&page), [copy.as_str()]);
    choose(&page, &copy, "drafts.restore");
    filter(&page, "drafts.desk", 2);
    assert_eq!(listed(&page).len(), 2);

    // A draft in the bin is still there after the page is loaded again.
    choose(&page, &copy, "drafts.delete");
    page.session.reload();
    filter(&page, "drafts.bin", 1);
    assert_eq!(listed(&page), [copy.as_str()]);
    choose(&page, &copy, "drafts.delete_for_good");
    assert!(listed(&page).is_empty());
    assert_eq!(page.stored_drafts().len(), 1);
    filter(&page, "drafts.desk", 1);
    let saved = page.download(|| choose(&page, "报市里的一稿", "drafts.save_file"));
    let draft = chengwen::import::json::read(&saved.bytes).unwrap();
    assert_eq!((draft.name.as_str(), draft.title.as_str()), ("报市里的一稿", A));
    page.assert_clean();
}

#[test]
fn the_sample_opens_and_says_that_nothing_is_missing() {
    let page = Page::open();
    page.moving(|| page.button("home.sample_go").click());
    let paper = page.paper();
    assert!(8 < paper.len(), "{paper:#?}");
    assert_eq!(page.export_lines(), paper);
    page.assert_clean();
}
