//! Writes counting numbers the way reports do: `1`, `一`, `①`.

/// Writes `n` with Chinese digits: 10 is `十`, 21 is `二十一`, 105 is `一百零五`.
///
/// Beyond 9,999 no report counts headings; such a number stays Arabic.
pub fn chinese(n: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const UNITS: [(u32, &str); 4] = [(1000, "千"), (100, "百"), (10, "十"), (1, "")];
    if n == 0 || 9999 < n {
        return n.to_string();
    }
    let mut text = String::new();
    let mut rest = n;
    let mut gap = false;
    for (size, unit) in UNITS {
        let digit = rest / size;
        rest %= size;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap {
            text.push('零');
            gap = false;
        }
        // Ten to nineteen drop the leading one: 十一, but 一百一十一.
        if !(digit == 1 && size == 10 && text.is_empty()) {
            text.push(DIGITS[digit as usize]);
        }
        text.push_str(unit);
    }
    text
}

/// Writes `n` in a circle, `①` to `⑳`, and in plain digits beyond twenty.
pub fn circled(n: u32) -> String {
    match n {
        1..=20 => char::from_u32(0x2460 + n - 1).map_or_else(|| n.to_string(), String::from),
        _ => n.to_string(),
    }
}

/// The value of a number in Chinese digits, written as a list writes it: `十四`,
/// but not `一四`, which is part of a name such as 十四五.
pub fn chinese_value(text: &str) -> Option<u32> {
    let (mut value, mut digit) = (0u32, 0u32);
    for c in text.chars().take(9) {
        let unit = match c {
            '千' => 1000,
            '百' => 100,
            '十' => 10,
            '零' | '〇' => {
                digit = 0;
                continue;
            }
            _ => {
                digit = "一二三四五六七八九".chars().position(|it| it == c)? as u32 + 1;
                continue;
            }
        };
        value += digit.max(1) * unit;
        digit = 0;
    }
    value += digit;
    (0 < value && chinese(value) == text.replace('〇', "零")).then_some(value)
}

/// The value of an Arabic digit, half-width or full-width.
pub fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// What a written number counts, whatever stands round it: 12 in `12．` and
/// `（十二）`, 3 in `③`.
pub fn counted(text: &str) -> Option<u32> {
    let is_chinese = |c: char| "零〇一二三四五六七八九十百千".contains(c);
    let counts = |c: char| digit(c).is_some() || is_chinese(c) || ('①'..='⑳').contains(&c);
    let text: String =
        text.chars().skip_while(|&c| !counts(c)).take_while(|&c| counts(c)).take(8).collect();
    let first = text.chars().next()?;
    if ('①'..='⑳').contains(&first) {
        return Some(first as u32 - '①' as u32 + 1);
    }
    if is_chinese(first) {
        return chinese_value(&text);
    }
    text.chars().try_fold(0u32, |n, c| n.checked_mul(10)?.checked_add(digit(c)?))
}

#[cfg(test)]
mod tests {
    use super::{chinese, chinese_value, circled, counted};

    #[test]
    fn written_numbers_are_read_back() {
        for n in 1..=9999 {
            assert_eq!(chinese_value(&chinese(n)), Some(n));
        }
        assert_eq!(chinese_value("十四五"), None);
        assert_eq!(chinese_value("一二"), None);
        assert_eq!(chinese_value(""), None);
        assert_eq!(counted("（十二）"), Some(12));
        assert_eq!(counted("１２．"), Some(12));
        assert_eq!(counted("③"), Some(3));
        assert_eq!(counted("第二，"), Some(2));
        assert_eq!(counted("99999999、"), Some(99_999_999));
        assert_eq!(counted("附件"), None);
    }

    #[track_caller]
    fn check(n: u32, expected: &str) {
        assert_eq!(chinese(n), expected);
    }

    #[test]
    fn counts_past_ten_and_twenty() {
        check(1, "一");
        check(9, "九");
        check(10, "十");
        check(11, "十一");
        check(19, "十九");
        check(20, "二十");
        check(21, "二十一");
        check(99, "九十九");
    }

    #[test]
    fn counts_hundreds_and_thousands() {
        check(100, "一百");
        check(101, "一百零一");
        check(110, "一百一十");
        check(111, "一百一十一");
        check(999, "九百九十九");
        check(1000, "一千");
        check(1001, "一千零一");
        check(1010, "一千零一十");
        check(9999, "九千九百九十九");
        check(10_000, "10000");
    }

    #[test]
    fn circles_end_at_twenty() {
        assert_eq!(circled(1), "①");
        assert_eq!(circled(20), "⑳");
        assert_eq!(circled(21), "21");
    }
}
