//! Drafts of an older version, and of one that is not written yet.

use std::fs;
use std::path::Path;

use chengwen::model::checksum::crc32;
use serde_json::{Value, json};

use super::Options;
use super::author::stream;
use super::report::{Report, Verdict};
use super::rig::{Browser, Rig, pause};
use crate::clock::PATIENCE;

/// Puts a text into both storages, as a version of the page would have.
const PUT: &str = "const [key, text, inTexts, inDatabase] = arguments;
    const done = arguments[4];
    if (inTexts) localStorage.setItem('chengwen:' + key, text);
    if (!inDatabase) return done(true);
    const open = indexedDB.open('chengwen', 1);
    open.onupgradeneeded = () => ['texts', 'files'].map((it) => open.result.createObjectStore(it));
    open.onerror = () => done(String(open.error));
    open.onsuccess = () => {
        const act = open.result.transaction('texts', 'readwrite');
        act.objectStore('texts').put(text, key);
        act.oncomplete = () => { open.result.close(); done(true); };
    };";

/// What both storages hold under a key.
const GET: &str = "const [key, done] = arguments;
    const open = indexedDB.open('chengwen');
    open.onerror = () => done([localStorage.getItem('chengwen:' + key), null]);
    open.onsuccess = () => {
        const get = open.result.transaction('texts').objectStore('texts').get(key);
        get.onsuccess = () => {
            open.result.close();
            done([localStorage.getItem('chengwen:' + key), get.result ?? null]);
        };
    };";

/// A file of the page that is no page: no program runs there.
const SIBLING: &str = "icons/seal.svg";

/// Drafts of schema 1, from where version 0.1 put them, and of schema 99.
pub(super) fn older_and_newer(report: &mut Report, _: &Options) {
    older(report);
    newer(report);
}

fn older(report: &mut Report) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../suite/mixture/draft.json");
    let file = fs::read_to_string(&path).unwrap_or_else(|it| panic!("{}: {it}", path.display()));
    let text = format!("chengwen 1 3 1766000000000 {:08x}\n{file}", crc32(file.as_bytes()));
    let rig = Rig::new();
    let browser = rig.start();
    browser.load(SIBLING);
    put(&browser, "draft:mixture", &text, (true, false));
    browser.load("#/d/mixture/4");
    let there = browser.until(
        "return [...document.querySelectorAll('textarea')].some((it) => \
         it.value.includes('全年主要做了以下工作'))",
        PATIENCE,
    );
    browser.script(
        "const field = [...document.querySelectorAll('textarea')].find((it) => \
         it.value.includes('全年主要做了以下工作'));
         field?.focus(); document.execCommand('insertText', false, arguments[0])",
        &[json!(stream(20))],
    );
    let saved = browser.saved(PATIENCE);
    browser.kill();
    let browser = rig.start();
    browser.load("#/d/mixture/4");
    let kept = browser.until(
        &format!(
            "return [...document.querySelectorAll('textarea')].some((it) => it.value.includes('{}'))",
            stream(20)
        ),
        PATIENCE,
    );
    let verdict = match (there, saved, kept) {
        (true, true, true) => Verdict::Holds("I1 I4"),
        (false, ..) => Verdict::Broken(format!("I4: it does not open: {}", browser.shown())),
        _ => Verdict::Broken(format!("I1: what was added is gone: {}", browser.status())),
    };
    report.add("draft of version 0.1", "20 characters into it", describe(there && kept), verdict);
}

fn describe(whole: bool) -> &'static str {
    if whole { "all of it" } else { "not all of it" }
}

fn newer(report: &mut Report) {
    let file = json!({
        "format": "chengwen-draft", "schema": 99, "unknown": { "a": [1, 2] },
        "draft": { "id": "future", "kind": "zidingyi", "title": "以后的报告", "next_id": 9,
            "sections": [{ "id": 1, "shape": "new", "entries": [{ "id": 2, "text": "以后的文字" }] }] },
    });
    let file = file.to_string();
    let text = format!("chengwen 99 7 1766000000000 {:08x}\n{file}", crc32(file.as_bytes()));
    let rig = Rig::new();
    let browser = rig.start();
    browser.load(SIBLING);
    put(&browser, "draft:future", &text, (true, true));
    browser.load("#/d/future");
    pause(2_000);
    let shown = browser.shown();
    // Whoever can type into it, types.
    browser.script(
        "const field = document.querySelector('main textarea:not([readonly]):not([disabled])');
         field?.focus(); if (field) document.execCommand('insertText', false, '改动')",
        &[],
    );
    pause(2_500);
    // Work on another draft must not touch it either.
    browser.begin(1_000);
    browser.dash(20, "");
    let saved = browser.saved(PATIENCE);
    browser.load(SIBLING);
    let now = browser.script_async(GET, &[json!("draft:future")]);
    let untouched = now == json!([text, text]);
    let verdict = match (untouched, saved) {
        (true, true) => Verdict::Holds("I3 I4"),
        (false, _) => {
            Verdict::Broken(format!("I4: the stored text is not what it was: {}", short(&now)))
        }
        (true, false) => Verdict::Broken("I1: another draft is not saved".to_owned()),
    };
    let told: String = shown.chars().take(40).collect();
    let found =
        format!("{} as it was; it said {told:?}", if untouched { "all" } else { "not all" });
    report.add("draft of schema 99", "into it and into another", found, verdict);
}

fn put(browser: &Browser, key: &str, text: &str, (in_texts, in_database): (bool, bool)) {
    let args = [json!(key), json!(text), json!(in_texts), json!(in_database)];
    let done = browser.script_async(PUT, &args);
    assert_eq!(done, json!(true), "the storage does not take {key}");
}

fn short(value: &Value) -> String {
    value.to_string().chars().take(120).collect()
}
