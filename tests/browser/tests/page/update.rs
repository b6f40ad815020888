//! A new version of the page never comes under a draft that is being written: it
//! waits, is told, and is used on the author's word.

use chengwen_browser::engine::left_out_of_file;
use chengwen_browser::find::text;
use chengwen_browser::page::KIND;
use chengwen_browser::served::Served;
use chengwen_browser::{Page, clock};
use serde_json::{Value, json};

use crate::texts::UNIT;

/// The mark of the version that is open; empty for the first one.
fn version(page: &Page) -> String {
    let read = "return document.querySelector('meta[name=mark]')?.content ?? ''";
    text(&page.session.script(read, &[]))
}

/// Waits until a worker keeps the page.
#[track_caller]
fn controlled(page: &Page) {
    let look = "const done = arguments[0]; navigator.serviceWorker.ready.then(() =>
        done(Boolean(navigator.serviceWorker.controller)))";
    let is_controlled = || (page.session.script_async(look, &[]) == json!(true)).then_some(());
    assert!(clock::wait(clock::PATIENCE, is_controlled).is_some(), "no worker controls the page");
}

/// Has the browser look for a new version, as it does by itself from time to time.
fn look_for_update(page: &Page) -> Value {
    let look = "const done = arguments[0]; navigator.serviceWorker.getRegistration()
        .then((it) => it.update()).then(() => done(true), (error) => done(String(error)))";
    page.session.script_async(look, &[])
}

/// Loads the page again as its own button does: some drivers load it past the worker.
#[track_caller]
fn reload(page: &Page) {
    page.session.script("window.isOld = true; setTimeout(() => location.reload())", &[]);
    let look = "return !window.isOld && Boolean(document.querySelector('#form textarea'))";
    let is_new = || {
        let answer = page.session.driver().script(look, &[]);
        (answer.ok() == Some(json!(true))).then_some(())
    };
    assert!(clock::wait(clock::PATIENCE, is_new).is_some(), "the page does not come again");
}

fn mark_document(page: &Page) {
    page.session.script("window.untouched = true", &[]);
}

fn is_untouched(page: &Page) -> bool {
    page.session.script("return window.untouched === true", &[]) == json!(true)
}

fn begin(copy: &Served) -> Page {
    let page = copy.open();
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill("图书馆");
    page.saved();
    controlled(&page);
    mark_document(&page);
    page
}

#[test]
fn a_new_version_waits_for_the_authors_word() {
    if left_out_of_file("a file has no worker") {
        return;
    }
    let copy = Served::copy();
    let page = begin(&copy);
    copy.change("2");
    assert_eq!(look_for_update(&page), json!(true));
    page.textbox("head.signature").add("办公室");
    page.button("update.go").element();
    assert!(is_untouched(&page), "the page was loaded again by itself");
    assert_eq!(page.textbox("head.signature").value(), "图书馆办公室");
    let barriers = page.barriers("with an update");
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    // A reload alone does not change over: another tab might be at work.
    page.saved();
    reload(&page);
    page.button("update.go").element();
    assert_eq!(version(&page), "");
    page.textbox("head.signature").add("二室");
    page.button("update.go").click();
    let changed = || (version(&page) == "2").then_some(());
    assert!(clock::wait(clock::PATIENCE, changed).is_some(), "still version {:?}", version(&page));
    assert_eq!(page.textbox("head.signature").value(), "图书馆办公室二室");
    page.button("update.go").gone();
    // And so it is without the server.
    page.session.go_offline();
    reload(&page);
    assert_eq!(page.textbox("head.signature").value(), "图书馆办公室二室");
    assert_eq!(version(&page), "2");
}

#[test]
fn another_tab_goes_on_with_its_version() {
    if left_out_of_file("a file has no worker") {
        return;
    }
    let copy = Served::copy();
    let page = begin(&copy);
    let driver = page.session.driver();
    let first = driver.get("window").unwrap();
    let second = driver.post("window/new", json!({ "type": "tab" })).unwrap();
    let switch = |handle: &Value| {
        driver.post("window", json!({ "handle": handle })).unwrap();
    };
    switch(&second["handle"]);
    page.session.load(page.session.origin());
    page.new_report(KIND, "青溪县水利局", "2025");
    page.saved();
    controlled(&page);
    mark_document(&page);

    copy.change("2");
    assert_eq!(look_for_update(&page), json!(true));
    switch(&first);
    page.button("update.go").click();
    let changed = || (version(&page) == "2").then_some(());
    assert!(clock::wait(clock::PATIENCE, changed).is_some(), "still version {:?}", version(&page));

    switch(&second["handle"]);
    assert!(is_untouched(&page), "the other tab was loaded again");
    page.textbox("head.signature").fill("水利局办公室");
    page.saved();
    page.button("update.go").element();
    let paper = page.paper();
    // The program that writes documents is fetched anew.
    page.session.stop_server();
    assert_eq!(page.export_docx_paragraphs(), paper);
    page.button("update.go").click();
    assert!(clock::wait(clock::PATIENCE, changed).is_some(), "still version {:?}", version(&page));
    assert_eq!(page.textbox("head.signature").value(), "水利局办公室");
}

#[test]
fn an_update_that_fails_leaves_the_version_whole() {
    if left_out_of_file("a file has no worker") {
        return;
    }
    let copy = Served::copy();
    let page = begin(&copy);
    copy.change("2");
    // The worker of the new version is there, one of its files is not.
    std::fs::remove_file(copy.file("style-", ".css")).unwrap();
    look_for_update(&page);
    let broken = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then((it) =>
        done(!it.installing && !it.waiting && Boolean(it.active)))";
    let gone = || (page.session.script_async(broken, &[]) == json!(true)).then_some(());
    assert!(clock::wait(clock::PATIENCE, gone).is_some(), "the broken version waits");
    page.session.go_offline();
    reload(&page);
    assert_eq!(page.textbox("head.signature").value(), "图书馆");
    assert_eq!(version(&page), "");
    assert_eq!(page.button("update.go").count(), 0);
    let kept = page.session.script_async(
        "const done = arguments[0]; caches.keys().then((it) => done(it.length))",
        &[],
    );
    assert_eq!(kept, 1, "half a version is kept");
    assert_eq!(page.export_docx_paragraphs(), page.paper());
}
