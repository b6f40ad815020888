//! A span of percentages whose first number lacks `%`.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::p::spans::spans;
use crate::check::text::Para;

/// N07.
pub(super) static RULE: Rule = Rule::new(
    "N07",
    Level::Error,
    Source::standard("GB/T 15835—2011，5.1.3"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    spans(para)
        .into_iter()
        .filter(|it| !it.is_time && it.rises && matches!(para.at(it.whole.end), '%' | '％' | '‰'))
        .filter(|it| !matches!(para.before(it.join.start), '%' | '％' | '‰' | '年' | '月' | '日'))
        .filter(|it| !para.any_exempt(it.whole.clone(), Exempt::FOREIGN.and(Exempt::OTHERS)))
        .map(|it| {
            let (sign, end) = (para.at(it.whole.end), it.join.start);
            Hit::new(para, it.whole.start..end)
                .fix(format!("{}{sign}", para.slice(it.whole.start..end)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "增长15～20%，占3.5—4%。", "增长15%～20%，占3.5%—4%。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "增长15%～20%，2018—2020年增长5%，比5：3。");
    }
}
