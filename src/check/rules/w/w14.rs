//! 度 of time and 渡 of difficulties and water.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W14.
pub(super) static RULE: Rule =
    Rule::new("W14", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     渡过难关\t度过难关\t\t~\n\
     度过一个\t渡过一个\n\
     度过时光\t渡过时光\n\
     度过春节\t渡过春节\n\
     度过国庆\t渡过国庆\n\
     度过中秋\t渡过中秋\n\
     度过佳节\t渡过佳节\n\
     度过节日\t渡过节日\n\
     度过假期\t渡过假期\n\
     度过周末\t渡过周末\n\
     度过童年\t渡过童年\n\
     度过晚年\t渡过晚年\n\
     度过余生\t渡过余生\n\
     度过美好\t渡过美好\n\
     度过愉快\t渡过愉快\n\
     度过快乐\t渡过快乐\n\
     度过欢乐\t渡过欢乐\n\
     度过祥和\t渡过祥和\n\
     欢度\t欢渡\n\
     安度晚年\t安渡晚年\n\
     安度佳节\t安渡佳节\n\
     共度佳节\t共渡佳节\n\
     共度时艰\t共渡时艰\n\
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
        wrong(&RULE, "老人渡过愉快的一天，欢渡春节。", "老人度过愉快的一天，欢度春节。");
        wrong(&RULE, "帮助企业度过难关。", "帮助企业渡过难关。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "帮助企业渡过难关。");
        silent(&RULE, "安全渡过汛期，抢渡长江。");
        silent(&RULE, "欢度春节。");
    }
}
