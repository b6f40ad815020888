//! What is made of usual texts.

use super::draft;
use crate::assemble::assemble;
use crate::import::line::Line;
use crate::import::notice::Notice;
use crate::import::recognise::{Reading, Role};
use crate::model::act;
use crate::model::draft::Draft;
use crate::model::element::Element;

fn read(text: &str) -> (Draft, Vec<Notice>) {
    draft(&Reading::new(Line::all(text)), "d")
}

fn printed(draft: &Draft) -> String {
    assemble(draft).paragraphs.iter().map(|it| it.text() + "\n").collect()
}

const REPORT: &str = "政务公开 > 总结 > 正文
云溪市档案馆2025年工作总结
——2026年1月5日在全馆大会上
馆长 李 云
来源：云溪日报
市档案局：
2025年，全馆修好了库房。
一、总体情况
（一）抓公开。全年公开12件。
（二）抓服务
1.修订归档范围表。
2.制定移交计划。
3.开放馆藏三千卷。新增目录两部。
一是查档快。平均三分钟。
二是还档快
二、下一年打算
项目\t数量
查档\t3600
特此报告。
附件：1.名单
云溪市档案馆
2026年1月5日
（此件公开发布）
附件1
名单
李云、王舟
";

#[test]
fn every_line_has_a_place_of_its_own() {
    let (draft, notices) = read(REPORT);
    assert_eq!(printed(&draft), REPORT);
    assert_eq!(draft.title, "云溪市档案馆2025年工作总结");
    assert_eq!(draft.element(Element::AboveTitle), "政务公开 > 总结 > 正文");
    assert_eq!(draft.element(Element::Subtitle), "——2026年1月5日在全馆大会上");
    assert_eq!(draft.element(Element::Byline), "馆长 李 云\n来源：云溪日报");
    assert_eq!(draft.addressee, "市档案局：");
    assert_eq!((draft.signature.as_str(), draft.date.as_str()), ("云溪市档案馆", "2026年1月5日"));
    assert_eq!(draft.element(Element::BelowDate), "（此件公开发布）");
    let headings: Vec<_> =
        draft.sections.iter().map(|it| (it.level, it.heading.as_str(), it.run_in)).collect();
    let expected = [
        (0, "", false),
        (1, "总体情况", false),
        (2, "抓公开。", true),
        (2, "抓服务", false),
        (3, "开放馆藏三千卷。", true),
        (1, "下一年打算", false),
        (0, "", false),
        (0, "名单", false),
    ];
    assert_eq!(headings, expected);
    assert!(draft.sections[7].attached);
    assert!(draft.sections[5].entries[0].table.is_some());
    let points = &draft.sections[4].entries[1..];
    assert_eq!((points[0].lead.as_str(), points[0].text.as_str()), ("查档快", "平均三分钟。"));
    assert!(points.iter().all(|it| it.numbered && it.written.is_none()));
    assert_eq!(notices, [Notice::Residue(2), Notice::AsWritten(1)]);
}

#[test]
fn numbers_stand_as_written_until_they_are_counted_anew() {
    let text = "工作总结\n二、开放\n四、服务\n十是甲。\n五、保护\n";
    let (mut draft, _) = read(text);
    assert_eq!(printed(&draft), text);
    act::renumber(&draft).unwrap().apply(&mut draft);
    assert_eq!(printed(&draft), "工作总结\n一、开放\n二、服务\n一是甲。\n三、保护\n");
}

#[test]
fn the_form_of_the_numbers_is_taken_over() {
    let text = "工作总结\n一、开放\n(一)查档\n1、登记。\n2、阅览。\n(二)展览\n二、服务\n";
    let (draft, notices) = read(text);
    assert_eq!(printed(&draft), text);
    assert_eq!(draft.headings[1].as_str(), "(一)");
    assert_eq!(draft.sections[1].items.as_str(), "1、");
    assert_eq!(notices, []);
}

#[test]
fn part_titles_have_no_number_and_begin_the_count_anew() {
    let text = "各位代表：\n2025年工作回顾\n一、开放\n二、服务\n2026年工作安排\n一、开放\n";
    let (draft, notices) = read(text);
    assert_eq!(printed(&draft), text);
    let written: Vec<_> = draft.sections.iter().map(|it| it.written.as_deref()).collect();
    assert_eq!(written, [Some(""), None, None, Some(""), None]);
    assert_eq!(notices, []);
}

#[test]
fn what_is_removed_is_left_out_and_nothing_else() {
    let mut reading = Reading::new(Line::all(REPORT));
    reading.remove_residue();
    let (draft, _) = draft(&reading, "d");
    let rest = REPORT.replace("政务公开 > 总结 > 正文\n", "").replace("来源：云溪日报\n", "");
    assert_eq!(printed(&draft), rest);
}

#[test]
fn a_correction_changes_what_follows_from_it() {
    let mut reading =
        Reading::new(Line::all("工作总结\n抓开放\n全年开放三千卷。\n抓服务\n全年接待三千人。\n"));
    assert_eq!(reading.role(1), Role::Body);
    reading.set(1, Role::Heading(0));
    reading.set(3, Role::Heading(0));
    reading.shift(3, true);
    assert_eq!(reading.role(3), Role::Heading(1));
    let (draft, _) = draft(&reading, "d");
    let levels: Vec<_> = draft.sections.iter().map(|it| (it.level, it.heading.as_str())).collect();
    assert_eq!(levels, [(1, "抓开放"), (1, "抓服务")]);
    reading.unset(3);
    assert_eq!(reading.role(3), Role::Body);
}

#[test]
fn a_text_with_the_headings_of_a_kind_is_of_that_kind() {
    let (draft, _) = read(
        "工作总结\n全年平稳。\n一、重点工作任务完成情况\n一是开放。\n二、工作创新和亮点\n一是展览。\n",
    );
    assert_eq!(draft.kind, "jixiao");
    assert!(draft.sections.iter().skip(1).all(|it| !it.slot.is_empty()));
    let (draft, _) = read("工作总结\n一、开放\n二、服务\n");
    assert_eq!(draft.kind, "zidingyi");
}
