//! A storage that is full or forbidden is told, and stops nobody from writing.

use chengwen_browser::page::{Format, KIND};
use chengwen_browser::{Page, Session, chromium, clock};
use serde_json::json;

use crate::texts::UNIT;

fn expect_status(page: &Page, key: &str) {
    let wanted = page.word(key);
    let read =
        "return [...document.querySelectorAll('[role=status]')].map((it) => it.textContent.trim())";
    let told = || page.session.script(read, &[]).to_string().contains(&wanted).then_some(());
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
        "const set = Storage.prototype.setItem;
         window.room = () => { Storage.prototype.setItem = set; };
         Storage.prototype.setItem = function (key, text) {
             throw new DOMException('no room', 'QuotaExceededError');
         };",
        &[],
    );
    page.textbox("head.signature").fill("图书馆");
    expect_status(&page, "save.full");
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
    let session = Session::start();
    let source = "Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('blocked', 'SecurityError'); } });";
    let params = json!({ "source": source });
    chromium::cdp(session.driver(), "Page.addScriptToEvaluateOnNewDocument", params).unwrap();
    let page = Page::open_in(session);
    page.expect_alert(&page.word("home.storage_denied"));
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill("图书馆");
    expect_status(&page, "save.denied");
    let txt = page.export(Format::Txt);
    assert!(String::from_utf8_lossy(&txt.bytes).contains("图书馆"));
    page.assert_clean();
}
