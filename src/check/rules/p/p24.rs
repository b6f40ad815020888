//! A comma behind 一是, 二是.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P24.
pub(super) static RULE: Rule = Rule::new(
    "P24",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，B.3.7"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("是，") {
        let n = para
            .chars
            .get(..range.start)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(|&&it| "一二三四五六七八九十".contains(it))
            .count();
        let start = range.start - n;
        let is_first = start == 0 || matches!(para.class_before(start), Class::Point);
        if n != 0 && is_first && !para.is_exempt(start, Exempt::QUOTE) {
            let words = para.slice(start..range.start + 1);
            hits.push(Hit::new(para, start..range.end).fix(words));
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
        wrong(&RULE, "一是，抓好收集。二是，抓好利用。", "一是抓好收集。二是抓好利用。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "一是一，二是二。");
        silent(&RULE, "一是抓好收集，二是抓好利用。");
    }
}
