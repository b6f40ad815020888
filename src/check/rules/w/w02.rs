//! 融汇贯通: a nonce form of 融会贯通.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W02.
pub(super) static RULE: Rule =
    Rule::new("W02", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe();

static LIST: List = List::new(
    "\
     融会贯通\t融汇贯通 溶汇贯通\n\
    ",
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "学深悟透、融汇贯通，学以致用。", "学深悟透、融会贯通，学以致用。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "中西融汇，博采众长。");
        silent(&RULE, "各类资源融汇成网。");
        silent(&RULE, "做到融会贯通。");
    }
}
