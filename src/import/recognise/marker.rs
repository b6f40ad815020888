//! Level markers at the beginning of a paragraph: `一、`, `（一）`, `1.`, `（1）`, `①`.
//!
//! The form alone says the level (GB/T 9704-2012, 7.3.3; real reports add `1、`,
//! `1．`, half-width brackets and `①`). Whether a form is used as a marker is the
//! context's to say, see [`Marker::doubtful`].

use crate::model::numeral::{chinese_value, digit};

/// A paragraph's beginning that has the form of a level marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// 1 to 5.
    pub level: u8,
    /// What it counts.
    pub n: u32,
    /// Bytes of the marker itself.
    pub len: usize,
    /// Bytes of the marker with the spaces behind it.
    pub indent: usize,
    /// What stands behind the number, which tells two lists apart.
    pub delimiter: char,
    /// Whether what follows may make it no marker at all: `5.5%`, `一、二等奖`,
    /// `12、13号线`. Then its place in a sequence decides.
    pub doubtful: bool,
}

/// The most that a list of reports counts to; beyond it a number is a figure.
const MOST: u32 = 300;

impl Marker {
    /// The marker that a paragraph begins with, if something follows it.
    pub fn of(text: &str) -> Option<Self> {
        let marker = one_character(text)
            .or_else(|| bracketed(text))
            .or_else(|| chinese(text))
            .or_else(|| arabic(text))?;
        let rest = text.get(marker.len..)?;
        let indent = text.len() - rest.trim_start().len();
        (indent < text.len()).then_some(Self { indent, ..marker })
    }

    /// Its number as written, without brackets and stops: `一`, `12`, `①`.
    pub fn number<'a>(&self, text: &'a str) -> &'a str {
        let marker = text.get(..self.len).unwrap_or_default();
        let is_around = |c: char| "（）()、.．，, 　".contains(c);
        marker.trim_matches(is_around)
    }
}

/// How many bytes of Chinese digits a text begins with.
pub fn chinese_digits(text: &str) -> usize {
    text.find(|c| !is_chinese_digit(c)).unwrap_or(text.len())
}

/// Whether the character is a Chinese digit or unit that lists count with.
pub fn is_chinese_digit(c: char) -> bool {
    "一二三四五六七八九十百零〇".contains(c)
}

/// The value and the bytes of the Arabic number that a text begins with; no
/// leading zero, at most three digits.
fn arabic_number(text: &str) -> Option<(u32, usize)> {
    let len = text.find(|c| digit(c).is_none()).unwrap_or(text.len());
    let digits = text.get(..len)?;
    let n = digits.chars().take(4).filter_map(digit).fold(0, |n, it| n * 10 + it);
    let is_list = digits.chars().count() <= 3 && digits.chars().next().and_then(digit) != Some(0);
    (0 < len && is_list && n <= MOST).then_some((n, len))
}

/// `一、`; some write `一．` or `一.`.
fn chinese(text: &str) -> Option<Marker> {
    let len = chinese_digits(text);
    let n = chinese_value(text.get(..len)?)?;
    let mut rest = text.get(len..)?.trim_start_matches(' ').chars();
    let delimiter = rest.next()?;
    let next = rest.clone().find(|it| !it.is_whitespace());
    let doubtful = match delimiter {
        '、' => next.is_some_and(is_chinese_digit),
        '．' | '.' => next.is_some_and(|it| digit(it).is_some() || is_chinese_digit(it)),
        _ => return None,
    };
    let len = text.len() - rest.as_str().len();
    Some(Marker { level: 1, n, len, indent: len, delimiter, doubtful })
}

/// `（一）`, `(一)`, `（1）`, `(1)`.
fn bracketed(text: &str) -> Option<Marker> {
    let inside = text.strip_prefix(['（', '('])?.trim_start_matches(' ');
    let (level, n, len) = match arabic_number(inside) {
        Some((n, len)) => (4, n, len),
        None => {
            let len = chinese_digits(inside);
            (2, chinese_value(inside.get(..len)?)?, len)
        }
    };
    let rest = inside.get(len..)?.trim_start_matches(' ').strip_prefix(['）', ')'])?;
    // Some put a stop behind the bracket, which is part of the marker.
    let rest = rest.strip_prefix('、').unwrap_or(rest);
    let len = text.len() - rest.len();
    Some(Marker { level, n, len, indent: len, delimiter: '）', doubtful: false })
}

/// `1.`, `1．`, `1、`.
fn arabic(text: &str) -> Option<Marker> {
    let (n, len) = arabic_number(text)?;
    let mut rest = text.get(len..)?.trim_start_matches(' ').chars();
    let delimiter = rest.next().filter(|it| ['.', '．', '、'].contains(it))?;
    let doubtful = rest.clone().next().is_some_and(|it| digit(it).is_some());
    let len = text.len() - rest.as_str().len();
    Some(Marker { level: 3, n, len, indent: len, delimiter, doubtful })
}

/// `①`, and the characters that hold a whole marker: `㈠`, `⒈`, `⑴`.
fn one_character(text: &str) -> Option<Marker> {
    let c = text.chars().next()?;
    let of = |first: char| c as u32 - first as u32 + 1;
    let (level, n) = match c {
        '①'..='⑳' => (5, of('①')),
        '㉑'..='㉟' => (5, of('㉑') + 20),
        '⑴'..='⒇' => (4, of('⑴')),
        '⒈'..='⒛' => (3, of('⒈')),
        '㈠'..='㈩' => (2, of('㈠')),
        _ => return None,
    };
    let len = c.len_utf8();
    Some(Marker { level, n, len, indent: len, delimiter: c, doubtful: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u8, u32, bool)>) {
        let found = Marker::of(text).map(|it| (it.level, it.n, it.doubtful));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_form_says_the_level() {
        check("一、总体情况", Some((1, 1, false)));
        check("十二、保障措施", Some((1, 12, false)));
        check("（三）抓公开", Some((2, 3, false)));
        check("(十一) 抓公开", Some((2, 11, false)));
        check("1.修订目录", Some((3, 1, false)));
        check("１２．修订目录", Some((3, 12, false)));
        check("3、修订目录", Some((3, 3, false)));
        check("（2）入库", Some((4, 2, false)));
        check("(2)入库", Some((4, 2, false)));
        check("③消毒", Some((5, 3, false)));
        check("⑵入库", Some((4, 2, false)));
    }

    #[test]
    fn figures_and_names_are_no_markers() {
        check("2024年新增馆藏", None);
        check("（十四五）规划", None);
        check("（2024）3号", None);
        check("0.5个百分点", None);
        check("一是抓学习", None);
        check("一季度", None);
        check("（试行）", None);
        check("一、", None);
    }

    #[test]
    fn what_may_be_a_figure_is_doubtful() {
        check("5.5%的增幅", Some((3, 5, true)));
        check("12、13号线", Some((3, 12, true)));
        check("一、二等奖", Some((1, 1, true)));
        check("3. 5月开馆", Some((3, 3, false)));
    }

    #[test]
    fn numbers_are_given_without_their_brackets() {
        let number = |text| Marker::of(text).unwrap().number(text);
        assert_eq!(number("（十一）抓公开"), "十一");
        assert_eq!(number("12． 目录"), "12");
        assert_eq!(number("①消毒"), "①");
    }
}
