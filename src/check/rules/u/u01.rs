//! The unit's own words.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// U01.
pub(super) static RULE: Rule = Rule::new("U01", Level::Doubt, Source::UNIT, Scope::Paragraph(find));

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for word in &ctx.settings.words {
        for range in para.find(&word.wrong) {
            // The right form may hold the wrong one: 云溪市档案馆, 档案馆.
            let is_right =
                !word.right.is_empty() && stands_in(para, range.start, &word.wrong, &word.right);
            if is_right || para.any_exempt(range.clone(), Exempt::URL) {
                continue;
            }
            let hit = Hit::new(para, range).arg("note", word.note.as_str());
            hits.push(match word.right.is_empty() {
                true => hit.kind("only"),
                false => hit.unsafe_fix(word.right.as_str()),
            });
        }
    }
    hits
}

/// Whether the wrong word that begins there is a part of the right one.
fn stands_in(para: &Para, start: usize, wrong: &str, right: &str) -> bool {
    right.match_indices(wrong).any(|(at, _)| {
        let n = right.get(..at).map_or(0, |it| it.chars().count());
        start.checked_sub(n).is_some_and(|it| para.starts_with(it, right))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::settings::{OwnWord, Settings};
    use crate::check::testing::finds;

    #[test]
    fn own_words_are_found_but_in_their_right_form() {
        let word = |wrong: &str, right: &str| OwnWord {
            wrong: wrong.to_owned(),
            right: right.to_owned(),
            note: String::new(),
        };
        let words = vec![word("档案馆", "云溪市档案馆"), word("老办法", "")];
        let settings = Settings { words, ..Settings::default() };
        assert_eq!(finds(&RULE, &settings, "档案馆和云溪市档案馆用老办法。"), ["档案馆", "老办法"]);
        assert!(finds(&RULE, &Settings::default(), "档案馆").is_empty());
    }
}
