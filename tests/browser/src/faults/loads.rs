//! More text than anybody writes.

use std::time::Duration;

use serde_json::json;

use super::Options;
use super::author::{FIELD, word};
use super::kills::whole;
use super::report::{Report, Verdict};
use super::rig::Rig;
use crate::chromium;
use crate::clock::{self, PATIENCE};

/// Ten megabytes into one field; a thousand items in one report.
pub(super) fn large(report: &mut Report, _: &Options) {
    items(report);
    // The longest text that a field takes, and two that are longer.
    paste(report, "0.8 MB", 280_000);
    paste(report, "1 MB", MB);
    paste(report, "10 MB", 10 * MB);
}

fn items(report: &mut Report) {
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(280_000);
    browser.type_on(0, 50, true);
    let seen = browser.watch(6_000);
    browser.stop_typing();
    let n_typed = browser.field().chars().count();
    let saved = browser.saved(PATIENCE);
    browser.kill();
    let browser = rig.start();
    browser.open();
    let verdict = match whole(&browser, n_typed) {
        _ if !saved => Verdict::Broken(format!("not saved: {}", browser.status())),
        Some(why) => Verdict::Broken(format!("I1: {why}")),
        None => Verdict::Holds("I1"),
    };
    let found = format!("{} characters", browser.field().chars().count());
    let typed = format!("{n_typed} characters, {} saved meanwhile", seen.n_acked);
    report.add("1000 items", typed, found, verdict);
}

/// So many Chinese characters are a megabyte of UTF-8.
const MB: usize = 1024 * 1024 / 3;

/// Pastes a text of so many characters; it is kept whole, or refused in words.
fn paste(report: &mut Report, size: &str, n_chars: usize) {
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(1_000);
    let start = clock::now();
    // As the browser itself puts a text in: what a script puts in, the page is not
    // asked about beforehand.
    browser.script("document.getElementById(arguments[0]).focus()", &[json!(FIELD)]);
    let in_time = browser.at_most(Duration::from_secs(120));
    let text = "字".repeat(n_chars);
    let put = chromium::cdp(browser.driver(), "Input.insertText", json!({ "text": text }));
    // Answered when the page has drawn what was pasted.
    let drawn = "const [id, done] = arguments;
        requestAnimationFrame(() => setTimeout(() =>
            done(document.getElementById(id).value.length)))";
    let pasted = put.and_then(|_| browser.driver().script_async(drawn, &[json!(FIELD)]));
    let took = start.elapsed().as_secs_f64();
    let answers = pasted.is_ok();
    let saved = answers && browser.saved(Duration::from_secs(60));
    let told = if answers { browser.statuses().join(" / ") } else { String::new() };
    let is_refused = told.contains(&word("app.too_long"));
    let told: String = told.chars().take(60).collect();
    let n_before = pasted.ok().and_then(|it| it.as_u64()).unwrap_or_default() as usize;
    // A page that has drawn the text may still be stuck over saving it.
    let answers = answers && browser.try_script("return 1", &[]).is_ok();
    drop(in_time);
    if answers {
        browser.kill();
    } else {
        drop(browser);
    }
    let browser = rig.start();
    let in_time = browser.at_most(Duration::from_secs(120));
    let opened = browser.try_open();
    let n_after = browser.field().encode_utf16().count();
    drop(in_time);
    let verdict = match opened {
        Err(why) => Verdict::Broken(format!("I1: {why}")),
        _ if !answers => Verdict::Broken("the page is stuck for two minutes".to_owned()),
        _ if saved && n_after != n_before => {
            Verdict::Broken(format!("I1: {n_before} were saved, {n_after} found"))
        }
        _ if !saved && n_after != n_before && n_after != 0 => {
            Verdict::Broken(format!("half of it: {n_after} of {n_before}"))
        }
        _ if !saved && told.is_empty() => {
            Verdict::Broken("I8: it says nothing of saving".to_owned())
        }
        _ if n_after == 0 && !is_refused => {
            Verdict::Broken("nothing was taken, and the page does not say why".to_owned())
        }
        Ok(()) => Verdict::Holds("I1 I8"),
    };
    let found = format!("{n_after} characters; drawn after {took:.1} s; it said {told:?}");
    report.add(format!("{size} pasted"), format!("{n_chars} characters"), found, verdict);
}
