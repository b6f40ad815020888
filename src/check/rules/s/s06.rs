//! Short names of peoples, and 少数民族自治区.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S06.
pub(super) static RULE: Rule =
    Rule::new("S06", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("s06.tsv"));

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
            "维族群众和蒙族群众代表参加，居全国少数民族自治区前列。",
            "维吾尔族群众和蒙古族群众代表参加，居全国民族自治地方前列。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "少数民族地区发展加快，朝鲜族群众参加。");
        silent(&RULE, "思维族谱图。");
    }
}
