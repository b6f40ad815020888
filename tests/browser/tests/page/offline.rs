//! Without a network, and without the server.

use chengwen_browser::engine::left_out_of_file;
use chengwen_browser::page::KIND;
use chengwen_browser::{Page, clock};
use serde_json::json;

#[test]
fn the_page_works_without_a_network() {
    if left_out_of_file("it has no service worker and needs none") {
        return;
    }
    let page = Page::open();
    // The worker takes the page over once all files are kept.
    let controlled = || {
        let state = "const done = arguments[0]; navigator.serviceWorker.ready.then(() =>
            done(Boolean(navigator.serviceWorker.controller)))";
        (page.session.script_async(state, &[]) == json!(true)).then_some(())
    };
    assert!(clock::wait(clock::PATIENCE, controlled).is_some(), "no worker controls the page");
    page.assert_clean();

    page.session.go_offline();
    page.session.reload();
    page.heading(&page.word("home.title")).element();
    page.new_report(KIND, "青溪县图书馆", "2025");
    page.textbox("head.signature").fill("离线写的署名");
    page.saved();
    page.session.reload();
    assert_eq!(page.textbox("head.signature").value(), "离线写的署名");
    let paper = page.paper();
    assert_eq!(page.export_docx_paragraphs(), paper);
    // A new tab as well, by the bare address.
    page.session.load(page.session.origin());
    page.heading(&page.word("home.title")).element();
    let own: Vec<_> = page.errors().into_iter().filter(|it| !it.contains("sw.js")).collect();
    assert!(own.is_empty(), "errors in the console:\n{}", own.join("\n"));
}
