//! 二 before a measure word.

use crate::check::class::{Class, is_numeral};
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N26.
pub(super) static RULE: Rule =
    Rule::new("N26", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const MEASURES: &str = "个名家件份只张辆间座";

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for idx in para.find("二").map(|it| it.start) {
        let (before, next) = (para.before(idx), para.at(idx + 1));
        let is_part = is_numeral(before)
            || matches!(
                before,
                '第' | '、' | '之' | '前' | '后' | '列' | '周' | '其' | '·' | '不' | '独'
            )
            || para.class_before(idx) == Class::Digit;
        let is_name = ["二个月子", "二名法", "二家庭", "二座标", "二张法", "二件套"]
            .iter()
            .any(|it| para.starts_with(idx, it));
        if MEASURES.contains(next) && !is_part && !is_name && !para.is_exempt(idx, Exempt::OTHERS) {
            hits.push(Hit::new(para, idx..idx + 2).fix(format!("两{next}")));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "新增二个阅览室，表彰二名干部。", "新增两个阅览室，表彰两名干部。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "第二个阅览室，十二个，二级单位，一、二名，两个。");
    }
}
