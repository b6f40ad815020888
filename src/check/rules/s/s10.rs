//! Superlatives: to be proved, told once for the whole text.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S10.
pub(super) static RULE: Rule =
    Rule::new("S10", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(include_str!("s10.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "是全省⟦唯一⟧一家，规模⟦首屈一指⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "居全省前列。");
        silent(&RULE, "赋予唯一标识。");
        silent(&RULE, "建成之最后一里路。");
    }
}
