//! Two colons that govern one sentence.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P36.
pub(super) static RULE: Rule = Rule::new(
    "P36",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.7.3.5"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.is_prose() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for sentence in &para.sentences {
        let colons: Vec<usize> = sentence.clone().filter(|&it| para.at(it) == '：').collect();
        let &[first, second] = colons.as_slice() else { continue };
        let between = para.classes.get(first + 1..second).unwrap_or_default();
        let is_plain =
            between.iter().all(|&it| it == Class::Han) && (2..=10).contains(&between.len());
        let goes_on =
            para.class(second + 1) == Class::Han && para.class_before(first) == Class::Han;
        // `附件：`, `来源：` are labels; 一是： begins an item.
        let is_label = first - sentence.start < 3;
        if is_plain
            && goes_on
            && !is_label
            && !para.is_exempt(first, Exempt::QUOTED.and(Exempt::TITLE))
        {
            hits.push(Hit::new(para, first..second + 1));
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
        marked(&RULE, "会议明确提出⟦：要做到：⟧坚持问题导向，抓好落实。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "会议指出：要抓好落实。来源：本局 作者：张三");
        silent(&RULE, "共收集三类：文书类：3件，科技类：5件，声像类：8件。");
    }
}
