//! Labels for persons with disabilities.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S07.
pub(super) static RULE: Rule =
    Rule::new("S07", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("s07.tsv"));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS.and(Exempt::QUOTED))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "慰问残废人和聋子。", "慰问残疾人和听力障碍人士。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "慰问残疾人。");
        silent(&RULE, "演奏瞎子阿炳的名曲。");
    }
}
