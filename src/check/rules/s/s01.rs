//! The list of guiding theories: its order, and that none is left out.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// S01.
pub(super) static RULE: Rule =
    Rule::new("S01", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

/// The items in their order, and since when they are in the list.
const ITEMS: [(&str, u16); 6] = [
    ("马克思列宁主义", 0),
    ("毛泽东思想", 0),
    ("邓小平理论", 1997),
    ("“三个代表”重要思想", 2002),
    ("科学发展观", 2007),
    ("习近平新时代中国特色社会主义思想", 2017),
];

/// Fewer are no list of all.
const LEAST: usize = 3;

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for start in 0..para.len() {
        let Some(first) = item(para, start).filter(|_| para.before(start) != '、') else {
            continue;
        };
        if para.is_exempt(start, Exempt::OTHERS) {
            continue;
        }
        let mut listed = vec![first];
        let mut end = start + length(first);
        while para.at(end) == '、'
            && let Some(next) = item(para, end + 1)
        {
            listed.push(next);
            end += 1 + length(next);
        }
        if listed.len() < LEAST {
            continue;
        }
        if listed.windows(2).any(|it| it[1] <= it[0]) {
            hits.push(Hit::new(para, start..end).kind("order"));
            continue;
        }
        let (from, to) = (listed[0], listed[listed.len() - 1]);
        let year = ctx.text.facts.year.unwrap_or(u16::MAX);
        let missing = (from..to).find(|it| !listed.contains(it) && ITEMS[*it].1 <= year);
        if let Some(missing) = missing {
            hits.push(Hit::new(para, start..end).arg("missing", ITEMS[missing].0));
        }
    }
    hits
}

fn item(para: &Para, idx: usize) -> Option<usize> {
    if !matches!(para.at(idx), '马' | '毛' | '邓' | '“' | '科' | '习') {
        return None;
    }
    ITEMS.iter().position(|it| para.starts_with(idx, it.0))
}

fn length(item: usize) -> usize {
    ITEMS.get(item).map_or(0, |it| it.0.chars().count())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "以⟦马克思列宁主义、毛泽东思想、“三个代表”重要思想、科学发展观⟧为指导。");
        marked(&RULE, "坚持⟦毛泽东思想、邓小平理论、科学发展观、“三个代表”重要思想⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(
            &RULE,
            "以马克思列宁主义、毛泽东思想、邓小平理论、“三个代表”重要思想、科学发展观、习近平新时代中国特色社会主义思想为指导。",
        );
        silent(&RULE, "#云溪县2001年工作报告\n以马克思列宁主义、毛泽东思想、邓小平理论为指导。");
        silent(&RULE, "学习毛泽东思想、邓小平理论。");
    }
}
