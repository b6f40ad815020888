//! A report of the year's work without its shortcomings or what comes next.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// E07.
pub(super) static RULE: Rule =
    Rule::new("E07", Level::Hint, Source::PRACTICE, Scope::Document(find));

/// A shorter report, in characters, need not have all parts.
const LEAST: usize = 1000;

const SHORTCOMINGS: [&str; 8] = ["问题", "不足", "困难", "短板", "差距", "薄弱", "挑战", "弱项"];
const PLANS: [&str; 9] =
    ["下一步", "下步", "今后", "明年", "打算", "下一阶段", "计划", "工作安排", "工作思路"];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    let is_review = ["工作总结", "工作报告", "情况报告", "情况的报告", "工作的报告"];
    if !is_review.iter().any(|word| title::bare(&it.text).ends_with(word)) {
        return Vec::new();
    }
    let paras = &ctx.text.paras;
    let length: usize = paras.iter().map(|it| it.len()).sum();
    // A part shows in a heading, or at the head of a paragraph.
    let heads = |words: &[&str]| {
        paras.iter().any(|para| {
            let head: String = para.chars.iter().take(40).collect();
            words.iter().any(|word| head.contains(word))
        })
    };
    let hit = || Hit::new(it.last, 0..it.last.len());
    match (heads(&SHORTCOMINGS), heads(&PLANS)) {
        _ if length < LEAST => Vec::new(),
        (false, false) => vec![hit()],
        (false, true) => vec![hit().kind("shortcomings")],
        (true, false) => vec![hit().kind("plans")],
        (true, true) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_long_report_of_success_alone_is_told() {
        let body = "全年接收档案，整理入库，提供利用。".repeat(80);
        marked(&RULE, &format!("#⟦云溪市档案局2024年工作总结⟧\n{body}"));
        silent(
            &RULE,
            &format!("#云溪市档案局2024年工作总结\n{body}\n=1 二、存在问题\n=1 三、下一步打算"),
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#云溪市档案局2024年工作总结\n全年完成任务。");
        silent(&RULE, "没有标题。");
    }
}
