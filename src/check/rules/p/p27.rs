//! `、` before 等.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P27.
pub(super) static RULE: Rule = Rule::new(
    "P27",
    Level::Error,
    Source::standard("GB/T 15834—2011，B.1.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("、等") {
        let next = para.at(range.end);
        let is_end = range.end == para.len()
            || matches!(para.class(range.end), Class::Point | Class::Close | Class::Digit);
        let is_list = matches!(next, '方' | '各' | '问' | '内' | '项' | '多' | '单' | '相' | '地');
        if (is_end || is_list) && !para.is_exempt(range.start, Exempt::TITLE) {
            hits.push(Hit::new(para, range).fix("等"));
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
        wrong(&RULE, "水、电、等，涉及收集、利用、等方面。", "水、电等，涉及收集、利用等方面。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "标出等深线、等高线。水、电等。");
        silent(&RULE, "工资、等级和称号");
    }
}
