//! A point mark behind a heading that has its line to itself.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::f::outline;
use crate::check::text::Para;

/// F05.
pub(super) static RULE: Rule = Rule::new(
    "F05",
    Level::Error,
    Source::standard("GB/T 15834—2011，附录B.4"),
    Scope::Document(find),
)
.safe();

/// A longer one, in characters, may be a sentence with a number.
const LONG: usize = 14;

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let pairs = ctx.text.paras.windows(2);
    pairs.filter_map(|it| heading(it.first()?, it.get(1)?)).collect()
}

/// The mark behind this heading. Something must stand under it: numbered
/// sentences one after another are a list, not headings.
fn heading(para: &Para, next: &Para) -> Option<Hit> {
    let Role::Heading(level @ 1..=2) = para.role else { return None };
    let has_text = match next.role {
        Role::Body | Role::Item => true,
        Role::Heading(below) => level < below,
        _ => false,
    };
    let range = outline::alone(para).filter(|it| has_text && it.len() <= LONG)?;
    let last = range.end.checked_sub(1).filter(|it| range.contains(it))?;
    // Marks inside make a sentence of it, or an item of a list.
    let inner = || range.start..last;
    let is_sentence =
        inner().any(|it| "。，；：！？,;:“《".contains(para.at(it)) || para.at(it).is_ascii());
    let hit = Hit::new(para, last..range.end).fix("");
    match para.at(last) {
        '。' | '，' | '、' | '；' | ',' | ';' | '.' if !is_sentence && level == 1 => Some(hit),
        // （一） is often a sentence of its own.
        '，' | '、' | '；' | ',' | ';' if !is_sentence => Some(hit.level(Level::Doubt)),
        '：' | ':' if !is_sentence && level == 1 => Some(hit.level(Level::Hint)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "=1 一、总体情况。\n正文。", "=1 一、总体情况\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "=1 一、总体情况\n正文。");
        silent(&RULE, "=1+ 一、总体情况。全年完成。");
        silent(&RULE, "=1 一、怎么看？\n正文。");
        silent(&RULE, "=2 （一）主办2件；会办1件；\n正文。");
        silent(&RULE, "=1 一、建成新馆。\n=1 二、接收档案。");
    }
}
