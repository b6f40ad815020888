//! 暴发 of disease and floods, 爆发 of war.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W24.
pub(super) static RULE: Rule =
    Rule::new("W24", Level::Hint, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     疫情暴发\t疫情爆发\n\
     暴发疫情\t爆发疫情\n\
     暴发新冠\t爆发新冠\n\
     山洪暴发\t山洪爆发\t\t?\n\
     洪水暴发\t洪水爆发\t\t?\n\
     暴发山洪\t爆发山洪\t\t?\n\
     暴发洪水\t爆发洪水\t\t?\n\
     爆发战争\t暴发战争\t\t?\n\
     战争爆发\t战争暴发\t\t?\n\
     火山爆发\t火山暴发\t\t?\n\
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
        wrong(&RULE, "疫情爆发后，山洪爆发，转移群众。", "疫情暴发后，山洪暴发，转移群众。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "火山爆发，战争爆发。");
        silent(&RULE, "疫情暴发。");
        silent(&RULE, "爆发式增长。");
    }
}
