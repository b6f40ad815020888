//! Two point marks in a row.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P10.
pub(super) static RULE: Rule = Rule::new(
    "P10",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.2.3.3、4.3.3.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < para.len() {
        let run = para.classes.iter().skip(idx).take_while(|&&it| it == Class::Point).count();
        let marks = para.chars.get(idx..idx + run).unwrap_or_default();
        let start = idx;
        idx += run.max(1);
        let is_loud = marks.iter().all(|it| matches!(it, '！' | '？'));
        let is_dots = 2 < run && marks.iter().all(|&it| it == '。');
        if run < 2 || (is_loud && run <= 3) || is_dots {
            continue;
        }
        let hit = Hit::new(para, start..start + run);
        let first = para.at(start);
        let is_same = marks.iter().all(|&it| it == first);
        hits.push(match is_same && first != '！' && first != '？' {
            true => hit.fix(first),
            false => hit,
        });
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "工作已完成。。下一步，，继续抓好落实。",
            "工作已完成。下一步，继续抓好落实。",
        );
        marked(&RULE, "收集⟦、，⟧利用⟦。；⟧");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "真的吗？！太好了！！！他说……");
        silent(&RULE, "等等。。。");
    }
}
