//! Arabic and Chinese digits in one date.

use crate::check::class::is_numeral;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::number::number;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N02.
pub(super) static RULE: Rule = Rule::new(
    "N02",
    Level::Error,
    Source::standard("GB/T 15835—2011，4.3.3"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        let Some((end, parts)) = date(para, idx) else {
            idx += 1;
            continue;
        };
        let n_arabic = parts.iter().filter(|it| it.1).count();
        let is_lunar = para.ends_with(idx, "农历")
            || parts.get(1).is_some_and(|it| !it.1) && parts.len() == 2 && is_numeral(para.at(end));
        if n_arabic != 0
            && n_arabic != parts.len()
            && !is_lunar
            && !para.any_exempt(idx..end, Exempt::OTHERS)
        {
            let fix: String = parts
                .iter()
                .zip(["年", "月", "日"])
                .map(|(it, unit)| format!("{}{unit}", it.0))
                .collect();
            hits.push(Hit::new(para, idx..end).fix(fix));
        }
        idx = end.max(idx + 1);
    }
    hits
}

/// A year with month, and day if there is one: values and whether each is Arabic.
fn date(para: &Para, start: usize) -> Option<(usize, Vec<(u32, bool)>)> {
    let digit = |c: char| {
        c.to_digit(10)
            .or_else(|| "〇一二三四五六七八九".chars().position(|it| it == c).map(|it| it as u32))
    };
    let digits = para.chars.get(start..start + 4)?;
    let year = digits.iter().try_fold(0, |sum, &c| Some(sum * 10 + digit(c)?))?;
    let is_arabic = digits.iter().all(char::is_ascii_digit);
    let is_one_kind = is_arabic || !digits.iter().any(char::is_ascii_digit);
    if !(1900..2100).contains(&year) || para.at(start + 4) != '年' || !is_one_kind {
        return None;
    }
    let mut parts = vec![(year, is_arabic)];
    let mut end = start + 5;
    for (unit, most) in [('月', 12.0), ('日', 31.0)] {
        let Some(it) = number(para, end).filter(|it| it.decimals == 0 && it.value <= most) else {
            break;
        };
        if para.at(it.range.end) != unit {
            break;
        }
        parts.push((it.value as u32, it.is_arabic));
        end = it.range.end + 1;
    }
    (1 < parts.len()).then_some((end, parts))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "二〇二〇年3月建成，2020年三月5日验收。", "2020年3月建成，2020年3月5日验收。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(
            &RULE,
            "二〇二〇年三月五日，2020年3月5日，2020年三月三民歌节，农历2020年八月十五日。",
        );
    }
}
