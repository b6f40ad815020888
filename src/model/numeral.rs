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

#[cfg(test)]
mod tests {
    use super::{chinese, circled};

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
