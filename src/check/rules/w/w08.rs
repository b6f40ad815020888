//! 做出 where documents write 作出.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W08.
pub(super) static RULE: Rule =
    Rule::new("W08", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

static LIST: List = List::new(
    "\
     作出决定\t做出决定\n\
     作出重大决定\t做出重大决定\n\
     作出决策\t做出决策\n\
     作出重大决策\t做出重大决策\n\
     作出决议\t做出决议\n\
     作出部署\t做出部署\n\
     作出全面部署\t做出全面部署\n\
     作出安排\t做出安排\n\
     作出批示\t做出批示\n\
     作出重要批示\t做出重要批示\n\
     作出指示\t做出指示\n\
     作出重要指示\t做出重要指示\n\
     作出规定\t做出规定\n\
     作出明确规定\t做出明确规定\n\
     作出判决\t做出判决\n\
     作出裁决\t做出裁决\n\
     作出裁定\t做出裁定\n\
     作出承诺\t做出承诺\n\
     作出答复\t做出答复\n\
     作出评价\t做出评价\n\
     作出回应\t做出回应\n\
     作出调整\t做出调整\n\
     作出贡献\t做出贡献\n\
     作出了贡献\t做出了贡献\n\
     作出积极贡献\t做出积极贡献\n\
     作出了积极贡献\t做出了积极贡献\n\
     作出突出贡献\t做出突出贡献\n\
     作出重要贡献\t做出重要贡献\n\
     作出更大贡献\t做出更大贡献\n\
     作出新的更大贡献\t做出新的更大贡献\n\
     作出应有贡献\t做出应有贡献\n\
     作出应有的贡献\t做出应有的贡献\n\
     作出了重要贡献\t做出了重要贡献\n\
     作出了突出贡献\t做出了突出贡献\n\
     作出了应有贡献\t做出了应有贡献\n\
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
        wrong(&RULE, "市委做出决定，全市做出全面部署。", "市委作出决定，全市作出全面部署。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "做出成绩，做出样子。");
        silent(&RULE, "作出决定。");
        silent(&RULE, "做出了一桌好菜。");
    }
}
