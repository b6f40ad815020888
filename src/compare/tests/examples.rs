use super::*;

/// Each change as `KIND HEADING: text`, with `[-…-]{+…+}`, and its figures.
#[track_caller]
fn check(old: &[&str], new: &[&str], expected: &[&str]) {
    let comparison = check_whole(&document(old), &document(new));
    let line = |pair: &Pair| {
        let kind = match (&pair.old, &pair.new, pair.moved) {
            (None, _, _) => "added",
            (_, None, _) => "removed",
            (_, _, true) => "moved",
            (_, _, false) => "changed",
        };
        let side = pair.new.as_ref().or(pair.old.as_ref()).unwrap();
        let mut line = format!("{kind} {}: ", side.heading);
        for it in &pair.spans {
            match it.sign {
                Sign::Kept => line.push_str(&it.text),
                Sign::Removed => line.push_str(&format!("[-{}-]", it.text)),
                Sign::Added => line.push_str(&format!("{{+{}+}}", it.text)),
            }
        }
        for (old, new) in &pair.numbers {
            line.push_str(&format!(" #{old}>{new}"));
        }
        line
    };
    let found: Vec<_> = comparison.changes().map(line).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_same_has_no_changes() {
    let lines = ["t |总结", "1 一、|工作", "i 一是|抓学习。", "i 二是|抓落实。"];
    check(&lines, &lines, &[]);
    check(&[], &[], &[]);
}

#[test]
fn figures_stand_first() {
    check(
        &["1 一、|工作", "b |全面推进各项工作。", "1 二、|投资", "b |完成投资3,642.5万元。"],
        &["1 一、|工作", "b |扎实推进各项工作。", "1 二、|投资", "b |完成投资3,700万元。"],
        &[
            "changed 二、投资: 完成投资[-3,642.5-]{+3,700+}万元。 #3,642.5万元>3,700万元",
            "changed 一、工作: [-全面-]{+扎实+}推进各项工作。",
        ],
    );
}

#[test]
fn what_was_moved_is_not_removed_and_added() {
    check(
        &["i 一是|抓学习，强本领。", "i 二是|抓落实，促发展。", "i 三是|抓队伍，树新风。"],
        &["i 一是|抓落实，促发展。", "i 二是|抓队伍，树新风。", "i 三是|抓学习，强本领。"],
        &["moved : [-一是-]{+三是+}抓学习，强本领。"],
    );
}

#[test]
fn a_paragraph_that_went_elsewhere_and_changed_is_one() {
    let long = "坚持把督促检查作为推动落实的重要抓手，建立台账，逐项销号。";
    let changed = "b |坚持把督促检查作为推动落实的关键抓手，建立台账，逐项销号。";
    check(
        &[&format!("b |{long}"), "1 一、|工作", "b |甲乙丙丁。", "b |戊己庚辛。"],
        &["1 一、|工作", "b |甲乙丙丁。", "b |戊己庚辛。", changed],
        &["moved 一、工作: 坚持把督促检查作为推动落实的[-重要-]{+关键+}抓手，建立台账，逐项销号。"],
    );
}

#[test]
fn numbers_that_count_themselves_are_no_changes() {
    check(
        &["i 一是|抓学习。", "i 二是|抓落实。"],
        &["i 一是|办实事。", "i 二是|抓学习。", "i 三是|抓落实。"],
        &["added : {+一是办实事。+}"],
    );
    let (old, new) = (document(&["i 一是|抓学习。"]), document(&["i 二是|抓学习。"]));
    let comparison = check_whole(&old, &new);
    assert_eq!((comparison.counts.renumbered, comparison.counts.changed), (1, 0));
}

#[test]
fn another_role_is_a_change() {
    let (old, new) = (document(&["b |主要做法"]), document(&["2 （一）|主要做法"]));
    let comparison = check_whole(&old, &new);
    assert_eq!(comparison.counts.changed, 1);
    assert_eq!(comparison.pairs[0].roles(), Some((Role::Body, Role::Heading(2))));
}

#[test]
fn a_row_of_a_table_is_a_line() {
    check(
        &["r |县区\t产量", "r |东川县\t120", "r |西川县\t85"],
        &["r |县区\t产量", "r |东川县\t125", "r |南川县\t60", "r |西川县\t85"],
        &["changed : 东川县\t[-120-]{+125+} #120>125", "added : {+南川县\t60+}"],
    );
}

#[test]
fn a_title_written_anew_is_still_the_title() {
    check(
        &["t |年度工作总结", "b |甲。"],
        &["t |绩效自评报告", "b |甲。"],
        &["changed : [-年度工作总结-]{+绩效自评报告+}"],
    );
}

#[test]
fn a_clause_is_put_in_as_a_clause() {
    check(
        &["b |抓落实，强本领，各项工作有序推进。"],
        &["b |抓落实，抓学习，强本领，各项工作有序推进。"],
        &["changed : 抓落实，{+抓学习，+}强本领，各项工作有序推进。"],
    );
}

#[test]
fn changes_read_as_phrases() {
    check(
        &["b |会议要求认真抓好落实，确保按期完成全年目标任务。"],
        &["b |会议要求切实做好部署，确保按期完成全年目标任务。"],
        &["changed : 会议要求[-认真抓好落实-]{+切实做好部署+}，确保按期完成全年目标任务。"],
    );
}

#[test]
fn unlike_paragraphs_are_removed_and_added() {
    check(
        &["b |狠抓信访积案化解，群众满意度持续提升。"],
        &["b |新建档案库房两间，数字化率达到九成。"],
        &[
            "removed : [-狠抓信访积案化解，群众满意度持续提升。-]",
            "added : {+新建档案库房两间，数字化率达到九成。+}",
        ],
    );
}
