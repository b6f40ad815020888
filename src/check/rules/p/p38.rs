//! Items that hold `。` and are parted by `；`.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::p::lists::lists;
use crate::check::text::Para;

/// P38.
pub(super) static RULE: Rule = Rule::new(
    "P38",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，A.5"),
    Scope::Paragraph(find),
)
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for list in lists(para) {
        for pair in list.items.windows(2) {
            let [item, next] = pair else { continue };
            let before = next.start.saturating_sub(1);
            let inner = item.end..before;
            let has_stop =
                inner.clone().any(|it| para.at(it) == '。' && !para.is_exempt(it, Exempt::QUOTED));
            if para.at(before) == '；' && has_stop {
                let words = para.slice(next.clone());
                hits.push(Hit::new(para, before..next.end).unsafe_fix(format!("。{words}")));
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
        wrong(
            &RULE,
            "一是抓收集。收集了15件；二是抓利用。",
            "一是抓收集。收集了15件。二是抓利用。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "一是抓收集；二是抓利用。");
        silent(&RULE, "一是抓收集。收集了15件。二是抓利用，展出3次；接待20批。");
    }
}
