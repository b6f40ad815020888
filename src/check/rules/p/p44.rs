//! （试行） behind 书名号 although it is part of the name.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P44.
pub(super) static RULE: Rule = Rule::new(
    "P44",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，A.13.4"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("》") {
        let idx = range.end;
        for word in ["试行", "暂行", "征求意见稿", "送审稿", "试用"] {
            let end = idx + word.chars().count() + 2;
            let is_there = matches!(para.at(idx), '（' | '(') && para.starts_with(idx + 1, word);
            if is_there && matches!(para.at(end - 1), '）' | ')') {
                hits.push(Hit::new(para, range.start..end).fix(format!("（{word}）》")));
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
        wrong(&RULE, "印发《收集办法》（试行）。", "印发《收集办法（试行）》。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "印发《收集办法（试行）》（以下简称《办法》）。");
    }
}
