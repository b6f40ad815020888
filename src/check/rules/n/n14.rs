//! 翻 with 倍, or 增长 with 番.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N14.
pub(super) static RULE: Rule =
    Rule::new("N14", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for number in para.numbers.iter() {
        let (start, end) = (number.range.start, number.range.end);
        let is_exempt = para.is_exempt(start, Exempt::OTHERS);
        let verb = ["翻了", "翻", "增长了", "增长", "增加了", "增加", "提高了", "提高"]
            .iter()
            .find(|it| para.ends_with(start, it));
        let Some(verb) = verb.filter(|_| !is_exempt) else { continue };
        let is_wrong = match para.at(end) {
            '倍' => verb.starts_with('翻'),
            '番' => !verb.starts_with('翻'),
            _ => false,
        };
        if is_wrong {
            hits.push(Hit::new(para, start - verb.chars().count()..end + 1));
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
        marked(&RULE, "利用人次⟦翻了两倍⟧，馆藏⟦增长一番⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "利用人次翻两番，馆藏增长2倍，思考一番。");
    }
}
