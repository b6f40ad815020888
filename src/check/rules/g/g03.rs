//! A short name for an autonomous county: 隆林县 → 隆林各族自治县.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// G03.
pub(super) static RULE: Rule =
    Rule::new("G03", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("g03.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "赴恭城县、三江县调研。", "赴恭城瑶族自治县、三江侗族自治县调研。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "恭城瑶族自治县。");
        silent(&RULE, "恭城发展油茶。");
        silent(&RULE, "见《恭城县志》。");
    }
}
