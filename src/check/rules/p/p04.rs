//! A full stop of half width at the end of a Chinese sentence.

use crate::check::class::{Class, is_han, is_numeral};
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P04.
pub(super) static RULE: Rule = Rule::new(
    "P04",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.1.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        if c != '.' || para.is_exempt(idx, Exempt::FOREIGN) {
            continue;
        }
        let is_dots = para.before(idx) == '.' || para.at(idx + 1) == '.';
        // A number in front: `一.`, `第三.`.
        let is_number = idx < 5
            && para
                .chars
                .iter()
                .take(idx)
                .all(|&it| is_numeral(it) || matches!(it, '第' | '（' | '）'));
        let behind = matches!(para.class_before(idx), Class::Han | Class::Close);
        let is_end = idx + 1 == para.len();
        let goes_on =
            matches!(para.class(idx + 1), Class::Open | Class::Close) || is_start(para, idx + 1);
        if behind && !is_dots && !is_number && (is_end || goes_on) {
            hits.push(Hit::new(para, idx..idx + 1).fix("。"));
        }
    }
    hits
}

/// Whether a sentence begins there and a long one ends: `.` between Chinese
/// characters can also stand in a foreign name.
fn is_start(para: &Para, idx: usize) -> bool {
    let before = para.chars.get(idx.saturating_sub(9)..idx.saturating_sub(1)).unwrap_or_default();
    let is_long = 8 <= before.len() && before.iter().all(|&it| is_han(it));
    let after = para.chars.get(idx..idx + 5).unwrap_or_default();
    is_long && after.len() == 5 && after.iter().all(|&it| is_han(it))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "各项任务已完成.", "各项任务已完成。");
        wrong(
            &RULE,
            "全年收集档案工作任务已经完成.下一步将继续努力。",
            "全年收集档案工作任务已经完成。下一步将继续努力。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "增长3.5个百分点，列第1.加强管理。");
        silent(&RULE, "一.总体要求");
        silent(&RULE, "约翰.史密斯来访，使用PC.。");
    }
}
