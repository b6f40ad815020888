//! 起用 of persons and 启用 of things.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W07.
pub(super) static RULE: Rule =
    Rule::new("W07", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     启用印章\t起用印章\n\
     启用新印章\t起用新印章\n\
     启用公章\t起用公章\n\
     启用系统\t起用系统\n\
     启用新系统\t起用新系统\n\
     启用平台\t起用平台\n\
     启用设备\t起用设备\n\
     启用新设备\t起用新设备\n\
     启用仪器\t起用仪器\n\
     启用新版\t起用新版\n\
     启用校区\t起用校区\n\
     启用新校区\t起用新校区\n\
     启用场馆\t起用场馆\n\
     启用账户\t起用账户\n\
     启用新址\t起用新址\n\
     起用年轻干部\t启用年轻干部\n\
     起用优秀年轻干部\t启用优秀年轻干部\n\
     起用一批干部\t启用一批干部\n\
     起用一批年轻\t启用一批年轻\n\
     起用新人\t启用新人\t启用新人才 启用新人民\n\
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
        wrong(&RULE, "9月起用新印章。", "9月启用新印章。");
        wrong(&RULE, "大胆启用年轻干部。", "大胆起用年轻干部。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "启用印章。");
        silent(&RULE, "起用年轻干部。");
        silent(&RULE, "启用新人才公寓。");
    }
}
