//! Things named in the wrong order: first comes what comes first.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// G16.
pub(super) static RULE: Rule =
    Rule::new("G16", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     重视和采纳\t采纳和重视 采纳与重视\n\
     贯彻和落实\t落实和贯彻\n\
     发现和解决\t解决和发现\n\
     听取并讨论\t讨论并听取\n\
     发现和整改\t整改和发现\n\
     学习和贯彻\t贯彻和学习\n\
     研究和解决\t解决和研究\n\
     制定和实施\t实施和制定\n\
     收集和整理\t整理和收集\n\
     调查和处理\t处理和调查\n\
     起草和印发\t印发和起草\n\
     培养和使用\t使用和培养\t~\n\
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
        wrong(&RULE, "建议得到有关部门的采纳和重视。", "建议得到有关部门的重视和采纳。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "重视和采纳意见。");
        silent(&RULE, "学习贯彻和落实。");
    }
}
