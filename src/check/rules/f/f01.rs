//! Levels of headings out of order: 一、→（1）, or （一） above 一、.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::f::outline;

/// F01.
pub(super) static RULE: Rule =
    Rule::new("F01", Level::Hint, Source::standard("GB/T 9704—2012，7.3.3"), Scope::Document(find));

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let headings = outline::headings(ctx.text);
    let mut hits = Vec::new();
    for pair in headings.windows(2) {
        let (above, below) = (pair[0], pair[1]);
        // 一、 with 1. under it is widely accepted; two levels left out are not.
        let leaps = above.level + 2 < below.level || (above.level == 2 && below.level == 4);
        if leaps && below.number == 1 {
            hits.extend(below.para.number().map(|it| Hit::new(below.para, it)));
        }
    }
    // A text that begins with （一） and has 一、 under it is turned round; a text
    // of which the beginning is missing has not （一） first.
    if let Some(first) = headings.first().filter(|it| it.level == 2 && it.number == 1)
        && let Some(other) = headings.iter().find(|it| it.level == 1 && it.number == 1)
    {
        let hit = other
            .para
            .number()
            .map(|it| Hit::new(other.para, it).level(Level::Doubt).kind("inverted"));
        let number = first.para.number().unwrap_or(0..0);
        hits.extend(hit.map(|it| it.also(first.para, number)));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "=1 一、总体情况\n=4 ⟦（1）⟧抓收集");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "=1 一、总体情况\n=3 1.抓收集\n=3 2.抓利用");
        silent(&RULE, "=1 一、总体情况\n=2 （一）抓收集\n=3 1.接收\n=4 （1）登记");
        silent(&RULE, "=2 （二）抓利用\n=1 二、存在问题");
    }
}
