//! A paragraph of the body without a final mark.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P39.
pub(super) static RULE: Rule = Rule::new(
    "P39",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，4.1.3"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_text = para.chars.contains(&'。')
        || (30 <= para.len() && para.chars.iter().filter(|&&it| it == '，').count() > 1);
    if !para.is_prose() || !is_text {
        return Vec::new();
    }
    let Some(last) = para.len().checked_sub(1) else { return Vec::new() };
    let is_open = match para.class(last) {
        Class::Han => true,
        Class::Digit => false,
        // What is quoted or glossed may have ended the sentence inside.
        Class::Close => {
            !matches!(para.class_before(last), Class::Point | Class::Join)
                && !matches!(para.at(last), '）' | '】')
        }
        _ => matches!(para.at(last), '，' | '、' | '%') && para.chars.contains(&'。'),
    };
    if !is_open || is_residue(para) {
        return Vec::new();
    }
    let fix = match para.at(last) {
        '，' | '、' => "。".to_owned(),
        it => format!("{it}。"),
    };
    vec![Hit::new(para, last..last + 1).unsafe_fix(fix)]
}

/// Words of a page, a signature or a column heading that stand behind the last
/// sentence.
fn is_residue(para: &Para) -> bool {
    let last = para.sentences.last().cloned().unwrap_or(0..0);
    let tail = para.slice(last);
    ["年", "月", "日", "编辑", "来源", "附件", "作者", "公章", "摄", "记者"]
        .iter()
        .any(|it| tail.ends_with(it))
        || tail.contains("：")
        || tail.starts_with(' ')
        || (tail.chars().count() < 10 && 1 < para.sentences.len())
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "全年共收集文书档案15件。接待利用者300人次，同比明显增长",
            "全年共收集文书档案15件。接待利用者300人次，同比明显增长。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "=1 总体工作情况，主要做法和下一步工作的基本思路，请审议");
        silent(&RULE, "全年共收集文书档案15件。他说：“要抓好落实。”");
        silent(&RULE, "主要做法如下：\n^表1　全年情况\n@云溪市档案局");
    }
}
