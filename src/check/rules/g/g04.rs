//! Levels of administration run together: 省市县三级 → 省、市、县三级.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// G04.
pub(super) static RULE: Rule = Rule::new(
    "G04",
    Level::Hint,
    Source::standard("GB/T 15834—2011，4.5.3.1"),
    Scope::Paragraph(find),
)
.gathering();

/// Levels in their order, run together, and apart.
const LEVELS: [(&str, &str); 11] = [
    ("自治区市县乡村", "自治区、市、县、乡、村"),
    ("自治区市县", "自治区、市、县"),
    ("省市县乡村", "省、市、县、乡、村"),
    ("省市县乡", "省、市、县、乡"),
    ("省市县", "省、市、县"),
    ("区市县", "区、市、县"),
    ("市县乡村", "市、县、乡、村"),
    ("市县乡", "市、县、乡"),
    ("县乡村", "县、乡、村"),
    ("市县镇", "市、县、镇"),
    ("市区镇", "市、区、镇"),
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        let may_begin = matches!(para.at(idx), '自' | '省' | '区' | '市' | '县');
        let words = LEVELS.iter().find(|it| may_begin && para.starts_with(idx, it.0));
        let Some((words, apart)) = words else {
            idx += 1;
            continue;
        };
        let end = idx + words.chars().count();
        // Only a count of the levels says that they are a list.
        if "二两三四五".contains(para.at(end)) && para.at(end + 1) == '级' {
            hits.push(Hit::new(para, idx..end).fix(*apart));
        }
        idx = end;
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
            "省市县三级联动，形成县乡村三级网络。",
            "省、市、县三级联动，形成县、乡、村三级网络。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "省、市、县三级联动。");
        silent(&RULE, "市县政府落实责任。");
    }
}
