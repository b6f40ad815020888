//! 成文日期 in another form than 2025年1月8日.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::number::numeral_value;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N03.
pub(super) static RULE: Rule = Rule::new(
    "N03",
    Level::Error,
    Source::standard("GB/T 9704—2012，7.3.5.4、7.4.3"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if para.role != Role::Date {
        return Vec::new();
    }
    let Some((year, month, day)) = read(&para.text) else { return Vec::new() };
    let right = format!("{year}年{month}月{day}日");
    let bare = para.text.trim_matches(['（', '）', '(', ')']);
    if bare == right {
        return Vec::new();
    }
    vec![Hit::new(para, 0..para.len()).fix(para.text.replace(bare, &right))]
}

/// Year, month and day of a date in any of its forms.
fn read(text: &str) -> Option<(u32, u32, u32)> {
    let text: String = text
        .chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, '（' | '）' | '(' | ')'))
        .collect();
    let parts: Vec<&str> =
        text.trim_end_matches('日').split(['年', '月', '.', '-', '/', '．']).collect();
    let &[year, month, day] = parts.as_slice() else { return None };
    let (year, month, day) = (value(year)?, value(month)?, value(day)?);
    let is_date =
        (1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then_some((year, month, day))
}

fn value(text: &str) -> Option<u32> {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() == 4 && !text.contains('十') {
        let digit = |c: char| {
            c.to_digit(10)
                .or_else(|| {
                    "〇一二三四五六七八九".chars().position(|it| it == c).map(|it| it as u32)
                })
                .or((c == '零' || c == '○').then_some(0))
        };
        return chars.iter().try_fold(0, |sum, &c| Some(sum * 10 + digit(c)?));
    }
    text.parse().ok().or_else(|| numeral_value(&chars))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "%2020年01月08日", "%2020年1月8日");
        wrong(&RULE, "%2020.1.8", "%2020年1月8日");
        wrong(&RULE, "%二〇二〇年一月十八日", "%2020年1月18日");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "%2020年1月8日");
        silent(&RULE, "2020年01月08日，%2020.1.8");
        silent(&RULE, "%　　年　　月　　日");
    }
}
