//! The title twice.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};

/// X02.
pub(super) static RULE: Rule =
    Rule::new("X02", Level::Error, Source::PRACTICE, Scope::Document(find));

/// Paragraphs at the beginning, where titles are.
const OPENING: usize = 10;

/// A shorter line, in characters, may be the name of the unit.
const SHORT: usize = 8;

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let opening = || {
        ctx.text.paras.iter().take(OPENING).filter(|it| matches!(it.role, Role::Title | Role::Body))
    };
    let bare = |text: &str| -> String { text.chars().filter(|it| !it.is_whitespace()).collect() };
    let titles: Vec<_> = opening().map(|it| (it, bare(&it.text))).collect();
    let Some(at) = titles.iter().position(|(it, text)| {
        it.role == Role::Title && SHORT <= text.chars().count() && !text.contains(['：', ':', '>'])
    }) else {
        return Vec::new();
    };
    for (idx, (title, text)) in titles.iter().enumerate().skip(at) {
        if title.role != Role::Title || text.chars().count() < SHORT {
            continue;
        }
        for (next, (again, other)) in titles.iter().enumerate().skip(idx + 1) {
            let broken =
                titles.get(next + 1).is_some_and(|(_, rest)| format!("{other}{rest}") == *text);
            if other == text || broken {
                return vec![Hit::new(again, 0..again.len()).also(title, 0..title.len())];
            }
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "#⟦云溪市档案局2024年工作总结⟧\n⟦云溪市档案局2024年工作总结⟧\n全年完成。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#云溪市档案局2024年工作总结\n云溪市档案局2024年工作总结如下。");
        silent(&RULE, "#云溪市\n#云溪市\n全年完成。");
    }
}
