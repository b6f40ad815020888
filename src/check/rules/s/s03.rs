//! “一带一路” is an 倡议, not a 战略.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// S03.
pub(super) static RULE: Rule =
    Rule::new("S03", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(include_str!("s03.tsv"));

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    // In 2015 and 2016 reports still said 战略.
    if ctx.text.facts.year.is_some_and(|it| it < 2017) {
        return Vec::new();
    }
    LIST.hits(para, Exempt::TITLE)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "融入“一带一路”战略，服务大局。", "融入“一带一路”倡议，服务大局。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "“一带一路”倡议。");
        silent(&RULE, "“一带一路”战略支点城市。");
        silent(&RULE, "#云溪市2015年工作报告\n融入“一带一路”战略。");
    }
}
