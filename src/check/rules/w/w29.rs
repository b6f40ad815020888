//! 通讯 of news and 通信 of signals.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W29.
pub(super) static RULE: Rule =
    Rule::new("W29", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(
    "\
     移动通信\t移动通讯\t移动通讯公司 移动通讯有限 移动通讯集团 移动通讯股份 移动通讯录 移动通讯员\n\
     卫星通信\t卫星通讯\t卫星通讯公司 卫星通讯有限 卫星通讯集团 卫星通讯股份 卫星通讯录 卫星通讯员\n\
     光纤通信\t光纤通讯\t光纤通讯公司 光纤通讯有限 光纤通讯集团 光纤通讯股份 光纤通讯录 光纤通讯员\n\
     量子通信\t量子通讯\t量子通讯公司 量子通讯有限 量子通讯集团 量子通讯股份 量子通讯录 量子通讯员\n\
     数据通信\t数据通讯\t数据通讯公司 数据通讯有限 数据通讯集团 数据通讯股份 数据通讯录 数据通讯员\n\
     应急通信\t应急通讯\t应急通讯公司 应急通讯有限 应急通讯集团 应急通讯股份 应急通讯录 应急通讯员\n\
     通信基站\t通讯基站\n\
     通信网络\t通讯网络\n\
     通信光缆\t通讯光缆\n\
     通信信号\t通讯信号\n\
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
        wrong(&RULE, "新建通讯基站62座，发展移动通讯。", "新建通信基站62座，发展移动通信。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "培训通讯员40人。");
        silent(&RULE, "云溪移动通讯有限公司。");
        silent(&RULE, "通信基站。");
    }
}
