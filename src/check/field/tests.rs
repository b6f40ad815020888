use super::of;
use crate::assemble::assemble;
use crate::check::finding::Place;
use crate::check::settings::Settings;
use crate::check::text::Text;
use crate::check::{all, fix};
use crate::model::draft::{Draft, Entry, HeadField, NodeId, Part, Section, TextAt};
use crate::model::kind::Kind;
use crate::model::table::Table;

fn section(id: u64, heading: &str, run_in: bool, entries: Vec<Entry>) -> Section {
    let text = format!(r#"{{"id":{id},"level":1,"heading":{heading:?},"run_in":{run_in}}}"#);
    let mut section: Section = serde_json::from_str(&text).unwrap();
    section.entries = entries;
    section
}

/// A draft with everything that stands between a field and what is printed.
fn draft() -> Draft {
    let mut draft = Kind::custom().draft("d".to_owned(), "云溪市档案馆", "2025");
    draft.title = "云溪市档案馆(局)\n  2025年工作总结".to_owned();
    let mut item = Entry::new(NodeId(11), true);
    item.lead = " 抓收集,补短板".to_owned();
    item.practice = "全年收集".to_owned();
    item.figures = "15\u{0}件,".to_owned();
    item.result = "成效明显。\n　　另收集,3件。".to_owned();
    let mut plain = Entry::new(NodeId(12), false);
    plain.text = "第一段,甲。\n第二段,乙。".to_owned();
    let mut table = Entry::new(NodeId(13), false);
    table.table = Some(Table::default());
    table.lead = "表1　全年情况,甲".to_owned();
    table.text = "科室\t件数(件)\n 甲,乙 \t3".to_owned();
    draft.sections = vec![
        section(1, "总体情况,甲", false, vec![item, table]),
        section(2, "主要,做法。", true, vec![plain]),
    ];
    draft.date = "2025年12月31日".to_owned();
    draft
}

/// Every character that maps to a field is the character that stands there.
#[test]
fn a_place_maps_to_the_characters_that_are_printed() {
    let draft = draft();
    let document = assemble(&draft);
    let text = Text::of(&document);
    let mut n_mapped = 0;
    for para in &text.paras {
        for start in 0..para.len() {
            let place = Place { paragraph: para.idx, start, end: start + 1 };
            let Some((at, range)) = of(&draft, &document, place) else { continue };
            let field = draft.text(at).unwrap().get(range).unwrap();
            assert_eq!(field.trim_matches('\u{0}'), para.at(start).to_string(), "{place:?}");
            n_mapped += 1;
        }
    }
    let n_chars: usize = text.paras.iter().map(|it| it.len()).sum();
    // Only numbers, the `。` of the lead and tabs are computed.
    assert!(n_chars < n_mapped + 14, "{n_mapped} of {n_chars}");
}

#[track_caller]
fn check(words: &str, expected: Option<(TextAt, &str)>) {
    let draft = draft();
    let document = assemble(&draft);
    let text = Text::of(&document);
    let found = text.paras.iter().find_map(|it| Some((it.idx, it.find(words).next()?)));
    let (paragraph, range) = found.expect("the words are printed");
    let place = Place { paragraph, start: range.start, end: range.end };
    let mapped = of(&draft, &document, place);
    let mapped =
        mapped.as_ref().map(|(at, it)| (*at, draft.text(*at).unwrap().get(it.clone()).unwrap()));
    assert_eq!(mapped, expected, "{words}");
}

#[test]
fn places_map_to_their_fields() {
    let entry = |id, part| TextAt::Entry(NodeId(id), part);
    check("2025年工作", Some((TextAt::Head(HeadField::Title), "2025年工作")));
    check("收集,补", Some((entry(11, Part::Lead), "收集,补")));
    check("15件", Some((entry(11, Part::Figures), "15\u{0}件")));
    check("另收集", Some((entry(11, Part::Result), "另收集")));
    check("第二段", Some((entry(12, Part::Text), "第二段")));
    check("主要,做", Some((TextAt::Heading(NodeId(2)), "主要,做")));
    check("总体", Some((TextAt::Heading(NodeId(1)), "总体")));
    check("甲,乙", Some((entry(13, Part::Text), "甲,乙")));
    check("全年情况", Some((entry(13, Part::Lead), "全年情况")));
}

#[test]
fn what_is_computed_or_lies_in_two_fields_maps_to_nothing() {
    check("一是", None);
    check("一、", None);
    check("短板。", None);
    check("收集15", None);
    check("一、总体", None);
}

#[test]
fn places_out_of_range_map_to_nothing() {
    let draft = draft();
    let document = assemble(&draft);
    for place in [(99, 0, 1), (0, 5, 500), (0, 7, 3), (0, usize::MAX, usize::MAX)] {
        let (paragraph, start, end) = place;
        assert_eq!(of(&draft, &document, Place { paragraph, start, end }), None);
    }
}

#[test]
fn safe_fixes_are_made_in_the_form_in_one_step() {
    let mut draft = draft();
    let document = assemble(&draft);
    let text = Text::of(&document);
    let fixes = fix::safe(&text, &all(&text, &Settings::default()));
    assert!(fixes.iter().any(|it| it.before.ends_with("抓收集") && it.after.starts_with("补短板")));
    let step = fix::step(&draft, &document, &fixes).unwrap();
    let before = draft.clone();
    let back = step.apply(&mut draft);
    assert!(draft.title.starts_with("云溪市档案馆（局）"));
    let (item, plain) = (&draft.sections[0].entries[0], &draft.sections[1].entries[0]);
    assert_eq!(item.lead, " 抓收集，补短板");
    assert_eq!(item.figures, "15\u{0}件，");
    assert_eq!(item.result, "成效明显。\n　　另收集，3件。");
    assert_eq!(plain.text, "第一段，甲。\n第二段，乙。");
    let printed = assemble(&draft);
    let again = Text::of(&printed);
    assert!(fix::safe(&again, &all(&again, &Settings::default())).is_empty());
    back.apply(&mut draft);
    assert_eq!(draft, before);
}
