//! A number with a bracket on one side only.

use crate::check::class::{Class, is_numeral};
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P07.
pub(super) static RULE: Rule = Rule::new(
    "P07",
    Level::Doubt,
    Source::standard("GB/T 9704—2012，7.3.3"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.chars.iter().any(|it| matches!(it, '）' | ')')) {
        return Vec::new();
    }
    let unopened = para.pairs.clone().unopened;
    let hit = |idx: usize| {
        let is_count = |it: char| it.is_ascii_digit() || is_numeral(it);
        let n = para.chars.get(..idx)?.iter().rev().take_while(|&&it| is_count(it)).count();
        let start = idx - n;
        let is_first = start == 0 || matches!(para.before(start), '：' | '；' | '。' | ':' | ';');
        let is_text = matches!(para.class(idx + 1), Class::Han | Class::Open | Class::Space);
        if n == 0 || 2 < n || !is_first || !is_text || para.is_row() {
            return None;
        }
        let words = para.slice(start..idx);
        Some(Hit::new(para, start..idx + 1).fix(format!("（{words}）")))
    };
    unopened.into_iter().filter_map(hit).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "1）加强领导。", "（1）加强领导。");
        wrong(&RULE, "主要做法：一）抓收集；二)抓利用。", "主要做法：（一）抓收集；（二）抓利用。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "取值在(0,1）之间。");
        silent(&RULE, "（1）加强领导。见表3）");
    }
}
