//! `、` between neighbouring quotations or titles of works.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P26.
pub(super) static RULE: Rule = Rule::new(
    "P26",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.5.3.5"),
    Scope::Paragraph(find),
)
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut pairs = para.pairs.clone().pairs;
    pairs.sort_by_key(|it| it.open);
    for (open, close) in [('“', '”'), ('《', '》')] {
        let row: Vec<Pair> = pairs.iter().copied().filter(|it| para.at(it.open) == open).collect();
        let joins = |a: &Pair, b: &Pair| para.at(a.close + 1) == '、' && a.close + 2 == b.open;
        let mut idx = 0;
        while idx < row.len() {
            let mut last = idx;
            while row
                .get(last + 1)
                .is_some_and(|next| row.get(last).is_some_and(|it| joins(it, next)))
            {
                last += 1;
            }
            let (Some(first), Some(end)) = (row.get(idx), row.get(last)) else { break };
            // In a list with other words `、` keeps them apart.
            let is_mixed = para.before(first.open) == '、' || goes_on(para, end.close + 1, open);
            if last != idx
                && !is_mixed
                && !para.is_exempt(first.open, Exempt::QUOTE.and(Exempt::TITLE))
            {
                for it in row.get(idx..last).unwrap_or_default() {
                    hits.push(Hit::new(para, it.close..it.close + 3).fix(format!("{close}{open}")));
                }
            }
            idx = last + 1;
        }
    }
    hits
}

/// Whether the list goes on with something else behind the last pair.
fn goes_on(para: &Para, idx: usize, open: char) -> bool {
    match para.at(idx) {
        '、' | '（' | '(' => true,
        '和' | '及' | '与' | '或' => para.at(idx + 1) != open,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "推进“一带”、“一路”建设，落实《甲法》、《乙法》。",
            "推进“一带”“一路”建设，落实《甲法》《乙法》。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "印发《甲办法》（试行）、《乙办法》。");
        silent(&RULE, "学习《甲办法》、乙办法，落实“甲”、“乙”、丙。");
    }
}
