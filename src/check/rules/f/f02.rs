//! A gap or a repeat in the numbers of headings.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::f::outline;
use crate::check::text::Para;

/// F02.
pub(super) static RULE: Rule =
    Rule::new("F02", Level::Error, Source::PRACTICE, Scope::Document(find));

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut last = [0_u32; 10];
    let mut hits = Vec::new();
    for heading in outline::headings(ctx.text) {
        let level = usize::from(heading.level).min(last.len() - 1);
        let before = last[level];
        last[level] = heading.number;
        for it in last.iter_mut().skip(level + 1) {
            *it = 0;
        }
        // Numbers begin anew under another parent, and in an excerpt anywhere.
        if before == 0 || heading.number == 1 || heading.number == before + 1 {
            continue;
        }
        // What counts on may stand in a paragraph that was not taken for a heading.
        let counts_on = |it: &Para| {
            let digits: String = it.chars.iter().take_while(|c| c.is_ascii_digit()).collect();
            digits.parse::<u32>().is_ok_and(|it| before < it && it + 1 == heading.number)
        };
        let between = ctx.text.paras.iter().take(heading.para.idx).rev().take(40);
        if between.into_iter().any(counts_on) {
            continue;
        }
        let Some(place) = heading.para.number() else { continue };
        let kind = if heading.number == before { "repeat" } else { "" };
        let hit = Hit::new(heading.para, place)
            .kind(kind)
            .arg("before", before.to_string())
            .arg("number", heading.number.to_string());
        // From the third level on numbers may count a list, not headings.
        hits.push(if 2 < level { hit.level(Level::Doubt) } else { hit });
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "=1 一、总体情况\n=1 二、重点工作\n=1 ⟦四、⟧下步打算");
        marked(&RULE, "=1 一、总体情况\n=2 （一）收集\n=2 （二）整理\n=2 ⟦（二）⟧利用");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(
            &RULE,
            "=1 一、总体情况\n=2 （一）收集\n=2 （二）整理\n=1 二、重点工作\n=2 （一）利用",
        );
        silent(&RULE, "=2 （三）利用\n=2 （四）编研");
        silent(&RULE, "=3 1.收集\n2.整理。全年整理档案。\n=3 3.利用");
        silent(&RULE, "=1 一、回顾\n=1 二、问题\n=1 一、部署");
    }
}
