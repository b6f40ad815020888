//! 一是…, 二是… as long paragraphs of their own, where （一）（二） would be headings.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};

/// F04.
pub(super) static RULE: Rule =
    Rule::new("F04", Level::Hint, Source::standard("GB/T 9704—2012，7.3.3"), Scope::Document(find))
        .gathering();

/// Fewer paragraphs are a list.
const LEAST: usize = 3;

/// Shorter ones, in characters on average, are one too.
const LONG: usize = 120;

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for run in ctx.text.paras.chunk_by(|a, b| a.role == Role::Item && b.role == Role::Item) {
        let is_list = run.first().is_some_and(|it| it.role == Role::Item);
        let length: usize = run.iter().map(|it| it.len()).sum();
        if is_list && LEAST <= run.len() && LONG * run.len() < length {
            hits.extend(run.iter().filter_map(|it| Some(Hit::new(it, it.number()?))));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn long_paragraphs_want_headings() {
        let long = "制定方案，明确分工，逐月调度。".repeat(10);
        marked(
            &RULE,
            &format!("-⟦一是⟧抓收集。{long}\n-⟦二是⟧抓整理。{long}\n-⟦三是⟧抓利用。{long}"),
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "-一是抓收集。\n-二是抓整理。\n-三是抓利用。");
        silent(&RULE, "一是抓收集。二是抓整理。三是抓利用。");
    }
}
