//! A storage that is full or forbidden is told, and stops nobody from writing.

use chengwen_browser::page::{Format, KIND};
use chengwen_browser::{Page, Session, clock, session};

use crate::texts::UNIT;

/// Takes localStorage away, as a browser does that blocks it.
const NO_QUICK: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('blocked', 'SecurityError'); } });";

/// Takes IndexedDB away.
const NO_DURABLE: &str = "Object.defineProperty(window, 'indexedDB', {
    get() { throw new DOMException('blocked', 'SecurityError'); } });";

fn expect_status(page: &Page, key: &str) {
    let wanted = page.word(key);
    let wanted = wanted.split("{{").next().unwrap_or_default();
    let read =
        "return [...document.querySelectorAll('[role=status]')].map((it) => it.textContent.trim())";
    let told = || page.session.script(read, &[]).to_string().contains(wanted).then_some(());
    let status = || page.session.script(read, &[]);
    assert!(clock::wait(clock::PATIENCE, told).is_some(), "{wanted:?} in {}", status());
}

#[test]
fn a_full_storage_is_told_and_a_later_save_succeeds() {
    let page = Page::open();
    page.new_report(KIND, UNIT, "2025");
    page.saved();
    let before = page.stored_drafts();
    page.session.script(
        "const [set, put] = [Storage.prototype.setItem, IDBObjectStore.prototype.put];
         const full = () => { throw new DOMException('no room', 'QuotaExceededError'); };
         window.room = () => {
             Storage.prototype.setItem = set;
             IDBObjectStore.prototype.put = put;
         };
         Storage.prototype.setItem = full;
         IDBObjectStore.prototype.put = full;",
        &[],
    );
    page.textbox("head.signature").fill("图书馆");
    page.expect_alert(&page.word("save.failed_more"));
    assert_eq!(page.stored_drafts(), before, "the old revision stays");
    let txt = page.export(Format::Txt);
    assert!(String::from_utf8_lossy(&txt.bytes).contains("图书馆"));
    page.session.script("window.room()", &[]);
    page.textbox("head.date").fill("2025年12月20日");
    page.saved();
    assert!(page.stored_drafts().iter().any(|(_, it)| it.contains("图书馆")));
    page.assert_clean();
}

#[test]
fn without_a_storage_the_page_says_so_and_exports() {
    let source = format!("{NO_QUICK} {NO_DURABLE}");
    let page = Page::open_in(Session::with_script(&source, session::DESK));
    page.expect_alert(&page.word("home.storage_denied"));
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill("图书馆");
    expect_status(&page, "save.denied");
    let txt = page.export(Format::Txt);
    assert!(String::from_utf8_lossy(&txt.bytes).contains("图书馆"));
    page.assert_clean();
}

#[test]
fn each_storage_alone_keeps_the_draft() {
    for (source, status) in [(NO_QUICK, "save.saved"), (NO_DURABLE, "save.held")] {
        let page = Page::open_in(Session::with_script(source, session::DESK));
        page.new_report(KIND, UNIT, "2025");
        page.textbox("head.signature").fill("图书馆");
        expect_status(&page, status);
        page.session.reload();
        assert_eq!(page.textbox("head.signature").value(), "图书馆", "{status}");
        page.forget_errors();
    }
}
