//! The unit's own list of sensitive wording.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// U02.
pub(super) static RULE: Rule = Rule::new("U02", Level::Doubt, Source::UNIT, Scope::Paragraph(find));

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for entry in &ctx.settings.sensitive {
        for range in para.find(&entry.words) {
            let hit = Hit::new(para, range).arg("source", entry.source.as_str());
            hits.push(match entry.instead.is_empty() {
                true => hit.kind("only"),
                false => hit.unsafe_fix(entry.instead.as_str()),
            });
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::settings::{Sensitive, Settings};
    use crate::check::testing::finds;

    #[test]
    fn wording_of_the_own_list_is_found() {
        let entry = Sensitive { words: "内部掌握".to_owned(), ..Sensitive::default() };
        let settings = Settings { sensitive: vec![entry], ..Settings::default() };
        assert_eq!(finds(&RULE, &settings, "该情况内部掌握。"), ["内部掌握"]);
        assert!(finds(&RULE, &settings, "内部人员掌握情况。").is_empty());
    }
}
