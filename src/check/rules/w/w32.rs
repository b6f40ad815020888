//! 党的十九大 and 中共十九大 in one text: one of the two, by who writes.

use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};

/// W32.
pub(super) static RULE: Rule =
    Rule::new("W32", Level::Hint, Source::PRACTICE, Scope::Document(find));

const CONGRESSES: [&str; 6] = ["十六大", "十七大", "十八大", "十九大", "二十大", "二十一大"];

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut party = None;
    let mut full = None;
    for para in &ctx.text.paras {
        for (word, first) in [("党的", &mut party), ("中共", &mut full)] {
            if first.is_some() {
                continue;
            }
            let names = |it: usize| CONGRESSES.iter().find(|name| para.starts_with(it, name));
            *first = para
                .find(word)
                .filter(|it| !para.is_exempt(it.start, Exempt::OTHERS))
                .find_map(|it| Some(it.start..it.end + names(it.end)?.chars().count()))
                .map(|it| (para, it));
        }
    }
    match (party, full) {
        (Some((para, range)), Some((other, place))) => {
            vec![Hit::new(other, place).also(para, range)]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "学习⟦中共二十大⟧精神。\n贯彻⟦党的二十大⟧部署。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "贯彻党的二十大精神，落实党的二十大部署。");
        silent(&RULE, "学习中共二十大精神。");
        silent(&RULE, "学习《中共二十大文件》，贯彻党的二十大精神。");
    }
}
