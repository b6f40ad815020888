//! A browser, a tab or a page that ends while the author types.

use std::time::Duration;

use serde_json::{Value, json};

use super::Options;
use super::author::{self, Seen, kept};
use super::dice::Dice;
use super::report::{Report, Verdict};
use super::rig::{Browser, Rig, pause};
use crate::chromium;
use crate::clock;

/// Between two characters, in milliseconds: 20 in a second.
const SPEED: u64 = 50;

/// The most that may be lost of what was never said to be saved, in seconds.
const MOST_LOST: f64 = 1.5;

/// Kills all processes of the browser at random moments.
pub(super) fn browser_killed(report: &mut Report, options: &Options) {
    let n_kills = if options.long { 300 } else { 20 };
    for (size, share) in [(8_000, n_kills * 3 / 4), (80_000, n_kills / 4)] {
        kills(report, options.seed, size, share);
    }
}

fn kills(report: &mut Report, seed: u64, size: usize, n_kills: usize) {
    let mut dice = Dice::new(seed ^ size as u64);
    let rig = Rig::new();
    let mut browser = rig.start();
    browser.begin(size);
    let (mut worst, mut n_typed, mut n_acks, mut broken) = (0.0_f64, 0, 0, Vec::new());
    for n in 0..n_kills {
        let before = kept(&browser.field()).unwrap_or_default();
        let moment = dice.between(300, 5_000);
        browser.type_on(before, SPEED, dice.between(0, 2) == 1);
        let mut seen = browser.watch(moment);
        let last = clock::now();
        let since = browser.kill().duration_since(last);
        browser = rig.start();
        if let Err(why) = browser.try_open() {
            broken.push(format!("I1: {why}"));
            break;
        }
        seen.n_acked = seen.n_acked.max(before);
        n_typed += seen.n_typed - before;
        n_acks += usize::from(before < seen.n_acked);
        match judge(&browser, &seen, since) {
            Ok(lost) => worst = worst.max(lost),
            Err(why) => {
                println!("  kill {n} after {moment} ms: {why}");
                broken.push(why);
            }
        }
    }
    let verdict = match broken.first() {
        None if n_acks == 0 => Verdict::Broken("nothing was ever said to be saved".to_owned()),
        None => Verdict::Holds("I1 I2 I8"),
        Some(why) => Verdict::Broken(format!("{} of {n_kills} times, first: {why}", broken.len())),
    };
    let found = format!("at most {worst:.2} s lost; {n_acks} times something was saved meanwhile");
    let fault = format!("browser killed {n_kills} times, {size} characters");
    report.add(fault, format!("{n_typed} characters"), found, verdict);
}

/// The seconds of typing that are gone, or what is broken.
fn judge(browser: &Browser, seen: &Seen, since: Duration) -> Result<f64, String> {
    let n_found = kept(&browser.field())?;
    if n_found < seen.n_acked {
        return Err(format!("I1: {} were saved, {n_found} found", seen.n_acked));
    }
    let lost = seen.lost(n_found, since);
    if MOST_LOST < lost {
        return Err(format!("I2: {lost:.2} s lost ({} typed, {n_found} found)", seen.n_typed));
    }
    Ok(lost)
}

/// Crashes the tab alone.
pub(super) fn renderer_crashed(report: &mut Report, options: &Options) {
    let n_crashes = if options.long { 50 } else { 5 };
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(8_000);
    let mut typed = 0;
    let mut broken = None;
    for n in 0..n_crashes {
        typed = browser.field().chars().count() + 7 + n;
        let crashed = browser.tab();
        browser.new_tab();
        let other = browser.tab();
        browser.go_to(&crashed);
        browser.dash(7 + n, "");
        // No answer comes from a page that is gone, and the driver is at a loss for
        // a moment.
        let _ = chromium::cdp(browser.driver(), "Page.crash", json!({}));
        let gone = || browser.driver().post("window", json!({ "handle": other })).ok();
        assert!(clock::wait(clock::PATIENCE, gone).is_some(), "the other tab is gone as well");
        browser.open();
        broken = broken.or(whole(&browser, typed));
    }
    let verdict = broken.map_or(Verdict::Holds("I2"), Verdict::Broken);
    let found = format!("{} characters", browser.field().chars().count());
    report.add(
        format!("tab crashed {n_crashes} times"),
        format!("{typed} characters"),
        found,
        verdict,
    );
}

/// A way to leave the page, and the browser in which it is opened again.
type Way = (&'static str, fn(&Rig, Browser) -> Browser);

/// Closes the tab, loads it again, goes elsewhere and back: each in the middle of a
/// word, before anything could be saved.
pub(super) fn closed_and_reloaded(report: &mut Report, _: &Options) {
    let ways: [Way; 6] = [
        ("loaded again", |_, browser| {
            browser.dash(9, "location.reload()");
            pause(500);
            browser
        }),
        ("left and come back", |_, browser| {
            browser.dash(9, "location.href = 'about:blank#' + location.href");
            pause(500);
            let _ = browser.driver().post("back", json!({}));
            browser
        }),
        ("address typed anew", |_, browser| {
            browser.dash(9, "");
            browser
        }),
        ("tab closed, another is open", |_, browser| {
            let tab = browser.tab();
            let other = browser.new_tab();
            let there: Value = browser.tab();
            browser.go_to(&other);
            assert_eq!(tab, other);
            browser.dash(9, "");
            close_tab(&browser);
            browser.go_to(&there);
            browser
        }),
        ("only tab closed", |rig, browser| {
            browser.dash(9, "");
            close_tab(&browser);
            browser.close();
            rig.start()
        }),
        ("page left by its home link", |_, browser| {
            browser.dash(9, "location.hash = '#/'");
            pause(300);
            browser
        }),
    ];
    let rig = Rig::new();
    let mut browser = rig.start();
    browser.begin(8_000);
    for (way, leave) in ways {
        let before = browser.field().chars().count();
        browser = leave(&rig, browser);
        browser.open();
        let broken = whole(&browser, before + 9);
        let found = format!("{} characters", browser.field().chars().count());
        let verdict = broken.map_or(Verdict::Holds("I2"), Verdict::Broken);
        report.add(way, format!("{} characters", before + 9), found, verdict);
    }
}

fn close_tab(browser: &Browser) {
    browser.cdp("Page.close", json!({}));
    pause(500);
}

/// What is missing of a stream that must be there to its last character.
pub(super) fn whole(browser: &Browser, n_typed: usize) -> Option<String> {
    // The journal may be put back a moment after the draft has opened.
    let is_whole = || (browser.field() == author::stream(n_typed)).then_some(());
    if clock::wait(clock::PATIENCE / 3, is_whole).is_some() {
        return None;
    }
    Some(match kept(&browser.field()) {
        Ok(n_found) => format!("I2: {n_typed} typed, {n_found} found"),
        Err(why) => why,
    })
}
