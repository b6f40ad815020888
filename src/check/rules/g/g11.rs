//! The same filler again and again, told once for the whole text.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};

/// G11.
pub(super) static RULE: Rule =
    Rule::new("G11", Level::Hint, Source::PRACTICE, Scope::Document(find)).gathering();

/// Words that say little.
const FILLERS: [&str; 18] = [
    "精心",
    "切实",
    "认真",
    "进一步",
    "扎实",
    "积极",
    "大力",
    "着力",
    "全力",
    "有力",
    "有效",
    "充分",
    "高度重视",
    "高质量",
    "首次",
    "创新建立",
    "狠抓",
    "不断",
];

/// Fewer are no repetition.
const LEAST: usize = 4;

/// One in so many characters is usual.
const USUAL: usize = 500;

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let length: usize = ctx.text.paras.iter().map(|it| it.len()).sum();
    let mut hits = Vec::new();
    for word in FILLERS {
        let places: Vec<_> = ctx
            .text
            .paras
            .iter()
            .filter(|it| it.is_prose())
            .flat_map(|para| para.find(word).map(move |range| (para, range)))
            .filter(|(para, range)| !para.is_exempt(range.start, Exempt::OTHERS))
            .collect();
        if LEAST <= places.len() && length < places.len() * USUAL {
            hits.extend(places.into_iter().map(|(para, range)| Hit::new(para, range)));
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
        marked(&RULE, "⟦精心⟧组织，⟦精心⟧安排。\n⟦精心⟧服务，⟦精心⟧打造。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "精心组织，认真服务。");
        silent(&RULE, "认真落实《认真学习方案》，认真总结，认真部署。");
    }
}
