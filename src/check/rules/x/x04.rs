//! The same sentence twice, or nearly.

use std::collections::BTreeMap;

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// X04.
pub(super) static RULE: Rule =
    Rule::new("X04", Level::Hint, Source::PRACTICE, Scope::Document(find));

/// A shorter sentence, in characters without marks, may be a formula.
const SHORT: usize = 30;

/// Parts of a hundred that two sentences share at least.
const ALIKE: usize = 80;

/// Sentences that look at each other in one bucket; more are a pattern of the text.
const BUCKET: usize = 12;

struct Sentence<'a> {
    para: &'a Para,
    range: std::ops::Range<usize>,
    /// Each pair of neighbours once, in order.
    pairs: Vec<(char, char)>,
}

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut sentences = Vec::new();
    for para in ctx.text.paras.iter().filter(|it| it.is_prose()) {
        sentences.extend(para.sentences.iter().filter_map(|range| sentence(para, range.clone())));
    }
    // Sentences that are alike have the same least pair under one of a few
    // orders, so only those of one bucket are compared.
    let mut buckets: BTreeMap<(u32, u32), Vec<usize>> = BTreeMap::new();
    let mut hits = Vec::new();
    for (idx, it) in sentences.iter().enumerate() {
        let mut twin = None;
        for seed in 0..4 {
            let least = it.pairs.iter().map(|&pair| hash(pair, seed)).min().unwrap_or(0);
            let bucket = buckets.entry((seed, least)).or_default();
            let others = bucket.iter().filter_map(|&it| sentences.get(it));
            twin = twin.or(others.into_iter().find(|other| are_alike(it, other)));
            if bucket.len() < BUCKET {
                bucket.push(idx);
            }
        }
        if let Some(other) = twin {
            hits.push(Hit::new(it.para, it.range.clone()).also(other.para, other.range.clone()));
        }
    }
    hits
}

fn sentence(para: &Para, range: std::ops::Range<usize>) -> Option<Sentence<'_>> {
    let words: Vec<char> = range
        .clone()
        .filter(|&it| matches!(para.class(it), Class::Han | Class::Digit | Class::Latin))
        .map(|it| para.at(it))
        .collect();
    if words.len() < SHORT {
        return None;
    }
    let mut pairs: Vec<_> = words.windows(2).map(|it| (it[0], it[1])).collect();
    pairs.sort_unstable();
    pairs.dedup();
    Some(Sentence { para, range, pairs })
}

fn are_alike(a: &Sentence<'_>, b: &Sentence<'_>) -> bool {
    // The shorter one has too few pairs to share, whatever they are.
    let enough = |shared: usize| ALIKE * (a.pairs.len() + b.pairs.len()) <= 200 * shared;
    enough(a.pairs.len().min(b.pairs.len())) && enough(n_shared(&a.pairs, &b.pairs))
}

/// How many pairs two sentences share.
fn n_shared(mut a: &[(char, char)], mut b: &[(char, char)]) -> usize {
    let mut n = 0;
    while let (Some((one, rest)), Some((two, others))) = (a.split_first(), b.split_first()) {
        n += usize::from(one == two);
        if one <= two {
            a = rest;
        }
        if two <= one {
            b = others;
        }
    }
    n
}

/// A number for a pair under one of the orders; any mixing will do.
fn hash(pair: (char, char), seed: u32) -> u32 {
    let mut value = 0x811c_9dc5 ^ seed.wrapping_mul(0x9e37_79b9);
    for part in [u32::from(pair.0), u32::from(pair.1)] {
        value = (value ^ part).wrapping_mul(0x0100_0193);
        value ^= value >> 15;
    }
    value.wrapping_mul(0x85eb_ca6b)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(
            &RULE,
            "⟦坚持问题导向和目标导向，建立月调度季通报机制，推动各项任务按期保质完成。⟧\n开展培训。\n⟦坚持问题导向和目标导向，建立月调度、季通报机制，推动各项任务按期保质完成见效。⟧",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "坚持问题导向，推动任务完成。\n坚持问题导向，推动任务完成。");
        silent(
            &RULE,
            "坚持问题导向和目标导向，建立月调度季通报机制，推动各项任务按期完成。\n组织全市各级档案馆开展安全大检查，整改隐患126处，守住不发生事故的底线。",
        );
    }
}
