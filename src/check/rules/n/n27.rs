//! 超过 together with 以上, 不足 together with 以下.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N27.
pub(super) static RULE: Rule =
    Rule::new("N27", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const OVER: [&str; 9] =
    ["超过", "不少于", "不低于", "高于", "大于", "多于", "至少", "突破", "不小于"];
const UNDER: [&str; 8] = ["不足", "不超过", "低于", "少于", "小于", "不高于", "不大于", "至多"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for number in para.numbers.iter() {
        let start = number.range.start;
        let start = if matches!(para.before(start), '了' | '达') { start - 1 } else { start };
        let longest = |words: &[&'static str]| {
            words.iter().copied().filter(|it| para.ends_with(start, it)).max_by_key(|it| it.len())
        };
        let (over, under) = (longest(&OVER), longest(&UNDER));
        // 不低于 ends with 低于: the longer one is meant.
        let (head, tails): (&str, [&str; 2]) = match (over, under) {
            (Some(a), Some(b)) if a.len() < b.len() => (b, ["以下", "以内"]),
            (Some(a), _) => (a, ["以上", "以上"]),
            (None, Some(b)) => (b, ["以下", "以内"]),
            (None, None) => continue,
        };
        let end = number.range.end;
        let tail = (end..(end + 6).min(para.len()))
            .find(|&it| tails.iter().any(|tail| para.starts_with(it, tail)));
        let Some(tail) = tail
            .filter(|&it| (end..it).all(|at| matches!(para.class(at), Class::Han | Class::Ascii)))
        else {
            continue;
        };
        let from = start - head.chars().count();
        if !para.is_exempt(from, Exempt::OTHERS) {
            hits.push(Hit::new(para, from..tail + 2).unsafe_fix(para.slice(from..tail)));
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
            "归档率不低于95%以上，超过50人以上，不足3天以内。",
            "归档率不低于95%，超过50人，不足3天。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "归档率达到95%以上，超过50人，3天以内，县级以上单位不少于3家。");
    }
}
