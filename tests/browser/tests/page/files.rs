//! Files that are no drafts, and drafts that are no ordinary ones.

use std::fs::File;

use chengwen::{export, import};
use chengwen_browser::Page;
use chengwen_browser::page::{Format, KIND};

use crate::texts::{UNIT, draft_of_items, printed};

#[test]
fn a_bad_file_is_refused_in_one_sentence_and_changes_nothing() {
    let page = Page::open();
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill(UNIT);
    page.saved();
    page.go_home();
    let before = page.stored_drafts();

    let good = String::from_utf8(export::json(&draft_of_items("a", "题", 3))).unwrap();
    let schema = format!("\"schema\": {}", import::json::SCHEMA);
    let newer = good.replacen(&schema, "\"schema\": 99", 1);
    assert_ne!(newer, good);
    let cut = &good[..good.len() / 2 - good.len() / 2 % 2];
    let cut = cut.char_indices().last().map_or("", |(end, _)| &cut[..end]);
    let damaged = good.replacen("\"level\": 1", "\"level\": \"一\"", 1);
    assert_ne!(damaged, good);
    let cases: [(&str, &[u8], &str); 7] = [
        ("note.json", "今天开会。".as_bytes(), "refusal.not_a_draft"),
        ("other.json", b"{\"format\":\"other\"}", "refusal.not_a_draft"),
        ("empty.json", b"", "refusal.not_a_draft"),
        ("word.json", b"PK\x03\x04\xff\xfe\x00\x80", "refusal.not_text"),
        ("newer.json", newer.as_bytes(), "refusal.newer"),
        ("cut.json", cut.as_bytes(), "refusal.truncated"),
        ("damaged.json", damaged.as_bytes(), "refusal.damaged"),
    ];
    for (name, bytes, sentence) in cases {
        page.give_file(name, bytes);
        page.expect_alert(&page.word_before(sentence));
        assert_eq!(page.session.hash().trim_start_matches("#/"), "", "{name}");
        assert_eq!(page.stored_drafts(), before, "{name}");
        let alerts = page.alerts();
        assert_eq!(alerts.len(), 1, "{alerts:?}");
        close_notice(&page);
    }
    // Fifty megabytes, none of which is worth reading.
    let large = page.session.file("large.json", b"{");
    File::options().write(true).open(&large).unwrap().set_len(50 * 1024 * 1024).unwrap();
    page.give_path(&large);
    page.expect_alert(&page.word("refusal.too_large"));
    assert_eq!(page.stored_drafts(), before);
    page.assert_clean();
}

#[track_caller]
fn close_notice(page: &Page) {
    page.button("app.close").click();
    let gone = || page.alerts().is_empty().then_some(());
    assert!(chengwen_browser::clock::wait(chengwen_browser::clock::PATIENCE, gone).is_some());
}

#[test]
fn odd_names_and_long_paragraphs_are_text_like_any_other() {
    let title = "“书香😀”<b>&年度</b>\u{202e}报告\"'";
    let mut draft = draft_of_items("odd-1", title, 2);
    let long = "一万字的段落，写的都是同一件事。".repeat(625);
    draft.sections[0].entries[1].practice.clone_from(&long);
    let page = Page::open();
    page.open_file("甲“乙”😀.json", &export::json(&draft));
    page.expect_paper(&printed(&draft));
    page.go_to(&page.step("办第2件事"));
    assert_eq!(page.textbox("item.practice").value(), long);
    page.textbox("item.practice").add("完。😀");
    draft.sections[0].entries[1].practice.push_str("完。😀");
    page.expect_paper(&printed(&draft));
    assert_eq!(page.export_lines(), printed(&draft));
    assert_eq!(page.export_docx_paragraphs(), printed(&draft));
    let name = page.export(Format::Txt).name;
    assert!(!name.contains(['"', '<', '>', '\u{202e}']), "{name}");
    page.saved();
    page.go_home();
    page.moving(|| page.button("home.continue_go").click());
    page.expect_paper(&printed(&draft));
    // The same file once more is a copy, and the draft stays as it is.
    page.go_home();
    page.open_file("again.json", &export::json(&draft_of_items("odd-1", "另一稿", 1)));
    assert_eq!(page.stored_drafts().len(), 2);
    page.assert_clean();
}

#[test]
fn a_thousand_items_open_and_export() {
    let mut draft = draft_of_items("many-1", "千条", 1000);
    let page = Page::open();
    page.open_file("many.json", &export::json(&draft));
    page.expect_paper(&printed(&draft));
    page.go_to(&page.step("一千是办第1000件事"));
    page.textbox("item.practice").fill("最后一件也办完了。");
    draft.sections[0].entries[999].practice = "最后一件也办完了。".to_owned();
    page.expect_paper(&printed(&draft));
    page.button("section.up").click();
    draft.sections[0].entries.swap(998, 999);
    page.expect_paper(&printed(&draft));
    page.saved();
    assert_eq!(page.export_lines(), printed(&draft));
    assert_eq!(page.export_docx_paragraphs(), printed(&draft));
    page.session.reload();
    page.expect_paper(&printed(&draft));
    page.assert_clean();
}

#[test]
fn a_title_as_long_as_a_paragraph_still_gives_a_file() {
    // A file name has 255 bytes at most, and the browser needs some while it writes.
    let title = "关于全县公共图书馆服务体系建设情况".repeat(8);
    let draft = draft_of_items("long-1", &title, 1);
    let page = Page::open();
    page.open_file("long.json", &export::json(&draft));
    let file = page.export(Format::Docx);
    assert!(file.name.starts_with("关于全县"), "{}", file.name);
    assert!(file.name.ends_with(".docx"), "{}", file.name);
    assert_eq!(page.export_lines(), printed(&draft));
    page.assert_clean();
}
