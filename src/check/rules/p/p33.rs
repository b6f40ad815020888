//! Round brackets inside round brackets.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P33.
pub(super) static RULE: Rule = Rule::new(
    "P33",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.9.3.6"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut pairs = para.pairs.clone().pairs;
    pairs.sort_by_key(|it| it.open);
    let is_round = |it: &Pair| matches!(para.at(it.open), '（' | '(');
    let mut open: Vec<Pair> = Vec::new();
    let mut hits = Vec::new();
    for it in pairs {
        while open.last().is_some_and(|last| last.close < it.open) {
            open.pop();
        }
        let inside = para.classes.get(it.open + 1..it.close).unwrap_or_default();
        let is_number = inside.len() < 3;
        let is_free =
            !para.is_exempt(it.open, Exempt::TITLE.and(Exempt::FOREIGN).and(Exempt::DOCUMENT));
        if is_round(&it)
            && open.last().is_some_and(is_round)
            && !is_number
            && is_free
            && inside.contains(&Class::Han)
        {
            let words = para.slice(it.open + 1..it.close);
            hits.push(Hit::new(para, it.open..it.close + 1).unsafe_fix(format!("〔{words}〕")));
        }
        open.push(it);
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "全市各县（含云溪县（山区县））", "全市各县（含云溪县〔山区县〕）");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "（见《收集办法（试行）》），（含（1）和（2））");
        silent(&RULE, "（甲），（乙）");
    }
}
