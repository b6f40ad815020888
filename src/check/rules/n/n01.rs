//! A year of two digits.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N01.
pub(super) static RULE: Rule = Rule::new(
    "N01",
    Level::Error,
    Source::standard("GB/T 15835—2011，5.1.4"),
    Scope::Paragraph(find),
);

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for idx in para.find("年").map(|it| it.start) {
        let Some(start) = idx.checked_sub(2) else { continue };
        let is_digit = |it: usize| para.class(it) == Class::Digit;
        if !is_digit(start) || !is_digit(start + 1) || para.is_exempt(start, Exempt::FOREIGN) {
            continue;
        }
        let before = para.before(start);
        let joins = matches!(before, '—' | '-' | '～' | '~' | '－');
        let full = start
            .checked_sub(5)
            .filter(|&it| joins && (it..it + 4).all(is_digit) && !is_digit(it.wrapping_sub(1)));
        if let Some(it) = full {
            // `2018—20年`: the century is the first year's, unless it is a span of years.
            let (century, first) = (para.slice(it..it + 2), para.slice(it + 2..it + 4));
            let second = para.slice(start..idx);
            if matches!(century.as_str(), "19" | "20") && first < second {
                hits.push(Hit::new(para, start..idx).unsafe_fix(format!("{century}{second}")));
            }
            continue;
        }
        let is_month = is_digit(idx + 1) && {
            let n = 1 + usize::from(is_digit(idx + 2));
            let month = para.slice(idx + 1..idx + 1 + n);
            para.at(idx + 1 + n) == '月'
                && month.parse().is_ok_and(|it: u32| (1..=12).contains(&it))
        };
        let is_alone = !joins
            && !is_digit(start.wrapping_sub(1))
            && !matches!(before, '.' | ',' | '第' | '近' | '约' | '满' | '期' | '刑' | '龄' | '/');
        let short: Option<u16> = para.slice(start..idx).parse().ok();
        if let (true, true, Some(short)) = (is_month, is_alone, short) {
            let now = ctx.text.facts.year.unwrap_or(2050);
            let year = if now + 1 < 2000 + short { 1900 + short } else { 2000 + short };
            hits.push(Hit::new(para, start..idx).unsafe_fix(year.to_string()));
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
        wrong(
            &RULE,
            "20年3月启用，98年12月建馆，2018—20年的任务。",
            "2020年3月启用，1998年12月建馆，2018—2020年的任务。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(
            &RULE,
            "工作20年，15年来，95后，12/13赛季，服务满20年3个月，2020年3月，刑期15年6月。",
        );
    }
}
