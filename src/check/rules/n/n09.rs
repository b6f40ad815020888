//! A decimal without 0 in front.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::number::arabic;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N09.
pub(super) static RULE: Rule = Rule::new(
    "N09",
    Level::Error,
    Source::standard("GB/T 15835—2011，5.1.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        let is_start = idx == 0
            || matches!(
                para.class_before(idx),
                Class::Han | Class::Point | Class::Open | Class::Join
            );
        if c != '.' || !is_start || para.is_exempt(idx, Exempt::FOREIGN) {
            continue;
        }
        let Some(it) = arabic(para, idx + 1).filter(|it| it.decimals == 0) else { continue };
        // A stop of half width before a figure looks the same: only what cannot
        // be counted in whole is sure.
        let units = ["%", "％", "个百分点", "万元", "亿元", "倍", "万亩", "公里"];
        if it.range.len() < 4
            && units.iter().any(|unit| para.starts_with(it.range.end, unit))
            && idx != 0
        {
            let fix = format!("0.{}", para.slice(it.range.clone()));
            let level = if para.at(it.range.end) == '%' { Level::Error } else { Level::Doubt };
            hits.push(Hit::new(para, idx..it.range.end).fix(fix).level(level));
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
        wrong(&RULE, "同比增长.5%，高.35个百分点。", "同比增长0.5%，高0.35个百分点。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "见附件.docx，增长0.5%，已完成.3家企业受益，第3.5条。");
    }
}
