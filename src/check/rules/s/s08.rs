//! Titles and times that have other names now.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S08.
pub(super) static RULE: Rule =
    Rule::new("S08", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("s08.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "慰问退休村长，出访前苏联地区。", "慰问退休村委会主任，出访苏联地区。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "全村长期坚持，行政村长效管护，目前苏联红军烈士墓修缮完成。");
        silent(&RULE, "村委会主任。");
    }
}
