//! A span of numbers joined with a hyphen.

use crate::check::class::is_han;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::p::spans::{Span, spans};
use crate::check::text::Para;

/// P16.
pub(super) static RULE: Rule = Rule::new(
    "P16",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.13.3；GB/T 15835—2011，5.1.3"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_wrong =
        |it: &Span| !it.is_time && matches!(it.mark.as_str(), "-" | "－" | "–") && it.rises;
    spans(para)
        .into_iter()
        .filter(|it| is_wrong(it) && is_measured(para, it))
        .filter(|it| !para.any_exempt(it.join.clone(), Exempt::FOREIGN.and(Exempt::OTHERS)))
        .map(|it| {
            let words = para.slice(it.whole.clone()).replace(&it.mark, "～");
            Hit::new(para, it.whole).fix(words)
        })
        .collect()
}

/// Whether the second number counts or measures something; `3-5号楼` names it.
fn is_measured(para: &Para, span: &Span) -> bool {
    let next = para.at(span.whole.end);
    let is_name = "号栋幢楼室比线路届期章条款版级类型代度章节页比日".contains(next);
    next == '%' || (is_han(next) && !is_name)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "每批15-20人，增长5-8%。", "每批15～20人，增长5～8%。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "比分为3-1，比分5-3人，版本1.2-1.4，电话010-88881234转5。");
        silent(&RULE, "3-5号楼、1-2号线，15～20人，2018-2020年。");
    }
}
