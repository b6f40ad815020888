//! Papers of many pages: few of them are there at a time, and all can be reached.

use chengwen::export;
use chengwen_browser::Page;
use chengwen_browser::clock::{self, PATIENCE};
use chengwen_browser::keys::Key;
use chengwen_browser::layout::strain;

use crate::texts::{draft_of_paragraphs, n_pages};

/// In sight, and one on either side; a low pane shows parts of two.
const MOST_SHEETS: usize = 5;

/// The slowest that a key may be: what a person still takes for at once.
const ANSWER: f64 = 250.0;

#[test]
fn a_report_of_three_hundred_pages_can_be_written_and_read() {
    let mut drafts = strain::drafts().into_iter();
    let (_, mut draft) = drafts.find(|(name, _)| *name == "strain-300-pages").unwrap();
    // Every item has one field for its whole text.
    let entries = draft.sections.iter_mut().flat_map(|it| &mut it.entries);
    entries.for_each(|it| it.parted = false);
    let n = n_pages(&draft);
    assert!(300 <= n, "{n} pages");
    let page = Page::open();
    page.open_file("long.json", &export::json(&draft));
    assert_eq!(page.page_count(), (1, n));
    assert!(page.sheets().len() <= MOST_SHEETS, "{:?}", page.sheets());

    // The last page is reached by scrolling.
    page.scroll_paper(1e7);
    let last = page.word_with("paper.page", &n.to_string());
    let there = clock::wait(PATIENCE / 2, || page.sheets().contains(&last).then_some(()));
    assert!(there.is_some(), "{:?}", page.sheets());
    assert_eq!(page.page_count().0, n);
    assert!(page.sheets().len() <= MOST_SHEETS, "{:?}", page.sheets());
    let items = draft.sections.iter().flat_map(|it| &it.entries);
    let lead = &items.last().unwrap().lead;
    assert!(page.lines().iter().any(|it| it.text.contains(lead)), "{:#?}", page.lines());
    let sheet = page.any("article").named(&last);
    assert!(
        page.box_of(&sheet).is_within(&page.paper_box()) || {
            // Larger than the pane: its foot can be seen at least.
            let (sheet, paper) = (page.box_of(&sheet), page.paper_box());
            sheet.y + sheet.height <= paper.y + paper.height
        }
    );

    // Typing in the last item answers, and the paper stays where it is.
    page.go_to(&page.step(lead));
    page.textbox("item.text").focus();
    const TIME: &str = "const done = arguments[0], it = document.activeElement;
        it.setSelectionRange(it.value.length, it.value.length);
        const start = performance.now();
        document.execCommand('insertText', false, '毕');
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0))";
    let mut times: Vec<f64> =
        (0..9).map(|_| page.session.script_async(TIME, &[]).as_f64().unwrap()).collect();
    times.sort_by(f64::total_cmp);
    assert!(times[4] < ANSWER, "a key takes {times:?} ms");
    let written = || {
        let text: String = page.lines().into_iter().map(|it| it.text).collect();
        text.contains(&"毕".repeat(9)).then_some(())
    };
    assert!(clock::wait(PATIENCE / 4, written).is_some(), "{:#?}", page.lines());
    assert!(page.sheets().len() <= MOST_SHEETS, "{:?}", page.sheets());
    assert_eq!(page.page_count().0, n);
    page.saved();
    page.assert_clean();
}

#[test]
fn the_paper_is_scrolled_by_keys() {
    let page = Page::open();
    page.open_file("keys.json", &export::json(&draft_of_paragraphs("keys-1", 80)));
    let (_, n) = page.page_count();
    let roll = page.any("group").named(page.word("paper.sheets"));
    // A report that is opened is shown from its beginning, once it is drawn.
    page.session.settle();
    // The browser scrolls smoothly, so a key is waited for until nothing moves.
    let scrolled = |least: f64| {
        let moved = || {
            let before = page.paper_scroll().0;
            page.session.settle();
            Some(page.paper_scroll().0).filter(|it| least < *it && *it == before)
        };
        clock::wait(PATIENCE / 4, moved).unwrap_or_else(|| panic!("{:?}", page.paper_scroll()))
    };
    roll.press(&[Key::Down, Key::Down]);
    let top = scrolled(10.0);
    page.session.press(&[Key::PageDown]);
    let top = scrolled(top + 200.0);
    page.session.press(&[Key::Space]);
    scrolled(top + 200.0);
    page.session.press(&[Key::End]);
    let (_, end) = page.paper_scroll();
    scrolled(end - 2.0);
    let at_end = || (page.page_count() == (n, n)).then_some(());
    assert!(clock::wait(PATIENCE / 4, at_end).is_some(), "{:?}", page.page_count());
    // The focus stays on the paper, whatever sheets have come and gone.
    page.session.press(&[Key::Home]);
    let at_top = || (page.page_count() == (1, n)).then_some(());
    assert!(clock::wait(PATIENCE / 4, at_top).is_some(), "{:?}", page.page_count());
    page.assert_clean();
}
