//! The import of a pasted report: how long until the review stands, and how long
//! the page did not answer meanwhile.

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen_browser::{Page, clock};
use serde_json::{Value, json};

use crate::{percentile, report};

const SMALL: usize = 5_000;
const LARGE: usize = 50_000;
const ROUNDS: usize = 5;

/// A task is wanted to be no longer, in milliseconds.
const LIMIT: f64 = 50.0;

/// Notes long tasks, which Chromium tells from 50 ms on, and the longest stretch
/// between two frames.
const WATCH: &str = "window.tasks = []; window.gap = 0;
    if (!window.tasksWatched) {
        window.tasksWatched = true;
        new PerformanceObserver((all) => {
            for (const it of all.getEntries()) tasks.push(it.duration);
        }).observe({ entryTypes: ['longtask'] });
        let last = performance.now();
        const frame = (now) => {
            window.gap = Math.max(window.gap, now - last);
            last = now;
            requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
    }";

/// Puts a text in as a paste of plain text does; the time until it is painted.
const PASTE: &str = "const [text, done] = arguments;
    const field = document.getElementById('import-text');
    field.focus();
    const start = performance.now();
    document.execCommand('insertText', false, text);
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));";

/// Presses the button, which leaves the field; the time until the review is
/// painted, and whether anything said meanwhile that there is work.
const GO: &str = "const [done] = arguments;
    const start = performance.now();
    let said = false;
    document.activeElement.blur();
    document.getElementById('import-go').click();
    const look = () => {
        said ||= !!document.querySelector('[data-busy]');
        if (document.getElementById('import-summary')) {
            const at = performance.now();
            requestAnimationFrame(() => setTimeout(() =>
                done([performance.now() - start, at - start, said]), 0));
        } else setTimeout(look, 1);
    };
    look();";

/// What was noted since: the longest task (0: none of 50 ms) and the longest gap.
/// A long task is told a moment after it has ended.
const NOTED: &str = "const [done] = arguments;
    setTimeout(() => done([Math.max(0, ...tasks), window.gap]), 250);";

/// What a round of import took, in milliseconds.
#[derive(Default)]
struct Times {
    paste: Vec<f64>,
    paste_task: Vec<f64>,
    review: Vec<f64>,
    task: Vec<f64>,
    gap: Vec<f64>,
    n_said: usize,
}

/// Prints the times of a short report and of a long one, by turns.
pub(crate) fn run(page: &Page) {
    let texts = [SMALL, LARGE].map(|n| export::txt(&assemble(&report("bench-import", n))));
    let mut all = [Times::default(), Times::default()];
    for _ in 0..ROUNDS {
        for (text, times) in texts.iter().zip(&mut all) {
            round(page, text, times);
        }
    }
    println!("import of a pasted text, {ROUNDS} rounds by turns (ms; median, longest of all)");
    println!("  characters       paste  its task   review   its task  frame gap   worker at work");
    for (text, it) in texts.iter().zip(&mut all) {
        println!(
            "  {:10}    {:8.0}  {:8.0} {:8.0}   {:8.0}   {:8.0}   said {} of {ROUNDS}",
            text.chars().filter(|it| *it != '\n').count(),
            percentile(&mut it.paste, 0.5),
            percentile(&mut it.paste_task, 1.0),
            percentile(&mut it.review, 0.5),
            percentile(&mut it.task, 1.0),
            percentile(&mut it.gap, 1.0),
            it.n_said
        );
    }
    let [small, large] = &mut all;
    let ratio = percentile(&mut large.review, 0.5) / percentile(&mut small.review, 0.5);
    println!("  ratio of review     {ratio:.2}");
    let longest = percentile(&mut large.task, 1.0);
    match longest {
        it if it <= LIMIT => println!("  no task of the page over {LIMIT} ms from press to review"),
        it => println!("  a task of {it:.0} ms from press to review; {LIMIT} ms are wanted"),
    }
}

fn round(page: &Page, text: &str, times: &mut Times) {
    page.session.script("location.hash = '#/'", &[]);
    page.session.settle();
    page.session.script("location.hash = '#/import'", &[]);
    let is_there = || {
        let there = page.session.script("return !!document.getElementById('import-text')", &[]);
        (there == json!(true)).then_some(())
    };
    assert!(clock::wait(clock::PATIENCE, is_there).is_some(), "no import");
    page.session.settle();
    page.session.script(WATCH, &[]);
    let pasted = page.session.script_async(PASTE, &[json!(text)]);
    times.paste.extend(pasted.as_f64());
    times.paste_task.extend(number(&noted(page), 0));
    page.session.script(WATCH, &[]);
    let went = page.session.script_async(GO, &[]);
    times.review.extend(number(&went, 0));
    times.n_said += usize::from(went.get(2) == Some(&json!(true)));
    let noted = noted(page);
    times.task.extend(number(&noted, 0));
    times.gap.extend(number(&noted, 1));
}

fn noted(page: &Page) -> Value {
    page.session.script_async(NOTED, &[])
}

fn number(of: &Value, idx: usize) -> Option<f64> {
    of.get(idx).and_then(Value::as_f64)
}
