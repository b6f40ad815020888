//! A ban on what should not happen any more: the sense is turned round.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// G13.
pub(super) static RULE: Rule =
    Rule::new("G13", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     -\t禁止不准 禁止不得 禁止不许\n\
     -\t严禁不准 严禁不得 严禁不许\n\
     -\t切忌不要 切忌不可 切忌不能\n\
     -\t避免不再发生 避免不再出现 避免不发生 避免不出现\n\
     -\t防止不再发生 防止不再出现 防止不发生 防止不出现\n\
     -\t杜绝不再发生 杜绝不再出现 杜绝不发生\n\
     -\t以防不再发生 以防不再出现\n\
    ",
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    LIST.hits(para, Exempt::OTHERS)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "严格监管，⟦防止不再发生⟧事故，⟦严禁不得⟧酒后驾驶。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "防止不良影响，防止发生事故。");
        silent(&RULE, "不得不承认，不无道理。");
        silent(&RULE, "严禁酒后驾驶，避免不必要的损失。");
    }
}
