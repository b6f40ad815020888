//! 见附件 in a text that has none.

use crate::assemble::document::Role;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};

/// E12.
pub(super) static RULE: Rule =
    Rule::new("E12", Level::Doubt, Source::PRACTICE, Scope::Document(find));

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let is_attachment = |role: Role| {
        matches!(role, Role::AttachmentNote | Role::AttachmentLabel | Role::AttachmentTitle)
    };
    let has_some = ctx
        .text
        .paras
        .iter()
        .any(|it| is_attachment(it.role) || it.text.trim_start().starts_with("附件"));
    if has_some {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for para in &ctx.text.paras {
        for range in para.find("见附件") {
            if !para.is_exempt(range.start, Exempt::OTHERS) {
                hits.push(Hit::new(para, range));
            }
        }
    }
    hits.truncate(1);
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "任务分工⟦见附件⟧1。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "任务分工见附件1。\n附件1：任务分工表");
        silent(&RULE, "原文“详情，见附件”。");
        silent(&RULE, "没有附件。");
    }
}
