//! A comma of half width in Chinese text.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P01.
pub(super) static RULE: Rule = Rule::new(
    "P01",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.4.2"),
    Scope::Paragraph(find),
)
.safe()
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        if c != ',' || para.is_exempt(idx, Exempt::FOREIGN) {
            continue;
        }
        let (before, after) = (para.class_before(idx), para.class(idx + 1));
        let is_chinese = |it: Class| matches!(it, Class::Han | Class::Open | Class::Close);
        let is_end = idx + 1 == para.len() || para.at(idx + 1).is_whitespace();
        let beside = is_chinese(before) || is_chinese(after);
        let behind = matches!(before, Class::Han | Class::Close) && is_end;
        if beside || behind {
            hits.push(Hit::new(para, idx..idx + 1).fix("，"));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn a_comma_beside_chinese_is_wrong() {
        wrong(
            &RULE,
            "2024年,全市(含郊区)共3,200人,完成95%,居全省第2,创新高。",
            "2024年，全市(含郊区)共3,200人，完成95%，居全省第2，创新高。",
        );
    }

    #[test]
    fn commas_of_figures_and_english_are_right() {
        silent(&RULE, "共1,234,567元。");
        silent(&RULE, "函数f(a,b)的值。");
        silent(&RULE, "口号是We hope, we work, we win。");
    }
}
