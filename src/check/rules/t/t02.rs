//! 关于…的: the frame of a title without its 的.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// T02.
pub(super) static RULE: Rule =
    Rule::new("T02", Level::Doubt, Source::PRACTICE, Scope::Document(find));

/// Characters between 的 and the kind, as in 的工作报告.
const BETWEEN: usize = 8;

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    let Some(kind) = it.kind() else { return Vec::new() };
    let bare = title::bare(&it.text);
    let Some((_, subject)) = bare.split_once("关于") else { return Vec::new() };
    let subject = subject.strip_suffix(kind).unwrap_or(subject);
    let tail = subject.chars().rev().take(BETWEEN).any(|c| c == '的' || c == '》');
    // A short title may have its kind on a line of its own.
    if tail || subject.is_empty() {
        return Vec::new();
    }
    vec![Hit::new(it.last, 0..it.last.len()).arg("kind", kind)]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#⟦关于召开年度档案工作会议通知⟧\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于召开年度档案工作会议的通知\n正文。");
        silent(&RULE, "#关于云溪市预算执行的审计工作报告\n正文。");
        silent(&RULE, "#云溪市档案工作规定\n正文。");
    }
}
