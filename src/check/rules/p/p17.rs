//! A span of numbers joined with an ASCII `~`.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::p::spans::spans;
use crate::check::text::Para;

/// P17.
pub(super) static RULE: Rule = Rule::new(
    "P17",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.13.2"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    spans(para)
        .into_iter()
        .filter(|it| !it.is_time && matches!(it.mark.as_str(), "~" | "〜" | "∼"))
        .filter(|it| !para.any_exempt(it.join.clone(), Exempt::FOREIGN))
        .map(|it| Hit::new(para, it.join).fix("～"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "用时3~5天，占10%~15%。", "用时3～5天，占10%～15%。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "放在~/docs里，3～5天，2018~2020年。");
    }
}
