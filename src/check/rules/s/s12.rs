//! Names of bodies that the reforms of 2018 and 2023 have changed, in a report about a later year.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S12.
pub(super) static RULE: Rule =
    Rule::new("S12", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("s12.tsv"));

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    // Reports about 2018 and before rightly use the old names.
    if ctx.text.facts.year.is_none_or(|it| it < 2020) {
        return Vec::new();
    }
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
            "#云溪市2023年工作报告\n市环境保护局、市卫计委联合检查。",
            "#云溪市2023年工作报告\n市生态环境局、市卫生健康委联合检查。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#云溪市2016年工作报告\n市环境保护局联合检查。");
        silent(&RULE, "#云溪市2023年工作报告\n原环境保护局遗留3件，见《环境保护局志》。");
        silent(&RULE, "市卫计委。");
    }
}
