//! An ellipsis that is not `……`.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P12.
pub(super) static RULE: Rule = Rule::new(
    "P12",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.11.2、A.9.1"),
    Scope::Paragraph(find),
)
.safe()
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        let c = para.at(idx);
        let n = match c {
            '.' | '。' | '…' => para.chars.iter().skip(idx).take_while(|&&it| it == c).count(),
            _ => 0,
        };
        let range = idx..idx + n;
        idx += n.max(1);
        let is_wrong = match c {
            '.' => (3..=6).contains(&n),
            '。' => 3 <= n,
            '…' => !matches!(n, 0 | 2 | 4),
            _ => false,
        };
        let is_chinese =
            |it: Class| matches!(it, Class::Han | Class::Close | Class::Open | Class::Point);
        let beside =
            is_chinese(para.class_before(range.start)) || is_chinese(para.class(range.end));
        let in_digits =
            para.class_before(range.start) == Class::Digit && para.class(range.end) == Class::Digit;
        if is_wrong && beside && !in_digits && !para.any_exempt(range.clone(), Exempt::FOREIGN) {
            hits.push(Hit::new(para, range).fix("……"));
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
        wrong(&RULE, "收集、整理...利用。", "收集、整理……利用。");
        wrong(&RULE, "收集、整理。。。", "收集、整理……");
        wrong(&RULE, "他说…好。", "他说……好。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "版本1...3，收集……利用…………");
        silent(&RULE, "一、总体情况.........3");
    }
}
