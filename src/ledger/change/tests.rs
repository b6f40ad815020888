use super::*;
use crate::ledger::testing::{at, draft, text};

#[track_caller]
fn check(before: &str, value: &str, typed: &str, expected: &str) {
    let mut draft = draft("工作报告", &[before]);
    let found = figures(&draft);
    let figure = found.iter().find(|it| it.written == value).expect("the value is found");
    if let Some(edit) = set_value(&draft, figure, typed, false) {
        edit.apply(&mut draft);
    }
    assert_eq!(text(&draft, 0), expected);
}

#[test]
fn only_the_span_is_rewritten() {
    check("召开会议4次、举办讲座4场。", "4", "6", "召开会议6次、举办讲座4场。");
    check("培训2300余人次，", "2300余", "2600", "培训2600人次，");
    check("帮扶三个村。", "三", "五", "帮扶五个村。");
    check("居全省第4位。", "4", "2", "居全省第2位。");
    check("截至9月底", "9月", "10月", "截至10月底");
    check("云政发〔2025〕46号", "〔2025〕46号", "〔2026〕9号", "云政发〔2026〕9号");
}

#[test]
fn the_unit_may_be_typed_or_not() {
    for typed in ["3.8", "3.8亿", "3.8亿元", " 3.8亿元\n"] {
        check("投资约3.5亿元，", "约3.5", typed, "投资3.8亿元，");
    }
    check("投资约3.5亿元，", "约3.5", "9800万元", "投资9800万元，");
    check("完成率98%。", "98", "99.5%", "完成率99.5%。");
    check("完成率98%。", "98", "  ", "完成率98%。");
}

#[test]
fn linked_figures_change_together() {
    let first = "全年接收进馆档案3200卷。";
    let mut draft = draft("报告", &[first, "其中接收进馆档案3200卷，整理3200卷。"]);
    let figure = figures(&draft).remove(0);
    let links = linked(&figures(&draft), &figure);
    assert_eq!(links.len(), 1);
    let edit = set_value(&draft, &figure, "3500", true).unwrap();
    let undo = edit.apply(&mut draft);
    assert_eq!(text(&draft, 0), "全年接收进馆档案3500卷。");
    assert_eq!(text(&draft, 1), "其中接收进馆档案3500卷，整理3200卷。");
    undo.apply(&mut draft);
    assert_eq!(text(&draft, 0), first);
}

#[test]
fn what_is_said_of_a_figure_follows_it() {
    let mut draft = draft("报告", &["召开会议4次，培训300人。"]);
    let figure = figures(&draft).remove(1);
    remark(&draft, &figure, Remark::Source("人事科".to_owned())).unwrap().apply(&mut draft);
    let edit = set_value(&draft, &figure, "450余", false).unwrap();
    edit.apply(&mut draft);
    let text = "新的一年，共举办活动2场，召开会议7次，累计培训450余人。".to_owned();
    Edit::Text { at: at(&draft, 0), text }.apply(&mut draft);
    let found = figures(&draft);
    let notes = align(&found, &draft.notes.read().figures).notes;
    let known = found.iter().zip(notes).find(|it| it.1.is_some()).unwrap();
    assert_eq!(known.0.written, "450余");
    assert_eq!(draft.notes.read().figures.len(), 1);
    // Taken back, the note is gone again.
    let figure = known.0.clone();
    remark(&draft, &figure, Remark::Source(String::new())).unwrap().apply(&mut draft);
    assert!(draft.notes.is_empty());
}

#[test]
fn a_stale_figure_changes_nothing() {
    let before = draft("报告", &["召开会议4次。"]);
    let figure = figures(&before).remove(0);
    let after = draft("报告", &["没有会议。"]);
    assert_eq!(set_value(&after, &figure, "5", true), None);
    assert_eq!(remark(&after, &figure, Remark::Proof(Proof::Proved)), None);
}

#[test]
fn a_clause_or_a_sentence_goes_with_its_figure() {
    let check = |before: &str, nth: usize, extent, expected: &str| {
        let mut draft = draft("报告", &[before]);
        let figure = figures(&draft).remove(nth);
        take_out(&draft, &figure, extent).unwrap().apply(&mut draft);
        assert_eq!(text(&draft, 0), expected, "{before}");
    };
    check("召开会议4次，培训300人，走访8家。", 1, Extent::Clause, "召开会议4次，走访8家。");
    check("召开会议4次，培训300人。", 1, Extent::Clause, "召开会议4次。");
    check("召开会议4次，培训300人。", 0, Extent::Clause, "培训300人。");
    check("甲很好。召开会议4次。乙很好。", 0, Extent::Clause, "甲很好。乙很好。");
    check("甲很好。召开会议4次，培训300人。乙很好。", 0, Extent::Sentence, "甲很好。乙很好。");
}
