//! Arabic digits mixed with 千, 百 or 十.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::number::arabic;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N16.
pub(super) static RULE: Rule = Rule::new(
    "N16",
    Level::Error,
    Source::standard("GB/T 15835—2011，5.3"),
    Scope::Paragraph(find),
);

const PREFIXED: &str = "米克瓦卡伏赫帕焦安吨比字升牛巴秒乏欧兆";
const NAMES: [&str; 12] = [
    "百货", "百强", "百姓", "百佳", "百城", "百县", "百千", "百日", "百年", "百分", "千企", "千村",
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for number in para.numbers.iter().filter(|it| it.is_arabic && it.decimals == 0) {
        let (start, end) = (number.range.start, number.range.end);
        let (size, most) = match para.at(end) {
            '千' => (1000, 2),
            '百' => (100, 1),
            '十' => (10, 1),
            _ => continue,
        };
        let next = para.at(end + 1);
        let is_counted = match size {
            1000 => !PREFIXED.contains(next) && !matches!(next, '家' | '户'),
            _ => {
                matches!(next, '多' | '余' | '个' | '人' | '件' | '万' | '亿' | '元')
                    || para.class(end + 1) == Class::Digit
            }
        };
        let is_name = NAMES.iter().any(|it| para.starts_with(end, it));
        let is_code = matches!(para.class_before(start), Class::Latin | Class::Ascii | Class::Join)
            || para.before(start) == '第';
        let is_rest = hits.last().is_some_and(|it| start < it.place.end);
        if is_rest
            || most < number.range.len()
            || !is_counted
            || is_name
            || is_code
            || para.any_exempt(start..end, Exempt::FOREIGN.and(Exempt::OTHERS))
        {
            continue;
        }
        let mut value = number.value as u32 * size;
        let mut last = end + 1;
        if let Some(rest) = arabic(para, last).filter(|it| it.decimals == 0 && it.range.len() == 1)
        {
            // `4千5百` is 4500; `4千5` may be anything.
            let unit = match para.at(rest.range.end) {
                '百' => 100,
                '十' => 10,
                _ => continue,
            };
            if size <= unit {
                continue;
            }
            value += rest.value as u32 * unit;
            last = rest.range.end + 1;
        }
        hits.push(Hit::new(para, start..last).unsafe_fix(value.to_string()));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "收集4千5百件，投入3千万元，接待5百多人。",
            "收集4500件，投入3000万元，接待500多人。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "3千米、5千瓦、2千克，20千伏，4万件，5亿元，2020十大项目，第3百货，5G千兆。");
    }
}
