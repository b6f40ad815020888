//! `。` before the closing bracket of a gloss within a sentence.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P35.
pub(super) static RULE: Rule = Rule::new(
    "P35",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，B.2.2"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for Pair { open, close, .. } in para.pairs.clone().pairs {
        let inside = para.chars.get(open + 1..close).unwrap_or_default();
        let is_round = matches!(para.at(open), '（' | '(');
        let n_stops = inside.iter().filter(|it| matches!(it, '。' | '！' | '？' | '；')).count();
        let is_within =
            !matches!(para.class_before(open), Class::Point | Class::Other | Class::Space);
        let goes_on = matches!(para.at(close + 1), '，' | '、' | '；' | '。')
            || para.class(close + 1) == Class::Han;
        if is_round && n_stops == 1 && inside.last() == Some(&'。') && is_within && goes_on {
            hits.push(Hit::new(para, close - 1..close + 1).fix(para.at(close)));
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
        wrong(&RULE, "全年目标（见附件。），已经完成。", "全年目标（见附件），已经完成。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "全年目标已经完成。（见附件。）下一步继续努力。");
        silent(&RULE, "全年目标（见附件），已经完成。");
    }
}
