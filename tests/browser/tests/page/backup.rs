//! Everything in one file, and back: beside what there is, or in place of it.

use chengwen_browser::find::Locator;
use chengwen_browser::page::{Download, KIND};
use chengwen_browser::{Page, Session, clock, session};

use crate::accessible::Judge;
use crate::texts::UNIT;

/// The clock of the page, ahead by as many days as `localStorage.ahead` says.
const AHEAD: &str = "{
    const Clock = Date, days = Number(localStorage.ahead || 0);
    if (days) window.Date = class extends Clock {
        constructor(...given) { if (given.length) super(...given); else super(Date.now()); }
        static now() { return Clock.now() + days * 864e5; }
    };
}";

/// Loads the page again so many days later. The worker has come when this returns:
/// what the next load breaks off Firefox reports as an error of the page.
#[track_caller]
fn days_later(page: &Page, n: u32) {
    const AHEAD: &str = "localStorage.ahead = arguments[0];
        localStorage.removeItem('chengwen:setting:kinds')";
    const HAS_COME: &str = "return 'chengwen:setting:kinds' in localStorage";
    page.session.script(AHEAD, &[n.into()]);
    page.session.reload();
    let has_come = || (page.session.script(HAS_COME, &[]) == true).then_some(());
    assert!(clock::wait(clock::PATIENCE, has_come).is_some(), "the worker does not come");
}

/// A page with one report that is signed by this, at home.
#[track_caller]
fn begin_in(session: Session, signature: &str) -> Page {
    let page = Page::open_in(session);
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill(signature);
    page.saved();
    page.go_home();
    page
}

#[track_caller]
fn begin(signature: &str) -> Page {
    begin_in(Session::start(), signature)
}

#[track_caller]
fn back_up(page: &Page) -> Download {
    page.download(|| page.button("safe.save").click())
}

/// Gives a backup to the page and waits for its question.
#[track_caller]
fn give(page: &Page, name: &str, bytes: &[u8]) {
    let path = page.session.file(name, bytes);
    let input = page.any("button").named(page.word("safe.load"));
    let nth = (0..input.count()).find(|&it| file_input(page, it).property("type") == "file");
    file_input(page, nth.expect("the page takes no backup")).give(&path);
}

fn file_input(page: &Page, nth: usize) -> Locator<'_> {
    page.button("safe.load").nth(nth)
}

/// Signs the only report on the desk, and goes home again.
#[track_caller]
fn sign(page: &Page, signature: &str) {
    page.moving(|| page.button("home.continue_go").click());
    page.textbox("head.signature").fill(signature);
    page.saved();
    page.go_home();
}

/// The page tells this in its notice.
#[track_caller]
fn told(page: &Page, words: &str) {
    let mut said = Vec::new();
    let found = clock::wait(clock::PATIENCE, || {
        let all = page.any("status").named(page.word("notice.region"));
        said = (0..all.count())
            .map(|nth| page.any("status").named(page.word("notice.region")).nth(nth).text())
            .collect();
        said.iter().any(|it| it.contains(words)).then_some(())
    });
    assert!(found.is_some(), "the page does not say {words:?} but {said:?}");
}

fn told_of(page: &Page, key: &str, n: usize) {
    told(page, &page.word_with(key, &n.to_string()));
}

/// The drafts in the list, by name.
fn listed(page: &Page) -> Vec<String> {
    page.session.settle();
    let links = page.any("link").within(page.word("drafts.title")).names();
    let prefix = page.word_before("drafts.open");
    links.iter().filter_map(|it| it.strip_prefix(&prefix)).map(|it| it.trim().to_owned()).collect()
}

/// What the drafts in the list are signed with, once there are so many.
#[track_caller]
fn signatures(page: &Page, n: usize) -> Vec<String> {
    // The page tells what came in before it has read the list again.
    let are_there = || (listed(page).len() == n).then_some(());
    assert!(clock::wait(clock::PATIENCE, are_there).is_some(), "{:?}", listed(page));
    let mut found = Vec::new();
    for name in listed(page) {
        page.moving(|| page.link(&page.word_with("drafts.open", &name)).click());
        found.push(page.textbox("head.signature").value());
        page.go_home();
    }
    found.sort();
    found
}

#[test]
fn a_backup_brings_back_what_is_gone() {
    let page = begin("甲写的");
    let file = back_up(&page);
    assert!(file.name.ends_with(".json"), "{}", file.name);
    page.session.script("localStorage.clear()", &[]);
    page.session.script_async(
        "const done = arguments[0], gone = indexedDB.deleteDatabase('chengwen');
         gone.onsuccess = gone.onerror = () => done(true)",
        &[],
    );
    page.session.reload();
    page.button("home.new_go").element();
    assert_eq!(listed(&page), [""; 0]);
    give(&page, "backup.json", &file.bytes);
    let question = page.any("group").named(page.word("safe.load"));
    assert!(question.text().contains(&page.word_with("safe.how", "1")));
    page.button("safe.merge").click();
    told_of(&page, "safe.added", 1);
    assert_eq!(signatures(&page, 1), ["甲写的"]);
    page.assert_clean();
}

#[test]
fn a_merge_keeps_the_newer_text_and_both_where_they_have_parted() {
    let page = begin("第一稿");
    let first = back_up(&page);
    sign(&page, "甲写的");
    // What is older is known already.
    give(&page, "first.json", &first.bytes);
    page.button("safe.merge").click();
    told_of(&page, "safe.same", 1);
    assert_eq!(signatures(&page, 1), ["甲写的"]);

    // To replace is asked twice, and a backup comes first.
    give(&page, "first.json", &first.bytes);
    page.button("safe.replace").click();
    page.expect_alert(&page.word("safe.sure"));
    let second = page.download(|| page.button("safe.save_first").click());
    told_of(&page, "safe.added", 1);
    assert_eq!(signatures(&page, 1), ["第一稿"]);

    // Somebody else goes on from there.
    sign(&page, "乙写的");
    give(&page, "second.json", &second.bytes);
    page.button("safe.merge").click();
    told_of(&page, "safe.both", 1);
    assert_eq!(signatures(&page, 2), ["乙写的", "甲写的"]);
    page.session.reload();
    assert_eq!(signatures(&page, 2), ["乙写的", "甲写的"]);
    let suffix = page.word("safe.suffix");
    assert!(listed(&page).iter().any(|it| it.ends_with(&suffix)), "{:?}", listed(&page));
    page.assert_clean();
}

#[test]
fn nothing_is_replaced_without_the_second_word() {
    let page = begin("第一稿");
    let first = back_up(&page);
    sign(&page, "甲写的");
    for last in ["safe.cancel", "safe.just_replace"] {
        give(&page, "first.json", &first.bytes);
        page.button("safe.replace").click();
        page.button("safe.just_replace").element();
        assert_eq!(listed(&page).len(), 1);
        page.button(last).click();
        page.button("safe.save_first").gone();
        let expected = if last == "safe.cancel" { "甲写的" } else { "第一稿" };
        if last != "safe.cancel" {
            told_of(&page, "safe.added", 1);
        }
        assert_eq!(signatures(&page, 1), [expected]);
    }
    page.assert_clean();
}

#[test]
fn a_file_that_is_no_backup_changes_nothing() {
    let page = begin("甲写的");
    for bytes in [b"{}".as_slice(), b"", b"[1]", b"\x50\x4b\x03\x04", b"{\"chengwen\":\"backup\""] {
        give(&page, "other.json", bytes);
        page.expect_alert(&page.word("refusal.nothing_changed"));
        page.button("app.close").click();
        assert_eq!(page.button("safe.merge").count(), 0);
    }
    assert_eq!(signatures(&page, 1), ["甲写的"]);
    page.assert_clean();
}

#[test]
fn what_is_deleted_stays_deleted_and_the_bin_empties_itself() {
    let page = begin_in(Session::with_script(AHEAD, session::DESK), "甲写的");
    let file = back_up(&page);
    let name = listed(&page).remove(0);
    let remove = |action: &str| {
        let more = page.button_named(&page.word_with("drafts.more", &name));
        if more.attribute("aria-expanded") != "true" {
            more.click();
        }
        page.button(action).click();
        page.session.settle();
    };
    let days = |n: u32| {
        days_later(&page, n);
        page.button("home.new_go").element();
    };
    remove("drafts.delete");
    assert_eq!(listed(&page), [""; 0]);
    days(29);
    let in_bin = |n: usize| page.word_with("drafts.bin", &n.to_string());
    page.button_named(&in_bin(1)).click();
    assert_eq!(listed(&page).len(), 1);
    days(31);
    told_of(&page, "tabs.emptied", 1);
    page.button_named(&in_bin(0)).element();
    // Deleted for good: an old backup does not bring it back into the list.
    give(&page, "old.json", &file.bytes);
    page.button("safe.merge").click();
    told_of(&page, "safe.removed", 1);
    assert_eq!(listed(&page), [""; 0]);
    page.assert_clean();
}

#[test]
fn work_without_a_copy_is_reminded_of_after_five_days() {
    let page = begin_in(Session::with_script(AHEAD, session::DESK), "甲写的");
    let days = |n: u32| {
        days_later(&page, n);
        page.button("home.continue_go").element();
    };
    let reminds =
        || page.alerts().iter().any(|it| it.contains(&page.word_with("safe.remind", "6")));
    days(4);
    assert!(page.alerts().is_empty(), "{:?}", page.alerts());
    days(6);
    assert!(
        clock::wait(clock::PATIENCE, || reminds().then_some(())).is_some(),
        "{:?}",
        page.alerts()
    );
    back_up(&page);
    assert!(clock::wait(clock::PATIENCE, || (!reminds()).then_some(())).is_some());
    days(7);
    assert!(page.alerts().is_empty(), "{:?}", page.alerts());
    page.assert_clean();
}

#[test]
fn the_questions_have_no_barriers() {
    let page = begin("甲写的");
    let mut judge = Judge::new(&page);
    let file = back_up(&page);
    give(&page, "backup.json", &file.bytes);
    page.button("safe.merge").element();
    judge.look("how to restore");
    page.button("safe.replace").click();
    page.button("safe.save_first").element();
    judge.look("whether to replace");
    judge.end();
}
