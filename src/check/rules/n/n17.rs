//! The same kind of ordinal in both digits.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::number::{Number, number};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N17.
pub(super) static RULE: Rule = Rule::new(
    "N17",
    Level::Hint,
    Source::standard("GB/T 15835—2011，4.3.3"),
    Scope::Document(find),
);

const UNITS: [char; 5] = ['届', '次', '批', '期', '季'];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let prose = || ctx.text.paras.iter().filter(|it| it.is_prose());
    let found: Vec<(&Para, usize, Number)> = prose()
        .flat_map(|para| {
            para.find("第")
                .filter_map(move |it| Some((para, it.start, number(para, it.end)?)))
                .collect::<Vec<_>>()
        })
        .filter(|(para, start, _)| !para.is_exempt(*start, Exempt::OTHERS.and(Exempt::QUOTED)))
        .collect();
    for unit in UNITS {
        let of = |is_arabic: bool| {
            found.iter().find(|(para, _, it)| {
                it.is_arabic == is_arabic
                    && it.decimals == 0
                    && para.at(it.range.end) == unit
                    && (is_arabic || (2.0 <= it.value && !is_fixed(para, it.range.end + 1)))
            })
        };
        if let (Some(a), Some(b)) = (of(true), of(false)) {
            let range = |it: &(&Para, usize, Number)| it.1..it.2.range.end + 1;
            hits.push(Hit::new(a.0, range(a)).arg("unit", unit).also(b.0, range(b)));
        }
    }
    hits
}

/// Congresses, committees and plenary sessions have Chinese numbers by rule.
fn is_fixed(para: &Para, idx: usize) -> bool {
    let behind = para.slice(idx..(idx + 8).min(para.len()));
    ["全国", "人大", "人民", "政协", "中央", "全会", "委", "代表", "会议", "全体", "党"]
        .iter()
        .any(|it| behind.contains(it))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "参加⟦第8届⟧档案学术年会，承办⟦第七届⟧业务竞赛。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "参加第8届档案学术年会，学习第十四届全国人民代表大会精神，第一届活动。");
    }
}
