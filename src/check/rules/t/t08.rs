//! Urgency in a title, which has a place of its own above it.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// T08.
pub(super) static RULE: Rule = Rule::new(
    "T08",
    Level::Hint,
    Source::law("《党政机关公文处理工作条例》第九条（三）"),
    Scope::Document(find),
);

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    ["的紧急通知", "的紧急报告", "的紧急请示", "的特急通知", "的加急通知"]
        .iter()
        .flat_map(|word| it.last.find(word))
        .map(|range| Hit::new(it.last, range.start + 1..range.start + 3))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#关于做好防汛工作的⟦紧急⟧通知\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于做好紧急救援工作的通知\n正文。");
        silent(&RULE, "正文说的紧急通知。");
    }
}
