//! Fixed formulae with their verbs: 增强“四个意识”、坚定“四个自信”、做到“两个维护”.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S02.
pub(super) static RULE: Rule =
    Rule::new("S02", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("s02.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "坚定“四个意识”，增强“两个维护”。", "增强“四个意识”，做到“两个维护”。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "增强“四个意识”、坚定“四个自信”、做到“两个维护”。");
        silent(&RULE, "树牢“四个意识”，坚决做到“两个维护”。");
    }
}
