use super::{Parts, Plan, Tally, lines, plan};

#[track_caller]
fn planned(text: &str) -> Plan {
    let lines = lines(text);
    let plan = plan(&lines);
    assert_eq!(plan.printed(), lines, "{plan:#?}");
    plan
}

/// Checks that the text comes out as it went in, as so many sections, items and
/// plain paragraphs.
#[track_caller]
fn check(text: &str, expected: (usize, usize, usize)) {
    let plan = planned(text);
    let Tally { sections, items, paragraphs, .. } = plan.tally();
    assert_eq!((sections, items, paragraphs), expected, "{plan:#?}");
}

#[test]
fn reads_a_report_with_sections_and_items() {
    check(
        "甲局年度报告\n甲局全年做了两件事。\n一、任务\n一是抓学习。全年学习6次。\n二是抓落实。办结4件。\
         \n二、亮点\n一是建平台。用起来了。",
        (2, 3, 1),
    );
}

#[test]
fn items_go_on_past_ten() {
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    let items: String = numbers.iter().map(|it| format!("{it}是做了一件事。\n")).collect();
    check(&format!("题\n一、任务\n{items}"), (1, 12, 0));
}

#[test]
fn a_number_that_would_not_be_printed_stays_text() {
    // 三是 without 二是; half-width brackets; a second 一是.
    check("题\n一、任务\n一是甲。\n三是丙。\n(一)小节\n一是又来。", (1, 1, 3));
    // The first heading is missing.
    check("题\n二、任务\n正文。", (0, 0, 2));
}

#[test]
fn levels_count_under_their_parent() {
    check(
        "题\n一、甲\n（一）子\n1.孙\n（1）曾孙\n2.孙\n（二）子\n1.孙\n二、乙\n（一）子",
        (9, 0, 0),
    );
}

#[test]
fn a_heading_with_text_behind_it_runs_in() {
    let plan = planned("题\n一、甲\n（一）抓学习。全年学习六次。\n（二）抓落实。办结四件。");
    assert!(plan.sections[1].run_in && plan.sections[2].run_in);
    assert_eq!(plan.sections[1].heading, "抓学习。");
    // The space behind the first sentence would be lost.
    check("题\n一、甲\n（一）抓学习。 全年学习六次。", (1, 0, 1));
}

#[test]
fn points_are_items_where_they_are_sentences() {
    check("题\n一、甲\n下列：\n1.做完第一件；\n2.做完第二件。\n（1）不在列。", (1, 2, 2));
    check("题\n一、甲\n第一，做完。\n第二，做好。", (1, 2, 0));
    check("题\n一、甲\n①做完。\n②做好。", (1, 2, 0));
}

#[test]
fn greeting_signature_and_date_have_their_fields() {
    let plan = planned("题\n各位代表：\n报告如下。\n一、甲\n做完了。\n甲局\n2025年12月3日");
    assert_eq!((plan.addressee.as_str(), plan.signature.as_str()), ("各位代表：", "甲局"));
    assert_eq!(plan.date, "2025年12月3日");
    assert_eq!(plan.tally().head, 4);
}

#[test]
fn odd_lines_survive() {
    check("题", (0, 0, 0));
    check("题\n一、\n（一）\n一是\n1.", (0, 0, 4));
    check("题\n一、 甲\n一是 乙。", (0, 0, 2));
    check("题\n一、甲。。\n一是。。", (1, 1, 0));
    check("题\n一、甲\n一是没有句号\n二是“引号里完了。”然后呢？“啊！”", (1, 2, 0));
    check("题\n一是开头就有。\n二是还有。\n一、甲", (1, 2, 0));
    check("\u{feff}题\r\n\r\n　　段一\r\n", (0, 0, 1));
}

#[test]
fn parts_are_the_text_again() {
    let text = "抓窗口。设立综合窗口。全年办件3.6万件。时间缩短一半。得到批示2次。又办1件。";
    let parts = Parts::of(text);
    assert_eq!(parts.lead, "抓窗口。");
    assert_eq!(parts.practice, "设立综合窗口。");
    assert_eq!(parts.figures, "全年办件3.6万件。");
    assert_eq!(parts.result, "时间缩短一半。");
    assert_eq!(parts.recognition, "得到批示2次。又办1件。");
    let Parts { lead, practice, figures, result, recognition, text: whole } = &parts;
    assert_eq!(
        [lead, practice, figures, result, recognition, whole].map(String::as_str).concat(),
        text
    );
}
