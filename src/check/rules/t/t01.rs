//! A title without a kind of document, or without 关于.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// T01.
pub(super) static RULE: Rule = Rule::new(
    "T01",
    Level::Hint,
    Source::law("《党政机关公文处理工作条例》第九条（七）"),
    Scope::Document(find),
);

/// Names of writings beside the official kinds.
const OTHERS: [&str; 24] = [
    "总结", "方案", "办法", "规定", "细则", "条例", "规划", "计划", "要点", "汇报", "讲话", "发言",
    "说明", "材料", "清单", "制度", "守则", "章程", "思路", "情况", "打算", "体会", "简报", "年报",
];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    let bare = title::bare(&it.text);
    let hit = Hit::new(it.last, 0..it.last.len());
    // Of several lines the last may be the name of the speaker.
    if it.is_single && it.kind().is_none() && !OTHERS.iter().any(|word| bare.ends_with(word)) {
        return vec![hit];
    }
    // 情况报告 tells of a matter, which 关于…的 names.
    if bare.ends_with("情况报告") && !bare.contains("关于") {
        return vec![hit.kind("subject")];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#⟦云溪市档案局2024年度工作情况报告⟧\n正文。");
        marked(&RULE, "#⟦奋进的云溪档案⟧\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#云溪市档案局关于2024年度工作情况的报告\n正文。");
        silent(&RULE, "#云溪市2024年政府工作报告\n正文。");
        silent(&RULE, "#云溪市档案局2024年工作总结（初稿）\n正文。");
        silent(&RULE, "没有标题。");
    }
}
