//! Every export is the one that the command line would write.

use chengwen::assemble::assemble;
use chengwen::{export, import};
use chengwen_browser::page::{Format, KIND};
use chengwen_browser::{Page, Session, session};

use crate::texts::{UNIT, begin_with_items};

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
    let html = export::html(&document, &draft.profile, draft.display_name());
    assert!(page.export(Format::Html).bytes == html, "html differs");
    let docx = page.export(Format::Docx).bytes;
    assert!(
        docx == export::docx(&document, &draft.profile, &export::properties(&draft)),
        "docx differs"
    );
    // Twice the same.
    assert!(docx == page.export(Format::Docx).bytes, "docx differs from itself");
    page.assert_clean();
}

#[test]
fn a_document_that_cannot_be_written_is_told_and_may_be_tried_again() {
    // No worker at all, as an old shell has it; and one whose script is not there.
    const ABSENT: [&str; 2] = [
        "window.Worker = function () { throw new Error('no worker') }",
        "window.Worker = function () { return new real('absent.js') }",
    ];
    for absent in ABSENT {
        let source = format!("window.real = Worker; if (sessionStorage.absent) {{ {absent} }}");
        let page = Page::open_in(Session::with_script(&source, session::DESK));
        page.new_report(KIND, UNIT, "2025");
        page.saved();
        // The kinds came from the worker; from now on there is none.
        page.session.script("sessionStorage.absent = 1", &[]);
        page.session.reload();
        page.textbox("head.signature").fill(UNIT);
        page.open_export();
        page.button("export.docx").click();
        let told = page.word("export.no_exporter");
        let told = told.split("}}").last().unwrap_or_default();
        page.expect_alert(told);
        // What fails unasked while one writes on does not take its place.
        page.textbox("head.signature").fill("县图书馆");
        page.textbox("head.signature").fill(UNIT);
        page.session.settle();
        page.saved();
        page.expect_alert(told);
        let alerts = page.alerts();
        let odd = |it: &String| {
            ["：。", "[object", "null", "undefined"].iter().any(|odd| it.contains(odd))
        };
        assert!(!alerts.iter().any(odd), "{alerts:?}");
        // What the page writes itself is there all the same.
        assert!(page.export_lines().contains(&UNIT.to_owned()));
        // The missing script is an error of the browser's, too.
        page.forget_errors();

        page.session.script("window.Worker = real", &[]);
        assert_eq!(page.export_docx_paragraphs(), page.export_lines());
        page.assert_clean();
    }
}
