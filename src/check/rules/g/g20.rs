//! 作 before words of speech and decision, 做 before work.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// G20.
pub(super) static RULE: Rule =
    Rule::new("G20", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(
    "\
     作报告\t做报告\n\
     作工作报告\t做工作报告\n\
     作发言\t做发言\n\
     作讲话\t做讲话\n\
     作批示\t做批示\n\
     作指示\t做指示\n\
     作决议\t做决议\n\
     作自我批评\t做自我批评\n\
     作检讨\t做检讨\n\
     作斗争\t做斗争\n\
     作主旨演讲\t做主旨演讲\n\
     作专题报告\t做专题报告\n\
     作了报告\t做了报告\n\
     作了发言\t做了发言\n\
     作了讲话\t做了讲话\n\
     作交流发言\t做交流发言\n\
     作表态发言\t做表态发言\n\
     作总结讲话\t做总结讲话\n\
     作了交流发言\t做了交流发言\n\
     作了表态发言\t做了表态发言\n\
     作了总结讲话\t做了总结讲话\n\
     作了重要讲话\t做了重要讲话\n\
     做好各项\t作好各项\n\
     做好准备\t作好准备\n\
     做好工作\t作好工作\n\
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
        wrong(&RULE, "会上做总结讲话，会后做好准备。", "会上作总结讲话，会后做好准备。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "作报告，做工作，做好准备。");
        silent(&RULE, "工作报告。");
    }
}
