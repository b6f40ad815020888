//! A closing phrase of another kind of document.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// E06.
pub(super) static RULE: Rule =
    Rule::new("E06", Level::Doubt, Source::PRACTICE, Scope::Document(find));

/// Closing phrases and the kinds that have them.
const CLOSINGS: [(&str, &str); 7] = [
    ("特此通知", "通知"),
    ("特此报告", "报告"),
    ("特此函达", "函"),
    ("特此函告", "函"),
    ("特此函复", "函"),
    ("特此批复", "批复"),
    ("特此通报", "通报"),
];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(kind) = title::of(ctx.text).and_then(|it| it.kind()) else { return Vec::new() };
    let mut hits = Vec::new();
    for para in ctx.text.paras.iter().filter(|it| it.role == Role::Body) {
        // As a paragraph of its own it closes the document.
        let phrase = para.text.trim_end_matches(['。', '.', '！']);
        if let Some((_, other)) = CLOSINGS.iter().find(|it| it.0 == phrase && it.1 != kind) {
            hits.push(Hit::new(para, 0..para.len()).arg("kind", kind).arg("other", *other));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#关于档案工作情况的报告\n全年完成。\n⟦特此通知。⟧");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于召开会议的通知\n会期半天。\n特此通知。");
        silent(&RULE, "#关于档案工作情况的报告\n会上宣读特此通知的文件。");
    }
}
