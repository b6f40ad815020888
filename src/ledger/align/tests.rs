use super::*;
use crate::ledger::change;
use crate::ledger::figures::figures;
use crate::ledger::testing::{Chance, draft};
use crate::model::draft::Draft;

const TEXTS: [&str; 3] = [
    "全年接收档案3.2万卷，整理1.8万卷，数字化扫描260万页。举办讲座12场，参加人数2300余人次。",
    "修复破损档案420卷，新增著录条目5.6万条，复核率达到98.5%，比上年提高1.2个百分点。",
    "开展督查4次，发出通报3期，整改问题27个，走访单位十五家，征求意见84条。",
];

/// Notes that each remember the value by which a figure was known at first.
fn known(draft: &Draft) -> Vec<FigureNote> {
    let remembered = |it: &Figure| FigureNote { last: it.written.clone(), ..change::note(it) };
    figures(draft).iter().map(remembered).collect()
}

/// Which value each figure is known by, empty where it is not.
fn told(draft: &Draft, notes: &[FigureNote]) -> Vec<(String, String)> {
    let found = figures(draft);
    let alignment = align(&found, notes);
    let last = |it: Option<usize>| it.map_or_else(String::new, |it| notes[it].last.clone());
    found.iter().zip(alignment.notes).map(|(it, note)| (it.written.clone(), last(note))).collect()
}

#[test]
fn a_text_left_alone_finds_every_note() {
    let draft = draft("云溪市档案馆2025年度工作报告", &TEXTS);
    for (written, last) in told(&draft, &known(&draft)) {
        assert_eq!(written, last);
    }
}

#[test]
fn figures_that_come_go_and_change_leave_the_others_known() {
    let before = draft("工作报告", &[TEXTS[2]]);
    let notes = known(&before);
    let after =
        draft("工作报告", &["开展督查6次，约谈2人，整改问题27个，征求意见84条，走访单位二十家。"]);
    let mut after = after;
    after.sections[0].entries[0].id = before.sections[0].entries[0].id;
    let told = told(&after, &notes);
    let expected = [("6", "4"), ("2", ""), ("27", "27"), ("84", "84"), ("二十", "十五")];
    let expected: Vec<_> =
        expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(told, expected);
}

/// Words without any figure are put in at any place outside the figures, clauses are
/// swapped, paragraphs change places: every figure is still known.
#[test]
fn free_typing_breaks_nothing() {
    const WORDS: [&str; 7] =
        ["扎实", "，切实加强领导", "认真", "（含续建）", "在全市范围内", "不断", "有序"];
    let mut chance = Chance(0x5eed_1e55_0b5e_55ed);
    for round in 0..400 {
        let mut now = draft("云溪市档案馆2025年度工作报告", &TEXTS);
        let notes = known(&now);
        for _ in 0..chance.below(6) {
            let entry = chance.below(3);
            match chance.below(4) {
                0 => now.sections[0].entries.swap(0, entry),
                1 => {
                    // A paragraph becomes an item by parts.
                    let it = now.sections[0].entries.remove(entry);
                    let it = if it.parted { it.joined() } else { it.parted() };
                    now.sections[0].entries.insert(entry, it);
                }
                _ => {
                    let it = &mut now.sections[0].entries[entry];
                    let text = if it.parted { &mut it.practice } else { &mut it.text };
                    let chars: Vec<char> = text.chars().collect();
                    // Behind a mark, where nothing belongs to a figure.
                    let marks: Vec<_> = chars
                        .iter()
                        .enumerate()
                        .filter(|it| matches!(it.1, '，' | '。'))
                        .map(|it| it.0 + 1)
                        .collect();
                    let at = marks.get(chance.below(marks.len())).copied().unwrap_or(0);
                    let word = chance.pick(&WORDS);
                    let mut new: String = chars[..at].iter().collect();
                    new.push_str(word);
                    new.extend(&chars[at..]);
                    *text = new;
                }
            }
        }
        for (written, last) in told(&now, &notes) {
            assert_eq!(written, last, "round {round}: {:?}", now.sections[0].entries);
        }
    }
}

/// Any two lists: every note is used once, places are in range.
#[test]
fn alignments_are_one_to_one() {
    const WORDS: [&str; 12] =
        ["培训", "3", "人", "，", "12", "次", "。", "2025年", "投资", "万元", "十五", "家"];
    let mut chance = Chance(99);
    for _ in 0..500 {
        let mut line = || (0..chance.below(60)).map(|_| chance.pick(&WORDS)).collect::<String>();
        let (a, b) = (line(), line());
        let old = draft("报告", &[&a]);
        let new = draft("报告", &[&b]);
        let notes = known(&old);
        let found = figures(&new);
        let alignment = align(&found, &notes);
        assert_eq!(alignment.notes.len(), found.len());
        let mut seen: Vec<_> = alignment.notes.iter().flatten().copied().collect();
        seen.extend(&alignment.orphans);
        seen.sort_unstable();
        assert_eq!(seen, (0..notes.len()).collect::<Vec<_>>());
    }
}

#[test]
fn a_text_of_nothing_but_figures_is_aligned_in_time() {
    let many: String = (0..20_000).map(|it| format!("甲{}个，", it % 97)).collect();
    let before = draft("报告", &[&many]);
    let notes = known(&before);
    let changed = many.replace("甲5个", "乙6家");
    let after = draft("报告", &[&changed]);
    let alignment = align(&figures(&after), &notes);
    assert!(19_000 < alignment.notes.iter().flatten().count());
}
