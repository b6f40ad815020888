//! A dash that is not `——`.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P14.
pub(super) static RULE: Rule = Rule::new(
    "P14",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.10.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        let c = para.at(idx);
        let is_dash = |it: &&char| matches!(it, '-' | '－' | '─' | '━' | 'ー' | '―' | '–' | '—');
        let n = para.chars.iter().skip(idx).take_while(is_dash).count();
        let range = idx..idx + n;
        idx += n.max(1);
        let words = para.slice(range.clone());
        let is_word = |it: Class| matches!(it, Class::Han | Class::Close | Class::Open);
        let (before, after) = (para.class_before(range.start), para.class(range.end));
        // A row of hyphens draws a line; a single one joins.
        let is_wrong = matches!(n, 2 | 3) && words != "——" && (c != '-' || n == 2);
        let within = is_word(before) || before == Class::Point || range.start == 0;
        if is_wrong
            && within
            && is_word(after)
            && !para.any_exempt(range.clone(), Exempt::FOREIGN)
            && !para.is_row()
        {
            hits.push(Hit::new(para, range).fix("——"));
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
        wrong(&RULE, "朝着一个目标--全面提升。", "朝着一个目标——全面提升。");
        wrong(&RULE, "──抓好收集工作。", "——抓好收集工作。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "推进中国—东盟合作，开通甲县—乙县专线。");
        silent(&RULE, "--------------------");
        silent(&RULE, "采用CD-ROM和A--B型。");
    }
}
