//! What the paper keeps from before a change and what it lays out anew are,
//! together, what the program makes of the whole draft.

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::layout::units::in_mm;
use chengwen::layout::{Press, sheet};
use chengwen_browser::Page;
use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::keys::Key;
use serde_json::{Value, json};

use crate::texts::{draft_of_both, stored_draft};

/// The lines of a page with their tops in millimetres, and its page number.
type Lines = (Vec<(String, f64)>, Vec<String>);

/// Fails unless the sheets at the beginning of the paper, in the middle and at
/// the end are those of the draft as it is stored.
#[track_caller]
fn check(page: &Page, step: &str) {
    let draft = stored_draft(page);
    let press = Press::of(&assemble(&draft), &draft.profile);
    let pages = press.pages().pages;
    let counted = || (page.page_count().1 == pages.len()).then_some(());
    let there = clock::wait(PATIENCE / 4, counted);
    assert!(there.is_some(), "{step}: {:?} of {}", page.page_count(), pages.len());
    let (_, end) = page.paper_scroll();
    for top in [end, end / 2.0, 0.0] {
        page.scroll_paper(top);
        for (number, (lines, folio)) in shown(page) {
            let expected = sheet(&press, &pages[number - 1], number);
            let texts: Vec<_> = lines.iter().map(|(it, _)| it.as_str()).collect();
            let wanted: Vec<_> = expected.texts.iter().map(|it| it.text()).collect();
            assert_eq!(texts, wanted, "{step}: page {number}");
            for ((text, top), it) in lines.iter().zip(&expected.texts) {
                let wanted = in_mm(it.y);
                assert!((top - wanted).abs() < 0.3, "{step}: {text} at {top} mm, not {wanted}");
            }
            let wanted: Vec<_> = expected.folio.iter().map(|it| it.text()).collect();
            assert_eq!(folio, wanted, "{step}: page {number}");
        }
    }
}

/// The sheets that are there, with their page numbers.
#[track_caller]
fn shown(page: &Page) -> Vec<(usize, Lines)> {
    const READ: &str = "return sheets().map((it) => [
        arguments[1].findIndex((name) => name === it.getAttribute('aria-label')),
        lines(it).map((it) => [it.textContent, it.offsetTop]),
        [...it.querySelectorAll(':scope > p')].map((it) => it.textContent)])";
    let names: Vec<_> = (0..100).map(|it| page.word_with("paper.page", &it.to_string())).collect();
    let found = page.on_paper(READ, &[json!(names)], false);
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    let list = |it: &Value| it.as_array().cloned().unwrap_or_default();
    let line = |it: &Value| (text(&it[0]), it[1].as_f64().unwrap_or(f64::NAN) / 96.0 * 25.4);
    let sheet = |it: &Value| {
        let number = it[0].as_u64().unwrap_or_else(|| panic!("a sheet without a number: {it}"));
        let lines = list(&it[1]).iter().map(line).collect();
        (number as usize, (lines, list(&it[2]).iter().map(text).collect()))
    };
    list(&found).iter().map(sheet).collect()
}

/// A page with a report of several pages: paragraphs, then items.
#[track_caller]
fn begin() -> Page {
    let mut draft = draft_of_both("edits-1", 30, 25);
    draft.signature = "青溪县图书馆".to_owned();
    draft.date = "2025年12月20日".to_owned();
    let page = Page::open();
    page.open_file("edits.json", &export::json(&draft));
    check(&page, "opened");
    page
}

#[test]
fn changes_of_the_text_lay_out_as_the_whole_draft_does() {
    let page = begin();
    page.go_to(&page.step("全年工作"));
    page.paragraph_field(12).fill(&"馆员每周到点送书。".repeat(60));
    check(&page, "a longer paragraph");
    page.paragraph_field(12).fill("");
    check(&page, "an empty paragraph");
    page.paragraph_field(12).fill("前一段。\n后一段。");
    check(&page, "two paragraphs in one field");
    let remove = page.word_with("section.entry_remove", &page.word_with("section.paragraph", "3"));
    page.button_named(&remove).click();
    check(&page, "a paragraph removed");
    page.textbox("section.heading").fill("");
    check(&page, "no heading");
    page.textbox("section.heading").fill("全年走访工作");
    page.any("checkbox").named(page.word("section.run_in")).click();
    check(&page, "a heading in the line of its text");
    for n in 0..4 {
        page.button("app.undo").nth(0).click();
        check(&page, &format!("{n} steps taken back"));
    }
    page.button("app.redo").click();
    check(&page, "a step made again");
    page.go_to(&page.step("办第20件事"));
    page.textbox("item.lead").fill("办妥第20件事，件件有回音");
    check(&page, "another lead");
    page.link(&page.step("办妥第20件事")).press(&[Key::AltUp]);
    check(&page, "an item moved");
    page.moving(|| page.button("item.remove").click());
    check(&page, "an item removed");
    page.combobox("section.items").choose("（1）");
    check(&page, "other numbers");
    page.open_find();
    page.textbox("find.query").fill("走访");
    page.textbox("find.replacement").fill("逐户走访并登记");
    page.button("find.replace_all").click();
    check(&page, "all replaced");
    page.assert_clean();
}

#[test]
fn changes_of_elements_and_layout_lay_out_as_the_whole_draft_does() {
    let page = begin();
    page.go_to(&page.word("outline.elements"));
    page.textbox("elements.issuer_mark").fill("青溪县图书馆文件");
    check(&page, "a mark");
    page.textbox("elements.document_number").fill("青图发〔2025〕7号");
    page.textbox("elements.copy_to").fill("县文化和旅游局，县财政局");
    page.textbox("elements.printed_by").fill("青溪县图书馆办公室");
    page.textbox("elements.printed_on").fill("2025年12月22日");
    check(&page, "版头 and 版记");
    page.any("checkbox").named(page.word("elements.sealed")).click();
    check(&page, "room for the seal");
    page.moving(|| page.button("outline.add_attachment").click());
    page.textbox("section.attachment_name").fill("走访台账");
    check(&page, "an attachment");
    page.paragraph_field(1).fill("见馆内台账。");
    check(&page, "an attachment with a text");
    page.go_to(&page.word("outline.layout"));
    for preset in ["28磅行距", "财政绩效报告", "页码居中"] {
        page.combobox("layout.preset").choose(preset);
        check(&page, preset);
    }
    page.button("app.undo").nth(0).click();
    check(&page, "a preset taken back");
    page.go_to_head();
    page.textbox("head.report_title").fill(&"青溪县图书馆走访情况报告".repeat(4));
    check(&page, "a long title");
    page.textbox("head.date").fill("");
    check(&page, "no date");
    page.assert_clean();
}
