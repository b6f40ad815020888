//! Items with commas in them that are parted by commas too.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::p::lists::lists;
use crate::check::text::Para;

/// P25.
pub(super) static RULE: Rule = Rule::new(
    "P25",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.6.3"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for list in lists(para) {
        for pair in list.items.windows(2) {
            let [item, next] = pair else { continue };
            let before = next.start.saturating_sub(1);
            let inner = para.chars.get(item.end..before).unwrap_or_default();
            let is_full =
                inner.contains(&'，') && !inner.iter().any(|it| matches!(it, '。' | '；' | '！'));
            if para.at(before) == '，' && is_full {
                hits.push(
                    Hit::new(para, before..next.end)
                        .unsafe_fix(format!("；{}", para.slice(next.clone()))),
                );
            }
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "一是抓收集，补齐短板，二是抓利用。", "一是抓收集，补齐短板；二是抓利用。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "一是抓收集，二是抓利用，三是抓安全。");
        silent(&RULE, "一是抓收集，补齐短板；二是抓利用。");
    }
}
