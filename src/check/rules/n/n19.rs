//! A decade without its century, or in mixed digits.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::number::numeral_value;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N19.
pub(super) static RULE: Rule = Rule::new(
    "N19",
    Level::Doubt,
    Source::standard("GB/T 15835—2011，4.3.3"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("年代") {
        let is_digit = |it: &&char| it.is_ascii_digit() || "一二三四五六七八九十".contains(**it);
        let head = para.chars.get(..range.start).unwrap_or_default();
        let n = head.iter().rev().take(3).take_while(is_digit).count();
        let start = range.start - n;
        let decade = para.slice(start..range.start);
        let Some(decade) = tens(&decade).filter(|_| !para.is_exempt(start, Exempt::OTHERS)) else {
            continue;
        };
        let is_arabic = para.class(start) == Class::Digit;
        if para.ends_with(start, "世纪") {
            let head = para.chars.get(..start - 2).unwrap_or_default();
            let n = head.iter().rev().take(3).take_while(is_digit).count();
            let from = start - 2 - n;
            let written = para.slice(from..start - 2);
            let century = written
                .parse()
                .ok()
                .or_else(|| numeral_value(&written.chars().collect::<Vec<_>>()));
            let is_arabic_century = para.class(from) == Class::Digit;
            if let Some(century) = century.filter(|_| n != 0 && is_arabic != is_arabic_century) {
                hits.push(
                    Hit::new(para, from..range.end).fix(format!("{century}世纪{decade}年代")),
                );
            }
        } else if is_arabic && !para.starts_with(start.saturating_sub(3), "世纪") {
            hits.push(Hit::new(para, start..range.end).kind("short").level(Level::Hint));
        }
    }
    hits
}

/// A decade: 10 to 90.
fn tens(text: &str) -> Option<u32> {
    let value = text.parse().ok().or_else(|| numeral_value(&text.chars().collect::<Vec<_>>()))?;
    (value % 10 == 0 && (10..=90).contains(&value)).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "建于二十世纪90年代。", "建于20世纪90年代。");
        marked(&RULE, "建于⟦90年代⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "建于20世纪90年代，扩建于二十世纪九十年代，改革开放年代。");
    }
}
