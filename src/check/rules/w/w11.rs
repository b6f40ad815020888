//! 交待 for 交代.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W11.
pub(super) static RULE: Rule =
    Rule::new("W11", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     交代工作\t交待工作\n\
     交代任务\t交待任务\n\
     交代问题\t交待问题\n\
     交代清楚\t交待清楚\n\
     交代事项\t交待事项\n\
     交代情况\t交待情况\n\
     交代政策\t交待政策\n\
     工作交代\t工作交待\n\
     任务交代\t任务交待\n\
     作出交代\t作出交待\n\
     做出交代\t做出交待\n\
     有所交代\t有所交待\n\
     有个交代\t有个交待\n\
     一个交代\t一个交待\n\
     如实交代\t如实交待\n\
     主动交代\t主动交待\n\
     彻底交代\t彻底交待\n\
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
        wrong(&RULE, "离任前交待工作，向群众作出交待。", "离任前交代工作，向群众作出交代。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "材料已上交待审。");
        silent(&RULE, "移交待处理问题线索8件。");
        silent(&RULE, "交代工作。");
    }
}
