//! The layout: presets, values and those that are none, layouts of a unit's own.

use chengwen::import;
use chengwen::model::profile::{Parameter, Profile};
use chengwen_browser::Page;
use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::keys::Key;
use chengwen_browser::page::KIND;

use crate::accessible::Judge;
use crate::texts::{begin, stored_draft};

const OWN: &str = "青溪县图书馆版式";

/// A page with the form of the layout, all groups of it open.
#[track_caller]
fn open_layout(page: &Page) {
    page.go_to(&page.word("outline.layout"));
    page.combobox("layout.preset").element();
    page.session
        .script("document.querySelectorAll('details').forEach((it) => it.open = true)", &[]);
}

/// Writes a value as an author does: typed, then on with Tab.
#[track_caller]
fn write(page: &Page, key: &str, value: &str) {
    page.textbox(key).fill(value);
    page.textbox(key).press(&[Key::Tab]);
    page.session.settle();
}

/// The layout that the only draft is stored with.
#[track_caller]
fn stored(page: &Page) -> Profile {
    stored_draft(page).profile
}

#[track_caller]
fn expect_said(page: &Page, sentence: &str) {
    let status = || page.any("status").named(page.word("notice.region")).text();
    let said = || status().contains(sentence).then_some(());
    assert!(clock::wait(PATIENCE, said).is_some(), "{sentence}: {}", status());
}

#[test]
fn a_preset_is_chosen_changed_and_taken_back() {
    let page = begin();
    open_layout(&page);
    assert_eq!(stored(&page), Profile::default());
    page.combobox("layout.preset").choose("页码居中");
    assert_eq!(page.combobox("layout.number_place").value(), "center");
    assert_eq!(stored(&page).differences().len(), 1);

    // A value that is none is told and not taken; the text stays to be mended.
    write(&page, "layout.line_pitch", "5");
    page.expect_alert("10");
    assert_eq!(page.textbox("layout.line_pitch").value(), "5");
    assert_eq!(page.textbox("layout.line_pitch").attribute("aria-invalid"), "true");
    assert_eq!(stored(&page).value(Parameter::LinePitch), "28.95");
    write(&page, "layout.line_pitch", "28.0");
    assert!(page.alerts().is_empty(), "{:?}", page.alerts());
    assert_eq!(page.textbox("layout.line_pitch").value(), "28");
    // Sizes are known by their names too.
    write(&page, "layout.title_size", "小二");
    assert_eq!(page.textbox("layout.title_size").value(), "18");
    let differences = stored(&page).differences();
    assert_eq!(differences.len(), 3, "{differences:?}");
    let restore = page.word_with("layout.restore", &page.word_with("layout.points", "28.95"));
    page.button_named(&format!("{restore} {}", page.word("layout.line_pitch"))).click();
    assert_eq!(page.textbox("layout.line_pitch").value(), "28.95");
    assert_eq!(stored(&page).differences().len(), 2);
    page.button("app.undo").nth(0).click();
    page.session.settle();
    assert_eq!(page.textbox("layout.line_pitch").value(), "28");
    for _ in 0..3 {
        page.button("app.undo").nth(0).click();
    }
    assert_eq!(stored(&page), Profile::default());
    assert_eq!(page.combobox("layout.number_place").value(), "outer");
    page.assert_clean();
}

#[test]
fn a_layout_of_the_unit_is_kept_for_later_drafts() {
    let page = begin();
    open_layout(&page);
    // Without a name, or with one that is taken, nothing is saved.
    page.button("layout.save").click();
    page.expect_alert(&page.word("layout.wants_name"));
    write(&page, "layout.name", "页码居中");
    page.button("layout.save").click();
    page.expect_alert(&page.word_with("layout.taken_name", "页码居中"));
    assert!(page.stored("chengwen:profile:").is_empty());
    page.button("app.close").click();
    write(&page, "layout.name", OWN);
    write(&page, "layout.line_pitch", "28");
    page.combobox("layout.body_face").choose(&page.word("layout.songti"));
    page.button("layout.save").click();
    expect_said(&page, &page.word_with("layout.saved", OWN));
    assert_eq!(page.stored("chengwen:profile:").len(), 1);

    page.go_home();
    page.new_report(KIND, "乙局", "2025");
    open_layout(&page);
    assert_eq!(page.textbox("layout.line_pitch").value(), "28.95");
    let option = page.word_with("layout.own", OWN);
    page.combobox("layout.preset").choose(&option);
    assert_eq!(page.textbox("layout.line_pitch").value(), "28");
    assert_eq!(page.combobox("layout.body_face").value(), "songti");
    // The export says where it differs, and what the standard says.
    page.open_export();
    page.button_named(&page.word_with("export.differs", "2")).click();
    let panel = page.any("region").named(page.word("export.title")).text();
    assert!(panel.contains("行距：28 磅（国标 5.2.3：28.95 磅）"), "{panel}");
    assert!(panel.contains("正文字体：宋体（国标 5.2.2：仿宋）"), "{panel}");
    page.session.press(&[Key::Escape]);

    // Deleted, it is gone from the list and stays in the draft.
    page.button("layout.remove").click();
    expect_said(&page, &page.word_with("layout.removed", OWN));
    assert!(page.stored("chengwen:profile:").is_empty());
    assert_eq!(page.textbox("layout.line_pitch").value(), "28");
    page.button("app.undo").nth(1).click();
    page.session.settle();
    assert_eq!(page.stored("chengwen:profile:").len(), 1);
    page.assert_clean();
}

#[test]
fn a_layout_goes_into_a_file_and_comes_back() {
    let page = begin();
    open_layout(&page);
    write(&page, "layout.name", OWN);
    write(&page, "layout.line_pitch", "28");
    let file = page.download(|| page.button("layout.save_file").click());
    assert_eq!(file.name, format!("{OWN}.json"));
    let profile = import::profile::read(&file.bytes).unwrap();
    assert_eq!(profile, stored(&page));

    let text = String::from_utf8(file.bytes.clone()).unwrap();
    page.combobox("layout.preset").choose(&page.word("layout.standard"));
    let before = stored(&page);
    let name = page.word("layout.line_pitch");
    let cases = [
        (
            text.replacen("line-pitch", "line-pich", 1),
            page.word_with("profile_refusal.unknown", "line-pich"),
        ),
        (
            text.replacen("\"28\"", "\"280\"", 1),
            page.word("profile_refusal.value")
                .replace("{{ name }}", &name)
                .replace("{{ value }}", "280"),
        ),
        (text.replacen("\"version\": 1,", "\"version\": 1", 1), page.word("kind_refusal.syntax")),
        (text.replacen("-profile", "-kind", 1), page.word("profile_refusal.not_a_profile")),
    ];
    for (wrong, sentence) in cases {
        assert_ne!(wrong, text);
        page.give_file("layout.json", wrong.as_bytes());
        page.expect_alert(&sentence);
        page.button("app.close").click();
        assert_eq!(stored(&page), before);
    }
    page.give_file("layout.json", text.replacen("line-pitch", "line-pich", 1).as_bytes());
    page.expect_alert("第 6 行");
    page.button("app.close").click();

    page.give_file("layout.json", &file.bytes);
    expect_said(&page, &page.word_with("layout.loaded", OWN));
    assert_eq!(stored(&page), profile);
    assert_eq!(page.textbox("layout.line_pitch").value(), "28");
    page.button("app.undo").nth(0).click();
    assert_eq!(stored(&page), before);
    page.assert_clean();
}

#[test]
fn the_form_of_the_layout_has_no_barriers() {
    let page = begin();
    open_layout(&page);
    let mut judge = Judge::new(&page);
    judge.look("layout");
    page.combobox("layout.preset").choose("财政绩效报告");
    write(&page, "layout.top_margin", "一寸");
    judge.look("layout with differences and a wrong value");
    page.open_export();
    judge.look("export panel with differences");
    judge.end();
}
