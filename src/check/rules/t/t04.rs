//! Marks inside a title other than book title marks, quotation marks, brackets, 、 and ——.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// T04.
pub(super) static RULE: Rule =
    Rule::new("T04", Level::Hint, Source::PRACTICE, Scope::Document(find));

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    let para = it.last;
    if it.kind().is_none() {
        return Vec::new();
    }
    let inner = 0..para.len().saturating_sub(1);
    let is_mark = |idx: &usize| {
        matches!(para.at(*idx), '，' | '。' | '；' | ',' | ';')
            && !para.is_exempt(*idx, crate::check::exempt::Exempt::TITLE)
    };
    inner.filter(is_mark).map(|idx| Hit::new(para, idx..idx + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#关于加强管理⟦，⟧提高质量的通知\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于印发《档案管理，利用办法》的通知\n正文。");
        silent(&RULE, "#市委、市政府关于档案工作的意见\n正文。");
    }
}
