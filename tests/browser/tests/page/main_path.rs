//! What every browser must do, however old it is: write a report, keep it, give
//! it out as files.

use chengwen_browser::Page;
use chengwen_browser::page::{Format, KIND};

use crate::texts::{TASKS, UNIT, n_pages, stored_draft};

const TITLE: &str = "青溪县图书馆2025年度绩效工作情况报告";
const OPENING: &str = "2025年，青溪县图书馆把服务送到读者身边。现将有关情况报告如下：";
const PRACTICE: &str = "依托12个村级文化站，统一书目、统一借还。";

#[test]
fn a_report_is_written_kept_found_again_and_exported() {
    let page = Page::open();
    page.new_report(KIND, UNIT, "2025");
    page.textbox("head.signature").fill(UNIT);
    page.go_to("导语");
    page.paragraph_field(1).fill(OPENING);
    page.go_to(TASKS);
    page.open_empty_item();
    page.textbox("item.lead").fill("抓阵地，建好村级书屋");
    page.textbox("item.practice").fill(PRACTICE);
    page.saved();

    let item = format!("一是抓阵地，建好村级书屋。{PRACTICE}");
    let expected = [TITLE, OPENING, TASKS, item.as_str(), "二、工作创新和亮点", UNIT];
    page.expect_paper(&expected);
    assert_eq!(page.page_count().1, n_pages(&stored_draft(&page)));
    page.session.reload();
    assert_eq!(page.textbox("item.practice").value(), PRACTICE);
    page.expect_paper(&expected);

    // Home and back again, as on the next day.
    page.go_home();
    page.session.load(page.session.origin());
    page.moving(|| page.button("home.continue_go").click());
    page.expect_paper(&expected);
    page.go_to(&page.step("抓阵地"));
    page.textbox("item.practice").add("年底全部建成。");
    let item = format!("{item}年底全部建成。");
    let expected = [TITLE, OPENING, TASKS, item.as_str(), "二、工作创新和亮点", UNIT];
    page.expect_paper(&expected);
    page.saved();

    assert_eq!(page.export_lines(), expected);
    // Read by another program: a whole archive with this text in it.
    assert_eq!(page.export_docx_paragraphs(), expected);
    let html = String::from_utf8(page.export(Format::Html).bytes).unwrap();
    assert!(html.contains("年底全部建成。"), "{html}");
    let draft = page.export(Format::Json).bytes;
    let draft = chengwen::import::json::read_text(&String::from_utf8(draft).unwrap()).unwrap();
    assert_eq!(crate::texts::printed(&draft), expected);
    page.assert_clean();
}
