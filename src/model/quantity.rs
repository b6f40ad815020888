//! What a figure amounts to, however it is written.

use crate::model::decimal::Decimal;

/// Arabic digits, of full width too.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９')
}

/// Chinese digits, and the ten.
pub fn is_chinese_digit(c: char) -> bool {
    // Asked of every character of a text: a table, no search.
    matches!(
        c,
        '零' | '〇' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
    )
}

/// What multiplies a figure before it.
pub fn is_magnitude(c: char) -> bool {
    matches!(c, '百' | '千' | '万' | '亿')
}

/// The exact number that a numeral and the magnitudes behind it amount to; none
/// for what is no number.
pub fn amount(numeral: &str, magnitudes: &str) -> Option<Decimal> {
    let power: i32 = magnitudes.chars().map(power).sum();
    let number = if numeral.chars().any(is_digit) {
        Decimal::parse(&plain(numeral))?
    } else {
        Decimal::from(chinese(numeral)?)
    };
    number.shifted(power.unsigned_abs())
}

/// The value of a numeral and the magnitudes behind it, as digits and a power of
/// ten: `3.5`, `万` and `35000` are both `35e3`. What is no number, such as
/// `十四五`, stands for itself.
pub fn value(numeral: &str, magnitudes: &str) -> String {
    let power: i32 = magnitudes.chars().map(power).sum();
    if numeral.chars().any(is_digit) {
        return canonical(numeral, power);
    }
    match chinese(numeral) {
        Some(n) => canonical(&n.to_string(), power),
        None => format!("{numeral}{magnitudes}"),
    }
}

/// Digits of full width narrowed, commas between thousands left out.
fn plain(numeral: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '．' => '.',
        c => c,
    };
    numeral.chars().map(narrow).filter(|&c| !matches!(c, ',' | '，')).collect()
}

fn canonical(numeral: &str, power: i32) -> String {
    let plain = plain(numeral);
    // With two points it is a version or the number of a clause.
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if fraction.contains('.') {
        return plain;
    }
    let digits = format!("{whole}{fraction}");
    let rising = digits.trim_start_matches('0');
    let bare = rising.trim_end_matches('0');
    if bare.is_empty() {
        return "0".to_owned();
    }
    let n_zeros = (rising.len() - bare.len()) as i32;
    format!("{bare}e{}", power + n_zeros - fraction.len() as i32)
}

fn power(magnitude: char) -> i32 {
    match magnitude {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        _ => 0,
    }
}

/// Reads Chinese digits, with magnitudes (`一百二十万`) or without (`二〇二五`).
/// None where they are no number, or one that no report has.
pub fn chinese(text: &str) -> Option<u64> {
    let is_plain = |c| digit(c).is_some();
    if 1 < text.chars().count() && text.chars().all(is_plain) {
        return text.chars().try_fold(0_u64, |n, c| n.checked_mul(10)?.checked_add(digit(c)?));
    }
    // The total, what waits for 万 or 亿, and what waits for 十, 百 or 千.
    let (mut total, mut part, mut ones) = (0_u64, 0_u64, None);
    for c in text.chars() {
        match c {
            '零' | '〇' if ones.is_none() => {}
            '万' | '亿' => {
                part += ones.take().unwrap_or(0);
                let size = 10_u64.pow(power(c).unsigned_abs());
                // 万亿 multiplies all that stands before it.
                total = match part {
                    0 => total.checked_mul(size)?,
                    _ => total.checked_add(part.checked_mul(size)?)?,
                };
                part = 0;
            }
            '十' | '百' | '千' => {
                let size = 10_u64.pow(power(c).unsigned_abs());
                part = part.checked_add(ones.take().unwrap_or(1) * size)?;
            }
            c if is_magnitude(c) => return None,
            c => {
                if ones.replace(digit(c)?).is_some() {
                    return None;
                }
            }
        }
    }
    total.checked_add(part)?.checked_add(ones.unwrap_or(0))
}

fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '两' => 2,
        c => "一二三四五六七八九".chars().position(|it| it == c)? as u64 + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::{amount, chinese, value};
    use crate::model::decimal::Decimal;

    #[test]
    fn amounts_are_exact() {
        let check = |numeral: &str, magnitudes: &str, expected: &str| {
            assert_eq!(amount(numeral, magnitudes), Decimal::parse(expected), "{numeral}");
        };
        check("3.5", "亿", "350000000");
        check("3,642.5", "万", "36425000");
        check("四十", "", "40");
        check("１２", "", "12");
        assert_eq!(amount("1.2.3", ""), None);
        assert_eq!(amount("十四五", ""), None);
    }

    #[test]
    fn one_number_has_one_value() {
        assert_eq!(value("3.5", "万"), value("35,000", ""));
        assert_eq!(value("３", ""), value("3.0", ""));
        assert_eq!(value("三百六十", ""), value("360", ""));
        assert_eq!(value("05", ""), value("5", ""));
        assert_eq!(value("0.00", "万"), "0");
        assert_ne!(value("3", "万"), value("3", "亿"));
        assert_ne!(value("1.2.3", ""), value("1.2", ""));
    }

    #[test]
    fn chinese_digits_are_read() {
        for (text, expected) in [
            ("一", 1),
            ("十", 10),
            ("二十一", 21),
            ("一百零五", 105),
            ("二〇二五", 2025),
            ("一百二十万", 1_200_000),
            ("三亿五千万", 350_000_000),
            ("两千", 2000),
            ("一万亿", 1_000_000_000_000),
        ] {
            assert_eq!(chinese(text), Some(expected), "{text}");
        }
        assert_eq!(chinese("十四五"), None);
        assert_eq!(value("十四五", ""), "十四五");
    }

    /// Numerals of the model are read back.
    #[test]
    fn what_the_model_writes_is_read() {
        for n in 1..=9999 {
            assert_eq!(chinese(&crate::model::numeral::chinese(n)), Some(u64::from(n)));
        }
    }
}
