//! 的 where 地 is meant: an adverb before a verb with an object.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// W27.
pub(super) static RULE: Rule =
    Rule::new("W27", Level::Hint, Source::PRACTICE, Scope::Paragraph(find)).gathering();

const ADVERBS: [&str; 10] =
    ["认真", "深入", "积极", "扎实", "切实", "努力", "不断", "逐步", "严格", "自觉"];

/// Verbs with 了 or an object behind them are no nouns.
const VERBS: [&str; 14] = [
    "贯彻落实",
    "贯彻执行",
    "做好",
    "抓好",
    "推动",
    "推进",
    "完善",
    "开展",
    "参加",
    "参与",
    "提高",
    "改进",
    "落实",
    "完成",
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("的") {
        let start = range.start;
        if !ADVERBS.iter().any(|it| para.ends_with(start, it)) {
            continue;
        }
        let Some(verb) = VERBS.iter().find(|it| para.starts_with(range.end, it)) else { continue };
        let end = range.end + verb.chars().count();
        // 认真的落实是… and 不断的完善， are nouns.
        let has_object = para.class(end) == Class::Open
            || (para.class(end) == Class::Han
                && !"是的和与及为中也都已将就".contains(para.at(end)));
        if has_object {
            hits.push(Hit::new(para, range).fix("地"));
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
            "认真的贯彻落实上级部署，积极的做好各项工作。",
            "认真地贯彻落实上级部署，积极地做好各项工作。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "认真的态度，深入的调研。");
        silent(&RULE, "离不开不断的完善。");
        silent(&RULE, "认真地做好工作。");
    }
}
