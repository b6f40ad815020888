//! Nothing that was typed is lost.

use std::thread;
use std::time::Duration;

use chengwen_browser::page::KIND;
use chengwen_browser::{Page, clock};

use crate::texts::UNIT;

/// Whether the browser keeps this text.
fn keeps(page: &Page, text: &str) -> bool {
    page.stored_drafts().iter().any(|(_, it)| it.contains(text))
}

fn begin() -> Page {
    let page = Page::open();
    page.new_report(KIND, UNIT, "2025");
    page.saved();
    page
}

#[test]
fn a_second_after_the_last_key_everything_is_saved() {
    let page = begin();
    page.textbox("head.signature").focus();
    // Seen from inside the page, where no command takes time.
    page.session.script(
        "window.seen = []; const chip = [...document.querySelectorAll('[role=status]')]
             .find((it) => it.textContent.includes(arguments[0]));
         new MutationObserver(() => seen.push(chip.textContent.trim()))
             .observe(chip, { childList: true, characterData: true, subtree: true });
         addEventListener('input', () => { window.typed = performance.now(); });
         const set = Storage.prototype.setItem;
         Storage.prototype.setItem = function (key, text) {
             if (key.startsWith('chengwen:draft:')) window.saved = [performance.now(), text];
             return set.call(this, key, text);
         };",
        &[page.word_before("save.saved").into()],
    );
    page.session.type_text("图书馆办公室");
    assert!(clock::wait(clock::PATIENCE, || keeps(&page, "图书馆办公室").then_some(())).is_some());
    let late = page.session.script("return window.saved[0] - window.typed", &[]);
    let late = late.as_f64().unwrap_or(f64::MAX);
    assert!(late <= 1000.0, "saved {late} ms after the last key");
    page.saved();
    let seen = page.session.script("return seen", &[]).to_string();
    assert!(seen.contains(&page.word("save.unsaved")), "the page only said {seen}");
    page.assert_clean();
}

#[test]
fn half_a_word_of_an_input_method_is_not_saved() {
    let page = begin();
    page.textbox("head.signature").focus();
    page.session.compose("tushuguan");
    thread::sleep(Duration::from_millis(1500));
    assert!(!keeps(&page, "tushuguan"), "half a word was saved");
    assert_eq!(page.textbox("head.signature").value(), "tushuguan");
    page.session.compose_end("图书馆");
    assert!(clock::wait(clock::PATIENCE, || keeps(&page, "图书馆\"").then_some(())).is_some());
    page.expect_on_paper("图书馆");
    assert!(!page.paper().iter().any(|it| it.contains("tushu")), "{:#?}", page.paper());
    page.assert_clean();
}

#[test]
fn leaving_the_page_saves_at_once() {
    let page = begin();
    // The events alone, without the time that the page would otherwise have.
    for (event, target) in [("pagehide", "window"), ("visibilitychange", "document")] {
        let text = format!("署名{event}");
        page.textbox("head.signature").focus();
        let kept = page.session.script(
            &format!(
                "const field = document.activeElement; field.select();
                 document.execCommand('insertText', false, arguments[0]);
                 {target}.dispatchEvent(new Event('{event}', {{ bubbles: true }}));
                 return Object.values(localStorage).some((it) => it.includes(arguments[0]))"
            ),
            &[text.clone().into()],
        );
        assert_eq!(kept, true, "{event} does not save");
    }
    // And a reload in the middle of typing.
    page.textbox("head.signature").fill("刚写下的署名");
    page.session.reload();
    assert_eq!(page.textbox("head.signature").value(), "刚写下的署名");
    page.assert_clean();
}
