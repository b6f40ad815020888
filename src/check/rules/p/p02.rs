//! Brackets of half width round Chinese text.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P02.
pub(super) static RULE: Rule = Rule::new(
    "P02",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.9.2"),
    Scope::Paragraph(find),
)
.safe()
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.chars.iter().any(|it| matches!(it, '(' | ')')) {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for Pair { open, close, .. } in para.pairs.clone().pairs {
        let is_half = para.at(open) == '(' || para.at(close) == ')';
        if !is_half
            || para.is_exempt(open, Exempt::FOREIGN)
            || para.is_exempt(close, Exempt::FOREIGN)
        {
            continue;
        }
        let inside = para.classes.get(open + 1..close).unwrap_or_default();
        let is_chinese = |it: &Class| matches!(it, Class::Han | Class::Point);
        let beside = [para.class_before(open), para.class(close + 1)];
        let has_han = inside.iter().any(is_chinese);
        let is_beside =
            beside.iter().any(|it| matches!(it, Class::Han | Class::Close | Class::Point));
        if !has_han && !is_beside {
            continue;
        }
        let words = para.slice(open + 1..close);
        let hit = Hit::new(para, open..close + 1).fix(format!("（{words}）"));
        let is_gloss = !has_han && inside.contains(&Class::Latin);
        if is_gloss && inside.iter().any(|it| matches!(it, Class::Ascii)) {
            continue;
        }
        hits.push(if is_gloss { hit.kind("gloss").level(Level::Hint) } else { hit });
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
            "印发《办法(试行)》，覆盖县(市、区)。",
            "印发《办法（试行）》，覆盖县（市、区）。",
        );
        wrong(&RULE, "（二期)工程增长(5%)", "（二期）工程增长（5%）");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "由f(x)给出，见(a, b)。");
        silent(&RULE, "办法（试行）已印发。");
    }
}
