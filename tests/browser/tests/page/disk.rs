//! A draft that each save also puts into a file on disk.

use chengwen_browser::engine::{Engine, left_out, left_out_of_file};
use chengwen_browser::find::text;
use chengwen_browser::page::KIND;
use chengwen_browser::{Page, Session, clock, session};

use crate::texts::UNIT;

/// No driver can choose in the browser's own dialog. The file that is chosen here
/// lies in the page's own folder, which the browser treats as it does any other.
const CHOSEN: &str = "window.showSaveFilePicker = async ({ suggestedName }) => {
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle(suggestedName, { create: true });
};";

/// What lies in the files of that folder.
const FILES: &str = "const done = arguments[0];
    (async () => {
        const folder = await navigator.storage.getDirectory();
        const texts = [];
        for await (const it of folder.values()) {
            // While it is written the file has a second one beside it.
            if (it.name.endsWith('.json')) texts.push(await (await it.getFile()).text());
        }
        return texts.join('');
    })().then(done, (error) => done(String(error)))";

fn file(page: &Page) -> String {
    text(&page.session.script_async(FILES, &[]))
}

#[track_caller]
fn expect_in_file(page: &Page, words: &str) {
    let holds = || file(page).contains(words).then_some(());
    assert!(clock::wait(clock::PATIENCE, holds).is_some(), "no {words:?} in {}", file(page));
}

#[test]
fn each_save_also_goes_to_the_file() {
    let others = [Engine::Firefox, Engine::Webkit, Engine::OldChromium];
    if left_out_of_file("no folder of its own")
        || left_out(&others, "only Chromium writes to files on disk")
    {
        return;
    }
    let page = Page::open_in(Session::with_script(CHOSEN, session::DESK));
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill("第一稿");
    page.saved();
    page.button("versions.title").nth(0).click();
    let status = || page.any("status").named(page.word("disk.title")).text();
    assert!(status().contains(&page.word("disk.off")), "{}", status());
    page.button("disk.choose").click();
    expect_in_file(&page, "第一稿");
    let on = page.word_before("disk.on");
    let is_on = || status().contains(&on).then_some(());
    assert!(clock::wait(clock::PATIENCE, is_on).is_some(), "{}", status());
    page.textbox("head.signature").fill("第二稿");
    expect_in_file(&page, "第二稿");
    let draft = chengwen::import::json::read(file(&page).as_bytes()).unwrap();
    assert_eq!(draft.signature, "第二稿");

    // The draft has its file the next time, too.
    page.saved();
    page.session.reload();
    page.textbox("head.signature").fill("第三稿");
    expect_in_file(&page, "第三稿");
    page.button("versions.title").nth(0).click();
    assert!(clock::wait(clock::PATIENCE, is_on).is_some(), "{}", status());
    let barriers = page.barriers("with a file");
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
    page.button("disk.stop").click();
    page.button("disk.choose").element();
    page.textbox("head.signature").fill("第四稿");
    page.saved();
    assert!(file(&page).contains("第三稿") && !file(&page).contains("第四稿"), "{}", file(&page));
    page.assert_clean();
}
