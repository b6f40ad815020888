//! Units of measurement that are not legal ones.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N22.
pub(super) static RULE: Rule = Rule::new(
    "N22",
    Level::Doubt,
    Source::standard("GB/T 9704—2012，9；GB 3100—1993"),
    Scope::Paragraph(find),
);

const UNITS: [&str; 10] =
    ["市斤", "公尺", "华里", "英尺", "英寸", "英里", "马力", "市尺", "华氏度", "海哩"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for number in para.numbers.iter() {
        let mut end = number.range.end;
        while matches!(para.at(end), '万' | '亿' | '多' | '余') {
            end += 1;
        }
        if para.any_exempt(number.range.clone(), Exempt::OTHERS.and(Exempt::QUOTED)) {
            continue;
        }
        if let Some(unit) = UNITS.iter().find(|it| para.starts_with(end, it)) {
            let unit = end..end + unit.chars().count();
            // Wafers and screens are named by inches.
            let is_product = ["晶圆", "芯片", "屏", "液晶", "面板", "显示", "电视"]
                .iter()
                .any(|it| para.starts_with(unit.end, it));
            if !is_product {
                hits.push(Hit::new(para, unit));
            }
        } else if para.at(end) == '斤' && number.is_arabic && para.at(end + 1) != '斤' {
            hits.push(Hit::new(para, end..end + 1).kind("half").level(Level::Hint));
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
        marked(&RULE, "长50⟦英尺⟧，重30⟦市斤⟧，产粮200万⟦斤⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "12英寸晶圆，长50米，重30公斤，耕地200亩，斤斤计较，“半斤八两”。");
    }
}
