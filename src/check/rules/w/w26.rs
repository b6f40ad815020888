//! 考查 of marks and 考察 of places and persons.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W26.
pub(super) static RULE: Rule =
    Rule::new("W26", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     考察干部\t考查干部\n\
     干部考察\t干部考查\n\
     实地考察\t实地考查\n\
     外出考察\t外出考查\n\
     出国考察\t出国考查\n\
     考察团\t考查团\n\
     考察学习\t考查学习\n\
     学习考察\t学习考查\n\
     考察组\t考查组\t成绩考查组 课程考查组\n\
     考察调研\t考查调研\n\
     调研考察\t调研考查\n\
     考察报告\t考查报告\n\
     考察对象\t考查对象\t\t~\n\
     考查成绩\t考察成绩\n\
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
        wrong(&RULE, "赴外地实地考查，服务考查团8批。", "赴外地实地考察，服务考察团8批。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "考察团到访。");
        silent(&RULE, "期末考查学生成绩。");
        silent(&RULE, "考查课程6门。");
    }
}
