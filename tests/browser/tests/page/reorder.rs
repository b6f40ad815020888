//! Order and numbers: whatever is moved, the numbers follow.

use chengwen_browser::Page;
use chengwen_browser::keys::Key;
use chengwen_browser::words::Locale;

use crate::texts::{TASKS, begin_with_items};

/// Waits until the items on the paper are these.
#[track_caller]
fn expect_items(page: &Page, expected: &[&str]) {
    let rest = ["二、工作创新和亮点"];
    let title = ["青溪县图书馆2025年度绩效工作情况报告", TASKS];
    page.expect_paper(&[&title[..], expected, &rest].concat());
}

#[test]
fn items_move_by_keyboard_buttons_and_pointer() {
    let page = begin_with_items(&["学习", "调研", "落实"]);
    expect_items(&page, &["一是学习。", "二是调研。", "三是落实。"]);

    let outline = page.word("bench.report_outline");
    let step = |words| page.link(&page.step(words)).within(&outline);
    step("学习").press(&[Key::AltDown]);
    expect_items(&page, &["一是调研。", "二是学习。", "三是落实。"]);
    // The focus goes with what was moved.
    page.session.settle();
    page.session.press(&[Key::AltDown]);
    expect_items(&page, &["一是调研。", "二是落实。", "三是学习。"]);
    page.session.press(&[Key::AltUp]);
    expect_items(&page, &["一是调研。", "二是学习。", "三是落实。"]);

    page.go_to(&page.step("落实"));
    page.button("section.up").click();
    expect_items(&page, &["一是调研。", "二是落实。", "三是学习。"]);
    page.back_to_section();
    let down = page.word_with("section.entry_down", "一是调研");
    page.button_named(&down).click();
    expect_items(&page, &["一是落实。", "二是调研。", "三是学习。"]);

    page.session.drag(&step("学习"), &step("落实"), false);
    expect_items(&page, &["一是学习。", "二是落实。", "三是调研。"]);
    page.session.drag(&step("学习"), &step("调研"), true);
    expect_items(&page, &["一是落实。", "二是调研。", "三是学习。"]);

    // A whole section, with everything in it.
    step("重点工作").press(&[Key::AltDown]);
    page.expect_on_paper("一、工作创新和亮点");
    page.expect_on_paper("二、重点工作任务完成情况");
    page.assert_clean();
}

#[test]
fn numbers_go_on_past_ten_and_change_their_form() {
    let leads: Vec<_> = (1..=11).map(|n| format!("事项{n}")).collect();
    let leads: Vec<_> = leads.iter().map(String::as_str).collect();
    let page = begin_with_items(&leads);
    page.expect_on_paper("十是事项10。");
    page.expect_on_paper("十一是事项11。");
    page.combobox("section.items").choose("第一，");
    page.expect_on_paper("第十一，事项11。");
    page.combobox("section.items").choose("①");
    page.expect_on_paper("⑪事项11。");
    page.combobox("section.items").choose(&page.word("section.none"));
    page.session.settle();
    assert!(page.paper().contains(&"事项11。".to_owned()), "{:#?}", page.paper());
    page.combobox("section.items").choose("一是");
    page.expect_on_paper("十一是事项11。");

    page.go_to_head();
    let level = chengwen_browser::words::Words::of(Locale::Chinese).with("head.level", "一");
    let level = page.any("combobox").named(level);
    level.choose("1.");
    page.expect_on_paper("1.重点工作任务完成情况");
    page.expect_on_paper("2.工作创新和亮点");
    level.choose("一、");
    page.expect_on_paper("二、工作创新和亮点");
    page.assert_clean();
}

#[test]
fn levels_run_in_headings_and_sections() {
    let page = begin_with_items(&["学习"]);
    page.moving(|| page.button("section.add_sub").click());
    page.textbox("section.heading").fill("建章立制。");
    page.add_paragraph("出台办法3项。");
    page.expect_on_paper("（一）建章立制。");
    page.any("checkbox").named(page.word("section.run_in")).click();
    page.expect_on_paper("（一）建章立制。出台办法3项。");
    page.combobox("section.level").choose(&page.word("section.level_3"));
    page.expect_on_paper("1.建章立制。出台办法3项。");
    page.moving(|| page.button("section.add_after").click());
    page.textbox("section.heading").fill("再上台阶");
    page.expect_on_paper("2.再上台阶");
    page.add_section("下一步打算");
    page.expect_on_paper("三、下一步打算");
    page.moving(|| page.button("section.remove").click());
    page.session.settle();
    assert!(!page.paper().iter().any(|it| it.contains("下一步打算")), "{:#?}", page.paper());
    page.moving(|| page.button_named(&page.word_with("outline.add_slot", "存在问题")).click());
    page.expect_on_paper("三、存在问题");
    page.assert_clean();
}
