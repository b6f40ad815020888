//! The same quotation marks inside each other.

use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P31.
pub(super) static RULE: Rule = Rule::new(
    "P31",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.8.3.4"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut pairs = para.pairs.clone().pairs;
    pairs.retain(|it| matches!(para.at(it.open), '“' | '‘'));
    pairs.sort_by_key(|it| it.open);
    let mut open: Vec<Pair> = Vec::new();
    let mut hits = Vec::new();
    for it in pairs {
        while open.last().is_some_and(|last| last.close < it.open) {
            open.pop();
        }
        if para.at(it.open) == '“' && open.last().is_some_and(|last| para.at(last.open) == '“')
        {
            let words = para.slice(it.open + 1..it.close);
            hits.push(Hit::new(para, it.open..it.close + 1).fix(format!("‘{words}’")));
        }
        open.push(it);
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "他说：“要抓好“两个清单”的落实。”", "他说：“要抓好‘两个清单’的落实。”");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "举办“践行‘五心’服务”讲坛。");
        silent(&RULE, "“甲”“乙”和“丙‘丁“戊”丁’丙”");
    }
}
