//! 精减 and 精简.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W25.
pub(super) static RULE: Rule =
    Rule::new("W25", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     精简机构\t精减机构\n\
     精简会议\t精减会议\n\
     精简文件\t精减文件\n\
     精简程序\t精减程序\n\
     精简流程\t精减流程\n\
     精简环节\t精减环节\n\
     精简手续\t精减手续\n\
     精简审批\t精减审批\n\
     精简材料\t精减材料\n\
     精简高效\t精减高效\n\
     精简效能\t精减效能\n\
     精兵简政\t精兵减政\n\
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
        marked(&RULE, "⟦精减会议⟧和文件，⟦精减审批⟧事项。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "精减人员15名。");
        silent(&RULE, "精简会议。");
    }
}
