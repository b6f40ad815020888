//! 必须 where 必需 is meant.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W12.
pub(super) static RULE: Rule =
    Rule::new("W12", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe();

static LIST: List = List::new(
    "\
     必需品\t必须品\t必须品质 必须品牌 必须品尝 必须品种 必须品行 必须品类 必须品相 必须品德\n\
     所必需的\t所必须的\t所必须的是\n\
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
        wrong(
            &RULE,
            "备足生活必须品，这是发展所必须的条件。",
            "备足生活必需品，这是发展所必需的条件。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "产品必须品质过硬。");
        silent(&RULE, "必须品种对路。");
        silent(&RULE, "必须按时完成。");
    }
}
