//! Traditional characters in a text of simplified ones.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// X06.
pub(super) static RULE: Rule =
    Rule::new("X06", Level::Doubt, Source::law("国家通用语言文字法"), Scope::Paragraph(find))
        .gathering();

/// Frequent traditional characters that are no standard characters of today, each with its
/// simplified form.
const FORMS: &str = include_str!("x06.txt");

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let table = forms();
    let all = para.chars.iter().enumerate();
    let places: Vec<_> = all.filter_map(|(idx, c)| Some((idx, *table.get(c)?))).collect();
    // A paragraph that is wholly traditional is meant to be so.
    if para.len() < 5 * places.len() {
        return Vec::new();
    }
    places
        .into_iter()
        .filter(|it| !para.is_exempt(it.0, Exempt::OTHERS.and(Exempt::QUOTED)))
        .map(|(idx, right)| Hit::new(para, idx..idx + 1).fix(right.to_string()))
        .collect()
}

fn forms() -> &'static BTreeMap<char, char> {
    static TABLE: OnceLock<BTreeMap<char, char>> = OnceLock::new();
    TABLE.get_or_init(|| super::pairs(FORMS))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "清理臺賬，健全會计制度和工作机制。", "清理台账，健全会计制度和工作机制。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "清理台账，刊物《雲溪檔案》和“學海”书屋。");
        silent(&RULE, "歡迎各位貴賓光臨指導");
    }
}
