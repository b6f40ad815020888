//! A 情况报告 that begins without 现将…报告如下.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// E08.
pub(super) static RULE: Rule =
    Rule::new("E08", Level::Hint, Source::PRACTICE, Scope::Document(find));

/// Paragraphs at the beginning of the body.
const OPENING: usize = 4;

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    let bare = title::bare(&it.text);
    if !bare.ends_with("情况报告") && !bare.ends_with("情况的报告") {
        return Vec::new();
    }
    let body = || {
        ctx.text
            .paras
            .iter()
            .filter(|it| matches!(it.role, Role::Body | Role::Heading(_)))
            .take(OPENING)
    };
    let opens = body().any(|para| {
        ["如下", "汇报", "现将", "报告工作"].iter().any(|word| para.text.contains(word))
    });
    match body().next() {
        Some(first) if !opens => vec![Hit::new(first, 0..0)],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#关于档案工作情况的报告\n⟦⟧全年接收档案8万卷。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于档案工作情况的报告\n现将有关情况报告如下：\n一是抓收集。");
        silent(&RULE, "#政府工作报告\n全年完成。");
    }
}
