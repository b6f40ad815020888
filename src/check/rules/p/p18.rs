//! A bullet or another dot in the place of `·`.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P18.
pub(super) static RULE: Rule = Rule::new(
    "P18",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.14.2"),
    Scope::Paragraph(find),
)
.safe()
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        let is_dot = matches!(c, '•' | '・' | '●' | '‧' | '∙' | '⋅');
        let beside = |it: Class| matches!(it, Class::Han | Class::Digit | Class::Latin);
        if is_dot && beside(para.class_before(idx)) && beside(para.class(idx + 1)) {
            hits.push(Hit::new(para, idx..idx + 1).fix("·"));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "开展“重温家书•不忘来路”活动。", "开展“重温家书·不忘来路”活动。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "•抓好收集");
        silent(&RULE, "工作要点： • 抓好收集，约翰·史密斯。");
    }
}
