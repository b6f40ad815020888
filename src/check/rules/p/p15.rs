//! A span of time joined with a hyphen, `~` or a dash.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::p::spans::{Span, spans};
use crate::check::text::Para;

/// P15.
pub(super) static RULE: Rule = Rule::new(
    "P15",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.13.3"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_wrong = |it: &Span| it.is_time && it.mark != "—" && it.mark != "～" && it.mark != "至";
    spans(para)
        .into_iter()
        .filter(|it| {
            is_wrong(it) && !para.any_exempt(it.join.clone(), Exempt::FOREIGN.and(Exempt::OTHERS))
        })
        .map(|it| Hit::new(para, it.join).fix("—"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "2018-2020年，1-9月，3月5日~8日，9:00-11:30。",
            "2018—2020年，1—9月，3月5日—8日，9:00—11:30。",
        );
        wrong(&RULE, "“十四五”期间（2021--2025年）", "“十四五”期间（2021—2025年）");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(
            &RULE,
            "日期代码为2020-01-08，电话010-8888，标准为GB/T 9704-2012，防治COVID-19，2021—2025年。",
        );
        silent(&RULE, "印发《规划（2021-2025年）》，工作5-10年，比分3-1。");
    }
}
