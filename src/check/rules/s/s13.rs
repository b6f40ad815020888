//! Wording of secrecy in a text that may be made public.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S13.
pub(super) static RULE: Rule =
    Rule::new("S13", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(include_str!("s13.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "该数据⟦内部掌握⟧，⟦不得外传⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "开展保密教育，保护商业秘密。");
        silent(&RULE, "杜绝密切接触。");
    }
}
