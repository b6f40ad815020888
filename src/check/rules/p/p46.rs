//! The name of a series of books without quotation marks.

use crate::check::class::is_han;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P46.
pub(super) static RULE: Rule =
    Rule::new("P46", Level::Hint, Source::standard("GB/T 15834—2011，A.7"), Scope::Paragraph(find));

const KINDS: [&str; 4] = ["丛书", "丛刊", "文库", "书系"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for kind in KINDS {
        for range in para.find(kind) {
            if para.is_exempt(range.start, Exempt::QUOTED.and(Exempt::TITLE)) {
                continue;
            }
            let head = para.chars.get(..range.start).unwrap_or_default();
            let n = head.iter().rev().take_while(|&&it| is_han(it)).count();
            let words = para.slice(range.start - n..range.start);
            let verb = ["出版", "编印", "推出", "编纂", "编辑"]
                .iter()
                .filter_map(|it| words.rfind(it).map(|at| at + it.len()))
                .max();
            let Some(name) = verb.and_then(|it| words.get(it..)) else { continue };
            let len = name.chars().count();
            if (3..=12).contains(&len) && !name.contains('的') && !name.contains('了') {
                hits.push(Hit::new(para, range.start - len..range.end));
            }
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
        marked(&RULE, "出版⟦云溪文史丛书⟧2种。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "出版“云溪文史”丛书2种，编印了一批丛书。");
    }
}
