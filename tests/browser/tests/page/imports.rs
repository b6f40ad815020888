//! A report comes in: it is read, looked over, corrected, and becomes a draft.

use chengwen::import::build;
use chengwen::import::recognise::{Certainty, Reading, Role};
use chengwen::import::{json, source};
use chengwen_browser::Page;
use chengwen_browser::keys::Key;
use chengwen_browser::page::Format;

use crate::texts::{REPORT, printed};

/// A report as it is copied from a page of a web site.
const FROM_A_PAGE: &str = "当前位置：首页 > 信息公开 > 工作总结
读书节专题
青溪县图书馆2025年度工作总结
发布时间：2026-01-08 来源：青溪县图书馆 浏览次数：126
2025年，全馆接待读者3200人次。现将有关情况总结如下：
主要工作
一是抓阅读，举办讲座24场。
二是抓服务，更新图书1.6万册。
存在问题
（二）人手不足，培训不够。
青溪县图书馆
2025年12月20日
打印本页
责任编辑：林某
";

fn reading(text: &str) -> Reading {
    Reading::new(source::read(text.as_bytes(), "").unwrap().lines)
}

fn line_name(page: &Page, idx: usize) -> String {
    page.word_with("import.line", &(idx + 1).to_string())
}

/// The lines that are shown, from zero.
fn shown(page: &Page) -> Vec<usize> {
    page.session.settle();
    let names = page.any("listitem").within(page.word("import.lines")).names();
    let all = |name: &String| (0..100).find(|&it| line_name(page, it) == *name);
    names.iter().filter_map(all).collect()
}

/// The headings that the outline of the import has.
fn outline(page: &Page) -> Vec<String> {
    page.session.settle();
    page.any("button").within(page.word("import.outline")).names()
}

#[test]
fn a_pasted_report_is_looked_over_and_comes_out_as_it_went_in() {
    let page = Page::open();
    page.open_import();
    page.paste_report(REPORT);
    let reading = reading(REPORT);
    // Nothing is made before the author says so.
    assert!(page.stored_drafts().is_empty());
    let headings = ["青溪县图书馆2025年度工作总结", "一、主要工作", "二、存在问题"];
    assert_eq!(outline(&page), headings);
    page.moving(|| page.button("import.make").click());
    let lines: Vec<_> = REPORT.lines().collect();
    page.expect_paper(&lines);
    assert_eq!(page.export_lines(), lines);
    assert_eq!(page.export_docx_paragraphs(), lines);
    // The same structure as the command line makes of it.
    let draft = json::read(&page.export(Format::Json).bytes).unwrap();
    let native = build::draft(&reading, "").0;
    assert_eq!(draft.sections, native.sections);
    assert_eq!((draft.title, draft.date), (native.title, native.date));
    page.assert_clean();
}

#[test]
fn what_was_misread_is_corrected_in_the_list_and_by_keys() {
    let page = Page::open();
    page.open_import();
    page.paste_report(REPORT);
    let mut reading = reading(REPORT);
    let at = REPORT.lines().position(|it| it.starts_with("二、")).unwrap();
    if page.button_named(&all(&page, &reading)).attribute("aria-pressed") != "true" {
        page.button_named(&all(&page, &reading)).click();
    }
    let row = page.any("listitem").named(line_name(&page, at));
    let role = page.word_with("import.role", &(at + 1).to_string());
    let role = page.any("combobox").named(&role);

    role.choose(&page.word("import.body"));
    assert!(!outline(&page).contains(&"二、存在问题".to_owned()));
    reading.set(at, Role::Body);
    // By key, and the line keeps the keyboard.
    row.press(&[Key::Letter('h')]);
    assert!(outline(&page).contains(&"二、存在问题".to_owned()));
    let active =
        page.session.script("return document.activeElement.getAttribute('aria-label')", &[]);
    assert_eq!(active, line_name(&page, at));
    page.session.press(&[Key::Letter('u')]);
    page.session.settle();
    reading.unset(at);
    // Down and up again, with keys and with buttons.
    page.session.press(&[Key::Right]);
    page.session.settle();
    assert_eq!(role.property("value"), "h2");
    page.button_named(&page.word_with("import.up", &(at + 1).to_string())).click();
    page.session.settle();
    assert_eq!(role.property("value"), "h1");
    reading.shift(at, true);
    reading.shift(at, false);
    // A line that is left out is in no outline, and not in the draft.
    row.press(&[Key::Delete]);
    assert!(!outline(&page).contains(&"二、存在问题".to_owned()));
    reading.set_removed(at, true);

    page.moving(|| page.button("import.make").click());
    let native = build::draft(&reading, "").0;
    assert_eq!(page.export_lines(), printed(&native));
    let kept: Vec<_> = REPORT.lines().filter(|it| !it.starts_with("二、")).collect();
    assert_eq!(page.export_lines(), kept);
    page.assert_clean();
}

fn all(page: &Page, reading: &Reading) -> String {
    page.word_with("import.all", &reading.lines().len().to_string())
}

#[test]
fn doubts_and_residue_can_be_looked_at_alone_and_residue_is_left_out_at_once() {
    let page = Page::open();
    page.open_import();
    page.paste_report(FROM_A_PAGE);
    let mut reading = reading(FROM_A_PAGE);
    let n_lines = reading.lines().len();
    let is_doubt = |it: &usize| reading.decisions()[*it].certainty == Certainty::Doubtful;
    let doubts: Vec<_> = (0..n_lines).filter(is_doubt).collect();
    let residue: Vec<_> = (0..n_lines).filter(|&it| reading.role(it) == Role::Residue).collect();
    assert!(!doubts.is_empty() && doubts.len() < n_lines, "{doubts:?}");
    assert!(2 <= residue.len(), "{residue:?}");

    let filter = |key: &str, n: usize| page.button_named(&page.word_with(key, &n.to_string()));
    // What is doubtful is shown first.
    assert_eq!(filter("import.doubtful", doubts.len()).attribute("aria-pressed"), "true");
    assert_eq!(shown(&page), doubts);
    filter("import.residue_n", residue.len()).click();
    assert_eq!(shown(&page), residue);
    filter("import.all", n_lines).click();
    assert_eq!(shown(&page), (0..n_lines).collect::<Vec<_>>());

    filter("import.drop_residue", residue.len()).click();
    filter("import.drop_residue", residue.len()).gone();
    reading.remove_residue();
    // One of them is wanted after all.
    let back = residue[0];
    let drop = page.button_named(&page.word_with("import.drop_nth", &(back + 1).to_string()));
    assert_eq!(drop.attribute("aria-pressed"), "true");
    drop.click();
    page.session.settle();
    assert_eq!(drop.attribute("aria-pressed"), "false");
    reading.set_removed(back, false);

    page.moving(|| page.button("import.make").click());
    let kept = FROM_A_PAGE.lines().enumerate();
    let kept = kept.filter(|(idx, _)| *idx == back || !residue.contains(idx));
    let kept: Vec<_> = kept.map(|it| it.1).collect();
    assert_eq!(page.export_lines(), kept);
    assert_eq!(printed(&build::draft(&reading, "").0), kept);
    page.assert_clean();
}

#[test]
fn word_files_come_in_from_home_and_by_dropping() {
    let files: [(&str, &[u8]); 2] = [
        ("去年的总结.docx", include_bytes!("../../../import/python-docx.docx")),
        ("总结.docx", include_bytes!("../../../import/libreoffice.docx")),
    ];
    let page = Page::open();
    for (n, (name, bytes)) in files.into_iter().enumerate() {
        let native = build::draft(&Reading::new(source::read(bytes, name).unwrap().lines), "").0;
        if n == 0 {
            page.moving(|| page.give_file(name, bytes));
        } else {
            page.open_import();
            page.drop_file(&page.any("main"), name, bytes);
        }
        page.expect_import_review();
        page.moving(|| page.button("import.make").click());
        page.saved();
        assert_eq!(page.export_lines(), printed(&native));
        page.go_home();
    }
    assert_eq!(page.stored_drafts().len(), files.len());

    // A text can be dropped at home as well.
    let card = page.heading(&page.word("home.open_title"));
    page.moving(|| page.drop_file(&card, "去年.txt", REPORT.as_bytes()));
    page.expect_import_review();
    page.button("import.another").click();
    page.textbox("import.paste").element();
    page.moving(|| page.button("import.leave").click());
    assert_eq!(page.stored_drafts().len(), files.len());
    page.assert_clean();
}

#[test]
fn the_import_speaks_both_languages_and_keeps_what_was_corrected() {
    let page = Page::open();
    page.open_import();
    page.paste_report(FROM_A_PAGE);
    let n = reading(FROM_A_PAGE).lines().len().to_string();
    page.button_named(&page.word_with("import.all", &n)).click();
    let role = page.word_with("import.role", "8");
    page.any("combobox").named(&role).choose(&page.word("import.title"));
    page.session.settle();
    page.switch_language();
    page.expect_import_review();
    let role = page.any("combobox").named(page.word_with("import.role", "8"));
    assert_eq!(role.value(), "title");
    assert_eq!(
        page.button_named(&page.word_with("import.all", &n)).attribute("aria-pressed"),
        "true"
    );
    page.assert_clean();
}
