//! A span whose first number lacks 万 or 亿.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::p::spans::spans;
use crate::check::text::Para;

/// N08.
pub(super) static RULE: Rule = Rule::new(
    "N08",
    Level::Error,
    Source::standard("GB/T 15835—2011，5.1.3"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    spans(para)
        .into_iter()
        .filter(|it| !it.is_time && it.rises && matches!(para.at(it.whole.end), '万' | '亿'))
        .filter(|it| {
            para.class_before(it.join.start) == Class::Digit && it.whole.end - it.join.end < 4
        })
        .filter(|it| !para.any_exempt(it.whole.clone(), Exempt::FOREIGN.and(Exempt::OTHERS)))
        .map(|it| {
            let n = if para.starts_with(it.whole.end, "万亿") { 2 } else { 1 };
            let unit = para.slice(it.whole.end..it.whole.end + n);
            let first = it.whole.start..it.join.start;
            Hit::new(para, first.clone()).unsafe_fix(format!("{}{unit}", para.slice(first)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "投资9～16亿元，覆盖3-5万人。", "投资9亿～16亿元，覆盖3万-5万人。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "每件100～150千克，投资9亿～16亿元，2018—2020万元户。");
    }
}
