//! 近 before an exact number, or 多 behind one.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N11.
pub(super) static RULE: Rule =
    Rule::new("N11", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for number in para.numbers.iter().filter(|it| it.is_arabic) {
        let (start, end) = (number.range.start, number.range.end);
        if para.any_exempt(start..end, Exempt::OTHERS.and(Exempt::FOREIGN).and(Exempt::DATE)) {
            continue;
        }
        let is_near = para.before(start) == '近'
            && !matches!(para.before(start.saturating_sub(1)), '附' | '最' | '接' | '临' | '靠');
        if is_near && 1 < number.decimals && !matches!(para.at(end), '万' | '亿') {
            hits.push(Hit::new(para, start - 1..end));
            continue;
        }
        let is_exact = number.decimals == 0 && 100.0 <= number.value && number.value % 10.0 != 0.0;
        let is_year = number.range.len() == 4 && para.at(end + 1) == '年';
        let counted = matches!(para.at(end), '多' | '余') && para.class(end + 1) == Class::Han;
        let is_other =
            ["多年生", "多方", "多头", "多元", "多功能", "多层", "余额", "多媒体", "多种"]
                .iter()
                .any(|it| para.starts_with(end, it));
        if is_exact && counted && !is_year && !is_other {
            hits.push(Hit::new(para, start..end + 1));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "接待⟦2347多⟧人，平均⟦近7.03⟧个。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "高近7个百分点，接待2340多人，近1.25亿元，第105余额表，20余件。");
    }
}
