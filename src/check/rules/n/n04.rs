//! 号 for a day of the month.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::number::arabic;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N04.
pub(super) static RULE: Rule =
    Rule::new("N04", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for idx in para.find("月").map(|it| it.end) {
        let Some(day) =
            arabic(para, idx).filter(|it| it.decimals == 0 && (1.0..=31.0).contains(&it.value))
        else {
            continue;
        };
        let end = day.range.end;
        let is_month = idx.checked_sub(2).is_some_and(|it| para.class(it) == Class::Digit);
        let is_name = ["楼", "文", "令", "线", "公告", "台风", "院"]
            .iter()
            .any(|it| para.starts_with(end + 1, it));
        if para.at(end) == '号'
            && is_month
            && !is_name
            && !para.any_exempt(idx..end + 1, Exempt::OTHERS)
        {
            hits.push(Hit::new(para, idx..end + 1).fix(format!("{}日", para.slice(day.range))));
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
        wrong(&RULE, "3月5号召开会议。", "3月5日召开会议。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "5号楼，2号文件，本月3号令，3月5日。");
    }
}
