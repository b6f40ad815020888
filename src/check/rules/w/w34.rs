//! 座落 and 帐蓬.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::w::list::List;
use crate::check::text::Para;

/// W34.
pub(super) static RULE: Rule =
    Rule::new("W34", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static LIST: List = List::new(
    "\
     帐篷\t帐蓬\n\
     坐落于\t座落于\t讲座落 一座落于\n\
     坐落在\t座落在\t讲座落 一座落在\n\
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
        wrong(&RULE, "新馆座落于城东，备有帐蓬。", "新馆坐落于城东，备有帐篷。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "讲座落于实处。");
        silent(&RULE, "座次不变。");
        silent(&RULE, "坐落于城东。");
    }
}
