//! The paper and the forms: what is typed is on it at once, a line leads to its
//! field, and a field to its line.

use chengwen::export;
use chengwen_browser::Page;
use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::driver::Element;
use serde_json::{Value, json};

use crate::accessible::Judge;
use crate::texts::{
    begin, draft_of_both, draft_of_items, draft_of_paragraphs, n_pages, paragraph, stored_draft,
};

/// The field that has the focus: what it holds, and where the caret is in it.
#[track_caller]
fn caret(page: &Page) -> (String, u64) {
    const READ: &str =
        "const it = document.activeElement; return [it.value || '', it.selectionStart || 0]";
    let found = page.session.script(READ, &[]);
    (found[0].as_str().unwrap_or_default().to_owned(), found[1].as_u64().unwrap_or(0))
}

/// Presses on the line that has this in it, and waits for the caret to stand at
/// this place of a field that holds this.
#[track_caller]
fn press_line(page: &Page, words: &str, text: &str, at: usize) {
    page.press_on_line(words);
    expect_caret(page, words, text, at);
}

#[track_caller]
fn press(page: &Page, line: &Element, words: &str, text: &str, at: usize) {
    page.session.driver().click(line).unwrap_or_else(|it| panic!("{words}: {it}"));
    expect_caret(page, words, text, at);
}

#[track_caller]
fn expect_caret(page: &Page, words: &str, text: &str, at: usize) {
    let at = text.chars().take(at).map(char::len_utf16).sum::<usize>() as u64;
    let expected = (text.to_owned(), at);
    let there = clock::wait(PATIENCE / 4, || (caret(page) == expected).then_some(()));
    assert!(there.is_some(), "{words}: the caret is at {:?}, not {expected:?}", caret(page));
}

/// Presses on every line of the paragraph that begins with this, the last one
/// first. The fields are those that the paragraph is made of, in their order; the
/// number that stands before them leads to the first one.
#[track_caller]
fn press_all_lines(page: &Page, begins: &str, n_before: usize, fields: &[&str]) {
    let lines = page.lines();
    let first = lines.iter().position(|it| it.text.starts_with(begins));
    let first = first.unwrap_or_else(|| panic!("no {begins}: {lines:#?}"));
    let n_more = lines[first + 1..].iter().take_while(|it| !it.begins).count();
    assert!(0 < n_more, "{begins} is one line");
    let mut starts = Vec::new();
    let mut at = 0usize;
    for (idx, line) in lines.iter().enumerate().skip(first).take(n_more + 1) {
        // Found now: a press may bring other sheets.
        starts.push((&line.text, page.nth_line(idx), at));
        at += line.text.chars().count();
    }
    for (text, line, start) in starts.into_iter().rev() {
        let mut at = start.saturating_sub(n_before);
        let mut fields = fields.iter();
        let mut field = fields.next().copied().unwrap_or_default();
        while field.chars().count() <= at {
            at -= field.chars().count();
            field = fields.next().unwrap_or_else(|| panic!("{text} is in no field"));
        }
        press(page, &line, text, field, at);
    }
}

/// Waits until a line that has this in it is lit and in sight.
#[track_caller]
fn expect_lit(page: &Page, words: &str) {
    let shown = || {
        let line = page.lines().into_iter().find(|it| it.text.contains(words))?;
        let is_seen = page.line_box(words).is_within(&page.paper_box());
        (line.is_lit && is_seen).then_some(())
    };
    let scrolled = || page.paper_scroll();
    assert!(
        clock::wait(PATIENCE / 4, shown).is_some(),
        "{words:?} is not lit or not in sight; scrolled to {:?}, {:#?}",
        scrolled(),
        page.lines()
    );
}

#[test]
fn the_number_of_pages_is_exact_and_follows_the_text() {
    let page = begin();
    assert_eq!(page.page_count(), (1, 1));
    page.go_to("导语");
    // Two pages hold 44 lines, of which the title takes some.
    for n_sentences in [90, 260, 20, 0] {
        let text = "到点读书人多了起来。".repeat(n_sentences);
        page.paragraph_field(1).fill(&text);
        let n = n_pages(&stored_draft(&page));
        let said = clock::wait(PATIENCE / 4, || (page.page_count().1 == n).then_some(()));
        assert!(said.is_some(), "{n} pages, but the paper says {:?}", page.page_count());
        assert!((n_sentences == 260) == (2 < n), "{n_sentences} sentences make {n} pages");
    }
    page.switch_language();
    assert_eq!(page.page_count(), (1, 1));
    page.assert_clean();
}

#[test]
fn typing_leaves_the_lines_of_other_forms_alone() {
    // A property of the element is gone when the element is made anew.
    const MARK: &str = "sheets().flatMap(lines).forEach((it) => it.seen = true)";
    const NEW: &str =
        "return sheets().flatMap(lines).filter((it) => !it.seen).map((it) => it.textContent)";
    let page = Page::open();
    page.open_file("items.json", &export::json(&draft_of_items("few-1", "办事情况", 9)));
    page.go_to(&page.step("办第4件事"));
    let practice = page.textbox("item.practice");
    practice.add("已");
    page.expect_on_paper("记下4条意见。已");
    page.on_paper(MARK, &[], false);
    practice.add("办");
    page.expect_on_paper("记下4条意见。已办");
    let new = page.on_paper(NEW, &[], false);
    assert_eq!(new, json!(["四是办第4件事。走访4户，记下4条意见。已办"]));
    // The same in a paragraph of several lines: those before the caret stay.
    page.textbox("item.practice").fill(&paragraph(4));
    page.expect_on_paper("均已答复。");
    page.on_paper(MARK, &[], false);
    practice.add("好");
    page.expect_on_paper("均已答复。好");
    let new = page.on_paper(NEW, &[], false);
    let n_new = new.as_array().map_or(0, Vec::len);
    assert_eq!(n_new, 1, "{new}");
    page.assert_clean();
}

#[test]
fn a_press_on_a_line_puts_the_caret_where_it_begins() {
    let draft = draft_of_paragraphs("press-1", 30);
    let page = Page::open();
    page.open_file("press.json", &export::json(&draft));
    press_line(&page, "走访情况报告", "青溪县图书馆走访情况报告", 0);
    press_line(&page, "一、全年工作", "全年工作", 0);
    press_all_lines(&page, "第3组到了1号村", 0, &[&paragraph(3)]);
    page.scroll_paper(1e7);
    page.line_box("第30组到了1号村");
    press_all_lines(&page, "第30组到了1号村", 0, &[&paragraph(30)]);
    page.assert_clean();
}

#[test]
fn a_press_on_a_line_of_an_item_finds_the_part_that_it_begins_in() {
    let mut draft = draft_of_items("parts-1", "走访情况", 2);
    let item = &mut draft.sections[0].entries[1];
    item.parted = true;
    item.lead = "走村入户。".to_owned();
    item.practice = paragraph(31);
    item.result = paragraph(32);
    let (practice, result) = (item.practice.clone(), item.result.clone());
    let page = Page::open();
    page.open_file("parts.json", &export::json(&draft));
    let fields = ["走村入户。", practice.as_str(), result.as_str()];
    press_all_lines(&page, "二是走村入户", "二是".chars().count(), &fields);
    page.assert_clean();
}

#[test]
fn a_field_that_gets_the_focus_is_lit_and_brought_into_sight() {
    let mut draft = draft_of_both("far-1", 60, 40);
    draft.signature = "青溪县图书馆办公室".to_owned();
    let page = Page::open();
    page.open_file("far.json", &export::json(&draft));
    page.go_to(&page.step("全年工作"));
    expect_lit(&page, "一、全年工作");
    page.paragraph_field(50).focus();
    expect_lit(&page, "第50组到了1号村");
    page.paragraph_field(2).focus();
    expect_lit(&page, "第2组到了1号村");
    let n_lit = page.lines().iter().filter(|it| it.is_lit).count();
    assert!((2..=4).contains(&n_lit), "{n_lit} lines are lit");
    page.go_to(&page.step("办第40件事"));
    expect_lit(&page, "四十是办第40件事");
    page.go_to_head();
    expect_lit(&page, "走访情况报告");
    // The signature belongs to the same form and lies on the last page.
    page.textbox("head.signature").focus();
    expect_lit(&page, "青溪县图书馆办公室");
    page.assert_clean();
}

#[test]
fn elements_and_attachments_are_on_the_paper() {
    let page = begin();
    page.textbox("head.signature").fill("青溪县图书馆");
    page.textbox("head.date").fill("2025年12月20日");
    page.go_to("导语");
    page.paragraph_field(1).fill("现将有关情况报告如下。");
    page.go_to(&page.word("outline.elements"));
    for (key, text) in [
        ("elements.copy_number", "000012"),
        ("elements.issuer_mark", "青溪县图书馆文件"),
        ("elements.document_number", "青图发〔2025〕7号"),
        ("elements.signatory", "林知远"),
        ("elements.note", "此件公开发布"),
        ("elements.copy_to", "县文化和旅游局，县财政局"),
        ("elements.printed_by", "青溪县图书馆办公室"),
        ("elements.printed_on", "2025年12月22日"),
    ] {
        page.textbox(key).fill(text);
    }
    page.moving(|| page.button("outline.add_attachment").click());
    page.textbox("section.attachment_name").fill("走访台账");
    let expected = [
        "000012",
        "青溪县图书馆文件",
        "青图发〔2025〕7号签发人：林知远",
        "青溪县图书馆2025年度绩效工作情况报告",
        "现将有关情况报告如下。",
        "附件：走访台账",
        "（此件公开发布）",
        "抄送：县文化和旅游局，县财政局。",
        "青溪县图书馆办公室2025年12月22日印发",
    ];
    expected.iter().for_each(|it| page.expect_on_paper(it));
    // Red: the mark of the issuer, and the rule below it.
    const RED: &str = "return [...sheets()[0].querySelectorAll('*')].filter((it) => {
        const style = getComputedStyle(it), red = 'rgb(255, 0, 0)';
        return !it.childElementCount && (it.textContent ? style.color : style.backgroundColor) === red;
        }).map((it) => it.textContent)";
    assert_eq!(page.on_paper(RED, &[], false), json!(["", "青溪县图书馆文件"]));
    // A line of an element leads to its field.
    page.press_on_line("此件公开发布");
    let there = || (caret(&page).0 == "此件公开发布").then_some(());
    assert!(clock::wait(PATIENCE / 4, there).is_some(), "{:?}", caret(&page));
    page.assert_clean();
}

#[test]
fn a_paper_of_several_pages_has_no_barriers() {
    let page = Page::open();
    page.open_file("long.json", &export::json(&draft_of_paragraphs("axe-1", 60)));
    let (_, n) = page.page_count();
    assert!(3 < n, "{n} pages");
    let mut judge = Judge::new(&page);
    judge.look("paper, at its beginning");
    page.go_to(&page.step("全年工作"));
    page.paragraph_field(30).focus();
    expect_lit(&page, "第30组到了1号村");
    judge.look("paper, in the middle, with lit lines");
    page.button("paper.larger").click();
    judge.look("paper, larger than its pane");
    // A screen reader goes through the sheets in order.
    let numbers = page.page_numbers();
    let order: Vec<u32> = numbers
        .iter()
        .map(|it| it.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap())
        .collect();
    assert!(1 < order.len() && order.is_sorted(), "{numbers:?}");
    page.scroll_paper(0.0);
    assert_eq!(page.on_paper("return sheets().length", &[], false), Value::from(2));
    judge.end();
}
