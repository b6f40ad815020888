//! An author who types into one field, and what becomes of it.
//!
//! Each character of the stream differs from those around it, so that what is
//! found afterwards says how much of it was kept, and whether in order.

use std::fs;
use std::time::Duration;

use chengwen::import;
use serde_json::{Value, json};

use super::rig::{Browser, pause};
use crate::clock::{self, PATIENCE};
use crate::driver::Element;
use crate::find::text;
use crate::words::{Locale, Words};

/// The draft that is written.
pub(super) const DRAFT: &str = "faults-1";

/// The field that is typed into: the first paragraph.
pub(super) const FIELD: &str = "field-2-5";

/// What the page does while the author types, as the author sees it.
const TYPIST: &str = "const [id, from, speed, burst, rest, saved] = arguments;
    const field = document.getElementById(id);
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    const said = () => {
        const all = [...document.querySelectorAll('[role=status]')];
        return all.some((it) => it.textContent.trim().startsWith(saved));
    };
    const typist = window.typist = { n: from, acked: 0, times: [], stalls: [] };
    const begun = performance.now();
    let last = begun;
    typist.typing = setInterval(() => {
        if (burst && (performance.now() - begun) % (burst + rest) > burst) return;
        const letter = String.fromCharCode(0x4e00 + typist.n % 5000);
        if (!document.execCommand('insertText', false, letter)) return;
        typist.n += 1;
        typist.times.push(performance.now());
    }, speed);
    // Looked at between tasks, when what stands there can be seen.
    typist.looking = setInterval(() => {
        if (said()) typist.acked = typist.n;
        const now = performance.now();
        if (now - last > 100) typist.stalls.push([last, now]);
        last = now;
    }, 5);";

/// What was seen when the author was last looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    /// How many characters had been typed.
    pub(super) n_typed: usize,
    /// How many of them the page had said to be saved.
    pub(super) n_acked: usize,
    /// When each of them was typed, in milliseconds of the page.
    times: Vec<f64>,
    /// How many there were before the first of these times.
    from: usize,
    now: f64,
    /// Between these times the machine did not let the page run: nobody typed then.
    stalls: Vec<[f64; 2]>,
}

/// The beginning of the stream.
pub(super) fn stream(n_chars: usize) -> String {
    let letter = |n: usize| char::from_u32(0x4e00 + (n % 5000) as u32).unwrap_or('一');
    (0..n_chars).map(letter).collect()
}

/// How much of the stream a field has kept, or that it holds something else.
pub(super) fn kept(text: &str) -> Result<usize, String> {
    let n_chars = text.chars().count();
    if text == stream(n_chars) {
        return Ok(n_chars);
    }
    let common = text.chars().zip(stream(n_chars).chars()).take_while(|(a, b)| a == b).count();
    Err(format!("after {common} characters comes what was not typed"))
}

/// A draft with an empty first paragraph and about this much other text.
pub(super) fn draft(id: &str, n_chars: usize) -> Vec<u8> {
    const SENTENCE: &str = "组织干部走访农户，逐户登记用水情况，当场解决能解决的问题。";
    const ITEM: usize = 280;
    let item = |n: usize| {
        json!({
            "id": 10 + n, "numbered": true, "lead": format!("办好第{}件实事", n + 1),
            "text": SENTENCE.repeat(ITEM / 28),
        })
    };
    let items: Vec<_> = (0..n_chars / ITEM).map(item).collect();
    let draft = json!({
        "format": import::json::FORMAT,
        "schema": import::json::SCHEMA,
        "draft": {
            "id": id, "kind": "zidingyi", "title": "青溪县水利局2025年度报告",
            "next_id": 10 + items.len(),
            "sections": [
                { "id": 1, "entries": [{ "id": 2 }] },
                { "id": 3, "level": 1, "heading": "主要工作", "entries": items },
            ],
        },
    });
    draft.to_string().into_bytes()
}

/// The words of a key in the page's first language.
pub(super) fn word(key: &str) -> String {
    Words::of(Locale::Chinese).get(key)
}

impl Browser {
    /// Brings a draft of this size onto the page and opens its first paragraph.
    #[track_caller]
    pub(super) fn begin(&self, n_chars: usize) {
        self.load("");
        self.bring(DRAFT, n_chars);
        self.open();
        assert!(self.saved(PATIENCE), "a new draft is not saved: {}", self.status());
    }

    /// Gives a draft file to the list of drafts.
    #[track_caller]
    pub(super) fn bring(&self, id: &str, n_chars: usize) {
        let path = self.downloads().with_file_name(format!("{id}.json"));
        fs::write(&path, draft(id, n_chars))
            .unwrap_or_else(|it| panic!("{}: {it}", path.display()));
        let input = clock::wait(PATIENCE * 2, || {
            let found = self.try_script("return document.querySelector('input[type=file]')", &[]);
            Element::of(&found.ok()?)
        });
        let input = input.unwrap_or_else(|| panic!("the page takes no file: {}", self.shown()));
        let given = self.driver().send_keys(&input, &path.display().to_string());
        given.unwrap_or_else(|it| panic!("the file is not taken: {it}"));
        let opened = format!("return location.hash.startsWith('#/d/{id}')");
        assert!(self.until(&opened, PATIENCE), "{id} is not opened: {}", self.shown());
    }

    /// Opens the first paragraph of the draft.
    #[track_caller]
    pub(super) fn open(&self) {
        self.load(&format!("#/d/{DRAFT}/1"));
        assert!(self.is_open(), "the draft does not open: {}", self.shown());
    }

    /// As [`Self::open`], where the draft may be gone.
    pub(super) fn try_open(&self) -> Result<(), String> {
        let loaded = self.try_load(&format!("#/d/{DRAFT}/1"));
        loaded.map_err(|it| format!("it does not open: {it}"))?;
        if self.is_open() { Ok(()) } else { Err(format!("it does not open: {}", self.shown())) }
    }

    /// Waits until the first paragraph is on the page; whether it is.
    pub(super) fn is_open(&self) -> bool {
        let is_there = format!("return Boolean(document.getElementById('{FIELD}'))");
        self.until(&is_there, PATIENCE * 2)
    }

    /// The text of the first paragraph.
    pub(super) fn field(&self) -> String {
        let read = "return document.getElementById(arguments[0])?.value ?? ''";
        text(&self.try_script(read, &[json!(FIELD)]).unwrap_or_default())
    }

    /// Begins to type on, a character each `speed` milliseconds, at times without a
    /// pause and at times with one.
    #[track_caller]
    pub(super) fn type_on(&self, from: usize, speed: u64, pauses: bool) {
        let (burst, rest) = if pauses { (1300, 900) } else { (0, 0) };
        let saved = Words::of(Locale::Chinese).before("save.saved");
        let args =
            [json!(FIELD), json!(from), json!(speed), json!(burst), json!(rest), json!(saved)];
        self.script(TYPIST, &args);
    }

    /// Looks at the author; what was seen before is what this adds to.
    pub(super) fn look(&self, seen: &mut Seen) -> bool {
        const LOOK: &str = "return [typist.n, typist.acked, performance.now(),
            typist.times.slice(arguments[0]), typist.stalls.slice(arguments[1])]";
        let args = [json!(seen.times.len()), json!(seen.stalls.len())];
        let Ok(answer) = self.try_script(LOOK, &args) else { return false };
        let number = |n: usize| answer[n].as_f64().unwrap_or_default();
        seen.n_typed = number(0) as usize;
        seen.n_acked = seen.n_acked.max(number(1) as usize);
        seen.now = number(2);
        seen.times.extend(answer[3].as_array().into_iter().flatten().filter_map(Value::as_f64));
        let stalls = answer[4].as_array().into_iter().flatten();
        seen.stalls.extend(stalls.map(|it| [0, 1].map(|n| it[n].as_f64().unwrap_or_default())));
        seen.from = seen.n_typed - seen.times.len().min(seen.n_typed);
        true
    }

    /// Watches the author for a while, many times a second.
    pub(super) fn watch(&self, milliseconds: u64) -> Seen {
        let start = clock::now();
        let mut seen = Seen::default();
        while start.elapsed() < Duration::from_millis(milliseconds) {
            self.look(&mut seen);
            pause(5);
        }
        seen
    }

    /// Has the author stop.
    pub(super) fn stop_typing(&self) -> Seen {
        self.script("clearInterval(typist.typing)", &[]);
        let mut seen = Seen::default();
        self.look(&mut seen);
        seen
    }

    /// Types so many characters in one breath, so that nothing saves in between,
    /// and then does what the script says.
    #[track_caller]
    pub(super) fn dash(&self, n_chars: usize, then: &str) {
        let from = self.field().chars().count();
        let text: String = stream(from + n_chars).chars().skip(from).collect();
        let script = format!(
            "const field = document.getElementById(arguments[0]);
             field.focus();
             field.setSelectionRange(field.value.length, field.value.length);
             for (const letter of arguments[1]) document.execCommand('insertText', false, letter);
             {then}"
        );
        self.script(&script, &[json!(FIELD), json!(text)]);
    }

    /// Whether the page says within this time that all is saved.
    pub(super) fn saved(&self, patience: Duration) -> bool {
        let saved = Words::of(Locale::Chinese).before("save.saved");
        clock::wait(patience, || self.status().starts_with(&saved).then_some(())).is_some()
    }

    /// Whether the page says within this time that all is saved, or held.
    pub(super) fn at_rest(&self, patience: Duration) -> bool {
        let words = Words::of(Locale::Chinese);
        let ends = ["save.saved", "save.held"].map(|it| words.before(it));
        let said = || ends.iter().any(|it| self.status().starts_with(it)).then_some(());
        clock::wait(patience, said).is_some()
    }

    /// What the page says of saving.
    pub(super) fn status(&self) -> String {
        let words = Words::of(Locale::Chinese);
        let keys = ["saved", "unsaved", "held", "reading", "conflict", "full", "denied", "failed"];
        let begins = keys.map(|it| words.before(&format!("save.{it}")));
        let all = self.statuses();
        let found = all.iter().find(|it| begins.iter().any(|begin| it.starts_with(begin)));
        found.cloned().unwrap_or_default()
    }

    /// Everything that the page tells the author: states, alerts, notices.
    pub(super) fn statuses(&self) -> Vec<String> {
        const READ: &str = "return [...document.querySelectorAll(
            '[role=status], [role=alert], [role=alertdialog]')]
            .map((it) => it.innerText.trim()).filter(Boolean)";
        let answer = self.try_script(READ, &[]).unwrap_or_default();
        answer.as_array().into_iter().flatten().map(text).collect()
    }

    /// The words on the screen, for a message.
    pub(super) fn shown(&self) -> String {
        let shown = self.try_script("return document.body.innerText", &[]).unwrap_or_default();
        text(&shown).chars().filter(|it| !it.is_control()).take(160).collect()
    }
}

impl Seen {
    /// How many seconds of typing before this moment are gone, when so much of the
    /// stream was found. `since` is the time since the last look.
    pub(super) fn lost(&self, n_found: usize, since: Duration) -> f64 {
        let first_lost = n_found.checked_sub(self.from).and_then(|it| self.times.get(it));
        let Some(&first) = first_lost else { return 0.0 };
        let stalled: f64 =
            self.stalls.iter().map(|[begin, end]| (end - begin.max(first)).max(0.0)).sum();
        (self.now - first - stalled) / 1000.0 + since.as_secs_f64()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_counted_and_what_is_foreign_is_told() {
        assert_eq!(kept(&stream(20)), Ok(20));
        assert_eq!(kept(""), Ok(0));
        assert!(kept("一三").is_err());
    }

    #[test]
    fn a_loss_is_counted_from_its_first_character() {
        let times = vec![0.0, 50.0];
        let mut seen = Seen { n_typed: 12, times, from: 10, now: 560.0, ..Seen::default() };
        assert_eq!(seen.lost(12, Duration::ZERO), 0.0);
        assert_eq!(seen.lost(11, Duration::from_secs(1)), 1.51);
        seen.stalls.push([40.0, 250.0]);
        assert_eq!(seen.lost(11, Duration::from_secs(1)), 1.31);
    }
}
