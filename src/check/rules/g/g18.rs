//! Words of the street and the web.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// G18.
pub(super) static RULE: Rule =
    Rule::new("G18", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(include_str!("g18.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS.and(Exempt::QUOTED))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "又⟦搞定⟧一批难题，网友纷纷⟦吐槽⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "“给力”是热词。");
        silent(&RULE, "供给力度加大，补给力量到位。");
        silent(&RULE, "搞定点帮扶。");
    }
}
