//! A new version of the page that arrives while the author types.

use serde_json::json;

use super::Options;
use super::author::word;
use super::kills::whole;
use super::report::{Report, Verdict};
use super::rig::Rig;
use crate::clock::PATIENCE;
use crate::served::Served;

/// The files on the server change in the middle of a sentence.
pub(super) fn mid_edit(report: &mut Report, _: &Options) {
    let served = Served::copy();
    let rig = Rig::serving(served.folder());
    let browser = rig.start();
    browser.begin(8_000);
    let keeps = "return Boolean(navigator.serviceWorker.controller)";
    assert!(browser.until(keeps, PATIENCE), "no worker keeps the page");
    browser.script("window.untouched = true", &[]);
    browser.type_on(0, 50, true);
    served.change("2");
    let looked = browser.script_async(
        "const done = arguments[0]; navigator.serviceWorker.getRegistration()
            .then((it) => it.update()).then(() => done(true), (it) => done(String(it)))",
        &[],
    );
    let told = browser.until(
        &format!(
            "return [...document.querySelectorAll('button')].some((it) => it.innerText.trim() === '{}')",
            word("update.go")
        ),
        PATIENCE,
    );
    browser.watch(2_000);
    let untouched = browser.script("return window.untouched === true", &[]) == json!(true);
    let n_typed = if untouched { browser.stop_typing().n_typed } else { 0 };
    let lost = whole(&browser, n_typed);
    let verdict = match lost {
        _ if looked != json!(true) => {
            Verdict::Broken(format!("the worker is not updated: {looked}"))
        }
        _ if !untouched => Verdict::Broken("the page was loaded again by itself".to_owned()),
        _ if !told => Verdict::Broken("nobody is told of the new version".to_owned()),
        Some(why) => Verdict::Broken(why),
        None => Verdict::Holds("I2"),
    };
    let found = format!("{} characters", browser.field().chars().count());
    report.add("new version mid-edit", format!("{n_typed} characters"), found, verdict);

    // On the author's word, with a word that is not saved yet.
    browser.dash(9, &format!(
        "[...document.querySelectorAll('button')].find((it) => it.innerText.trim() === '{}').click()",
        word("update.go")
    ));
    let changed = "return document.querySelector('meta[name=mark]')?.content === '2'";
    let changed = browser.until(changed, PATIENCE * 2);
    browser.open();
    let verdict = match whole(&browser, n_typed + 9) {
        _ if !changed => Verdict::Broken("the new version does not come".to_owned()),
        Some(why) => Verdict::Broken(why),
        None => Verdict::Holds("I2"),
    };
    let found = format!("{} characters", browser.field().chars().count());
    report.add("changed over to it", format!("{} characters", n_typed + 9), found, verdict);
}
