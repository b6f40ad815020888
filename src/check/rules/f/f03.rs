//! One subheading all by itself under a heading.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::f::outline;

/// F03.
pub(super) static RULE: Rule =
    Rule::new("F03", Level::Hint, Source::PRACTICE, Scope::Document(find));

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let headings = outline::headings(ctx.text);
    let mut hits = Vec::new();
    for (idx, heading) in headings.iter().enumerate() {
        if heading.level != 2 || heading.number != 1 {
            continue;
        }
        let rest = headings.iter().skip(idx + 1);
        let next = rest.clone().find(|it| it.level <= 2);
        // Without a heading of the parent's level behind it the text may be cut off.
        if next.is_some_and(|it| it.level == 1) {
            hits.extend(heading.para.number().map(|it| Hit::new(heading.para, it)));
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
        marked(&RULE, "=1 一、总体情况\n=2 ⟦（一）⟧收集\n=1 二、问题");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "=1 一、总体情况\n=2 （一）收集\n=2 （二）利用\n=1 二、问题");
        silent(&RULE, "=1 一、总体情况\n=2 （一）收集");
    }
}
