//! 反应 where 反映 is meant.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W09.
pub(super) static RULE: Rule =
    Rule::new("W09", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     反映民意\t反应民意\n\
     反映社情民意\t反应社情民意\n\
     反映民情\t反应民情\n\
     反映民声\t反应民声\n\
     反映诉求\t反应诉求\n\
     反映群众诉求\t反应群众诉求\n\
     反映群众意见\t反应群众意见\n\
     反映群众呼声\t反应群众呼声\n\
     反映基层呼声\t反应基层呼声\n\
     反映职工诉求\t反应职工诉求\n\
     如实反映\t如实反应\n\
     真实反映\t真实反应\n\
     客观反映\t客观反应\n\
     来信反映\t来信反应\n\
     来访反映\t来访反应\n\
     信访反映\t信访反应\n\
     群众反映的问题\t群众反应的问题\n\
     群众反映的热点\t群众反应的热点\n\
     职工反映的问题\t职工反应的问题\n\
     向上级反映情况\t向上级反应情况\n\
     及时反映情况\t及时反应情况\n\
     逐级反映情况\t逐级反应情况\n\
     不良反映\t不良反映\n\
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
        wrong(&RULE, "积极反应社情民意，如实反应情况。", "积极反映社情民意，如实反映情况。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "应急反应迅速，化学反应充分。");
        silent(&RULE, "建立快速反应机制。");
        silent(&RULE, "反映社情民意。");
    }
}
