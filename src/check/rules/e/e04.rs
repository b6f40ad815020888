//! A request in a 报告.

use crate::assemble::document::Role;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// E04.
pub(super) static RULE: Rule = Rule::new(
    "E04",
    Level::Error,
    Source::law("《党政机关公文处理工作条例》第十五条（四）"),
    Scope::Document(find),
);

const REQUESTS: [&str; 9] = [
    "妥否，请批示",
    "妥否，请批复",
    "当否，请批示",
    "当否，请批复",
    "妥否,请批示",
    "以上请示",
    "请予批复",
    "请予批准。",
    "请批复。",
];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    // Assemblies are asked to approve: 请予审议, 请予审查批准.
    if it.kind() != Some("报告") || it.text.contains("请示") {
        return Vec::new();
    }
    let body = ctx.text.paras.iter().filter(|it| matches!(it.role, Role::Body | Role::Item));
    let mut hits = Vec::new();
    for para in body {
        let found = REQUESTS.iter().flat_map(|word| para.find(word));
        hits.extend(
            found
                .filter(|it| !para.is_exempt(it.start, Exempt::OTHERS))
                .map(|it| Hit::new(para, it)),
        );
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#关于档案工作情况的报告\n全年完成任务。\n⟦妥否，请批示⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于申请经费的请示\n妥否，请批示。");
        silent(&RULE, "#政府工作报告\n请予审议。\n以上报告，请审阅。");
    }
}
