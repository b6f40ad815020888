//! A database that takes no more, and one whose n-th write fails.

use std::time::Duration;

use serde_json::json;

use super::Options;
use super::kills::whole;
use super::report::{Report, Verdict};
use super::rig::{Rig, pause};
use crate::clock::PATIENCE;

/// Has the database say that its quota is used up, while `full` is true. The order
/// of the debugging protocol for it (`Storage.overrideQuotaForOrigin`) is taken by
/// this browser and not followed; a disk without room is tried elsewhere.
const NARROW: &str = "const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given) {
        if (window.full) throw new DOMException('no room', 'QuotaExceededError');
        return put.apply(this, given);
    };";

/// The database is full for a while, the tab is loaded again meanwhile.
pub(super) fn quota(report: &mut Report, _: &Options) {
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(80_000);
    browser.precede(NARROW);
    browser.open();
    browser.script("window.full = true", &[]);
    browser.dash(20, "");
    pause(2_500);
    let status = browser.status();
    let lies = browser.saved(std::time::Duration::ZERO) && !is_stored(&browser, 20);
    browser.dash(5, "window.full = false");
    let saves = browser.saved(PATIENCE * 2) && is_stored(&browser, 25);
    let verdict = match whole(&browser, 25) {
        _ if lies => Verdict::Broken(format!("I8: it said {status:?}")),
        _ if !saves => Verdict::Broken(format!("I1: not saved again: {}", browser.status())),
        Some(why) => Verdict::Broken(why),
        None => Verdict::Holds("I1 I8"),
    };
    let found = format!("{} characters; it said {status:?}", browser.field().chars().count());
    report.add("database quota used up, then room again", "25 characters", found, verdict);

    browser.script("window.full = true", &[]);
    browser.dash(20, "location.reload()");
    pause(500);
    browser.open();
    let broken = whole(&browser, 45);
    let saves = browser.saved(PATIENCE * 2);
    browser.kill();
    let browser = rig.start();
    browser.open();
    let broken = broken.or(whole(&browser, 45));
    let verdict = match broken {
        _ if !saves => Verdict::Broken("I1: not saved after that".to_owned()),
        Some(why) => Verdict::Broken(why),
        None => Verdict::Holds("I1 I2"),
    };
    let found = format!("{} characters", browser.field().chars().count());
    report.add("loaded again while it is used up, then a kill", "45 characters", found, verdict);
}

/// Whether the database holds this much of the stream.
fn is_stored(browser: &super::rig::Browser, n_chars: usize) -> bool {
    const READ: &str = "const done = arguments[1];
        const open = indexedDB.open('chengwen');
        open.onerror = () => done(false);
        open.onsuccess = () => {
            const all = open.result.transaction('texts').objectStore('texts').getAll();
            all.onerror = () => done(false);
            all.onsuccess = () => {
                open.result.close();
                done(all.result.some((it) => it.includes(arguments[0])));
            };
        };";
    browser.script_async(READ, &[json!(super::author::stream(n_chars))]) == json!(true)
}

/// Each of the first writes to the database fails in its turn, in three ways.
pub(super) fn failing_write(report: &mut Report, options: &Options) {
    let n_writes = if options.long { 30 } else { 6 };
    let ways = [
        ("throws", "throw new DOMException('none', 'UnknownError');"),
        ("aborts", "const it = put.apply(this, given); this.transaction.abort(); return it;"),
        (
            "closes the database",
            "const it = put.apply(this, given); this.transaction.db.close(); return it;",
        ),
    ];
    for (way, act) in ways {
        let (mut n_typed, mut n_found, mut broken) = (0, 0, Vec::new());
        for n in 1..=n_writes {
            let rig = Rig::new();
            let browser = rig.start();
            browser.begin(1_000);
            browser.precede(&format!(
                "const put = IDBObjectStore.prototype.put;
                 let n = 0;
                 IDBObjectStore.prototype.put = function (...given) {{
                     n += 1;
                     if (n === {n}) {{ {act} }}
                     return put.apply(this, given);
                 }};"
            ));
            browser.open();
            for _ in 0..3 {
                browser.dash(10, "");
                pause(700);
            }
            // A database that has failed is trusted no more in this session: what is
            // written is held, and nothing is called saved.
            let at_rest = browser.at_rest(PATIENCE * 2);
            let status = browser.status();
            let is_saved = browser.saved(Duration::ZERO);
            browser.kill();
            let browser = rig.start();
            browser.open();
            n_typed += 30;
            match whole(&browser, 30) {
                None if at_rest => {}
                None => broken.push(format!("write {n}: not kept again: {status:?}")),
                Some(why) if is_saved => {
                    broken.push(format!("write {n}: I1: {status:?} but {why}"));
                }
                Some(why) => broken.push(format!("write {n}: {why}, {status:?}")),
            }
            n_found += browser.field().chars().count();
        }
        let verdict = match broken.first() {
            None => Verdict::Holds("I1 I8"),
            Some(why) => Verdict::Broken(format!("{} of {n_writes}, first: {why}", broken.len())),
        };
        let fault = format!("database write 1 to {n_writes} {way}, then a kill");
        report.add(
            fault,
            format!("{n_typed} characters"),
            format!("{n_found} characters"),
            verdict,
        );
    }
}
