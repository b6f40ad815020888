//! Attachments, and tables in them and elsewhere.

use chengwen_browser::Page;
use chengwen_browser::find::Locator;
use chengwen_browser::keys::Key;
use serde_json::json;

use crate::accessible::Judge;
use crate::texts::begin;

/// A cell, by row and column from one.
#[track_caller]
fn cell(page: &Page, row: usize, column: usize) -> Locator<'_> {
    let name = page.word("table.cell").replace("{{ row }}", &row.to_string());
    page.any("textbox").named(name.replace("{{ column }}", &column.to_string()))
}

/// Pastes into a cell, as from a spreadsheet.
#[track_caller]
fn paste(page: &Page, cell: &Locator<'_>, text: &str) {
    const PASTE: &str = "const [it, text] = arguments, data = new DataTransfer();
        data.setData('text/plain', text);
        it.focus();
        const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        // Firefox takes none from whoever makes the event.
        Object.defineProperty(event, 'clipboardData', { value: data });
        it.dispatchEvent(event);";
    cell.script(PASTE, &[json!(text)]);
    page.session.settle();
}

/// A page with an attachment that has nothing but an empty table.
#[track_caller]
fn begin_with_table(name: &str) -> Page {
    let page = begin();
    page.moving(|| page.button("outline.add_attachment").click());
    page.textbox("section.attachment_name").fill(name);
    page.button("section.add_table").click();
    page.textbox("table.caption").element();
    // The table takes the place of the empty paragraph.
    assert_eq!(page.paragraph_fields(), 0);
    page
}

#[test]
fn a_table_in_an_attachment_is_written_pasted_and_printed() {
    let page = begin_with_table("馆藏数字化进度表");
    let name = page.step("馆藏数字化进度表");
    assert!(name.starts_with("附件1"), "{name}");
    page.textbox("table.caption").fill("分门类进度");
    cell(&page, 1, 1).fill("门类");
    cell(&page, 1, 1).press(&[Key::Tab]);
    page.session.type_text("件数");
    // Enter goes down, and in the last row it adds one.
    page.session.press(&[Key::Enter]);
    page.session.settle();
    page.session.type_text("120");
    assert_eq!(cell(&page, 2, 2).value(), "120");
    cell(&page, 3, 1).press(&[Key::Enter]);
    page.session.settle();
    page.session.type_text("合计");
    assert_eq!(cell(&page, 4, 1).value(), "合计");
    assert!(!cell(&page, 5, 1).is_there());

    // A block from a spreadsheet is filled in from the cell on, and the table grows.
    paste(&page, &cell(&page, 2, 1), "文书\t80\t90%\t“馆内”\r\n\"照片\n底片\"\t40\t75%\t\r\n");
    assert_eq!(cell(&page, 2, 2).value(), "80");
    assert_eq!(cell(&page, 3, 1).value(), "照片 底片");
    assert_eq!(cell(&page, 2, 4).value(), "“馆内”");
    assert_eq!(cell(&page, 4, 1).value(), "合计");
    // A single value is pasted by the browser itself.
    paste(&page, &cell(&page, 4, 2), "120");
    assert_eq!(cell(&page, 4, 2).value(), "");
    cell(&page, 4, 2).fill("120");
    cell(&page, 1, 3).fill("完成率");
    cell(&page, 1, 4).fill("存放");
    page.saved();

    let expected = [
        "附件",
        "馆藏数字化进度表",
        "分门类进度",
        "门类\t件数\t完成率\t存放",
        "文书\t80\t90%\t“馆内”",
        "照片 底片\t40\t75%\t",
        "合计\t120\t\t",
    ];
    let lines = page.export_lines();
    let lines: Vec<_> = lines.iter().map(|it| it.trim_end()).collect();
    let expected = expected.map(str::trim_end);
    assert!(lines.windows(expected.len()).any(|it| it == expected), "{lines:#?}");
    assert!(lines.contains(&"附件：馆藏数字化进度表"), "{lines:#?}");
    page.session.reload();
    assert_eq!(cell(&page, 3, 1).value(), "照片 底片");
    page.assert_clean();
}

#[test]
fn typing_keeps_the_cell_and_every_step_is_taken_back() {
    let page = begin_with_table("统计表");
    let mark = "arguments[0].dataset.mark = 'same'";
    cell(&page, 2, 2).script(mark, &[]);
    cell(&page, 1, 1).fill("甲");
    cell(&page, 2, 2).fill("乙");
    page.session.type_text("丙");
    assert_eq!(cell(&page, 2, 2).value(), "乙丙");
    assert_eq!(cell(&page, 2, 2).attribute("data-mark"), "same", "the grid was made anew");
    page.session.press(&[Key::Left, Key::Left, Key::Left, Key::Up]);
    page.session.settle();
    // Left out of the cell at the beginning of its text, then up.
    page.session.type_text("前");
    assert_eq!(cell(&page, 1, 1).value(), "前");

    cell(&page, 2, 2).focus();
    page.button("table.add_row").click();
    page.button("table.add_column").click();
    cell(&page, 4, 4).element();
    cell(&page, 2, 2).focus();
    page.button_named(&page.word_with("table.remove_row", "2")).click();
    cell(&page, 4, 1).gone();
    paste(&page, &cell(&page, 3, 4), "1\t2\n3\t4");
    assert_eq!(cell(&page, 4, 5).value(), "4");
    for _ in 0..2 {
        page.button("app.undo").nth(0).click();
        page.session.settle();
    }
    assert_eq!(cell(&page, 2, 2).value(), "乙丙");
    cell(&page, 4, 4).element();
    cell(&page, 4, 5).gone();
    page.saved();
    page.session.reload();
    // New rows and columns stay although nothing is in them yet.
    cell(&page, 4, 4).element();

    page.combobox("table.header_rows").choose("2");
    page.any("checkbox").named(page.word("table.landscape")).click();
    page.saved();
    let stored = &page.stored_drafts()[0].1;
    assert!(stored.contains("\"header_rows\": 2"), "{stored}");
    assert!(stored.contains("\"landscape\": true"), "{stored}");
    page.assert_clean();
}

#[test]
fn attachments_are_numbered_moved_and_removed() {
    let page = begin_with_table("第一张表");
    cell(&page, 1, 1).fill("甲");
    page.moving(|| page.button("section.add_sub").click());
    page.textbox("section.heading").fill("填表说明");
    page.add_paragraph("按年末数填。");
    page.moving(|| page.button("outline.add_attachment").click());
    page.textbox("section.attachment_name").fill("第二张表");
    page.paragraph_field(1).fill("见馆内台账。");
    page.button("section.up").click();
    page.session.settle();
    let attachments = || {
        let names = page.outline();
        let at = names.iter().position(|it| it.starts_with("附件1"));
        names[at.unwrap_or_else(|| panic!("no attachment in {names:#?}"))..].to_vec()
    };
    assert_eq!(attachments(), ["附件1 第二张表", "附件2 第一张表", "一、填表说明"]);
    let lines = page.export_lines();
    for line in ["附件：1.第二张表", "2.第一张表", "附件1", "附件2", "一、填表说明"]
    {
        assert!(lines.iter().any(|it| it.trim() == line), "no {line} in {lines:#?}");
    }
    page.go_to("附件2 第一张表");
    page.moving(|| page.button("section.remove").click());
    assert_eq!(attachments(), ["附件1 第二张表"]);
    page.button("app.undo").nth(1).click();
    page.session.settle();
    assert_eq!(attachments().len(), 3);
    page.assert_clean();
}

#[test]
fn the_forms_of_attachments_and_tables_have_no_barriers() {
    let page = begin_with_table("统计表");
    let mut judge = Judge::new(&page);
    cell(&page, 1, 1).fill("门类");
    judge.look("attachment with a table");
    judge.end();
}
