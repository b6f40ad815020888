//! A 请示 to more than one organ.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// E03.
pub(super) static RULE: Rule = Rule::new(
    "E03",
    Level::Doubt,
    Source::law("《党政机关公文处理工作条例》第十五条（一）"),
    Scope::Document(find),
);

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let is_request = title::of(ctx.text).is_some_and(|it| it.kind() == Some("请示"));
    let addressees = ctx.text.paras.iter().filter(|it| is_request && it.role == Role::Addressee);
    addressees
        .filter(|it| it.text.contains(['、', '，']))
        .map(|it| Hit::new(it, 0..it.len()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#关于申请经费的请示\n>⟦市委、市政府：⟧\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于申请经费的请示\n>市政府：\n正文。");
        silent(&RULE, "#关于召开会议的通知\n>各县、各部门：\n正文。");
    }
}
