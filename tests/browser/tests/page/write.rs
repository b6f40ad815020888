//! Writing a report, from the choice of its kind to the file.

use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::page::{Format, KIND};
use chengwen_browser::{Page, Session};

use crate::texts::{TASKS, UNIT};

const OPENING: &str =
    "2025年，青溪县图书馆围绕“书香进村”，把服务送到读者身边。现将有关情况报告如下：";

const SCROLL: &str = "let it = document.querySelector(\"[aria-label='填写']\");
    while (it && it.scrollHeight <= it.clientHeight + 1) it = it.parentElement;
    it = it || document.scrollingElement;
    if (arguments.length) it.scrollTop = arguments[0];
    return Math.round(it.scrollTop)";

#[test]
fn a_report_is_written_through_the_forms_and_exported() {
    // A low window, so that forms are longer than it is high.
    let page = Page::open_in(Session::with_window((1280, 560)));
    page.new_report(KIND, UNIT, "2025");
    page.expect_on_paper("青溪县图书馆2025年度绩效工作情况报告");
    page.textbox("head.signature").fill(UNIT);
    page.textbox("head.date").fill("2025年12月20日");

    page.go_to("导语");
    page.paragraph_field(1).fill(OPENING);
    page.go_to(TASKS);
    page.open_empty_item();
    page.textbox("item.lead").fill("抓阵地，建好村级书屋");
    page.textbox("item.practice").fill("依托12个村级文化站，统一书目、统一借还。");
    page.textbox("item.figures").fill("全年新建书屋9处，更新图书1.6万册。");
    page.textbox("item.result").fill("读者往返时间由40分钟缩短至10分钟。");

    // Half-way the page is loaded again: text, place and scroll position stay.
    let hash = page.session.hash();
    page.session.script(SCROLL, &[170.into()]);
    let scrolled = page.session.script(SCROLL, &[]);
    assert_ne!(scrolled, 0, "the form does not scroll");
    page.saved();
    page.session.reload();
    assert_eq!(page.textbox("item.lead").value(), "抓阵地，建好村级书屋");
    assert_eq!(page.session.hash(), hash);
    let back = || (page.session.script(SCROLL, &[]) == scrolled).then_some(());
    let found = clock::wait(PATIENCE / 4, back);
    assert!(found.is_some(), "was at {scrolled}, is at {}", page.session.script(SCROLL, &[]));

    page.textbox("item.recognition").fill("被评为“十佳阅读空间”。");
    page.moving(|| page.button("item.next").click());
    page.textbox("item.lead").fill("抓活动，办好读书节。");
    page.choose_radio(&page.word("item.whole"));
    page.textbox("item.text").fill("举办讲座24场。\n参加读者3100人次。");
    page.go_to(&page.step("工作创新和亮点"));
    page.open_empty_item();
    page.textbox("item.lead").fill("推行“你选书、我买单”");
    page.back_to_section();
    page.add_paragraph("上述做法在全县推广。");

    let expected = [
        "青溪县图书馆2025年度绩效工作情况报告",
        OPENING,
        "一、重点工作任务完成情况",
        "一是抓阵地，建好村级书屋。依托12个村级文化站，统一书目、统一借还。全年新建书屋9处，更新图书1.6万册。读者往返时间由40分钟缩短至10分钟。被评为“十佳阅读空间”。",
        "二是抓活动，办好读书节。举办讲座24场。",
        "参加读者3100人次。",
        "二、工作创新和亮点",
        "一是推行“你选书、我买单”。",
        "上述做法在全县推广。",
        UNIT,
        "2025年12月20日",
    ];
    page.expect_paper(&expected);
    assert_eq!(page.export_lines(), expected);
    assert_eq!(page.export_docx_paragraphs(), expected);
    let name = page.export(Format::Txt).name;
    assert!(name.starts_with("青溪县图书馆2025年度绩效工作情况报告_20"), "{name}");
    assert!(name.ends_with(".txt"), "{name}");
    page.assert_clean();
}

#[test]
fn starters_and_the_paper_lead_into_the_fields() {
    let page = crate::texts::begin_with_items(&["抓阵地"]);
    page.go_to(&page.step("抓阵地"));
    // A starter goes behind what is written.
    let starters = page.any("button").named(page.word("section.starters"));
    starters.nth(0).click();
    let lead = page.textbox("item.lead");
    let first = page.session.script(
        "const it = [...document.querySelectorAll('button')].find((it) =>
            (it.getAttribute('aria-label') || '').startsWith('用“') && it.checkVisibility());
         it.click(); return it.textContent.trim()",
        &[],
    );
    let first = first.as_str().unwrap_or_default().to_owned();
    assert_eq!(lead.value(), format!("抓阵地{first}"));
    // A press on a paragraph of the paper opens its field.
    page.go_to_head();
    page.moving(|| {
        page.session.script(
            "[...document.querySelectorAll(\"[aria-label='纸面'] p\")].find((it) =>
                it.textContent.startsWith('一是抓阵地')).click()",
            &[],
        );
    });
    assert_eq!(page.textbox("item.lead").value(), format!("抓阵地{first}"));
    page.assert_clean();
}
