//! How the paper looks: its scale, the layout in use, and what does not fit.

use chengwen::export;
use chengwen::model::draft::Entry;
use chengwen::model::table::{self, Table};
use chengwen_browser::Page;
use chengwen_browser::clock::{self, PATIENCE};

use crate::accessible::Judge;
use crate::texts::{draft_of_items, draft_of_paragraphs, paragraph};

/// Pixels in a millimetre.
const MM: f64 = 96.0 / 25.4;

/// The scale of the first sheet that is there, measured.
#[track_caller]
fn scale(page: &Page) -> f64 {
    page.box_of(&page.any("article")).width / (210.0 * MM)
}

/// Whether the paper says this scale, in per cent, and has it.
fn is_at(page: &Page, percent: f64) -> bool {
    let said = page.any("region").named(page.word("bench.paper")).text();
    said.contains(&format!("{percent}%")) && (scale(page) * 100.0 - percent).abs() < 0.6
}

#[track_caller]
fn expect_scale(page: &Page, percent: f64) {
    let there = clock::wait(PATIENCE / 4, || is_at(page, percent).then_some(()));
    assert!(there.is_some(), "not at {percent} % but {:.1} %", scale(page) * 100.0);
}

/// How far the top of a line is below the top of another one, in points.
#[track_caller]
fn below(page: &Page, upper: &str, lower: &str) -> f64 {
    let [upper, lower] = [upper, lower].map(|it| page.line_box(it));
    (lower.y - upper.y) / scale(page) / MM / 25.4 * 72.0
}

#[test]
fn the_paper_grows_shrinks_and_fits_its_pane() {
    let page = Page::open();
    page.open_file("zoom.json", &export::json(&draft_of_paragraphs("zoom-1", 40)));
    let fit = page.button("paper.fit");
    assert_eq!(fit.attribute("aria-pressed"), "true");
    let fitting = scale(&page);
    let pane = page.paper_box().width;
    let sheet = fitting * 210.0 * MM;
    assert!(pane * 0.9 < sheet && sheet < pane, "a sheet of {sheet} in a pane of {pane}");

    page.button("paper.larger").click();
    let larger = scale(&page);
    assert!(fitting < larger, "{larger} after {fitting}");
    assert_eq!(fit.attribute("aria-pressed"), "false");
    while !is_at(&page, 100.0) {
        let (before, button) = (scale(&page), page.button("paper.larger"));
        button.click();
        assert!(before < scale(&page), "it does not grow beyond {before}");
    }
    page.button("paper.smaller").click();
    page.button("paper.smaller").click();
    expect_scale(&page, 75.0);
    // However often it is pressed, there is a smallest and a largest.
    (0..12).for_each(|_| page.button("paper.smaller").click());
    expect_scale(&page, 40.0);
    (0..12).for_each(|_| page.button("paper.larger").click());
    expect_scale(&page, 200.0);
    page.button("paper.smaller").click();
    expect_scale(&page, 150.0);

    page.session.reload();
    expect_scale(&page, 150.0);
    page.button("paper.fit").click();
    assert!((scale(&page) - fitting).abs() < 0.01, "{} was {fitting}", scale(&page));
    page.session.reload();
    assert_eq!(page.button("paper.fit").attribute("aria-pressed"), "true");
    assert!((scale(&page) - fitting).abs() < 0.01, "{} was {fitting}", scale(&page));
    page.assert_clean();
}

#[test]
fn the_place_on_the_paper_is_kept_when_its_scale_changes() {
    let page = Page::open();
    page.open_file("zoom.json", &export::json(&draft_of_paragraphs("zoom-2", 80)));
    page.go_to(&page.step("全年工作"));
    page.paragraph_field(60).focus();
    page.line_box("第60组到了1号村");
    let (at, _) = page.page_count();
    assert!(2 < at);
    page.button("paper.larger").click();
    page.button("paper.larger").click();
    page.session.settle();
    let now = page.page_count().0;
    assert!(now.abs_diff(at) <= 1, "was at page {at}, is at {now}");
    page.assert_clean();
}

#[test]
fn another_layout_changes_the_paper_at_once() {
    let page = Page::open();
    let mut draft = draft_of_items("look-1", "读书活动情况报告", 1);
    draft.sections[0].entries.clear();
    for n in 1..=30 {
        let entry = Entry { text: paragraph(n), ..Entry::new(draft.take_id(), false) };
        draft.sections[0].entries.push(entry);
    }
    page.open_file("look.json", &export::json(&draft));
    let (first, second) = ("第1组到了1号村", "第2组到了1号村");
    let lines = page.lines();
    let at = |words| lines.iter().position(|it| it.text.contains(words)).unwrap();
    let n_lines = (at(second) - at(first)) as f64;
    let pitch = || below(&page, first, second) / n_lines;
    assert!((pitch() - 28.95).abs() < 0.05, "{}", pitch());
    // The page number of the first page stands on the right.
    let middle = || {
        let number = page.on_paper(
            "return sheets()[0].querySelector(':scope > p').getBoundingClientRect()",
            &[],
            false,
        );
        let middle = number["x"].as_f64().unwrap() + number["width"].as_f64().unwrap() / 2.0;
        (middle - page.box_of(&page.any("article")).x) / scale(&page) / MM
    };
    assert!(150.0 < middle(), "{}", middle());
    assert_eq!(page.page_numbers()[0], "— 1 —");

    page.go_to(&page.word("outline.layout"));
    page.combobox("layout.preset").choose("28磅行距");
    let becomes = |pitch_wanted: f64| {
        let there = || ((pitch() - pitch_wanted).abs() < 0.05).then_some(());
        assert!(clock::wait(PATIENCE / 4, there).is_some(), "{} not {pitch_wanted}", pitch());
    };
    becomes(28.0);
    page.combobox("layout.preset").choose("页码居中");
    becomes(28.95);
    let centre = 28.0 + 156.0 / 2.0;
    assert!((middle() - centre).abs() < 0.5, "{} not {centre}", middle());
    page.button("app.undo").nth(0).click();
    becomes(28.0);
    page.assert_clean();
}

#[test]
fn what_does_not_fit_is_said_with_a_way_to_its_form() {
    let mut draft = draft_of_items("wide-1", "借阅统计", 2);
    let id = draft.take_id();
    let row = |n: usize| (1..=60).map(|it| format!("{}", n * it)).collect::<Vec<_>>();
    let rows: Vec<_> = (1..=4).map(row).collect();
    draft.sections[0].entries.push(Entry {
        lead: "逐日借阅".to_owned(),
        text: table::text(&rows),
        table: Some(Table { header_rows: 1, landscape: false }),
        ..Entry::new(id, false)
    });
    let page = Page::open();
    page.open_file("wide.json", &export::json(&draft));
    let notices = page.any("link").within(page.word("paper.notices"));
    let said = page.word_with("paper.table_too_wide", "1");
    assert_eq!(notices.names(), std::slice::from_ref(&said));
    let mut judge = Judge::new(&page);
    judge.look("paper with a notice");
    page.moving(|| notices.clone().click());
    let name = page.word_with("section.table", "1");
    page.any("group").named(name).element();
    assert_eq!(page.textbox("table.caption").value(), "逐日借阅");
    // What was said is gone when it is mended.
    let cut: Vec<_> = rows.iter().map(|it| it[..6].to_vec()).collect();
    for entry in &mut draft.sections[0].entries {
        if entry.table.is_some() {
            entry.text = table::text(&cut);
        }
    }
    page.go_home();
    page.open_file("narrow.json", &export::json(&draft));
    page.expect_on_paper("逐日借阅");
    assert!(!notices.is_there(), "{:?}", notices.names());
    judge.end();
}
