//! 签定 for 签订.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W15.
pub(super) static RULE: Rule =
    Rule::new("W15", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     签订\t签定\t抽签定 会签定 中签定 题签定 书签定 标签定 摇签定 签定位 签定制 签定期 签定向 签定点 签定价 签定额 签定稿 签定级 签定量 签定性 签定时\n\
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
        wrong(&RULE, "与12家企业签定协议。", "与12家企业签订协议。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "选手抽签定组。");
        silent(&RULE, "文件会签定稿。");
        silent(&RULE, "签订协议。");
    }
}
