//! How fast the page is, as Chromium measures it: cold start, key to paint,
//! the same with and without the checks, import, layout, export, and docx beside
//! the npm package of that name.
//!
//! ```text
//! bench [ROUNDS] [ONLY]      rounds of 100 key presses for each report; 3 when not said
//! ```
//!
//! ONLY is `import` or `checks`: that measure alone.
//!
//! Machines differ and this one is never quiet, so figures stand beside each
//! other and their ratio is what counts; nothing here passes or fails.

mod checks;
mod import;

use std::thread;
use std::time::Duration;

use chengwen::export;
use chengwen::import::json as file;
use chengwen::model::draft::{Draft, Entry, NodeId};
use chengwen::model::kind::Kind;
use chengwen_browser::page::{Format, KIND};
use chengwen_browser::words::{Locale, Words};
use chengwen_browser::{Page, Session, chromium, clock, peer};
use serde_json::{Value, json};

const SMALL: usize = 4_000;
const LARGE: usize = 80_000;

/// Key presses in a round.
const KEYS: usize = 100;

/// Between two key presses; a quick typist's pace.
const PACE: Duration = Duration::from_millis(60);

/// Cold starts that are measured.
const STARTS: usize = 5;

/// Notes for every key the time until the page had been painted after it.
const WATCH_KEYS: &str = "window.keyTimes = [];
    if (!window.keysWatched) {
        window.keysWatched = true;
        addEventListener('keydown', (event) => requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => keyTimes.push(performance.now() - event.timeStamp);
            channel.port2.postMessage(0);
        }), true);
    }";

/// Notes the time from a press on a button to the file that it makes.
const WATCH_FILES: &str = "if (!window.filesWatched) {
        window.filesWatched = true;
        addEventListener('click', (event) => { window.clicked = event.timeStamp; }, true);
        const make = URL.createObjectURL;
        URL.createObjectURL = (it) => {
            window.made = performance.now() - window.clicked;
            return make.call(URL, it);
        };
    }";

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let rounds = args.first().and_then(|it| it.parse().ok()).unwrap_or(3);
    let only = args.get(1).map(String::as_str);
    if only.is_none() {
        cold_start();
    }
    let (small, large) = (report("bench-4000", SMALL), report("bench-80000", LARGE));
    let page = Page::open();
    if only != Some("checks") {
        import::run(&page);
        page.session.load(page.session.origin());
    }
    if only == Some("import") {
        return;
    }
    for draft in [&small, &large] {
        page.open_file(&format!("{}.json", draft.id), &export::json(draft));
        page.saved();
        page.go_home();
    }
    if only.is_none() {
        keys(&page, [&small, &large], rounds);
        layouts(&page, [&small, &large]);
        exports(&page, [&small, &large]);
        race(&page, &large);
    }
    // Last, because the page is watched from then on.
    checks::run(&page, &large, rounds);
}

/// A report of so many characters, 250 to an item, 20 items to a section.
fn report(id: &str, n_chars: usize) -> Draft {
    const SENTENCE: &str = "组织干部走访农户，逐户登记用水情况，当场解决能解决的问题。";
    let kinds = Kind::built_in();
    let kind = kinds.iter().find(|it| it.name == KIND).cloned().unwrap_or_else(Kind::custom);
    let mut draft = kind.draft(id.to_owned(), "青溪县水利局", "2025");
    let Some(pattern) = draft.sections.last().cloned() else { return draft };
    draft.sections.clear();
    for n in 0..n_chars / 250 {
        if n % 20 == 0 {
            let (id, heading) = (draft.take_id(), format!("第{}批重点工作", n / 20 + 1));
            let slot = String::new();
            draft.sections.push(chengwen::model::draft::Section {
                id,
                slot,
                heading,
                entries: Vec::new(),
                ..pattern.clone()
            });
        }
        let mut entry = Entry::new(draft.take_id(), true);
        entry.lead = format!("办好第{}件实事", n + 1);
        entry.practice = SENTENCE.repeat(5);
        entry.figures = format!("全年走访{}户，登记{}处。", n * 3 + 7, n + 2);
        entry.result = SENTENCE.repeat(3).chars().take(73).collect();
        if let Some(section) = draft.sections.last_mut() {
            section.entries.push(entry);
        }
    }
    draft
}

/// The item in the middle of a report.
fn middle(draft: &Draft) -> NodeId {
    let items: Vec<_> = draft.sections.iter().flat_map(|it| &it.entries).collect();
    items.get(items.len() / 2).map_or(NodeId(0), |it| it.id)
}

fn length(draft: &Draft) -> usize {
    let document = chengwen::assemble::assemble(draft);
    document.paragraphs.iter().map(|it| it.text().chars().count()).sum()
}

fn cold_start() {
    let words = Words::of(Locale::Chinese);
    let button = format!(
        "[...document.querySelectorAll('button')].find((it) =>
            it.textContent.trim() === '{}' && !it.disabled)",
        words.get("home.new_go")
    );
    let field = "document.querySelector('main textarea:not([disabled])')";
    let (mut homes, mut forms) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        // A fresh profile has nothing cached and no service worker.
        let session = Session::start();
        watch(&session, &button);
        session.load(session.origin());
        homes.push(usable(&session));
        let page = Page::open_in(session);
        page.new_report(KIND, "青溪县水利局", "2025");
        page.saved();
        // What the browser has kept of the page is forgotten again.
        forget(&page.session);
        watch(&page.session, field);
        page.session.load(&format!("{}?{}", page.session.origin(), page.session.hash()));
        forms.push(usable(&page.session));
    }
    println!("cold start, median of {STARTS} (ms from navigation)");
    println!("  first button usable       {:8.0}", percentile(&mut homes, 0.5));
    println!("  form of a draft usable    {:8.0}", percentile(&mut forms, 0.5));
}

/// Has every document note when this is there. The page itself looks, in every
/// frame, so that no command's way counts.
fn watch(session: &Session, wanted: &str) {
    let source = format!(
        "(() => {{ const look = () => {{
             if (document.body && {wanted}) window.usableAt = performance.now();
             else requestAnimationFrame(look);
         }}; look(); }})()"
    );
    let method = "Page.addScriptToEvaluateOnNewDocument";
    let added = chromium::cdp(session.driver(), method, json!({ "source": source }));
    added.unwrap_or_else(|it| panic!("the page cannot be watched: {it}"));
}

fn usable(session: &Session) -> f64 {
    let at = || session.script("return window.usableAt ?? null", &[]).as_f64();
    clock::wait(clock::PATIENCE, at).unwrap_or(f64::NAN)
}

/// Forgets cached files and the service worker, not the drafts.
fn forget(session: &Session) {
    let driver = session.driver();
    let storage = json!({
        "origin": session.origin().trim_end_matches('/'),
        "storageTypes": "service_workers,cache_storage",
    });
    let forgotten = [
        chromium::cdp(driver, "Storage.clearDataForOrigin", storage),
        chromium::cdp(driver, "Network.clearBrowserCache", json!({})),
    ];
    for it in forgotten {
        it.unwrap_or_else(|it| panic!("the browser does not forget: {it}"));
    }
}

fn open(page: &Page, draft: &Draft, node: NodeId) {
    let hash = format!("#/d/{}/{}", draft.id, node.0);
    page.session.script("location.hash = arguments[0]", &[json!(hash)]);
    page.textbox("item.practice").element();
    page.session.settle();
}

fn keys(page: &Page, drafts: [&Draft; 2], rounds: usize) {
    let mut times = [Vec::new(), Vec::new()];
    // In turn, so that what else the machine does meets both alike.
    for round in 0..rounds {
        for at in [round % 2, 1 - round % 2] {
            times[at].extend(round_of_keys(page, drafts[at]));
        }
    }
    println!("key to paint, {KEYS} keys x {rounds} rounds, in turn (ms)");
    println!("  characters          median      p95");
    let mut ends = Vec::new();
    for (draft, times) in drafts.iter().zip(&mut times) {
        let (median, p95) = (percentile(times, 0.5), percentile(times, 0.95));
        println!("  {:10}        {median:8.1} {p95:8.1}", length(draft));
        ends.push((median, p95));
    }
    let [small, large] = ends[..] else { return };
    println!("  ratio             {:8.2} {:8.2}", large.0 / small.0, large.1 / small.1);
}

fn round_of_keys(page: &Page, draft: &Draft) -> Vec<f64> {
    open(page, draft, middle(draft));
    let field = page.textbox("item.practice");
    field.click();
    page.session.script(WATCH_KEYS, &[]);
    for n in 0..KEYS {
        let key = char::from(b'a' + (n % 26) as u8);
        chromium::press(page.session.driver(), key).unwrap_or_else(|it| panic!("{it}"));
        thread::sleep(PACE);
    }
    page.session.settle();
    let times = page.session.script("return keyTimes", &[]);
    let times: Vec<_> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert_eq!(times.len(), KEYS, "some keys were not seen");
    page.saved();
    times
}

/// What the page itself notes of its layout: all of it, and after a key press.
fn layouts(page: &Page, drafts: [&Draft; 2]) {
    const KEYS: usize = 20;
    const READ: &str = "const it = performance.getEntriesByName(arguments[0], 'measure');
        return it.length ? it[it.length - 1].duration : null";
    let read = |name: &str| page.session.script(READ, &[json!(name)]).as_f64();
    println!("layout in the page, {KEYS} key presses (ms)");
    println!("  characters             all  a key, median");
    for draft in drafts {
        page.session.reload();
        open(page, draft, middle(draft));
        let all = read("chengwen:layout");
        page.textbox("item.practice").click();
        let mut times = Vec::new();
        for _ in 0..KEYS {
            chromium::press(page.session.driver(), 'x').unwrap_or_else(|it| panic!("{it}"));
            page.session.settle();
            times.extend(read("chengwen:relayout"));
        }
        let key = percentile(&mut times, 0.5);
        println!("  {:10}        {:8.1} {key:14.2}", length(draft), all.unwrap_or(f64::NAN));
        page.saved();
    }
}

/// Docx by us and by npm `docx`; at most half its time is wanted.
fn race(page: &Page, draft: &Draft) {
    const ROUNDS: usize = 20;
    open(page, draft, middle(draft));
    let stored = page.export(Format::Json).bytes;
    let draft = file::read(&stored).unwrap_or_else(|it| panic!("{it}"));
    let times = peer::race(page, &draft, ROUNDS);
    let of = |at: usize| {
        let mut times: Vec<f64> = times.iter().map(|it| it[at]).collect();
        (percentile(&mut times, 0.0), peer::median(&mut times))
    };
    println!("docx of {} characters, warm, {ROUNDS} rounds by turns (ms)", length(&draft));
    println!("                         least   median");
    for (name, at) in [("this page", 0), ("npm docx", 1), ("this page again", 2)] {
        let (least, median) = of(at);
        println!("  {name:18}  {least:8.1} {median:8.1}");
    }
    println!("  ratio               of least  of rounds, median");
    for (name, a, b) in [("page / npm docx", 0, 1), ("page / page", 0, 2)] {
        let (rounds, least) = peer::ratios(&times, a, b);
        println!("  {name:18}  {least:8.3} {rounds:8.3}");
    }
    let (itself, _) = peer::ratios(&times, 0, 2);
    if !(0.95..=1.05).contains(&itself) {
        println!("  the page against itself is off by more than 5 %: too noisy, run it again");
    }
}

fn exports(page: &Page, drafts: [&Draft; 2]) {
    const TIMES: usize = 5;
    println!("export, from the press to the file, median of {TIMES} (ms)");
    println!("  format      {:>10} {:>10}    ratio", length(drafts[0]), length(drafts[1]));
    for format in [Format::Txt, Format::Md, Format::Docx] {
        let medians = drafts.map(|draft| {
            open(page, draft, middle(draft));
            page.session.script(WATCH_FILES, &[]);
            let mut times = Vec::new();
            for _ in 0..TIMES {
                page.export(format);
                let made = page.session.script("return window.made", &[]);
                times.push(made.as_f64().unwrap_or(f64::NAN));
            }
            percentile(&mut times, 0.5)
        });
        let [small, large] = medians;
        let name = format.extension();
        println!("  {name:10}  {small:10.1} {large:10.1} {:8.2}", large / small);
    }
}

fn percentile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let last = times.len().saturating_sub(1);
    times.get((last as f64 * share).round() as usize).copied().unwrap_or(f64::NAN)
}
