//! `、` before 以及.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P30.
pub(super) static RULE: Rule = Rule::new(
    "P30",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，A.3"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    para.find("、以及")
        .filter(|it| !para.any_exempt(it.clone(), Exempt::OTHERS))
        .map(|it| Hit::new(para, it.start..it.end).fix("，以及"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "收集文书档案、科技档案、以及声像档案。",
            "收集文书档案、科技档案，以及声像档案。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "收集文书档案，以及声像档案。");
        silent(&RULE, "印发《收集、以及利用办法》。");
    }
}
