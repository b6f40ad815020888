//! A paragraph that begins with a closing mark or a point mark.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P11.
pub(super) static RULE: Rule = Rule::new(
    "P11",
    Level::Error,
    Source::standard("GB/T 15834—2011，5.1.1、5.1.3"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_wrong = matches!(para.class(0), Class::Point | Class::Close) && !para.is_row();
    if is_wrong && 1 < para.len() { vec![Hit::new(para, 0..1)] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "⟦，⟧并取得明显成效。");
        marked(&RULE, "⟦”⟧的要求抓好落实。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "“两会”期间，抓好落实。");
        silent(&RULE, "——抓好落实。");
    }
}
