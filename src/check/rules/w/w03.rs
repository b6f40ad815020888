//! 其它: 其他 is what documents write, of things too.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W03.
pub(super) static RULE: Rule =
    Rule::new("W03", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(
    "\
     其他\t其它\t尤其它 其它山之石\n\
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
        wrong(&RULE, "治安、交通和其它方面12件。", "治安、交通和其他方面12件。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "其他方面12件。");
        silent(&RULE, "河流水位上涨，尤其它的支流。");
        silent(&RULE, "摘自《其它材料》。");
    }
}
