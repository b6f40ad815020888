//! The passphrase of the page in one file: what is kept is sealed, and nothing of it
//! is lost, whatever is interrupted.

use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::engine::{Engine, left_out, left_out_of_server};
use chengwen_browser::find::text;
use chengwen_browser::page::KIND;
use chengwen_browser::{Page, Session, session};
use serde_json::{Value, json};

use crate::texts::UNIT;

const WORDS: &str = include_str!("../../../../xtask/src/single/words.json");
const SERVED: &str = "the served page shares its storage with nobody and has no passphrase";
const FIRST: &str = "青石板上的雨 7";
const SECOND: &str = "second passphrase";

/// The word that is looked for in the storages, and one that is written later.
const CANARY: &str = "金丝雀甲";
const LATER: &str = "金丝雀乙";

/// All that both storages hold, as it lies there: it is read while the passphrase
/// is asked for, when the page has no keys.
const RAW: &str = "const done = arguments[0];
    const texts = Object.entries(localStorage).map(([key, text]) => ['quick ' + key, text]);
    const open = indexedDB.open('chengwen');
    open.onerror = () => done(texts);
    open.onsuccess = () => {
        const store = open.result.transaction('texts').objectStore('texts');
        const [keys, all] = [store.getAllKeys(), store.getAll()];
        all.onsuccess = () => {
            open.result.close();
            done(texts.concat(keys.result.map((key, n) => ['durable ' + key, all.result[n]])));
        };
    };";

/// Words of the drawer in Chinese.
#[track_caller]
fn said(key: &str) -> String {
    said_in("zh-CN", key)
}

#[track_caller]
fn said_in(language: &str, key: &str) -> String {
    let words: Value = serde_json::from_str(WORDS).unwrap();
    text(&words[language][key])
}

/// Types into the field with this name, which shows nobody what it holds.
#[track_caller]
fn fill(page: &Page, name: &str, typed: &str) {
    const FOCUS: &str = "const label = [...document.querySelectorAll('dialog[open] label')]
        .find((it) => it.textContent === arguments[0]);
        label?.control.focus();
        label?.control.select();
        return label?.control.type";
    assert_eq!(page.session.script(FOCUS, &[json!(name)]), json!("password"), "no field {name}");
    page.session.type_text(typed);
}

/// Waits until the passphrase is asked for.
#[track_caller]
fn asked(page: &Page) {
    page.heading(&said("ask_title")).element();
    let waits = page.session.script("return Boolean(document.getElementById('boot'))", &[]);
    assert_eq!(waits, json!(true), "the page is there already");
}

#[track_caller]
fn answer(page: &Page, passphrase: &str) {
    fill(page, &said("passphrase"), passphrase);
    page.button_named(&said("open")).click();
}

#[track_caller]
fn unlock(page: &Page, passphrase: &str) {
    asked(page);
    answer(page, passphrase);
    const UP: &str = "return !document.querySelector('dialog[open]')
        && !document.getElementById('boot')";
    let is_up = || (page.session.script(UP, &[]) == json!(true)).then_some(());
    assert!(clock::wait(PATIENCE, is_up).is_some(), "the page does not begin");
    page.session.settle();
}

/// Sets a passphrase; the page then asks for it.
#[track_caller]
fn lock(page: &Page, passphrase: &str) {
    page.button_named(&said("set")).click();
    fill(page, &said("fresh"), passphrase);
    fill(page, &said("again"), passphrase);
    page.button_named(&said("keep")).click();
    asked(page);
}

/// A page with a report that has the canary in its signature, at home.
#[track_caller]
fn begin_in(session: Session) -> Page {
    let page = Page::open_in(session);
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill(CANARY);
    page.saved();
    page.go_home();
    page
}

#[track_caller]
fn begin() -> Page {
    begin_in(Session::start())
}

#[track_caller]
fn raw(page: &Page) -> Vec<(String, String)> {
    let answer = page.session.script_async(RAW, &[]);
    let pairs = answer.as_array().into_iter().flatten();
    pairs.map(|it| (text(&it[0]), text(&it[1]))).collect()
}

/// The names of the texts in which any of this can be read.
fn holding(raw: &[(String, String)], words: &[&str]) -> Vec<String> {
    let holds = |it: &str| words.iter().any(|word| it.contains(word));
    let found = raw.iter().filter(|(key, text)| holds(text) || holds(key));
    found
        .map(|(key, text)| format!("{key}: {}", text.chars().take(80).collect::<String>()))
        .collect()
}

/// Opens the draft that was written last.
#[track_caller]
fn go_on(page: &Page) {
    page.moving(|| page.button("home.continue_go").click());
    page.textbox("head.signature").element();
}

#[test]
fn what_is_kept_can_be_read_with_the_passphrase_alone() {
    if left_out_of_server(SERVED) {
        return;
    }
    let page = begin();
    page.session.reload();
    page.button_named(&said("set")).click();
    for (fresh, again, complaint) in [("短", "短", "short"), (FIRST, SECOND, "differ")] {
        fill(&page, &said("fresh"), fresh);
        fill(&page, &said("again"), again);
        page.button_named(&said("keep")).click();
        page.expect_alert(&said(complaint));
    }
    page.button_named(&said("cancel")).click();
    lock(&page, FIRST);
    unlock(&page, FIRST);
    go_on(&page);
    assert_eq!(page.textbox("head.signature").value(), CANARY);
    page.textbox("head.signature").fill(LATER);
    page.saved();

    page.session.reload();
    asked(&page);
    let kept = raw(&page);
    let [quick, durable] = ["quick chengwen:draft:", "durable draft:"]
        .map(|begin| kept.iter().any(|(key, _)| key.starts_with(begin)));
    assert!(quick && durable, "no draft in one of the storages: {kept:?}");
    let readable = holding(&kept, &[CANARY, LATER, UNIT, "绩效"]);
    assert!(readable.is_empty(), "{}", readable.join("\n"));

    for wrong in [SECOND, "", "青石板上的雨7"] {
        answer(&page, wrong);
        page.expect_alert(&said("wrong"));
    }
    unlock(&page, FIRST);
    assert_eq!(page.textbox("head.signature").value(), LATER);
    // The worker reads and writes the same storages.
    assert_eq!(page.export_docx_paragraphs(), page.paper());
    page.saved();
    page.assert_clean();
}

#[test]
fn what_is_typed_in_the_last_moment_is_sealed_too() {
    if left_out_of_server(SERVED) {
        return;
    }
    let page = begin();
    lock(&page, FIRST);
    unlock(&page, FIRST);
    go_on(&page);
    page.textbox("head.signature").fill(LATER);
    page.session.reload();
    asked(&page);
    let readable = holding(&raw(&page), &[CANARY, LATER]);
    assert!(readable.is_empty(), "{}", readable.join("\n"));
    unlock(&page, FIRST);
    assert_eq!(page.textbox("head.signature").value(), LATER);
    page.assert_clean();
}

#[test]
fn the_passphrase_can_be_changed_and_taken_off() {
    if left_out_of_server(SERVED) {
        return;
    }
    let page = begin();
    lock(&page, FIRST);
    unlock(&page, FIRST);
    page.button_named(&said("change")).click();
    // Whoever finds the page open cannot take the drawer over.
    fill(&page, &said("current"), SECOND);
    page.button_named(&said("take_off")).click();
    page.expect_alert(&said("wrong"));
    fill(&page, &said("current"), FIRST);
    fill(&page, &said("fresh"), SECOND);
    fill(&page, &said("again"), SECOND);
    page.button_named(&said("keep")).click();
    asked(&page);
    answer(&page, FIRST);
    page.expect_alert(&said("wrong"));
    unlock(&page, SECOND);
    go_on(&page);
    assert_eq!(page.textbox("head.signature").value(), CANARY);
    page.saved();
    page.session.load(page.session.origin());
    page.session.reload();
    let readable = holding(&raw(&page), &[CANARY]);
    assert!(readable.is_empty(), "{}", readable.join("\n"));
    unlock(&page, SECOND);

    page.button_named(&said("change")).click();
    fill(&page, &said("current"), SECOND);
    page.button_named(&said("take_off")).click();
    page.button_named(&said("set")).element();
    go_on(&page);
    assert_eq!(page.textbox("head.signature").value(), CANARY);
    assert!(!holding(&raw(&page), &[CANARY]).is_empty());
    let sealed = holding(&raw(&page), &["chengwen-sealed"]);
    assert!(sealed.is_empty(), "{}", sealed.join("\n"));
    page.assert_clean();
}

/// Pulls the page away in the middle of the texts, once.
const PULLED: &str = "{
    const put = IDBObjectStore.prototype.put;
    let n = 0;
    IDBObjectStore.prototype.put = function (...given) {
        if (localStorage.getItem('trip') && ++n > 33) {
            localStorage.removeItem('trip');
            location.reload();
            throw new Error('pulled');
        }
        return put.apply(this, given);
    };
}";

/// Puts this many texts into the durable storage, as others have put them aside.
const ASIDE: &str = "const [n, word, done] = arguments;
    const open = indexedDB.open('chengwen');
    open.onsuccess = () => {
        const writing = open.result.transaction('texts', 'readwrite');
        for (let i = 0; i < n; i++) writing.objectStore('texts').put(word + i, 'aside:' + i);
        writing.oncomplete = () => { open.result.close(); done(true); };
    };";

#[test]
fn a_change_that_is_interrupted_loses_nothing() {
    if left_out_of_server(SERVED) {
        return;
    }
    let page = begin_in(Session::with_script(PULLED, session::DESK));
    page.session.script_async(ASIDE, &[json!(60), json!(CANARY)]);
    let trip = || page.session.script("localStorage.setItem('trip', '1')", &[]);
    let pulled = || {
        let gone = page.session.script("return localStorage.getItem('trip') === null", &[]);
        (gone == json!(true)).then_some(())
    };
    let n_sealed = |page: &Page| holding(&raw(page), &["chengwen-sealed"]).len();

    lock(&page, FIRST);
    trip();
    answer(&page, FIRST);
    assert!(clock::wait(PATIENCE, pulled).is_some(), "nothing was interrupted");
    asked(&page);
    let readable = holding(&raw(&page), &[CANARY]).len();
    assert!(0 < readable && 0 < n_sealed(&page), "it was not in the middle: {readable}");
    unlock(&page, FIRST);
    page.session.reload();
    asked(&page);
    assert_eq!(holding(&raw(&page), &[CANARY]), [""; 0]);
    unlock(&page, FIRST);

    // Another passphrase, and the same again.
    page.button_named(&said("change")).click();
    fill(&page, &said("current"), FIRST);
    fill(&page, &said("fresh"), SECOND);
    fill(&page, &said("again"), SECOND);
    page.button_named(&said("keep")).click();
    asked(&page);
    trip();
    answer(&page, SECOND);
    assert!(clock::wait(PATIENCE, pulled).is_some(), "nothing was interrupted");
    unlock(&page, SECOND);
    go_on(&page);
    assert_eq!(page.textbox("head.signature").value(), CANARY);
    let kept = raw(&page);
    let n_aside =
        kept.iter().filter(|(key, it)| key.starts_with("durable aside:") && it.starts_with(CANARY));
    assert_eq!(n_aside.count(), 60);
}

#[test]
fn the_loss_of_one_storage_loses_no_key() {
    if left_out_of_server(SERVED) {
        return;
    }
    let page = begin();
    lock(&page, FIRST);
    unlock(&page, FIRST);
    go_on(&page);
    const FORGET: [&str; 2] = [
        "localStorage.clear(); arguments[0](true)",
        "const done = arguments[0], gone = indexedDB.deleteDatabase('chengwen-lock');
         gone.onsuccess = gone.onerror = gone.onblocked = () => done(true)",
    ];
    for forget in FORGET {
        page.session.reload();
        asked(&page);
        page.session.script_async(forget, &[]);
        page.session.reload();
        unlock(&page, FIRST);
        assert_eq!(page.textbox("head.signature").value(), CANARY);
        page.saved();
    }
}

#[test]
fn the_way_out_asks_for_the_passphrase_first() {
    if left_out_of_server(SERVED) {
        return;
    }
    let page = begin();
    lock(&page, FIRST);
    unlock(&page, FIRST);
    page.session.script("location.hash = '#/rescue'", &[]);
    asked(&page);
    answer(&page, FIRST);
    let file = page.download(|| page.button("rescue.save").click());
    let texts = String::from_utf8(file.bytes).unwrap();
    assert!(texts.contains(CANARY) && !texts.contains("chengwen-sealed"), "{texts}");
}

#[test]
fn another_local_file_reads_nothing() {
    let apart = [Engine::Firefox, Engine::Webkit];
    if left_out_of_server(SERVED) || left_out(&apart, "each local file has a storage of its own") {
        return;
    }
    let page = begin();
    let other = page.session.file("other.html", b"<!DOCTYPE html><title>other</title>");
    let other = format!("file://{}", other.display());
    page.session.load(&other);
    // This is what the passphrase is for.
    assert!(!holding(&raw(&page), &[CANARY]).is_empty(), "files do not share a storage");
    page.session.load(page.session.origin());
    lock(&page, FIRST);
    unlock(&page, FIRST);
    page.session.load(&other);
    assert_eq!(holding(&raw(&page), &[CANARY]), [""; 0]);
}

#[test]
fn the_screens_of_the_passphrase_have_no_barriers() {
    if left_out_of_server(SERVED) {
        return;
    }
    let page = begin();
    let mut found = Vec::new();
    let mut look = |screen: &str| found.extend(page.barriers(screen));
    look("offer");
    page.button_named(&said("set")).click();
    look("set");
    page.button_named(&said("keep")).click();
    page.expect_alert(&said("short"));
    look("set, with a complaint");
    page.button_named(&said("cancel")).click();
    page.switch_language();
    let set = said_in("en", "set");
    page.button_named(&set).click();
    look("set, in English");
    page.button_named(&said_in("en", "cancel")).click();
    page.switch_language();
    lock(&page, FIRST);
    look("asked");
    page.session.script("document.querySelector('dialog summary').click()", &[]);
    answer(&page, SECOND);
    page.expect_alert(&said("wrong"));
    look("asked, with a complaint");
    unlock(&page, FIRST);
    look("offer to change");
    page.button_named(&said("change")).click();
    look("change");
    page.button_named(&said("cancel")).click();
    page.switch_language();
    page.session.reload();
    page.heading(&said_in("en", "ask_title")).element();
    look("asked, in English");
    assert!(found.is_empty(), "{}", found.join("\n"));
    page.assert_clean();
}
