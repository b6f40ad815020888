//! Two kinds of document in one title: 请示报告.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// T05.
pub(super) static RULE: Rule = Rule::new(
    "T05",
    Level::Error,
    Source::law("《党政机关公文处理工作条例》第八条"),
    Scope::Document(find),
);

const DOUBLED: [&str; 8] = [
    "请示报告",
    "请示的报告",
    "请示函",
    "请示的函",
    "申请请示",
    "请示的请示",
    "报告的报告",
    "申请的请示",
];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    let bare = title::bare(&it.text);
    if DOUBLED.iter().any(|word| bare.ends_with(word)) {
        return vec![Hit::new(it.last, 0..it.last.len())];
    }
    // 转发…的通知的通知 can be said with one.
    if bare.ends_with("的通知的通知") {
        return vec![Hit::new(it.last, 0..it.last.len()).level(Level::Hint).kind("nested")];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#⟦关于申请经费的请示报告⟧\n正文。");
        marked(&RULE, "#⟦关于转发关于开展检查的通知的通知⟧\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于申请经费的请示\n正文。");
        silent(&RULE, "#云溪市重大事项请示报告制度\n正文。");
        silent(&RULE, "#关于印发《请示报告》的通知\n正文。");
    }
}
