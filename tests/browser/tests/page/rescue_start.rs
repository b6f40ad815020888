//! The texts can be taken away when the program does not come up at all.

use std::fs;
use std::time::Duration;

use chengwen_browser::engine::{Engine, left_out, left_out_of_file};
use chengwen_browser::find::{Locator, text};
use chengwen_browser::page::KIND;
use chengwen_browser::served::{Served, forget_worker};
use chengwen_browser::words::{Locale, Words};
use chengwen_browser::{Session, clock, session};

use crate::rescue::texts;
use crate::texts::UNIT;

/// What comes then has a test of its own.
const SILENT: &str = "it tells the page nothing; the offer comes in 20 seconds";

/// Breaks the page of a copy, opens it anew and expects that its texts can be taken.
#[track_caller]
fn check_broken(english: bool, break_it: impl FnOnce(&Served)) {
    let copy = Served::copy();
    let page = copy.open();
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill("图书馆办公室");
    page.saved();
    if english {
        page.switch_language();
    }
    forget_worker(&page);
    break_it(&copy);
    page.session.reload();
    page.any("alertdialog").named(page.word("rescue.absent")).element();
    let barriers = page.barriers("without a program");
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    let rescue = page.download(|| page.button("rescue.save").click());
    assert!(texts(&rescue).to_string().contains("图书馆办公室"));
    let txt = page.download(|| page.button("rescue.save_text").click());
    let txt = String::from_utf8(txt.bytes).unwrap();
    assert!(txt.contains("图书馆办公室") && txt.contains(UNIT), "{txt}");
    assert!(!txt.contains("一、") && !txt.contains("zidingyi"), "more than the text: {txt}");
}

#[test]
fn without_its_wasm_the_page_gives_the_texts_away() {
    if left_out_of_file("the program lies in the file") || left_out(&[Engine::Webkit], SILENT) {
        return;
    }
    check_broken(false, |copy| {
        fs::remove_file(copy.file("chengwen-page-", "_bg.wasm")).unwrap();
    });
}

#[test]
fn with_half_its_wasm_the_page_gives_the_texts_away() {
    if left_out_of_file("the program lies in the file")
        || left_out(&[Engine::Firefox, Engine::Webkit], SILENT)
    {
        return;
    }
    check_broken(true, |copy| {
        let wasm = copy.file("chengwen-page-", "_bg.wasm");
        let bytes = fs::read(&wasm).unwrap();
        fs::write(&wasm, &bytes[..bytes.len() / 2]).unwrap();
    });
}

#[test]
fn without_its_script_the_page_gives_the_texts_away() {
    if left_out_of_file("the program lies in the file")
        || left_out(&[Engine::Webkit], "it has the script in memory and does not ask again")
    {
        return;
    }
    check_broken(false, |copy| fs::remove_file(copy.file("chengwen-page-", ".js")).unwrap());
}

#[test]
fn the_address_of_the_rescue_page_needs_no_program() {
    if left_out_of_file("a file has no requests to look at") {
        return;
    }
    let copy = Served::copy();
    let page = copy.open();
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill("图书馆办公室");
    page.saved();
    forget_worker(&page);
    let wasm = copy.file("chengwen-page-", "_bg.wasm");
    let bytes = fs::read(&wasm).unwrap();
    fs::remove_file(&wasm).unwrap();
    page.session.load(&format!("{}?once#/rescue", page.session.origin()));
    page.any("alertdialog").named(page.word("rescue.asked")).element();
    let barriers = page.barriers("the rescue page");
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    let txt = page.download(|| page.button("rescue.save_text").click());
    assert!(String::from_utf8(txt.bytes).unwrap().contains("图书馆办公室"));
    fs::write(&wasm, bytes).unwrap();
    page.button("rescue.again").click();
    page.heading(&page.word("home.title")).element();
    // From the running program as well.
    page.session.script("location.hash = '#/rescue'", &[]);
    page.any("alertdialog").named(page.word("rescue.asked")).element();
}

#[test]
fn a_page_that_does_not_come_offers_the_texts() {
    if left_out_of_file("a script of the test cannot hold back what lies in the file") {
        return;
    }
    const SLOW: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
        WebAssembly[name] = () => new Promise(() => {}); }
        localStorage.setItem('chengwen:typing:0badcafe',
            ['d', 1, 'field-1-5', '上一回写的'].join(String.fromCharCode(31)));";
    let session = Session::with_script(SLOW, session::DESK);
    session.load(session.origin());
    let words = Words::of(Locale::Chinese);
    let offer = Locator::new(&session, "link").named(words.get("rescue.slow"));
    let waited = clock::wait(Duration::from_secs(30), || offer.is_there().then_some(()));
    assert!(waited.is_some(), "nothing is offered");
    offer.click();
    Locator::new(&session, "alertdialog").named(words.get("rescue.asked")).element();
    let shown = || {
        let shown = session.script("return document.querySelector('dialog')?.innerText", &[]);
        text(&shown).contains("上一回写的").then_some(())
    };
    assert!(clock::wait(clock::PATIENCE, shown).is_some(), "the text is not shown");
}
