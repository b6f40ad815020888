use super::*;
use crate::ledger::testing::{Chance, draft, text};
use crate::model::notes::Turn;

const LAST: [&str; 3] = [
    "2024年，馆里接收档案3200卷，比2023年增长8.5%，自2021年以来累计接收1.2万卷。",
    "举办第8届档案开放周，参加十三届市政协委员视察，纪念建馆40周年，印发云档发〔2024〕46号文件。",
    "截至9月底，去年的问题都已整改，获评“2024年度先进单位”。",
];

fn rolled() -> Draft {
    let last = draft("云溪市档案馆2024年度工作报告", &LAST);
    assert_eq!(rollover::year(&last), Some(2024));
    rollover::start(&last, "d2".to_owned(), 2024, 2025)
}

#[test]
fn every_figure_waits_for_its_new_value() {
    let draft = rolled();
    let rows = rows(&draft);
    let summary = summary(&draft, &rows);
    assert_eq!((summary.figures, summary.open), (3, 3));
    assert_eq!((summary.unchanged, summary.sentences), (3, 3));
    assert_eq!(unconfirmed(&rows).count(), rows.len());
    assert_eq!(text(&draft, 0), LAST[0]);
}

#[test]
fn years_and_the_like_have_a_proposal_each() {
    let told: Vec<_> = rows(&rolled())
        .into_iter()
        .filter_map(|it| Some((it.figure?.written, it.proposal?)))
        .map(|(old, it)| format!("{old}→{}{}", it.new, if it.is_sure { "!" } else { "" }))
        .collect();
    assert_eq!(
        told,
        [
            "2024年度→2025年度!",
            "2024年→2025年!",
            "2023年→2024年!",
            "2021年→2021年",
            "8→9",
            "十三→十三",
            "40→41",
            "〔2024〕46号→〔2025〕【待补：文号】号",
            "9月→9月",
            "去年→去年",
            "2024年度→2025年度",
        ]
    );
}

#[test]
fn what_is_sure_moves_at_once_and_is_not_proposed_again() {
    let mut draft = rolled();
    accept_sure(&draft).unwrap().apply(&mut draft);
    assert_eq!(draft.title, "云溪市档案馆2025年度工作报告");
    assert_eq!(
        text(&draft, 0),
        "2025年，馆里接收档案3200卷，比2024年增长8.5%，自2021年以来累计接收1.2万卷。"
    );
    assert_eq!(text(&draft, 2), LAST[2]);
    assert_eq!(accept_sure(&draft), None);
    let rows = rows(&draft);
    assert_eq!(rows[0].turn, Turn::Updated);
    assert!(rows[0].proposal.is_none());
}

#[test]
fn states_follow_what_is_done() {
    let mut draft = rolled();
    let figure = |draft: &Draft, value: &str| {
        figures(draft).into_iter().find(|it| it.written == value).unwrap()
    };
    let edit = change::set_value(&draft, &figure(&draft, "3200"), "3500", true).unwrap();
    edit.apply(&mut draft);
    confirm(&draft, &figure(&draft, "1.2")).unwrap().apply(&mut draft);
    let percent = figure(&draft, "8.5");
    change::take_out(&draft, &percent, change::Extent::Clause).unwrap().apply(&mut draft);
    let summary = summary(&draft, &rows(&draft));
    assert_eq!((summary.open, summary.updated, summary.kept, summary.dropped), (0, 1, 1, 1));
    // Last year's value again: it waits again.
    let edit = change::set_value(&draft, &figure(&draft, "3500"), "3200", true).unwrap();
    edit.apply(&mut draft);
    assert_eq!(super::summary(&draft, &rows(&draft)).open, 1);
}

/// Exactly the spans that were set differ, whatever is set in whatever order.
#[test]
fn nothing_but_the_spans_changes() {
    let mut chance = Chance(42);
    for _ in 0..200 {
        let mut draft = rolled();
        let mut expected: Vec<String> = LAST.iter().map(|it| (*it).to_owned()).collect();
        for n in 0..3 {
            let figures: Vec<_> = rows(&draft)
                .into_iter()
                .filter(Row::is_figure)
                .filter_map(|it| it.figure)
                .collect();
            let figure = &figures[chance.below(figures.len())];
            let typed = (1000 + chance.below(9000) * 3 + n).to_string();
            let paragraph = (0..3).find(|&it| crate::ledger::testing::at(&draft, it) == figure.at);
            let line: Vec<char> = expected[paragraph.unwrap()].chars().collect();
            let range = figure.value_range.clone();
            let mut new: String = line[..range.start].iter().collect();
            new.push_str(&typed);
            new.extend(&line[range.end..]);
            expected[paragraph.unwrap()] = new;
            change::set_value(&draft, figure, &typed, false).unwrap().apply(&mut draft);
        }
        for (idx, it) in expected.iter().enumerate() {
            assert_eq!(text(&draft, idx), it);
        }
    }
}

#[test]
fn rows_stand_under_their_sections() {
    let groups = by_section(&rolled(), rows(&rolled()));
    assert_eq!(groups.len(), 2);
    assert_eq!(groups[0].0, None);
    assert_eq!(groups[0].2.len(), 1);
}
