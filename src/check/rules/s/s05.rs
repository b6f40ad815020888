//! Hong Kong, Macao and Taiwan among 国家.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// S05.
pub(super) static RULE: Rule =
    Rule::new("S05", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const PLACES: [&str; 5] = ["台湾", "香港", "澳门", "港澳台", "港澳"];

/// The longest list between a place and 等国家, in characters.
const LIST: usize = 12;

/// Names that say what is not so.
const NAMES: [(&str, &str); 6] = [
    ("中港两地", "内地与香港"),
    ("中港合作", "内地与香港合作"),
    ("中港关系", "内地与香港关系"),
    ("台湾政府", "台湾当局"),
    ("大陆与香港", "内地与香港"),
    ("大陆和香港", "内地和香港"),
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (name, right) in NAMES {
        let outside = |it: &std::ops::Range<usize>| !para.is_exempt(it.start, Exempt::OTHERS);
        hits.extend(para.find(name).filter(outside).map(|it| Hit::new(para, it).fix(right)));
    }
    for range in para.find("等国家") {
        let start = range.start.saturating_sub(LIST);
        let is_right = ["和地区", "或地区", "、地区", "及地区", "（地区", "(地区", "地区"]
            .iter()
            .any(|it| para.starts_with(range.end, it));
        let from =
            (start..range.start).rev().take_while(|&it| !"，。；：,;".contains(para.at(it))).last();
        let Some(from) = from.filter(|_| !is_right) else { continue };
        let place =
            (from..range.start).find(|&it| PLACES.iter().any(|name| para.starts_with(it, name)));
        if let Some(place) = place.filter(|&it| !para.is_exempt(it, Exempt::OTHERS)) {
            hits.push(Hit::new(para, place..range.end).kind("country"));
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
        marked(&RULE, "赴日本、⟦台湾等国家⟧考察，深化⟦中港合作⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "赴日本、台湾等国家和地区考察。");
        silent(&RULE, "深化内地与香港合作。");
        silent(&RULE, "赴香港考察，与新加坡等国家合作。");
    }
}
