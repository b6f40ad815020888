//! No signature or date in a document that wants them.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// E15.
pub(super) static RULE: Rule =
    Rule::new("E15", Level::Hint, Source::standard("GB/T 9704—2012，7.3.5"), Scope::Document(find));

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    // A report to an assembly is read out and is not signed.
    let is_read_out = ctx.text.paras.iter().any(|it| {
        it.role == Role::Addressee
            && ["代表", "同志", "委员", "朋友"].iter().any(|word| it.text.contains(word))
    });
    let wants = matches!(it.kind(), Some("报告" | "请示" | "通知" | "函" | "批复" | "意见"));
    if !wants || is_read_out || it.text.contains("政府工作报告") {
        return Vec::new();
    }
    let has = |role: Role| ctx.text.paras.iter().any(|it| it.role == role);
    let hit = Hit::new(it.last, 0..it.last.len());
    match (has(Role::Signature), has(Role::Date)) {
        (true, true) => Vec::new(),
        (true, false) => vec![hit.kind("date")],
        (false, true) => vec![hit.kind("signature")],
        (false, false) => vec![hit],
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#⟦关于档案工作情况的报告⟧\n全年完成。");
        marked(&RULE, "#⟦关于档案工作情况的报告⟧\n全年完成。\n@云溪市档案局");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于档案工作情况的报告\n全年完成。\n@云溪市档案局\n%2025年1月8日");
        silent(&RULE, "#政府工作报告\n>各位代表：\n全年完成。");
        silent(&RULE, "全年完成。");
    }
}
