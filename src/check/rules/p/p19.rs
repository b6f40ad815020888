//! A list of words with `·` between them and 和 before the last.

use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P19.
pub(super) static RULE: Rule = Rule::new(
    "P19",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，A.12"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for Pair { open, close, .. } in para.pairs.clone().pairs {
        if para.at(open) != '《' || 30 < close - open {
            continue;
        }
        let words = para.slice(open + 1..close);
        let parts: Vec<&str> = words.split('·').collect();
        let is_short = |it: &str| (1..=4).contains(&it.chars().count());
        let last = parts.last().and_then(|it| it.split_once('和'));
        let is_list = 2 < parts.len() && parts.iter().rev().skip(1).all(|it| is_short(it));
        if is_list && last.is_some_and(|(a, b)| is_short(a) && is_short(b)) {
            hits.push(Hit::new(para, open..close + 1));
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
        marked(&RULE, "出版画册⟦《山·水·林和田》⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "出版《山·水·林·田》和《云溪·档案》。");
        silent(&RULE, "出版《约翰·史密斯和他的时代》。");
    }
}
