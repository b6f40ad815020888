//! What the checks cost whoever types: key to paint with them and without.
//!
//! The page has no switch that turns them off as a whole. In the rounds without
//! them the request `look`, with which the page asks its worker to read the draft
//! again, is kept back; the page waits for its answer and asks no further, so
//! neither the worker's work nor the page's part of it is done.

use chengwen::model::draft::Draft;
use chengwen_browser::{Page, chromium};
use serde_json::json;

use crate::{KEYS, length, percentile, round_of_keys};

/// With checks, a key may take so many times as long as without.
const WANTED: f64 = 1.2;

/// Counts the looks of a page, and keeps them back where the session says so.
const KEEP_BACK: &str = "(() => {
    window.looks = 0;
    const off = sessionStorage.getItem('bench-checks-off') === '1';
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (data, ...rest) {
        const [what, , name, act] = Array.isArray(data) ? data : [];
        if (what === 'scene' && name === 'review' && act === 'look') {
            window.looks += 1;
            if (off) {
                // The page is not busy: nothing is being done.
                setTimeout(() => document.querySelectorAll('[data-busy]')
                    .forEach((it) => it.removeAttribute('data-busy')), 0);
                return;
            }
        }
        post.call(this, data, ...rest);
    };
})()";

/// Prints key to paint with the checks and without, by turns.
pub(crate) fn run(page: &Page, draft: &Draft, rounds: usize) {
    let method = "Page.addScriptToEvaluateOnNewDocument";
    let added = chromium::cdp(page.session.driver(), method, json!({ "source": KEEP_BACK }));
    added.unwrap_or_else(|it| panic!("the checks cannot be kept back: {it}"));
    let mut times = [Vec::new(), Vec::new()];
    let mut looks = [0, 0];
    for round in 0..rounds {
        for off in [round % 2, 1 - round % 2] {
            const SET: &str = "sessionStorage.setItem('bench-checks-off', arguments[0])";
            page.session.script(SET, &[json!(off.to_string())]);
            page.session.reload();
            times[off].extend(round_of_keys(page, draft));
            looks[off] += page.session.script("return looks", &[]).as_u64().unwrap_or(0);
        }
    }
    page.session.script("sessionStorage.removeItem('bench-checks-off')", &[]);
    println!(
        "key to paint at {} characters, {KEYS} keys x {rounds} rounds, by turns (ms)",
        length(draft)
    );
    println!("  checks              median      p95   longest   looks asked of the worker");
    let mut ends = Vec::new();
    for ((name, times), looks) in ["on", "off"].iter().zip(&mut times).zip(looks) {
        let [median, p95, longest] = [0.5, 0.95, 1.0].map(|it| percentile(times, it));
        println!("  {name:10}        {median:8.1} {p95:8.1}  {longest:8.1}   {looks}");
        ends.push((median, p95));
    }
    let [on, off] = ends[..] else { return };
    println!(
        "  on / off          {:8.2} {:8.2}   at most {WANTED} is wanted",
        on.0 / off.0,
        on.1 / off.1
    );
    println!("  off: the request is kept back in the page; of what it asked, none is done");
}
