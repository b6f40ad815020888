//! Words of office texts that the input method mistakes for others.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W30.
pub(super) static RULE: Rule =
    Rule::new("W30", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("w30.tsv"));

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
            "加强党风连政建设，结对帮付困难群众。",
            "加强党风廉政建设，结对帮扶困难群众。",
        );
        wrong(&RULE, "印发会议记要，创下历史最高记录。", "印发会议纪要，创下历史最高纪录。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "做好会议记录。");
        silent(&RULE, "查阅历史记录。");
        silent(&RULE, "纪念活动。");
        silent(&RULE, "骨干、若干、干部。");
    }
}
