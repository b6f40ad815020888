//! 好象 for 好像.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W18.
pub(super) static RULE: Rule =
    Rule::new("W18", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     好像\t好象\t爱好象 友好象 良好象 美好象 较好象 最好象 很好象 更好象 好象棋 好象征 好象素\n\
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
        wrong(&RULE, "好象已经完成。", "好像已经完成。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "职工爱好象棋。");
        silent(&RULE, "友好象征。");
        silent(&RULE, "现象、对象、印象、象征。");
    }
}
