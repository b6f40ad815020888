//! Every export is the one that the command line would write.

use chengwen::assemble::assemble;
use chengwen::{export, import};
use chengwen_browser::page::Format;

use crate::texts::begin_with_items;

#[test]
fn page_and_command_line_write_the_same_bytes() {
    let page = begin_with_items(&["抓阵地", "推行“你选书、我买单”", "抓<活动> & *队伍*"]);
    page.add_paragraph("第一段。\n第二段\t有制表符。");
    page.go_to_head();
    page.textbox("head.addressee").fill("县绩效考评领导小组：");
    page.textbox("head.signature").fill("青溪县图书馆");
    page.textbox("head.date").fill("2025年12月20日");
    page.saved();

    let json = page.export(Format::Json).bytes;
    let draft = import::json::read(&json).unwrap();
    assert!(export::json(&draft) == json, "the draft file is not the one of the command line");
    let document = assemble(&draft);
    assert_eq!(page.export(Format::Txt).bytes, export::txt(&document).into_bytes());
    assert_eq!(page.export(Format::Md).bytes, export::md(&document).into_bytes());
    let docx = page.export(Format::Docx).bytes;
    assert!(
        docx == export::docx(&document, &draft.profile, &export::properties(&draft)),
        "docx differs"
    );
    // Twice the same.
    assert!(docx == page.export(Format::Docx).bytes, "docx differs from itself");
    page.assert_clean();
}
