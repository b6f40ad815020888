//! A slash beside a point mark.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P47.
pub(super) static RULE: Rule = Rule::new(
    "P47",
    Level::Error,
    Source::standard("GB/T 15834—2011，A.14"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        if !matches!(c, '/' | '／') || para.is_exempt(idx, Exempt::FOREIGN) {
            continue;
        }
        let is_mark = |it: char| matches!(it, '，' | '、' | '；');
        if is_mark(para.before(idx)) {
            hits.push(Hit::new(para, idx - 1..idx + 1).fix(c));
        } else if is_mark(para.at(idx + 1)) {
            hits.push(Hit::new(para, idx..idx + 2).fix(c));
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
            "单位：件、/卷，春眠不觉晓/，处处闻啼鸟",
            "单位：件/卷，春眠不觉晓/处处闻啼鸟",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "单位：元/人，见https://a.example/，云溪县/甲县。");
    }
}
