//! 制订 where a finished rule is meant: 制定.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W06.
pub(super) static RULE: Rule =
    Rule::new("W06", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(
    "\
     制定了《\t制订了《\n\
     制定出台\t制订出台\n\
     制定并印发\t制订并印发\n\
     制定实施办法\t制订实施办法\n\
     制定管理办法\t制订管理办法\n\
     制定管理制度\t制订管理制度\n\
     制定工作制度\t制订工作制度\n\
     制定政策措施\t制订政策措施\n\
     制定地方性法规\t制订地方性法规\n\
     制定规章制度\t制订规章制度\n\
    ",
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::TITLE)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "制订了《档案管理办法》。", "制定了《档案管理办法》。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "制订五年计划。");
        silent(&RULE, "正在制订方案草稿。");
        silent(&RULE, "制定了《档案管理办法》。");
    }
}
