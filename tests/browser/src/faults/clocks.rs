//! A clock that is years away from the last time.

use super::Options;
use super::kills::whole;
use super::report::{Report, Verdict};
use super::rig::Rig;
use crate::clock::PATIENCE;

/// Sets the page's clock away from the machine's by this many years.
fn moved(years: i64) -> String {
    format!(
        "const Clock = Date, away = {years} * 365.25 * 864e5;
         window.Date = class extends Clock {{
             constructor(...given) {{
                 if (given.length) super(...given); else super(Clock.now() + away);
             }}
             static now() {{ return Clock.now() + away; }}
         }};"
    )
}

/// Ten years on, ten years back, and as it was.
pub(super) fn ten_years(report: &mut Report, _: &Options) {
    for years in [[10, -10, 0], [-10, 10, 0]] {
        let rig = Rig::new();
        let mut browser = rig.start();
        browser.begin(8_000);
        let mut n_typed = 0;
        let mut broken = None;
        for years in years {
            browser.kill();
            browser = rig.start();
            browser.precede(&moved(years));
            browser.open();
            broken = broken.or(whole(&browser, n_typed));
            browser.dash(20, "");
            n_typed += 20;
            if !browser.saved(PATIENCE) {
                broken = broken.or(Some(format!("not saved: {}", browser.status())));
            }
        }
        browser.kill();
        let browser = rig.start();
        browser.open();
        let broken = broken.or(whole(&browser, n_typed));
        let found = format!("{} characters", browser.field().chars().count());
        let fault = format!("clock {} years, {} years, right", signed(years[0]), signed(years[1]));
        let verdict = broken.map_or(Verdict::Holds("I1"), Verdict::Broken);
        report.add(fault, format!("{n_typed} characters"), found, verdict);
    }
}

fn signed(years: i64) -> String {
    format!("{years:+}")
}
