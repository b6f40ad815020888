//! A fall told as a multiple.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N13.
pub(super) static RULE: Rule =
    Rule::new("N13", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const VERBS: [&str; 7] = ["减少", "降低", "缩小", "下降", "缩短", "减轻", "减少到"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for number in para.numbers.iter() {
        if para.at(number.range.end) != '倍' {
            continue;
        }
        let start = number.range.start;
        let start = if matches!(para.before(start), '了' | '近') { start - 1 } else { start };
        let verb = VERBS.iter().find(|it| para.ends_with(start, it));
        if let Some(verb) = verb.filter(|_| !para.is_exempt(start, Exempt::OTHERS)) {
            hits.push(Hit::new(para, start - verb.chars().count()..number.range.end + 1));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "退档率⟦减少了2倍⟧，用时⟦缩短三倍⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "降低到原来的三分之一，增长2倍，减少2成。");
    }
}
