//! A 请示 that asks nothing at its end.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// E05.
pub(super) static RULE: Rule =
    Rule::new("E05", Level::Hint, Source::PRACTICE, Scope::Document(find));

const ASKS: [&str; 8] =
    ["请批示", "请批复", "请审批", "请指示", "请予批准", "请予批复", "请予审批", "请审定"];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text).filter(|it| it.kind() == Some("请示")) else {
        return Vec::new();
    };
    let body = || {
        ctx.text
            .paras
            .iter()
            .filter(|it| matches!(it.role, Role::Body | Role::Item | Role::Heading(_)))
    };
    let asks = body().any(|para| ASKS.iter().any(|word| para.text.contains(word)));
    if asks || body().next().is_none() {
        return Vec::new();
    }
    vec![Hit::new(it.last, 0..it.last.len())]
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#⟦关于申请经费的请示⟧\n需要经费8万元。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于申请经费的请示\n需要经费8万元。\n妥否，请批示。");
        silent(&RULE, "#关于档案工作的报告\n全年完成。");
    }
}
