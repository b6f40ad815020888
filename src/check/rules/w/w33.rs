//! 启示 (a lesson) where 启事 (a notice) is meant.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W33.
pub(super) static RULE: Rule =
    Rule::new("W33", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     招聘启事\t招聘启示\n\
     寻人启事\t寻人启示\n\
     寻物启事\t寻物启示\n\
     征文启事\t征文启示\n\
     征稿启事\t征稿启示\n\
     征集启事\t征集启示\n\
     招领启事\t招领启示\n\
     招租启事\t招租启示\n\
     招生启事\t招生启示\n\
     遗失启事\t遗失启示\n\
     更正启事\t更正启示\n\
     停业启事\t停业启示\n\
     严正声明\t严正申明\n\
     郑重声明\t郑重申明\n\
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
        wrong(&RULE, "发布招聘启示、征稿启示各一次。", "发布招聘启事、征稿启事各一次。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "给人启示。");
        silent(&RULE, "带来三点启示。");
        silent(&RULE, "张贴启事。");
    }
}
