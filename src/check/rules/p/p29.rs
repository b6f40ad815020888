//! `、` between neighbouring numbers that stand for a rough one.

use crate::check::class::is_numeral;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P29.
pub(super) static RULE: Rule = Rule::new(
    "P29",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.5.3.4；GB/T 15835—2011，5.2.1"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let digit = |c: char| "一二三四五六七八九".chars().position(|it| it == c);
    for (idx, &c) in para.chars.iter().enumerate() {
        let (Some(start), '、') = (idx.checked_sub(1), c) else { continue };
        let (Some(a), Some(b)) = (digit(para.at(start)), digit(para.at(idx + 1))) else { continue };
        let counts = ["个人", "个月", "个小时", "天", "名", "位", "家", "岁", "倍", "分钟", "公里"];
        let is_counted = counts.iter().any(|it| para.starts_with(idx + 2, it));
        // `第三、四名` and `前三、四名` are ranks.
        let before = para.before(start);
        let is_list =
            is_numeral(before) || matches!(before, '第' | '、' | '前' | '后' | '列' | '获');
        let far = para.chars.get(start.saturating_sub(6)..start).unwrap_or_default();
        if a + 1 == b
            && is_counted
            && !is_list
            && !far.contains(&'第')
            && !para.is_exempt(idx, Exempt::TITLE)
        {
            hits.push(Hit::new(para, start..idx + 2).fix(format!(
                "{}{}",
                para.at(start),
                para.at(idx + 1)
            )));
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
        wrong(&RULE, "用三、四个月时间，配备五、六名干部。", "用三四个月时间，配备五六名干部。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "二、三产业，一、二审，五、六月份，三、四年级，第三、四名。");
        silent(&RULE, "用三四个月时间");
    }
}
