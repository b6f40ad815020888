//! 报导 for 报道.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W16.
pub(super) static RULE: Rule =
    Rule::new("W16", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(
    "\
     报道\t报导\t书报导 海报导 情报导 汇报导 日报导 申报导 党报导 简报导 填报导 晚报导 上报导 预报导 通报导 公报导 学报导 举报导 报导师 报导游 报导向 报导弹 报导员 报导入 报导出 报导览 报导航\n\
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
        wrong(&RULE, "媒体报导36篇。", "媒体报道36篇。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "书报导读活动。");
        silent(&RULE, "申报导师资格。");
        silent(&RULE, "媒体报道36篇。");
    }
}
