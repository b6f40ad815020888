//! The optional elements of an official document: 版头, seal, 附注, 版记.

use chengwen_browser::Page;
use serde_json::json;

use crate::accessible::Judge;
use crate::texts::{UNIT, begin};

#[track_caller]
fn open_elements(page: &Page) {
    page.go_to(&page.word("outline.elements"));
}

#[test]
fn elements_are_filled_kept_and_printed() {
    let page = begin();
    page.textbox("head.signature").fill(UNIT);
    open_elements(&page);
    page.textbox("elements.copy_number").fill("000012");
    // One click puts a usual text in place of what is there.
    page.textbox("elements.urgency").fill("不急");
    page.button_named(&page.word_with("section.use_starter", "特急")).click();
    page.button_named(&page.word_with("section.use_starter", &format!("{UNIT}文件"))).click();
    page.textbox("elements.document_number").fill("青图发〔2025〕7号");
    page.textbox("elements.signatory").fill("林知远、何以宁");
    page.textbox("elements.note").fill("此件公开发布");
    page.textbox("elements.copy_to").fill("县文化和旅游局，县财政局");
    page.textbox("elements.printed_by").fill("青溪县图书馆办公室");
    page.textbox("elements.printed_on").fill("2025年12月22日");
    page.any("checkbox").named(page.word("elements.sealed")).click();
    page.saved();

    page.session.reload();
    assert_eq!(page.textbox("elements.urgency").value(), "特急");
    assert_eq!(page.textbox("elements.issuer_mark").value(), format!("{UNIT}文件"));
    assert_eq!(page.textbox("elements.secrecy").value(), "");
    let sealed = page.any("checkbox").named(page.word("elements.sealed"));
    assert_eq!(sealed.property("checked"), json!(true));

    let lines = page.export_lines().join("\n");
    let mark = format!("{UNIT}文件");
    let expected = [
        "000012",
        "特急",
        &mark,
        "青图发〔2025〕7号",
        "林知远",
        "（此件公开发布）",
        "抄送：县文化和旅游局，县财政局。",
        "2025年12月22日印发",
    ];
    for text in expected {
        assert!(lines.contains(text), "no {text} in\n{lines}");
    }
    assert!(!lines.contains("不急"), "{lines}");
    // The web page is one file with the same elements.
    let html = page.download(|| page.button("export.html").click());
    assert!(html.name.ends_with(".html"), "{}", html.name);
    let html = String::from_utf8(html.bytes).unwrap();
    for text in ["<!doctype html>", "000012", "特急"] {
        assert!(html.contains(text), "no {text} in\n{html}");
    }
    page.assert_clean();
}

#[test]
fn a_click_on_the_seal_is_a_step_that_is_taken_back() {
    let page = begin();
    open_elements(&page);
    let sealed = || page.any("checkbox").named(page.word("elements.sealed"));
    sealed().click();
    page.session.settle();
    page.go_to_head();
    page.moving(|| page.button("app.undo").nth(0).click());
    // The step leads back to the form that it was made in.
    assert_eq!(sealed().property("checked"), json!(false));
    page.button("app.redo").click();
    page.session.settle();
    assert_eq!(sealed().property("checked"), json!(true));
    page.assert_clean();
}

#[test]
fn the_form_of_the_elements_has_no_barriers() {
    let page = begin();
    page.textbox("head.signature").fill(UNIT);
    open_elements(&page);
    page.any("button").named(page.word("section.starters")).click();
    let mut judge = Judge::new(&page);
    judge.look("elements");
    judge.end();
}
