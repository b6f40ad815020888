//! `《》` directly inside `《》`.

use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P32.
pub(super) static RULE: Rule = Rule::new(
    "P32",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.15.3.5"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut pairs = para.pairs.clone().pairs;
    pairs.retain(|it| matches!(para.at(it.open), '《' | '〈'));
    pairs.sort_by_key(|it| it.open);
    let mut open: Vec<Pair> = Vec::new();
    let mut hits = Vec::new();
    for it in pairs {
        while open.last().is_some_and(|last| last.close < it.open) {
            open.pop();
        }
        // Inside a pair that is being mended everything moves one level.
        if para.at(it.open) == '《'
            && open.len() == 1
            && open.last().is_some_and(|last| para.at(last.open) == '《')
        {
            let words = para.slice(it.open + 1..it.close);
            hits.push(Hit::new(para, it.open..it.close + 1).fix(format!("〈{words}〉")));
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
        wrong(&RULE, "《关于印发《收集办法》的通知》", "《关于印发〈收集办法〉的通知》");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "《关于转发〈关于印发《收集办法》的通知〉的通知》");
        silent(&RULE, "《甲》《乙》");
    }
}
