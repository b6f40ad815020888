//! Brackets, quotation marks or book title marks without their counterpart.

use crate::assemble::document::Role;
use crate::check::class::{Class, closer, is_han, is_numeral};
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::pairs::match_up;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P06.
pub(super) static RULE: Rule = Rule::new(
    "P06",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.8、4.9、4.15"),
    Scope::Paragraph(find),
);

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    // A title or a table may have a pair in two lines.
    if para.role == Role::Title || para.is_row() {
        return Vec::new();
    }
    let found = para.pairs.clone();
    let mut hits: Vec<Hit> = Vec::new();
    let mut seen: Vec<char> = Vec::new();
    let mut tell = |idx: usize, kind: &'static str| {
        let c = para.at(idx);
        if !seen.contains(&c) {
            seen.push(c);
            hits.push(Hit::new(para, idx..idx + 1).kind(kind));
        }
    };
    for &idx in &found.crossed {
        tell(idx, "crossed");
    }
    let is_crossed =
        |idx: usize| found.crossed.iter().any(|&it| closer(para.at(idx)) == Some(para.at(it)));
    for &idx in found.unclosed.iter().filter(|&&it| !is_crossed(it)) {
        if !goes_on(para, ctx, idx) && !para.is_exempt(idx, Exempt::FOREIGN) {
            tell(idx, "");
        }
    }
    for &idx in &found.unopened {
        let is_ascii = para.class(idx) == Class::Ascii && !para.chars.iter().any(|&it| is_han(it));
        if !is_number_bracket(para, idx)
            && !came_in(para, ctx, idx)
            && !is_ascii
            && !para.is_exempt(idx, Exempt::FOREIGN)
        {
            tell(idx, "");
        }
    }
    hits
}

/// `1）` and `a)` number something and stand alone.
fn is_number_bracket(para: &Para, idx: usize) -> bool {
    let is_count = matches!(para.class_before(idx), Class::Digit | Class::Latin)
        || is_numeral(para.before(idx));
    matches!(para.at(idx), '）' | ')') && is_count
}

/// How many paragraphs a quotation may go on over.
const FAR: usize = 12;

/// Whether a later paragraph closes the quotation that begins here (4.8.3.5).
fn goes_on(para: &Para, ctx: &Ctx<'_>, idx: usize) -> bool {
    let c = para.at(idx);
    let mut later = ctx.text.paras.iter().skip(para.idx + 1).take(FAR).peekable();
    let opens_again = later.peek().is_some_and(|it| it.at(0) == '“');
    c == '“'
        && (opens_again
            || later.any(|it| match_up(&it.chars).unopened.iter().any(|&at| it.at(at) == '”')))
}

/// Whether an earlier paragraph opened the quotation that ends here.
fn came_in(para: &Para, ctx: &Ctx<'_>, idx: usize) -> bool {
    let first = para.idx.saturating_sub(FAR);
    let earlier = ctx.text.paras.get(first..para.idx).unwrap_or_default();
    para.at(idx) == '”'
        && earlier.iter().any(|it| match_up(&it.chars).unclosed.iter().any(|&at| it.at(at) == '“'))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "建成⟦“⟧一张图系统，印发《办法（试行）》。");
        marked(&RULE, "印发办法（试行）⟦》⟧。");
        marked(&RULE, "“甲（乙”丙⟦）⟧。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "他说：“要抓好落实。\n“还要抓好监督。”");
        silent(&RULE, "主要有：1）收集；2）利用。");
        silent(&RULE, "《办法（试行）》（云办发〔2024〕3号）和“一张图”。");
    }
}
