//! Words that say one thing twice.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// G06.
pub(super) static RULE: Rule =
    Rule::new("G06", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("g06.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "目的是为了方便群众，来自五湖四海的代表凯旋而归。",
            "目的是方便群众，来自五湖四海的代表凯旋。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "目的是方便群众。");
        silent(&RULE, "为了这个目的。");
        silent(&RULE, "凯旋门前。");
    }
}
