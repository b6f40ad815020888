//! 既, 即 and their conjunctions.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W19.
pub(super) static RULE: Rule =
    Rule::new("W19", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     既然\t即然\t立即然 随即然 当即然 旋即然 即然后 即然而\n\
     既定目标\t即定目标\t立即定 随即定 当即定\n\
     既定方针\t即定方针\t立即定 随即定 当即定\n\
     既定任务\t即定任务\t立即定 随即定 当即定\n\
     既定计划\t即定计划\t立即定 随即定 当即定\n\
     既往不咎\t即往不咎\n\
     立即\t立既\t成立既 设立既 建立既 独立既 确立既 树立既 创立既 对立既 立既要 立既是 立既有\n\
     随即\t随既\t随既有 随既定 随既往\n\
     即便如此\t既便如此\n\
     即使如此\t既使如此\n\
     即使是\t既使是\t\n\
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
        wrong(&RULE, "既使如此，仍要完成即定目标。", "即使如此，仍要完成既定目标。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "改革既使企业受益，又使群众得实惠。");
        silent(&RULE, "随即往现场处置，当即定下方案。");
        silent(&RULE, "会后立即然后分头行动。");
    }
}
