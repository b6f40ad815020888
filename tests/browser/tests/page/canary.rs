//! Nothing that is typed leaves the machine.

use std::fs;
use std::thread;
use std::time::Duration;

use chengwen_browser::engine::{Engine, left_out, left_out_of_file};
use chengwen_browser::page::{Format, KIND};
use chengwen_browser::{Page, clock, session};
use serde_json::json;
use xtask::server::Server;

/// A word that is nowhere but in what is typed; its letters look alike in an
/// address, in a header and in a body.
const CANARY: &str = "canaryqz7";

/// Types the word into every field on the screen.
#[track_caller]
fn fill_all(page: &Page) -> usize {
    page.session.settle();
    page.session
        .script("document.querySelectorAll('details').forEach((it) => it.open = true)", &[]);
    let n = page.any("textbox").count();
    for nth in 0..n {
        let field = page.any("textbox").nth(nth);
        // Fields may come and go with what is written in others.
        if field.is_there() && field.property("readOnly") != json!(true) {
            field.fill(&format!("金丝雀{CANARY}{nth}"));
        }
    }
    n
}

#[test]
fn a_word_typed_into_every_field_is_in_no_request() {
    if left_out_of_file("a file has no server that could be told anything") {
        return;
    }
    let server = Server::start(&session::dist(), None).unwrap();
    let page = Page::open();
    page.session.load(&server.url());
    page.new_report(KIND, CANARY, "2025");
    let mut n_fields = fill_all(&page);
    for key in ["outline.elements", "outline.layout"] {
        page.go_to(&page.word(key));
        n_fields += fill_all(&page);
    }
    // One section, one of its items and a paragraph; the others have the same fields.
    page.go_to("导语");
    n_fields += fill_all(&page);
    page.add_section("全年工作");
    page.add_paragraph("一段");
    n_fields += fill_all(&page);
    page.moving(|| page.button("section.add_item").click());
    n_fields += fill_all(&page);
    page.open_find();
    n_fields += fill_all(&page);
    assert!(40 < n_fields, "only {n_fields} fields were found");
    page.saved();
    for format in [Format::Docx, Format::Txt, Format::Md, Format::Html, Format::Json] {
        let file = page.export(format);
        let is_text = !matches!(format, Format::Docx);
        assert!(!is_text || String::from_utf8_lossy(&file.bytes).contains(CANARY), "{format:?}");
    }
    page.session.reload();
    page.expect_on_paper(CANARY);
    page.go_home();
    page.session.settle();

    let asked: Vec<_> =
        server.requests().iter().map(|it| String::from_utf8_lossy(it).into_owned()).collect();
    // Otherwise the recording would prove nothing.
    assert!(asked.iter().any(|it| it.contains("_bg.wasm")), "{asked:#?}");
    for request in &asked {
        assert!(!request.to_lowercase().contains(CANARY), "{request}");
        let asked = request.lines().next().unwrap();
        assert!(asked.starts_with("GET /") && !asked.contains('?'), "{request}");
        let (_, body) = request.split_once("\r\n\r\n").unwrap();
        assert_eq!(body, "", "{request}");
    }
    let errors = page.errors();
    assert!(errors.is_empty(), "errors in the console:\n{}", errors.join("\n"));
}

/// Every way out that a script has, tried with the address of a stranger.
const WAYS: &str = "
    const to = (way) => `${arguments[0]}${way}`;
    const put = (tag, attributes) => {
        const it = Object.assign(document.createElement(tag), attributes);
        document.body.append(it);
        return it;
    };
    const ways = {
        fetch: () => fetch(to('fetch'), { method: 'POST', body: 'x', mode: 'no-cors' }),
        xhr: () => { const it = new XMLHttpRequest(); it.open('POST', to('xhr')); it.send('x'); },
        beacon: () => navigator.sendBeacon(to('beacon'), 'x'),
        events: () => new EventSource(to('events')),
        socket: () => new WebSocket(to('socket').replace('http', 'ws')),
        worker: () => new Worker(to('worker')),
        shared: () => new SharedWorker(to('shared')),
        import: () => import(to('import')),
        image: () => put('img', { src: to('image') }),
        script: () => put('script', { src: to('script') }),
        style: () => put('link', { rel: 'stylesheet', href: to('style') }),
        prefetch: () => put('link', { rel: 'prefetch', href: to('prefetch') }),
        preload: () => put('link', { rel: 'preload', as: 'image', href: to('preload') }),
        icon: () => put('link', { rel: 'icon', href: to('icon') }),
        manifest: () => put('link', { rel: 'manifest', href: to('manifest') }),
        frame: () => put('iframe', { src: to('frame') }),
        object: () => put('object', { data: to('object') }),
        media: () => put('video', { src: to('media') }),
        track: () => put('audio', { src: to('track') }),
        form: () => put('form', { action: to('form'), method: 'post' }).submit(),
        background: () => { document.body.style.background = `url(${to('background')})`; },
        ping: () => put('a', { href: '#/', ping: to('ping') }).click(),
        open: () => window.open(to('open')),
        link: () => put('a', { href: to('link'), target: '_blank' }).click(),
        refresh: () => put('meta', { httpEquiv: 'refresh', content: `0;url=${to('refresh')}` }),
        location: () => { location.href = to('location'); },
    };
    for (const way of Object.values(ways)) {
        try { Promise.resolve(way()).catch(() => {}); } catch { /* refused at once */ }
    }
    return Object.keys(ways).length";

#[test]
fn no_way_out_reaches_a_stranger() {
    let others = [Engine::Firefox, Engine::Webkit, Engine::OldChromium];
    let reason = "only Chromium from 152 on knows the header that stops links and addresses";
    if left_out_of_file("a file has no headers") || left_out(&others, reason) {
        return;
    }
    // A folder that is no page of ours, so that it answers everybody.
    let folder = std::env::temp_dir().join(format!("chengwen-stranger-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let stranger = Server::start(&folder, None).unwrap();
    let page = Page::open();
    let tried = page.session.script(WAYS, &[json!(stranger.url())]);
    assert_eq!(tried, json!(26));
    // What is not stopped would arrive by now.
    let came = clock::wait(Duration::from_secs(3), || {
        thread::sleep(Duration::from_millis(50));
        let requests = stranger.requests();
        (!requests.is_empty()).then_some(requests)
    });
    let came: Vec<_> = came.unwrap_or_default().into_iter().map(String::from_utf8).collect();
    assert!(came.is_empty(), "the stranger was asked: {came:#?}");

    // The stranger is there: whoever is let does reach it.
    page.session.load(&stranger.url());
    assert!(!stranger.requests().is_empty());
    drop(stranger);
    fs::remove_dir_all(folder).unwrap();
}
