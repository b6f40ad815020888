//! 法制 where 法治 is said since 2014: 法治政府, 法治社会, 法治宣传教育.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W10.
pub(super) static RULE: Rule =
    Rule::new("W10", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

/// From this year on reports say 法治: the decision on 依法治国 is of October 2014.
const SINCE: u16 = 2015;

static LIST: List = List::new(
    "法治政府\t法制政府\n法治社会\t法制社会\n法治国家\t法制国家\n法治宣传教育\t法制宣传教育\n法治宣传\t法制宣传\t法制宣传日\n\
     法治化营商环境\t法制化营商环境\n法治思维\t法制思维\n法治素养\t法制素养\n法治轨道\t法制轨道\n法治化\t法制化\t\t~\n",
);

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    let year = ctx.text.facts.year;
    if year.is_some_and(|it| it < SINCE) {
        return Vec::new();
    }
    let mut hits = LIST.hits(para, Exempt::OTHERS);
    if year.is_none() {
        // The report may be an old one.
        hits = hits.into_iter().map(|it| it.level(Level::Hint)).collect();
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "#云溪市2024年工作报告\n加快建设法制政府。",
            "#云溪市2024年工作报告\n加快建设法治政府。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#云溪县2013年工作报告\n开展法制宣传教育。");
        silent(&RULE, "#云溪市2024年工作报告\n法制审核全覆盖，《法制政府建设纲要》印发。");
    }
}
