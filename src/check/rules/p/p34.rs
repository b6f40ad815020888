//! `。` inside and outside a closing quotation mark.

use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P34.
pub(super) static RULE: Rule = Rule::new(
    "P34",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，B.2.1"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for Pair { open, close, .. } in para.pairs.clone().pairs {
        let is_double =
            para.at(open) == '“' && para.before(close) == '。' && para.at(close + 1) == '。';
        if is_double {
            // What is quoted as a sentence keeps its own stop.
            let is_said = matches!(para.before(open), '：' | ':');
            hits.push(Hit::new(para, close - 1..close + 2).fix(if is_said {
                "。”"
            } else {
                "”。"
            }));
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
        wrong(&RULE, "他说：“要抓好落实。”。", "他说：“要抓好落实。”");
        wrong(&RULE, "要做到“应收尽收。”。", "要做到“应收尽收”。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "他说：“要抓好落实。”会后……要做到“应收尽收”。");
    }
}
