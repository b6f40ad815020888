//! Pairs of conjunctions that do not go together.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// G14.
pub(super) static RULE: Rule =
    Rule::new("G14", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

/// The first half, what the second begins with, and what it should.
const PAIRS: [(&str, &str, &str); 5] = [
    ("只有", "就能", "才能"),
    ("只有", "就会", "才会"),
    ("只要", "才能", "就能"),
    ("只要", "才会", "就会"),
    ("无论", "但都", "都"),
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (first, second, right) in PAIRS {
        for range in para.find(first) {
            // 只有3个 counts; 只要有 is whole.
            if para.class(range.end) == Class::Digit {
                continue;
            }
            let end = para.sentence(range.start).end;
            let clause = (range.end..end).find(|&it| matches!(para.at(it), '，' | ','));
            let Some(comma) = clause else { continue };
            if para.starts_with(comma + 1, second) {
                let place = comma + 1..comma + 1 + second.chars().count();
                hits.push(Hit::new(para, place).fix(right));
            }
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
            "只有坚持改革，就能赢得主动；只要实干，才能成功。",
            "只有坚持改革，才能赢得主动；只要实干，就能成功。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "只有坚持改革，才能赢得主动。");
        silent(&RULE, "只要实干，就能成功。");
        silent(&RULE, "全村只有3户，就能住下。");
    }
}
