//! A question mark behind an indirect question.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P37.
pub(super) static RULE: Rule = Rule::new(
    "P37",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，A.2"),
    Scope::Paragraph(find),
);

const VERBS: [&str; 8] = ["研究", "探索", "讨论了", "明确", "弄清", "说明", "不知道", "探讨"];
const ASKS: [&str; 6] = ["如何", "怎样", "怎么", "是否", "哪些", "为什么"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for sentence in &para.sentences {
        let Some(last) = sentence.end.checked_sub(1).filter(|&it| para.at(it) == '？') else {
            continue;
        };
        let clause = (sentence.start..last)
            .rev()
            .find(|&it| para.class(it) == Class::Point)
            .map_or(sentence.start, |it| it + 1);
        let words = para.slice(clause..last);
        let asked = ASKS.iter().filter_map(|it| words.find(it)).min();
        let verb = asked.and_then(|at| {
            VERBS.iter().find(|it| words.get(..at).is_some_and(|head| head.ends_with(*it)))
        });
        if verb.is_some() && !words.ends_with('呢') && !para.is_exempt(last, Exempt::OTHERS) {
            hits.push(Hit::new(para, last..last + 1).fix("。"));
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
        wrong(
            &RULE,
            "会议专题研究如何推进数字档案馆建设？",
            "会议专题研究如何推进数字档案馆建设。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "如何推进数字档案馆建设？");
        silent(&RULE, "下一步怎么办？他问：“研究如何推进？”");
    }
}
