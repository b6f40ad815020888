//! Wrong characters in set phrases of four characters: nonce forms, right nowhere.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W21.
pub(super) static RULE: Rule =
    Rule::new("W21", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe();

static LIST: List = List::new(include_str!("w21.tsv"));

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
            "全体干部再接再励，按步就班推进，一如继往服务群众。",
            "全体干部再接再厉，按部就班推进，一如既往服务群众。",
        );
        wrong(&RULE, "迫不急待要走，走头无路。", "迫不及待要走，走投无路。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "再接再厉，按部就班，一如既往，迫不及待。");
        silent(&RULE, "摘自《食不裹腹》。");
        silent(&RULE, "数据为已有资料。");
        silent(&RULE, "其依据为已有的研究成果。");
    }
}
