//! Two tabs with the same draft.

use serde_json::{Value, json};

use super::Options;
use super::author::{FIELD, stream};
use super::report::{Report, Verdict};
use super::rig::{Browser, Rig, pause};
use crate::clock::PATIENCE;

/// Takes away all by which tabs can know of each other.
const DEAF: &str = "class Deaf extends EventTarget { postMessage() {} close() {} }
    window.BroadcastChannel = Deaf;
    addEventListener('storage', (it) => it.stopImmediatePropagation(), true);
    const free = { request: (...given) => Promise.resolve(given.at(-1)({ name: given[0] })),
        query: () => Promise.resolve({ held: [], pending: [] }) };
    Object.defineProperty(navigator, 'locks', { value: free });";

/// Texts that stand in any stored draft, version or twin.
const STORED: &str = "const done = arguments[0];
    const open = indexedDB.open('chengwen');
    open.onerror = () => done(Object.values(localStorage));
    open.onsuccess = () => {
        const all = open.result.transaction('texts').objectStore('texts').getAll();
        all.onsuccess = () => {
            open.result.close();
            done(all.result.concat(Object.values(localStorage)));
        };
    };";

/// The second tab only reads; and where it does not know of the first, both keep
/// what was typed.
pub(super) fn two_tabs(report: &mut Report, options: &Options) {
    second_reads(report);
    let n_races = if options.long { 50 } else { 4 };
    for n in 0..n_races {
        race(report, n);
    }
}

fn second_reads(report: &mut Report) {
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(8_000);
    browser.dash(20, "");
    let first = browser.tab();
    assert!(browser.saved(PATIENCE), "not saved: {}", browser.status());
    browser.new_tab();
    browser.open();
    pause(1_500);
    let second = browser.tab();
    let can_write = can_write(&browser);
    browser.script(TYPE, &[json!(FIELD), json!("第二个窗口写的")]);
    pause(1_500);
    browser.go_to(&first);
    browser.dash(20, "");
    let saved = browser.saved(PATIENCE);
    browser.go_to(&second);
    pause(500);
    let told: String = browser.statuses().join(" / ").chars().take(40).collect();
    browser.kill();
    let browser = rig.start();
    browser.open();
    let text = browser.field();
    let found = format!("{} characters; the second said {told:?}", text.chars().count());
    let verdict = if can_write {
        Verdict::Broken("I3: the second tab takes text as well".to_owned())
    } else if !saved || text != stream(40) {
        Verdict::Broken(format!("I3: the first tab's text is not what was typed, saved: {saved}"))
    } else {
        Verdict::Holds("I1 I3")
    };
    report.add("two tabs, one draft", "40 characters in the first", found, verdict);
}

const TYPE: &str = "const field = document.getElementById(arguments[0]);
    field?.focus();
    field?.setSelectionRange(field.value.length, field.value.length);
    for (const it of arguments[1]) document.execCommand('insertText', false, it)";

const PARAGRAPH: &str = "if (!document.getElementById(arguments[0])) {
        location.hash = location.hash.split('/').slice(0, 3).join('/') + '/1'; }";

fn can_write(browser: &Browser) -> bool {
    let look = "const field = document.getElementById(arguments[0]);
        return Boolean(field && !field.readOnly && !field.matches(':disabled')
            && !field.closest('[inert], fieldset:disabled'))";
    browser.script(look, &[json!(FIELD)]) == json!(true)
}

/// Both tabs believe that they are alone, and type by turns.
fn race(report: &mut Report, n: usize) {
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(1_000);
    let tabs: Vec<Value> = (0..2)
        .map(|_| {
            browser.new_tab();
            browser.precede(DEAF);
            browser.open();
            browser.tab()
        })
        .collect();
    let words = ["左边这个窗口写的", "右边那个窗口写的"];
    let n_turns = 3 + n;
    for turn in 0..n_turns {
        for (tab, word) in tabs.iter().zip(words) {
            browser.go_to(tab);
            // Whoever has lost the race goes on in a copy, which opens at its head.
            browser.script(PARAGRAPH, &[json!(FIELD)]);
            assert!(browser.is_open(), "no field to write in: {}", browser.shown());
            browser.script(TYPE, &[json!(FIELD), json!(format!("{word}{turn}。"))]);
            // At times both save at once, at times one after the other.
            pause(if (turn + n).is_multiple_of(2) { 30 } else { 900 });
        }
    }
    let mut all_saved = true;
    for tab in &tabs {
        browser.go_to(tab);
        all_saved &= browser.saved(PATIENCE);
    }
    browser.kill();
    let browser = rig.start();
    browser.load("");
    pause(1_500);
    let stored = browser.script_async(STORED, &[]);
    let texts: Vec<&str> =
        stored.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    // A tab may have taken over what the other had saved, so each sentence counts.
    let sentences =
        words.into_iter().flat_map(|it| (0..n_turns).map(move |n| format!("{it}{n}。")));
    let lost: Vec<_> = sentences.filter(|it| !texts.iter().any(|text| text.contains(it))).collect();
    let verdict = match lost.as_slice() {
        [] if all_saved => Verdict::Holds("I1 I3"),
        [] => Verdict::Broken("a tab does not say that it has saved".to_owned()),
        lost => Verdict::Broken(format!("I3: not found anywhere: {}", lost.join(", "))),
    };
    let drafts = browser.script("return document.querySelectorAll('tbody tr').length", &[]);
    let found = format!("{} sentences, in {drafts} drafts", 2 * n_turns - lost.len());
    let fault = format!("two tabs that do not know of each other, {n_turns} turns");
    report.add(fault, format!("{} sentences", 2 * n_turns), found, verdict);
}
