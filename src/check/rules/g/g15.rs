//! 由于…的原因: two words for one cause.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// G15.
pub(super) static RULE: Rule =
    Rule::new("G15", Level::Hint, Source::PRACTICE, Scope::Paragraph(find));

/// The longest cause in characters; beyond it the two words hardly belong together.
const CAUSE: usize = 15;

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let ends = |start: usize| {
        let mut clause =
            (start..start + CAUSE).take_while(|&it| !"，。；：、,".contains(para.at(it)));
        clause.find(|&it| para.starts_with(it, "的原因") && "，,。".contains(para.at(it + 3)))
    };
    para.find("由于").filter_map(|it| Some(Hit::new(para, it.start..ends(it.end)? + 3))).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "⟦由于天气的原因⟧，会议延期。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "由于天气，会议延期。");
        silent(&RULE, "由于分析了问题的原因所在，措施有力。");
    }
}
