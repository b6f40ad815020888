//! 权利 and 权力.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W13.
pub(super) static RULE: Rule =
    Rule::new("W13", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     权力机关\t权利机关\n\
     公民权利\t公民权力\n\
     权利义务\t权力义务\n\
     权利和义务\t权力和义务\n\
     权利与义务\t权力与义务\n\
     权力寻租\t权利寻租\n\
     权力清单\t权利清单\n\
     权力下放\t权利下放\n\
     行政权力\t行政权利\n\
     公权力\t公权利\n\
     国家权力\t国家权利\t国家权利益\n\
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
        wrong(&RULE, "人大是国家权利机关，保障公民权力。", "人大是国家权力机关，保障公民权利。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "编制权力清单。");
        silent(&RULE, "知识产权利用率提高。");
        silent(&RULE, "公民权利得到保障。");
    }
}
