use crate::check::dismissed::{dismiss, find};
use crate::check::settings::Settings;
use crate::check::testing::text;
use crate::check::{Level, all, fix, paragraph};

#[test]
fn a_paragraph_alone_finds_what_the_whole_finds_in_it() {
    let whole = text("一年来,抓收集(含征集)。\n共收集３件,抓利用。");
    let settings = Settings::default();
    let alone: Vec<_> = (0..2).flat_map(|it| paragraph(&whole, it, &settings)).collect();
    let mut spots: Vec<_> =
        alone.iter().flat_map(|it| it.spots.clone()).map(|it| it.place).collect();
    let together = all(&whole, &settings);
    let mut expected: Vec<_> = together
        .iter()
        .filter(|it| alone.iter().any(|other| other.rule == it.rule))
        .flat_map(|it| it.spots.clone())
        .map(|it| it.place)
        .collect();
    spots.sort();
    expected.sort();
    assert_eq!(spots, expected);
    let commas = together.iter().find(|it| it.rule == "P01").expect("commas are found");
    assert_eq!((commas.level, commas.spots.len()), (Level::Error, 2));
    assert!(paragraph(&whole, 99, &settings).is_empty());
}

#[test]
fn a_rule_that_is_off_finds_nothing() {
    let mut settings = Settings::default();
    settings.off.insert("P01".to_owned());
    assert!(!all(&text("一年来,抓收集。"), &settings).iter().any(|it| it.rule == "P01"));
}

#[test]
fn a_dismissal_is_remembered_by_its_sentence() {
    let settings = Settings::default();
    let before = text("共收集３件。抓利用。");
    let finding = all(&before, &settings).into_iter().find(|it| it.rule == "P08").expect("found");
    let dismissed = vec![dismiss(&before, &finding, "品牌如此")];
    let moved = text("又写一段。\n抓安全。共收集３件。");
    let again = all(&moved, &settings).into_iter().find(|it| it.rule == "P08").expect("found");
    assert_eq!(find(&moved, &again, &dismissed).map(|it| it.reason.as_str()), Some("品牌如此"));
    let other = text("共收集３件，抓利用。");
    let anew = all(&other, &settings).into_iter().find(|it| it.rule == "P08").expect("found");
    assert_eq!(find(&other, &anew, &dismissed), None);
}

#[test]
fn safe_fixes_do_not_stand_in_each_others_way() {
    let wrong = text("2024 年,全市(县,区)收集３件。");
    let fixes = fix::safe(&wrong, &all(&wrong, &Settings::default()));
    assert_eq!(fix::texts(&wrong, &fixes), ["2024年，全市（县，区）收集3件。"]);
    let first = fixes.first().expect("there are fixes");
    assert_eq!((first.old.as_str(), first.new.as_str(), first.before.as_str()), (" ", "", "2024"));
}

/// Marks, digits and words in any order: nothing breaks, and every place that
/// is named is there. A safe fix never adds a finding of its own rule.
#[test]
fn any_text_can_be_checked() {
    const PIECES: [&str; 60] = [
        "年", "月", "日", "一", "二", "三", "十", "、", "，", "。", "；", "：", "？", "！", "“",
        "”", "‘", "’", "（", "）", "《", "》", "〔", "〕", "(", ")", "[", "]", ",", ".", ";", ":",
        "?", "!", "\"", "'", "-", "—", "～", "~", "…", "/", "%", " ", "　", "\t", "1", "2", "2024",
        "0", "５", "Ａ", "a", "KM", "等", "第", "是", "同志", "\n", "🏔",
    ];
    // What a line is, as the tests say it: a title, a heading, a row.
    const MARKS: [&str; 9] = ["#", "@", "%", ">", "^", "-", "|", "=1 ", "=2+ "];
    let mut seed = 7_u64;
    let mut next = |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % n
    };
    for _ in 0..1500 {
        let n = 1 + next(40);
        let words: String =
            (0..n).filter_map(|_| PIECES.get(next(PIECES.len()))).copied().collect();
        let mark = MARKS.get(next(MARKS.len())).copied().unwrap_or_default();
        for text in [text(&words), text(&format!("{mark}{words}"))] {
            let found = all(&text, &Settings::default());
            for spot in found.iter().flat_map(|it| &it.spots) {
                assert_eq!(
                    text.slice(spot.place).as_deref(),
                    Some(spot.text.as_str()),
                    "{words:?}"
                );
            }
            let fixes = fix::safe(&text, &found);
            assert_eq!(fix::texts(&text, &fixes).len(), text.paras.len());
        }
    }
}
