//! Long sentences and long paragraphs, told once for the whole text.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// G10.
pub(super) static RULE: Rule =
    Rule::new("G10", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

/// Characters beyond which a sentence is hard to follow.
const SENTENCE: usize = 150;

/// Characters beyond which a paragraph is.
const PARAGRAPH: usize = 500;

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.is_prose() {
        return Vec::new();
    }
    let mut hits: Vec<_> = para
        .sentences
        .iter()
        .filter(|it| SENTENCE < it.len())
        .map(|it| Hit::new(para, it.clone()))
        .collect();
    if PARAGRAPH < para.len() {
        hits.push(Hit::new(para, 0..para.len()).kind("paragraph"));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_sentence_beyond_measure_is_told() {
        let long = "围绕重点任务强化统筹协调、".repeat(13);
        marked(&RULE, &format!("开头一句。⟦{long}取得实效。⟧结尾一句。"));
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "全年完成投资12亿元。");
    }
}
