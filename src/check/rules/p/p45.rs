//! 作《…》的发言 without 题为.

use crate::check::class::is_han;
use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P45.
pub(super) static RULE: Rule = Rule::new(
    "P45",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，B.1.8"),
    Scope::Paragraph(find),
);

const VERBS: [&str; 7] = ["作了", "做了", "作", "做", "发表了", "发表", "作出"];
const SPEECHES: [&str; 9] =
    ["发言", "讲话", "演讲", "致辞", "报告", "授课", "讲座", "主旨演讲", "交流发言"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for Pair { open, close, .. } in para.pairs.clone().pairs {
        if para.at(open) != '《' || para.at(close + 1) != '的' {
            continue;
        }
        let n = para.chars.iter().skip(close + 2).take_while(|&&it| is_han(it)).take(9).count();
        let behind = para.slice(close + 2..close + 2 + n);
        let is_speech = SPEECHES.iter().any(|it| behind.find(it).is_some_and(|at| at <= 12));
        let verb = VERBS.iter().find(|it| para.ends_with(open, it));
        if let Some(verb) = verb.filter(|_| is_speech) {
            let start = open - verb.chars().count();
            hits.push(Hit::new(para, start..open).unsafe_fix(format!("{verb}题为")));
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
            "我局作了《让档案活起来》的交流发言。",
            "我局作了题为《让档案活起来》的交流发言。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "我局作了题为《让档案活起来》的交流发言。");
        silent(&RULE, "作《政府工作报告》，写作《让档案活起来》的体会。");
    }
}
