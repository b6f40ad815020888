//! A date that the calendar does not have, or that was another day of the week.

use std::ops::Range;

use crate::check::class::is_han;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::n::calendar::{dates, days, weekday};
use crate::check::text::Para;

/// N05.
pub(super) static RULE: Rule =
    Rule::new("N05", Level::Error, Source::PRACTICE, Scope::Paragraph(find));

const NAMES: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for date in dates(para) {
        let before = para.slice(date.range.start.saturating_sub(3)..date.range.start);
        if before.contains("农历")
            || before.contains("阴历")
            || para.any_exempt(date.range.clone(), Exempt::OTHERS)
        {
            continue;
        }
        // `至13月` is no month, but 13个月 never comes here.
        let is_month = (1..=12).contains(&date.month);
        let is_day = date.day.is_none_or(|it| 1 <= it && it <= days(date.year, date.month));
        let is_sure = is_month || date.year.is_some() || date.day.is_some();
        if !(is_month && is_day) {
            if is_sure {
                hits.push(Hit::new(para, date.range));
            }
            continue;
        }
        let (Some(year), Some(day)) = (date.year.filter(|it| (1900..2200).contains(it)), date.day)
        else {
            continue;
        };
        if let Some((range, named)) = named_weekday(para, date.range.end) {
            let real = weekday(year, date.month, day);
            if named != real {
                let head = para.slice(range.start..range.end - 1);
                let name = NAMES.get(real).copied().unwrap_or_default();
                hits.push(
                    Hit::new(para, range).kind("weekday").unsafe_fix(format!("{head}{name}")),
                );
            }
        }
    }
    hits
}

/// The weekday that stands behind a date: `（星期三）`, `周三`.
fn named_weekday(para: &Para, end: usize) -> Option<(Range<usize>, usize)> {
    let start = end + usize::from(matches!(para.at(end), '（' | '(' | '，'));
    let head = ["星期", "周"].iter().find(|it| para.starts_with(start, it))?;
    let at = start + head.chars().count();
    let c = if para.at(at) == '天' { '日' } else { para.at(at) };
    let named = NAMES.iter().position(|&it| it == c)?;
    // 周一至周五 and 周日程 are no day of that date.
    (!is_han(para.at(at + 1)) || !para.starts_with(start, "周")).then_some((start..at + 1, named))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "⟦2月30日⟧收集，⟦2023年2月29日⟧整理，⟦4月31日⟧利用，⟦2020年13月⟧。");
        wrong(&RULE, "2020年1月8日（星期二）开会。", "2020年1月8日（星期三）开会。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(
            &RULE,
            "2024年2月29日（星期四），2020年1月8日（周三），农历2月30日，1月至12月，2020年1月8日周一至周五。",
        );
    }
}
