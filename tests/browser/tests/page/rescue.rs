//! What was typed survives the program: it can be taken away, and is there again
//! when the page is opened anew.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use chengwen_browser::find::text;
use chengwen_browser::keys::Key;
use chengwen_browser::page::{Download, KIND};
use chengwen_browser::{Page, Session, clock, session};
use serde_json::{Value, json};

use crate::texts::UNIT;

/// Types into the field that has the focus, and has the program panic in the same
/// breath: nothing saves in between.
const TYPE_AND_PANIC: &str = "const field = document.activeElement;
    field.setSelectionRange(field.value.length, field.value.length);
    document.execCommand('insertText', false, arguments[0]);
    dispatchEvent(new CustomEvent('chengwen:drill', { detail: arguments[1] }))";

fn begin() -> Page {
    let page = Page::open();
    page.new_report(KIND, UNIT, "2025");
    page.saved();
    page
}

fn panic_while_typing(page: &Page, typed: &str, place: &str) {
    page.textbox("head.signature").focus();
    page.session.script(TYPE_AND_PANIC, &[json!(typed), json!(place)]);
    page.button("rescue.save").element();
    // Nothing is pressed before it is drawn.
    const DRAWN: &str = "const done = arguments[0];
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))";
    page.session.script_async(DRAWN, &[]);
}

/// Waits until the draft is open again.
fn reopened(page: &Page) {
    let look =
        "return Boolean(!document.querySelector('dialog') && document.querySelector('#form'))";
    let is_open = || (page.session.script(look, &[]) == json!(true)).then_some(());
    assert!(clock::wait(clock::PATIENCE, is_open).is_some(), "the draft is not opened again");
    page.textbox("head.signature").element();
}

/// The texts of a rescue file.
pub(crate) fn texts(file: &Download) -> Value {
    let read = serde_json::from_slice(&file.bytes);
    let mut read: Value = read.unwrap_or_else(|it| panic!("{} is no JSON: {it}", file.name));
    assert_eq!(read["chengwen"], "backup");
    assert_eq!(read["schema"], 1);
    read["texts"].take()
}

/// The texts of the journals in a rescue file.
fn journals(texts: &Value) -> Vec<String> {
    let all = texts.as_object().unwrap();
    all.iter().filter(|(key, _)| key.starts_with("typing:")).map(|(_, it)| text(it)).collect()
}

/// What the page says that the program has said, and nothing else.
fn expect_only_the_panic(page: &Page) {
    // WebKit says where it was without saying what it was.
    let is_panic = |it: &String| {
        ["a drill in", "unreachable", "RuntimeError", "@<?>:wasm-function["]
            .iter()
            .any(|known| it.contains(known))
    };
    let errors: Vec<_> = page.errors().into_iter().filter(|it| !is_panic(it)).collect();
    assert!(errors.is_empty(), "errors in the console:\n{}", errors.join("\n"));
}

#[test]
fn a_panic_anywhere_keeps_what_was_typed() {
    for place in ["handler", "effect", "timer"] {
        let page = begin();
        let typed = format!("写到一半{place}");
        let start = clock::now();
        panic_while_typing(&page, &typed, place);
        let rescue = page.download(|| page.button("rescue.save").click());
        let took = start.elapsed();
        assert!(took.as_secs() < 3, "{place}: the rescue file took {took:?}");
        assert!(rescue.name.ends_with(".json"), "{}", rescue.name);
        let texts = texts(&rescue);
        let journals = journals(&texts);
        assert!(journals.iter().any(|it| it.contains(&typed)), "{place}: {journals:?}");
        let drafts = texts.as_object().unwrap().keys().filter_map(|it| it.strip_prefix("draft:"));
        let ids: BTreeSet<_> = drafts.map(|it| it.split(':').next()).collect();
        assert_eq!(ids.len(), 1, "{place}");

        let txt = page.download(|| page.button("rescue.save_text").click());
        let txt = String::from_utf8(txt.bytes).unwrap();
        assert!(txt.contains(&typed) && txt.contains(UNIT), "{place}: {txt}");
        let shown = page.session.script("return document.querySelector('dialog').innerText", &[]);
        assert!(text(&shown).contains(&typed), "{place}: {shown}");

        page.button("rescue.again").click();
        reopened(&page);
        let found = page.textbox("head.signature").value();
        assert!(found.contains(&typed), "{place}: {found}");
        expect_only_the_panic(&page);
    }
}

#[test]
fn a_program_that_has_panicked_writes_and_hears_nothing() {
    let page = begin();
    panic_while_typing(&page, "之前", "handler");
    let before = page.stored("chengwen:draft");
    // What a program that knows nothing of its end would save upon.
    page.session.script(
        "const field = document.querySelector('#form textarea');
         field.value = '之后';
         field.dispatchEvent(new Event('input', { bubbles: true }));
         dispatchEvent(new Event('pagehide'));
         document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));",
        &[],
    );
    // The save that was due when the panic came.
    thread::sleep(Duration::from_millis(1500));
    assert_eq!(page.stored("chengwen:draft"), before);
    let journal = page.stored("chengwen:typing:");
    assert!(journal.iter().any(|(_, it)| it.contains("之前")), "{journal:?}");
    assert!(!journal.iter().any(|(_, it)| it.contains("之后")), "{journal:?}");
    // The box cannot be closed, and nothing behind it is reached.
    page.session.press(&[Key::Escape]);
    let modal = "return document.querySelector('dialog').matches(':modal')";
    assert_eq!(page.session.script(modal, &[]), json!(true));
}

#[test]
fn the_rescue_page_has_no_barriers_and_needs_no_pointer() {
    let page = begin();
    for english in [false, true] {
        if english {
            page.switch_language();
        }
        panic_while_typing(&page, "按键", "handler");
        page.any("alertdialog").named(page.word("rescue.stopped")).element();
        let barriers = page.barriers("after a panic");
        assert!(barriers.is_empty(), "{}", barriers.join("\n"));
        // The first button has the keyboard.
        let rescue = page.download(|| page.session.press(&[Key::Enter]));
        assert!(rescue.name.starts_with(&page.word("rescue.file")), "{}", rescue.name);
        let txt = page.download(|| page.session.press(&[Key::Tab, Key::Space]));
        assert!(txt.name.starts_with(&page.word("rescue.text_file")), "{}", txt.name);
        page.session.press(&[Key::Tab, Key::Enter]);
        reopened(&page);
    }
    expect_only_the_panic(&page);
}

#[test]
fn a_table_and_half_a_word_are_recorded_as_the_draft_takes_them() {
    let page = begin();
    let record = |script: &str| {
        page.session.script(script, &[]);
        page.stored("chengwen:typing:").pop().map(|(_, it)| it).unwrap_or_default()
    };
    page.textbox("head.signature").focus();
    let half = record(
        "const it = document.activeElement; it.value = 'tushu';
         it.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))",
    );
    assert!(!half.contains("tushu"), "{half}");
    let whole = record(
        "const it = document.activeElement; it.value = '图书';
         it.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))",
    );
    assert!(whole.contains("图书"), "{whole}");
    page.saved();
    assert_eq!(page.stored("chengwen:typing:"), [], "what is kept is forgotten");

    page.go_to("导语");
    page.button("section.add_table").click();
    page.session.settle();
    let table = record(
        "chengwenRescue.kept = () => {};
         const cell = document.querySelector(\"[data-cell='1,2']\"); cell.value = '格';
         cell.dispatchEvent(new InputEvent('input', { bubbles: true }))",
    );
    assert!(table.contains("-5\u{1f}\t\t\n\t\t格\n\t\t"), "{table:?}");
    page.assert_clean();
}

#[test]
fn what_was_typed_is_given_away_without_any_storage() {
    const NO_TEXTS: &str = "Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('blocked', 'SecurityError'); } });";
    const NO_DATABASE: &str = "IDBFactory.prototype.open = () => {
        throw new DOMException('blocked', 'SecurityError'); };";
    for script in [NO_TEXTS.to_owned(), NO_DATABASE.to_owned(), NO_TEXTS.to_owned() + NO_DATABASE] {
        let page = Page::open_in(Session::with_script(&script, session::DESK));
        page.new_report(KIND, UNIT, "2025");
        panic_while_typing(&page, "没有存处", "handler");
        let rescue = page.download(|| page.button("rescue.save").click());
        let texts = texts(&rescue);
        assert!(journals(&texts).iter().any(|it| it.contains("没有存处")), "{texts}");
        let txt = page.download(|| page.button("rescue.save_text").click());
        assert!(String::from_utf8(txt.bytes).unwrap().contains("没有存处"));
        expect_only_the_panic(&page);
    }
}
