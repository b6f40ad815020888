//! 被 with an object left over: 稿件被《…》刊发报道7篇.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// G07.
pub(super) static RULE: Rule =
    Rule::new("G07", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const VERBS: [&str; 6] = ["刊发", "刊登", "刊载", "播发", "发表", "推出"];
const OBJECTS: [&str; 6] = ["报道", "新闻", "消息", "文章", "稿件", "专稿"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("被《") {
        let Some(title) = (range.end..para.len()).find(|&it| para.at(it) == '》') else {
            continue;
        };
        let Some(verb) = VERBS.iter().find(|it| para.starts_with(title + 1, it)) else { continue };
        let object = title + 1 + verb.chars().count();
        let Some(word) = OBJECTS.iter().find(|it| para.starts_with(object, it)) else { continue };
        let number = object + word.chars().count();
        if para.at(number).is_ascii_digit() {
            hits.push(Hit::new(para, range.start..number));
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
        marked(&RULE, "全市稿件⟦被《云溪日报》刊发报道⟧8篇。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "《云溪日报》刊发报道8篇。");
        silent(&RULE, "稿件被《云溪日报》刊发8篇。");
    }
}
