//! Every step can be taken back, and made again.

use chengwen_browser::Page;
use chengwen_browser::keys::Key;

use crate::texts::begin_with_items;

/// How many steps are taken.
const STEPS: usize = 60;

fn step(page: &Page, n: usize) {
    match n % 6 {
        0 => page.moving(|| page.button("section.add_item").click()),
        1 => page.textbox("item.lead").fill(&format!("新事项{n}")),
        2 => page.textbox("item.practice").fill(&format!("走访{n}户。")),
        3 => page.button("section.up").click(),
        4 => {
            page.back_to_section();
            let items = ["一要", "第一，", "（1）", "一是"][n / 6 % 4];
            page.combobox("section.items").choose(items);
        }
        _ => page.add_paragraph(&format!("第{n}步加的段落。")),
    }
    page.session.settle();
}

#[test]
fn sixty_mixed_steps_go_back_and_forward() {
    let page = begin_with_items(&["学习", "调研"]);
    // A paste is one step, typing might be several.
    page.session.type_at_most(0);
    page.saved();
    let before = page.paper();
    let mut papers = vec![before];
    for n in 0..STEPS {
        step(&page, n);
        papers.push(page.paper());
    }
    let undone = walk(&page, "app.undo", papers.iter().rev());
    assert!(STEPS <= undone, "only {undone} steps were taken back");
    let redone = walk(&page, "app.redo", papers.iter());
    assert_eq!(redone, undone);

    // And by keys, inside a field.
    page.go_to(&page.step("学习"));
    page.textbox("item.practice").fill("先这样写。");
    page.saved();
    let after = page.paper();
    page.textbox("item.practice").press(&[Key::Control('z')]);
    assert_eq!(page.textbox("item.practice").value(), "");
    page.textbox("item.practice").press(&[Key::ControlShift('z')]);
    page.expect_paper(&after);
    page.textbox("item.practice").press(&[Key::Control('z'), Key::Control('y')]);
    page.expect_paper(&after);
    page.saved();
    page.assert_clean();
}

/// Presses a button as long as the papers go on, and checks that each of them
/// comes by, in order.
#[track_caller]
fn walk<'a>(page: &Page, button: &str, papers: impl Iterator<Item = &'a Vec<String>>) -> usize {
    let mut n_pressed = 0;
    for (n, expected) in papers.enumerate() {
        // Some steps change nothing on the paper, and adding a paragraph and
        // writing it are two.
        for _ in 0..3 {
            if page.paper() == *expected {
                break;
            }
            page.button(button).nth(0).click();
            page.session.settle();
            n_pressed += 1;
        }
        assert_eq!(page.paper(), *expected, "{button}, paper {n}");
    }
    n_pressed
}
