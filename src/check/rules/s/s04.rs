//! 中共云溪省省委书记: 省委 says 省 already.

use crate::check::class::is_han;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// S04.
pub(super) static RULE: Rule =
    Rule::new("S04", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe();

/// The longest name of a place in characters.
const PLACE: usize = 8;

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("中共") {
        let place = range.end..range.end + PLACE;
        let doubled = place.clone().take_while(|&it| is_han(para.at(it))).find(|&it| {
            range.end < it
                && ["省省委", "市市委", "县县委"].iter().any(|word| para.starts_with(it, word))
        });
        if let Some(at) = doubled {
            hits.push(Hit::new(para, at..at + 1).fix(""));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "中共云溪省省委书记讲话，中共白水市市委常委参加。",
            "中共云溪省委书记讲话，中共白水市委常委参加。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "中共云溪省委书记讲话。");
        silent(&RULE, "云溪省省委书记讲话。");
        silent(&RULE, "中共市委。");
    }
}
