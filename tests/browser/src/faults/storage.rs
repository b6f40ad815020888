//! Storages that are full or closed.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::Options;
use super::author::{kept, stream, word};
use super::kills::whole;
use super::report::{Report, Verdict};
use super::rig::{Browser, Rig, pause};
use crate::clock::{self, PATIENCE};

/// Fills the localStorage of the origin to its last character.
const FILL: &str = "let size = 1 << 20, n = 0;
    while (size >= 1) {
        try { localStorage.setItem(`filler-${n}-${size}`, 'x'.repeat(size)); n += 1; }
        catch { size >>= 1; }
    }
    return n";

const EMPTY: &str = "for (const key of Object.keys(localStorage)) {
    if (key.startsWith('filler-')) localStorage.removeItem(key); }";

/// A file of the page that is no page: its scripts are the harness's alone.
const SIBLING: &str = "icons/seal.svg";

/// Another page of the origin has taken all of localStorage.
pub(super) fn texts_full(report: &mut Report, _: &Options) {
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(8_000);
    let page = browser.tab();
    let fill = |browser: &Browser, script| {
        browser.new_tab();
        browser.load(SIBLING);
        browser.script(script, &[]);
        browser.go_to(&page);
    };
    fill(&browser, FILL);
    browser.type_on(0, 50, true);
    let mut seen = browser.watch(4_000);
    seen.n_acked = seen.n_acked.max(browser.stop_typing().n_acked);
    let n_typed = browser.field().chars().count();
    let saved = browser.saved(PATIENCE / 2);
    let status = browser.status();
    browser.kill();
    let browser = rig.start();
    browser.open();
    let verdict = match kept(&browser.field()) {
        Ok(n) if n == n_typed => Verdict::Holds("I1 I8"),
        Ok(n) if saved || n < seen.n_acked => {
            Verdict::Broken(format!("I1: {n_typed} typed and {status:?}, {n} found"))
        }
        Ok(n) => Verdict::Broken(format!("I2: {n_typed} typed, {n} found")),
        Err(why) => Verdict::Broken(why),
    };
    let found = format!(
        "{} characters after a kill; it said {status:?}",
        kept(&browser.field()).unwrap_or(0)
    );
    report.add("localStorage full", format!("{n_typed} characters"), found, verdict);

    // Opened while it is full, and then there is room again.
    browser.dash(20, "");
    let n_typed = n_typed + 20;
    let was_saved = browser.saved(PATIENCE);
    let page = browser.new_tab();
    browser.load(SIBLING);
    browser.script(EMPTY, &[]);
    browser.go_to(&page);
    browser.dash(5, "");
    let verdict = match whole(&browser, n_typed + 5) {
        None if browser.saved(PATIENCE) && was_saved => Verdict::Holds("I1 I8"),
        None => Verdict::Broken(format!("it is not saved again: {}", browser.status())),
        Some(why) => Verdict::Broken(why),
    };
    let found = format!("{} characters", browser.field().chars().count());
    report.add(
        "localStorage full, then empty",
        format!("{} characters", n_typed + 5),
        found,
        verdict,
    );
}

/// The settings of the browser forbid the page to keep anything.
pub(super) fn blocked(report: &mut Report, _: &Options) {
    let mut rig = Rig::new();
    rig.prefer("profile.default_content_setting_values.cookies", json!(2));
    let browser = rig.start();
    browser.load("");
    let told = browser.until(
        &format!("return document.body.innerText.includes('{}')", word("home.storage_denied")),
        PATIENCE,
    );
    browser.bring("faults-1", 8_000);
    // The draft lives in memory: another load of the page would lose it.
    browser.script("location.hash = '#/d/faults-1/1'", &[]);
    assert!(browser.is_open(), "the draft does not open: {}", browser.shown());
    browser.dash(30, "");
    pause(2_000);
    let status = browser.status();
    let lies = browser.saved(std::time::Duration::ZERO);
    let exported = export_text(&browser);
    let found = format!("{} characters exported; it said {status:?}", count(&exported, 30));
    let verdict = if !told {
        Verdict::Broken("I8: the page does not say that nothing is kept".to_owned())
    } else if lies {
        Verdict::Broken(format!("I8: it said {status:?}"))
    } else if !exported.contains(&stream(30)) {
        Verdict::Broken("I5: the export lacks what was typed".to_owned())
    } else {
        Verdict::Holds("I5 I8")
    };
    report.add("site data blocked", "30 characters", found, verdict);
}

/// A way in which one of the storages is closed to the page, and whether the other
/// one makes it true to say that all is saved.
type Closed = (&'static str, &'static str, bool);

/// One storage refuses or does not answer.
pub(super) fn half_closed(report: &mut Report, _: &Options) {
    let ways: [Closed; 3] = [
        (
            "IndexedDB refuses",
            "IDBFactory.prototype.open = () => { throw new DOMException('none', 'SecurityError'); };",
            false,
        ),
        ("IndexedDB never answers", "IDBFactory.prototype.open = () => new EventTarget();", false),
        (
            "localStorage refuses",
            "Object.defineProperty(window, 'localStorage', {
                get() { throw new DOMException('none', 'SecurityError'); } });",
            true,
        ),
    ];
    for (way, script, may_save) in ways {
        let rig = Rig::new();
        let browser = rig.start();
        browser.precede(script);
        browser.load("");
        browser.bring("faults-1", 8_000);
        browser.script("location.hash = '#/d/faults-1/1'", &[]);
        assert!(browser.is_open(), "the draft does not open: {}", browser.shown());
        browser.dash(30, "");
        pause(3_000);
        let status = browser.status();
        let says_saved = browser.saved(std::time::Duration::ZERO);
        let exported = export_text(&browser);
        browser.kill();
        let browser = rig.start();
        let n_found = if may_save && browser.try_open().is_ok() {
            browser.field().chars().count()
        } else {
            0
        };
        let verdict = if !exported.contains(&stream(30)) {
            Verdict::Broken("I5: the export lacks what was typed".to_owned())
        } else if says_saved && !may_save {
            Verdict::Broken(format!("I8: it said {status:?}"))
        } else if says_saved && n_found < 30 {
            Verdict::Broken(format!("I1: it said {status:?}, {n_found} found"))
        } else {
            Verdict::Holds("I1 I5 I8")
        };
        let found = format!("{} characters exported; it said {status:?}", count(&exported, 30));
        report.add(way, "30 characters", found, verdict);
    }
}

/// How much of the stream a text has.
fn count(text: &str, most: usize) -> usize {
    (0..=most).rev().find(|&it| text.contains(&stream(it))).unwrap_or(0)
}

/// Exports the open draft as plain text.
fn export_text(browser: &Browser) -> String {
    const PRESS: &str = "const wanted = arguments[0];
        const found = [...document.querySelectorAll('button')]
            .find((it) => it.innerText.trim() === wanted || it.ariaLabel === wanted);
        found?.click();
        return Boolean(found)";
    for key in ["export.title", "export.txt"] {
        let pressed =
            || (browser.try_script(PRESS, &[json!(word(key))]).ok()? == json!(true)).then_some(());
        assert!(clock::wait(PATIENCE, pressed).is_some(), "no button {}", word(key));
    }
    let is_text = |it: &PathBuf| it.extension().is_some_and(|it| it == "txt");
    let file = clock::wait(PATIENCE, || {
        let files = fs::read_dir(browser.downloads()).ok()?;
        files.filter_map(|it| Some(it.ok()?.path())).find(is_text)
    });
    file.and_then(|it| fs::read_to_string(it).ok()).unwrap_or_default()
}
