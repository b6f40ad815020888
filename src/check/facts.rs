//! What is known of the whole document: its year, its date, its title.

use crate::assemble::document::Role;
use crate::check::text::Para;

/// What rules may ask of the whole document; all of it can be unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The year that the report is about.
    pub year: Option<u16>,
    /// 成文日期: year, month, day; month and day may be 0.
    pub date: Option<(u16, u8, u8)>,
    /// The title, its lines joined.
    pub title: String,
    /// 署名.
    pub signature: String,
}

impl Facts {
    /// Finds them.
    pub fn of(paras: &[Para]) -> Self {
        let joined = |role: Role| -> String {
            paras.iter().filter(|it| it.role == role).map(|it| it.text.as_str()).collect()
        };
        let title = joined(Role::Title);
        let date = date(&joined(Role::Date));
        let year = year(&title).or_else(|| opening_year(paras)).or(date.map(|it| it.0));
        Self { year, date, title, signature: joined(Role::Signature) }
    }
}

/// The first year of four digits with 年 behind it, in Arabic or Chinese digits.
pub fn year(text: &str) -> Option<u16> {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).find_map(|idx| {
        let digits = chars.get(idx..idx + 4)?;
        let is_alone = idx.checked_sub(1).is_none_or(|it| digit(chars[it]).is_none());
        if chars.get(idx + 4) != Some(&'年') || !is_alone {
            return None;
        }
        let value = digits.iter().try_fold(0, |sum, &c| Some(sum * 10 + digit(c)?))?;
        (1900..2200).contains(&value).then_some(value)
    })
}

/// A date that is written out: `2025年12月31日`.
fn date(text: &str) -> Option<(u16, u8, u8)> {
    let year = year(text)?;
    let rest = text.split_once('年')?.1;
    let number = |it: &str| it.parse::<u8>().unwrap_or(0);
    let (month, rest) = rest.split_once('月').unwrap_or(("", ""));
    let day = rest.split_once('日').map_or("", |it| it.0);
    Some((year, number(month), number(day)))
}

/// The year that opens the text, where the title has none: `2020年，…`.
fn opening_year(paras: &[Para]) -> Option<u16> {
    let mut body = paras.iter().filter(|it| it.role == Role::Body).take(3);
    body.find_map(|it| {
        let start: String = it.text.chars().take(5).collect();
        year(&start)
    })
}

fn digit(c: char) -> Option<u16> {
    let value = match c {
        '0'..='9' => return c.to_digit(10).map(|it| it as u16),
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_in_both_digits() {
        assert_eq!(year("云溪市档案局2024年度工作报告"), Some(2024));
        assert_eq!(year("二〇二五年工作总结"), Some(2025));
        assert_eq!(year("共12024年"), None);
        assert_eq!(year("工作报告"), None);
        assert_eq!(date("2025年1月8日"), Some((2025, 1, 8)));
        assert_eq!(date("2025年"), Some((2025, 0, 0)));
    }
}
