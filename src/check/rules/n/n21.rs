//! 零, `○` or the letter O in a year in Chinese digits.

use crate::check::class::is_numeral;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N21.
pub(super) static RULE: Rule = Rule::new(
    "N21",
    Level::Doubt,
    Source::standard("GB/T 15835—2011，5.2.5"),
    Scope::Paragraph(find),
)
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for idx in para.find("年").map(|it| it.start) {
        let Some(start) = idx.checked_sub(4) else { continue };
        let is_zero = |c: char| matches!(c, '零' | '○' | 'O' | 'o' | 'Ｏ' | '０' | '0' | '◯');
        let is_digit = |c: char| is_zero(c) || "〇一二三四五六七八九".contains(c);
        let digits = para.chars.get(start..idx).unwrap_or_default();
        let is_year =
            digits.iter().all(|&it| is_digit(it)) && matches!(digits.first(), Some('一' | '二'));
        if is_year
            && digits.iter().any(|&it| is_zero(it))
            && !is_numeral(para.before(start))
            && !para.is_exempt(start, Exempt::TITLE)
        {
            let fix: String =
                digits.iter().map(|&it| if is_zero(it) { '〇' } else { it }).collect();
            hits.push(Hit::new(para, start..idx).fix(fix));
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
        wrong(&RULE, "二零二○年和二OO八年", "二〇二〇年和二〇〇八年");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "二〇二〇年，一百零五年，2020年。");
    }
}
