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

/// The button of the message that offers to take a removal back.
#[track_caller]
fn take_back(page: &Page) {
    page.button("app.undo").nth(1).click();
    page.button("app.undo").nth(1).gone();
    page.session.settle();
}

#[test]
fn the_message_of_a_removal_takes_it_back() {
    let page = begin_with_items(&["学习", "调研"]);
    page.add_paragraph("以上各项均已办结。");
    page.saved();
    let (paper, outline, hash) = (page.paper(), page.outline(), page.session.hash());
    page.moving(|| page.button("section.remove").click());
    assert_ne!(page.outline(), outline);
    page.expect_paper(&[paper[0].as_str(), "一、工作创新和亮点"]);
    page.moving(|| take_back(&page));
    // The form of the section is open again, and everything is in it.
    assert_eq!(page.session.hash(), hash);
    assert_eq!(page.outline(), outline);
    page.expect_paper(&paper);
    assert_eq!(page.paragraph_field(1).value(), "以上各项均已办结。");
    // It was taken back, so it can be made again.
    page.button("app.redo").click();
    page.expect_paper(&[paper[0].as_str(), "一、工作创新和亮点"]);
    page.button("app.undo").nth(0).click();
    page.expect_paper(&paper);

    // Items and paragraphs, the same.
    page.go_to(&page.step("调研"));
    page.moving(|| page.button("item.remove").click());
    assert!(!page.outline().iter().any(|it| it.contains("调研")));
    page.moving(|| take_back(&page));
    page.expect_paper(&paper);
    page.back_to_section();
    let remove = page.word_with("section.entry_remove", &page.word_with("section.paragraph", "1"));
    page.button_named(&remove).click();
    page.session.settle();
    assert_eq!(page.paragraph_fields(), 0);
    take_back(&page);
    page.expect_paper(&paper);
    page.saved();
    page.session.reload();
    page.expect_paper(&paper);
    page.assert_clean();
}

#[test]
fn the_message_of_a_removal_leaves_later_changes_alone() {
    let page = begin_with_items(&["学习", "调研"]);
    page.saved();
    page.moving(|| page.button("section.remove").click());
    page.go_to_head();
    page.textbox("head.signature").fill("青溪县图书馆");
    let after = page.paper();
    assert_eq!(after.last().map(String::as_str), Some("青溪县图书馆"));
    take_back(&page);
    page.expect_paper(&after);
    assert_eq!(page.textbox("head.signature").value(), "青溪县图书馆");
    // Both steps can still be taken back, in their order.
    page.button("app.undo").nth(0).click();
    page.session.settle();
    assert!(!page.paper().contains(&"青溪县图书馆".to_owned()));
    page.assert_clean();
}

#[test]
fn the_message_of_a_removal_does_no_harm_elsewhere() {
    let page = begin_with_items(&["学习"]);
    page.go_home();
    page.new_report(chengwen_browser::page::KIND, "乙县图书馆", "2025");
    page.go_to(crate::texts::TASKS);
    page.moving(|| page.button("section.remove").click());
    page.session.settle();
    let after = page.paper();
    // The list of drafts has no form of this section any more.
    page.go_home();
    let kept = page.stored_drafts();
    page.button("app.undo").click();
    page.button("app.undo").gone();
    page.session.settle();
    assert_eq!(page.session.hash().trim_start_matches("#/"), "");
    assert_eq!(page.stored_drafts(), kept);
    page.moving(|| page.button("home.continue_go").click());
    page.expect_paper(&after);

    // Another draft is not touched by the message of this one.
    page.go_to("导语");
    page.moving(|| page.button("section.remove").click());
    page.go_home();
    let other = page.word_with("drafts.open", "青溪县图书馆2025年度绩效工作情况报告");
    page.moving(|| page.link(&other).click());
    page.expect_on_paper("一是学习。");
    let paper = page.paper();
    take_back(&page);
    page.expect_paper(&paper);
    page.saved();
    page.assert_clean();
}
