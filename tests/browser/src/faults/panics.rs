//! A program that panics, and a page without its program.

use std::time::Duration;

use super::Options;
use super::author::{stream, word};
use super::kills::whole;
use super::report::{Report, Verdict};
use super::rig::{Browser, Rig, pause};
use crate::clock::{self, PATIENCE};
use crate::served::FORGET_WORKER;
use crate::served::Served;

/// All text must be there for the author within this time (I6).
const SOON: Duration = Duration::from_secs(3);

/// Whether the box that offers the files stands, with this text in it.
fn offers(browser: &Browser, text: &str, patience: Duration) -> bool {
    let look = format!(
        "const box = document.querySelector('[role=alertdialog]');
         return Boolean(box && box.innerText.includes('{text}')
             && [...box.querySelectorAll('button')].some((it) => it.innerText === '{}'))",
        word("rescue.save")
    );
    browser.until(&look, patience)
}

/// What the files of the box hold: the page makes them of these two.
const FILES: &str = "const done = arguments[0], made = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (it) => { it.text().then((it) => made.push(it)); return make.call(URL, it); };
    const buttons = [...document.querySelectorAll('[role=alertdialog] button')];
    buttons.slice(0, 2).forEach((it) => it.click());
    const look = () => made.length === 2 ? done(made) : setTimeout(look, 20);
    look()";

/// In a handler, in an effect and in a timer.
pub(super) fn forced(report: &mut Report, _: &Options) {
    for place in ["handler", "effect", "timer"] {
        let rig = Rig::new();
        let browser = rig.start();
        browser.begin(8_000);
        browser.dash(20, "");
        assert!(browser.saved(PATIENCE), "not saved: {}", browser.status());
        let start = clock::now();
        let drill =
            format!("dispatchEvent(new CustomEvent('chengwen:drill', {{ detail: '{place}' }}))");
        browser.dash(15, &drill);
        let offered = offers(&browser, &stream(35), SOON);
        let files =
            if offered { browser.script_async(FILES, &[]) } else { serde_json::Value::Null };
        let took = start.elapsed();
        let holds = |n: usize| files[n].as_str().is_some_and(|it| it.contains(&stream(35)));
        let whole_files = holds(0) && holds(1);
        pause(1_500);
        browser.kill();
        let browser = rig.start();
        browser.open();
        let verdict = match whole(&browser, 20) {
            _ if !offered => Verdict::Broken("I6: no rescue is offered".to_owned()),
            _ if !whole_files => {
                Verdict::Broken("I6: a rescue file lacks what was typed".to_owned())
            }
            _ if SOON < took => Verdict::Broken(format!("I6: it took {took:.1?}")),
            // A browser killed right after the crash may lose what was not saved.
            Some(why) if !browser.field().starts_with(&stream(20)) => {
                Verdict::Broken(format!("I1: {why}"))
            }
            _ => Verdict::Holds("I1 I6"),
        };
        let found = format!(
            "35 in both files after {took:.1?}, {} after a kill",
            browser.field().chars().count()
        );
        report.add(format!("panic ({place}), then a kill"), "35 characters", found, verdict);
        reopened(report, place);
    }
}

/// After the panic the author opens the page again, as the box offers.
fn reopened(report: &mut Report, place: &str) {
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(8_000);
    let drill =
        format!("dispatchEvent(new CustomEvent('chengwen:drill', {{ detail: '{place}' }}))");
    browser.dash(35, &drill);
    assert!(offers(&browser, &stream(35), SOON), "no rescue is offered: {}", browser.shown());
    browser.script("document.querySelectorAll('[role=alertdialog] button')[2].click()", &[]);
    pause(1_000);
    browser.open();
    let broken = whole(&browser, 35);
    let found = format!("{} characters", browser.field().chars().count());
    let verdict = broken.map_or(Verdict::Holds("I2"), Verdict::Broken);
    report.add(format!("panic ({place}), reopened"), "35 characters", found, verdict);
}

/// A way to break the files on the server.
type Way = (&'static str, fn(&Served));

/// The program's files are gone from the server, or not whole.
pub(super) fn without_program(report: &mut Report, _: &Options) {
    let ways: [Way; 3] = [
        ("wasm missing", |it| drop(std::fs::remove_file(it.file("chengwen-page-", "_bg.wasm")))),
        ("wasm cut in half", |it| {
            let file = it.file("chengwen-page-", "_bg.wasm");
            let bytes = std::fs::read(&file).unwrap_or_default();
            drop(std::fs::write(&file, &bytes[..bytes.len() / 2]));
        }),
        ("script missing", |it| drop(std::fs::remove_file(it.file("chengwen-page-", ".js")))),
    ];
    for (way, break_it) in ways {
        let served = Served::copy();
        let rig = Rig::serving(served.folder());
        let browser = rig.start();
        browser.begin(8_000);
        browser.dash(20, "");
        assert!(browser.saved(PATIENCE), "not saved: {}", browser.status());
        browser.script_async(FORGET_WORKER, &[]);
        break_it(&served);
        browser.load("#/d/faults-1/1");
        let offered = offers(&browser, &stream(20), PATIENCE);
        let files =
            if offered { browser.script_async(FILES, &[]) } else { serde_json::Value::Null };
        let holds = |n: usize| files[n].as_str().is_some_and(|it| it.contains(&stream(20)));
        let verdict = match (offered, holds(0) && holds(1)) {
            (true, true) => Verdict::Holds("I6"),
            (false, _) => Verdict::Broken(format!("I6: no rescue is offered: {}", browser.shown())),
            (true, false) => Verdict::Broken("I6: a rescue file lacks what was typed".to_owned()),
        };
        let found = if holds(1) { "20 in both files" } else { "less" };
        report.add(way, "20 characters", found, verdict);
    }
}
