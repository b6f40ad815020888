//! Persons who are not convicted yet.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S09.
pub(super) static RULE: Rule =
    Rule::new("S09", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("s09.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "公安机关控制⟦罪犯嫌疑人⟧26名。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "看管罪犯，减刑假释。");
        silent(&RULE, "抓获犯罪嫌疑人26名。");
    }
}
