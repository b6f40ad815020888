//! A document cited by its number alone.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// E17.
pub(super) static RULE: Rule =
    Rule::new("E17", Level::Hint, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("号") {
        let last = range.start;
        let behind = ["文件精神", "文精神", "文件要求", "文要求", "文件规定", "文规定"];
        if !para.is_exempt(last, Exempt::DOCUMENT)
            || !behind.iter().any(|it| para.starts_with(range.end, it))
        {
            continue;
        }
        // With a title in the same sentence the number is its gloss.
        let sentence = para.sentence(last);
        if (sentence.start..last).any(|it| para.at(it) == '》') {
            continue;
        }
        let start = (sentence.start..last).rev().find(|&it| !para.is_exempt(it, Exempt::DOCUMENT));
        hits.push(Hit::new(para, start.map_or(sentence.start, |it| it + 1)..range.end));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "，⟦按照云办发〔2024〕16号⟧文件精神推进。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "按照《关于加强档案工作的意见》（云办发〔2024〕16号）文件精神推进。");
        silent(&RULE, "以云办发〔2024〕16号文印发。");
    }
}
