//! A Chinese number at the start that has no `、` behind it.

use crate::assemble::document::Role;
use crate::check::class::{Class, is_numeral};
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P21.
pub(super) static RULE: Rule = Rule::new(
    "P21",
    Level::Error,
    Source::standard("GB/T 15834—2011，B.3.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let n = para.chars.iter().take_while(|&&it| "一二三四五六七八九十".contains(it)).count();
    let is_role = matches!(para.role, Role::Body | Role::Heading(_) | Role::Item);
    if n == 0 || 3 < n || !is_role {
        return Vec::new();
    }
    let (mark, next) = (para.at(n), para.class(n + 1));
    let is_text = matches!(next, Class::Han | Class::Open);
    let words = para.slice(0..n);
    let hit = || Hit::new(para, 0..n + 1).fix(format!("{words}、"));
    match mark {
        '.' | '．' | ',' if is_text && para.class(n + 2) != Class::Point => vec![hit()],
        '，' | ' ' | '：'
            if is_text && para.len() < 40 && !para.chars.contains(&'。') && !is_count(para, n) =>
        {
            vec![hit().level(Level::Doubt)]
        }
        _ => Vec::new(),
    }
}

/// `一，二，三` counts aloud.
fn is_count(para: &Para, n: usize) -> bool {
    is_numeral(para.at(n + 1))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "一.总体情况", "一、总体情况");
        wrong(&RULE, "十二．下一步打算", "十二、下一步打算");
        wrong(&RULE, "三 下一步打算", "三、下一步打算");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "一是抓收集。一方面要快。");
        silent(&RULE, "一，二，三，开始");
        silent(&RULE, "一、总体情况");
    }
}
