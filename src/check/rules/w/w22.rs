//! Two characters that sound or look alike: the confusions of office texts.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W22.
pub(super) static RULE: Rule =
    Rule::new("W22", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe();

static LIST: List = List::new(include_str!("w22.tsv"));

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
            "签署战略合作协议，建立建全幅射全区的服务网络。",
            "签署战略合作协议，建立健全辐射全区的服务网络。",
        );
        wrong(&RULE, "统畴推进，防止互相推委。", "统筹推进，防止互相推诿。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "创建全国文明城市，组建全省首支队伍。");
        silent(&RULE, "推委会选出代表，公推委员5名。");
        silent(&RULE, "究竟争取到多少资金。");
        silent(&RULE, "轻松驰骋，松驰骋目。");
        silent(&RULE, "反复盖章，恢复盖板。");
        silent(&RULE, "在《松驰》一文中。");
    }
}
