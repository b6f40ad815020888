//! An Arabic number at the start with `、` behind it.

use crate::assemble::document::Role;
use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P22.
pub(super) static RULE: Rule = Rule::new(
    "P22",
    Level::Error,
    Source::standard("GB/T 15834—2011，B.3.3；GB/T 9704—2012，7.3.3"),
    Scope::Paragraph(find),
)
.safe()
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let n = para.chars.iter().take_while(|it| it.is_ascii_digit()).count();
    let is_role =
        matches!(para.role, Role::Body | Role::Heading(_) | Role::Item | Role::AttachmentNote);
    if n == 0 || 2 < n || !is_role {
        return Vec::new();
    }
    let is_text =
        matches!(para.class(n + 1), Class::Han | Class::Open | Class::Space | Class::Latin);
    let words = para.slice(0..n);
    let hit = || Hit::new(para, 0..n + 1).fix(format!("{words}."));
    match para.at(n) {
        '、' if is_text => vec![hit()],
        '．' if is_text => vec![hit().kind("wide").level(Level::Hint)],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "1、加强领导", "1.加强领导");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "3、4月份集中办理。");
        silent(&RULE, "1.加强领导");
    }
}
