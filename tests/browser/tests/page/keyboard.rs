//! From the first page to a file without touching a mouse.

use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::find::text;
use chengwen_browser::keys::Key;
use chengwen_browser::{Page, Session};

/// What has the focus: role and name.
fn focused(page: &Page) -> (String, String) {
    let active = page.session.script("return document.activeElement", &[]);
    let call = |function| text(&page.session.call(function, std::slice::from_ref(&active)));
    (call("role"), call("name"))
}

/// What lies over the element that has the focus, if anything does.
fn covered_by(page: &Page) -> Option<String> {
    const LOOK: &str = "const it = document.activeElement, box = it.getBoundingClientRect();
        if (it === document.body) return null;
        const x = box.x + Math.min(box.width, innerWidth) / 2, y = box.y + Math.min(box.height, 40) / 2;
        const top = document.elementFromPoint(x, y);
        if (top && (it.contains(top) || top.contains(it) || [...(it.labels || [])].some((l) => l.contains(top)))) return null;
        return top ? top.outerHTML.slice(0, 120) : 'the edge of the window'";
    let over = page.session.script(LOOK, &[]);
    over.as_str().map(str::to_owned)
}

/// Presses Tab until this has the focus; whatever has it on the way must be seen.
#[track_caller]
fn tab_to(page: &Page, role: &str, name: &str) {
    const MOST: usize = 120;
    let mut passed = Vec::new();
    for _ in 0..MOST {
        let now = focused(page);
        // Some engines scroll to what has the focus a little later.
        clock::wait(PATIENCE / 10, || covered_by(page).is_none().then_some(()));
        let over = covered_by(page);
        assert_eq!(over, None, "{} “{}” has the focus and is covered", now.0, now.1);
        if now.0 == role && now.1 == name {
            return;
        }
        passed.push(format!("{} “{}”", now.0, now.1));
        page.session.press(&[Key::Tab]);
        page.session.enter_page();
    }
    panic!("Tab does not lead to {role} “{name}” but through\n  {}", passed.join("\n  "));
}

#[test]
fn a_report_is_written_and_exported_by_keys_alone() {
    // A low window, so that forms are longer than it is high.
    let page = Page::open_in(Session::with_window((1280, 640)));
    let press = |keys: &[Key]| {
        page.session.press(keys);
        page.session.settle();
    };
    tab_to(&page, "button", &page.word("home.new_go"));
    press(&[Key::Enter]);
    // One Tab reaches the group of kinds, the arrows choose in it.
    while focused(&page).0 != "radio" {
        press(&[Key::Tab]);
    }
    press(&[Key::Down]);
    press(&[Key::Up]);
    tab_to(&page, "textbox", &page.word("new_report.unit"));
    page.session.type_text("青溪县图书馆");
    tab_to(&page, "textbox", &page.word("new_report.year"));
    press(&[Key::Control('a')]);
    page.session.type_text("2025");
    tab_to(&page, "button", &page.word("new_report.go"));
    press(&[Key::Space]);
    page.textbox("head.report_title").element();

    tab_to(&page, "textbox", &page.word("head.signature"));
    page.session.type_text("青溪县图书馆");
    tab_to(&page, "link", "导语");
    press(&[Key::Enter]);
    tab_to(&page, "textbox", &page.word_with("section.paragraph", "1"));
    page.session.type_text("全年完成三件事。");
    tab_to(&page, "link", "一、重点工作任务完成情况");
    press(&[Key::Enter]);
    tab_to(&page, "button", &page.word("section.add_item"));
    press(&[Key::Enter]);
    // The new item's lead has the focus.
    let lead = ("textbox".to_owned(), page.word("item.lead"));
    let there = clock::wait(PATIENCE / 4, || (focused(&page) == lead).then_some(()));
    assert!(there.is_some(), "{:?} has the focus", focused(&page));
    page.session.type_text("抓阵地");
    tab_to(&page, "button", &page.word("export.title"));
    press(&[Key::Enter]);
    tab_to(&page, "button", &page.word("export.txt"));
    let txt = page.download(|| page.session.press(&[Key::Enter]));
    let expected = "青溪县图书馆2025年度绩效工作情况报告\n全年完成三件事。\n\
                    一、重点工作任务完成情况\n一是抓阵地。\n二、工作创新和亮点\n青溪县图书馆\n";
    assert_eq!(String::from_utf8(txt.bytes).unwrap(), expected);
    press(&[Key::Escape]);
    page.button("export.txt").gone();
    page.assert_clean();
}

#[test]
fn a_report_is_imported_and_carried_over_by_keys_alone() {
    let page = Page::open_in(Session::with_window((1280, 640)));
    let press = |keys: &[Key]| {
        page.session.press(keys);
        page.session.settle();
    };
    tab_to(&page, "button", &page.word("home.paste_go"));
    press(&[Key::Enter]);
    page.textbox("import.paste").element();
    tab_to(&page, "textbox", &page.word("import.paste"));
    for line in crate::texts::REPORT.lines() {
        page.session.type_text(line);
        page.session.press(&[Key::Enter]);
    }
    // The field tells of its text when it is left.
    press(&[Key::Tab]);
    page.expect_import_review();
    tab_to(&page, "button", &page.word_with("import.all", "10"));
    press(&[Key::Enter]);
    tab_to(&page, "combobox", &page.word_with("import.role", "3"));
    // The line round the list hears its keys.
    press(&[Key::BackTab]);
    assert_eq!(focused(&page).1, page.word_with("import.line", "3"));
    press(&[Key::Letter('h')]);
    press(&[Key::Letter('u')]);
    assert_eq!(focused(&page).1, page.word_with("import.line", "3"));
    tab_to(&page, "textbox", &page.word("import.year"));
    press(&[Key::Control('a')]);
    page.session.type_text("2026");
    press(&[Key::Tab]);
    assert_eq!(focused(&page).1, page.word("import.turn"));
    press(&[Key::Enter]);
    page.textbox("head.report_title").element();
    assert_eq!(page.paper(), crate::texts::REPORT.lines().collect::<Vec<_>>());

    tab_to(&page, "button", &page.word("review.title"));
    press(&[Key::Enter]);
    let years = page.word_before("board.accept_all");
    let mut passed = Vec::new();
    while !focused(&page).1.starts_with(&years) {
        passed.push(focused(&page).1);
        assert!(passed.len() < 40, "Tab does not lead to {years} but through {passed:?}");
        press(&[Key::Tab]);
    }
    press(&[Key::Enter]);
    page.expect_on_paper("青溪县图书馆2026年度工作总结");
    press(&[Key::Escape]);
    page.any("region").named(page.word("review.title")).gone();
    page.assert_clean();
}
