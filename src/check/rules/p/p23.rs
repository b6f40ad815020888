//! 第一, 首先 and the like with `、` behind them.

use crate::check::class::{Class, is_numeral};
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P23.
pub(super) static RULE: Rule = Rule::new(
    "P23",
    Level::Error,
    Source::standard("GB/T 15834—2011，B.3.1"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        if c != '、' || para.is_exempt(idx, Exempt::TITLE) {
            continue;
        }
        let words = ["首先", "其次", "再次"].iter().find(|it| para.ends_with(idx, it));
        let start = match words {
            Some(_) => idx - 2,
            None => {
                let n = para
                    .chars
                    .get(..idx)
                    .unwrap_or_default()
                    .iter()
                    .rev()
                    .take_while(|&&it| "一二三四五六七八九十".contains(it))
                    .count();
                let Some(start) =
                    (idx - n).checked_sub(1).filter(|&it| 0 < n && para.at(it) == '第')
                else {
                    continue;
                };
                start
            }
        };
        let is_first = start == 0 || matches!(para.before(start), '。' | '；' | '：' | '！' | '？');
        // `第一、二、三产业`, `第一、第二季度`, `首先、其次`.
        let next = para.at(idx + 1);
        let is_list = is_numeral(next)
            || matches!(next, '第' | '其' | '再' | '最')
            || para.class(idx + 1) == Class::Digit;
        if is_first && !is_list && para.class(idx + 1) == Class::Han {
            hits.push(Hit::new(para, start..idx + 1).fix(format!("{}，", para.slice(start..idx))));
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "首先、要抓收集。其次、要抓利用。", "首先，要抓收集。其次，要抓利用。");
        wrong(&RULE, "第一、抓好收集。", "第一，抓好收集。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "第一、二、三产业全面发展。");
        silent(&RULE, "第一、第二季度完成任务。首先，要抓收集。");
    }
}
