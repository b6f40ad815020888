//! A formal document of a kind that is none of the fifteen.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// T06.
pub(super) static RULE: Rule = Rule::new(
    "T06",
    Level::Hint,
    Source::law("《党政机关公文处理工作条例》第八条"),
    Scope::Document(find),
);

const OTHERS: [&str; 6] = ["总结", "方案", "汇报", "计划", "要点", "规划"];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    // Only 主送机关 makes a letter of it; within a house such writings are usual.
    let is_sent = ctx.text.paras.iter().any(|it| {
        it.role == Role::Addressee
            && it.text.trim_end_matches(['：', ':']).ends_with(['局', '厅', '府', '委', '室', '部'])
    });
    let Some(it) = title::of(ctx.text).filter(|_| is_sent) else { return Vec::new() };
    let bare = title::bare(&it.text);
    match OTHERS.iter().find(|word| bare.ends_with(*word)) {
        Some(word) => vec![Hit::new(it.last, 0..it.last.len()).arg("kind", *word)],
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#⟦云溪市档案局2024年工作总结⟧\n>市政府办公室：\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#云溪市档案局2024年工作总结\n正文。");
        silent(&RULE, "#云溪市档案局2024年工作总结\n>同志们：\n正文。");
        silent(&RULE, "#云溪市档案局关于2024年工作的报告\n>市政府：\n正文。");
    }
}
