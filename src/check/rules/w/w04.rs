//! 布署 for 部署.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W04.
pub(super) static RULE: Rule =
    Rule::new("W04", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     部署\t布署 布属\t公布署 发布署 宣布署 颁布署 公布属 发布属 宣布属 颁布属 分布属 遍布属\n\
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
        wrong(&RULE, "会议布署了下一阶段工作。", "会议部署了下一阶段工作。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "日前在报上公布署名文章。");
        silent(&RULE, "发布署名评论。");
        silent(&RULE, "会议部署了工作。");
    }
}
