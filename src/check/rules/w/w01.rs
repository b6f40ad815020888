//! 截止 where 截至 is meant: 截止 ends, 截至 is a point in time.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// W01.
pub(super) static RULE: Rule =
    Rule::new("W01", Level::Error, Source::PRACTICE, Scope::Paragraph(find)).safe();

/// Words that begin a point in time.
const TIMES: [&str; 22] = [
    "今年",
    "去年",
    "前年",
    "本年",
    "当年",
    "目前",
    "当前",
    "现在",
    "日前",
    "年底",
    "年末",
    "月底",
    "月末",
    "上月",
    "本月",
    "上年",
    "上半年",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "去年底",
];

/// What can be closed, and is, with 截止: 报名截止12月31日.
const CLOSED: [&str; 16] = [
    "报名", "申报", "征集", "投票", "登记", "受理", "填报", "投标", "提交", "报送", "申请", "预约",
    "缴费", "日", "时", "已",
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("截止") {
        if CLOSED.iter().any(|it| para.ends_with(range.start, it)) {
            continue;
        }
        let end = range.end;
        if is_time(para, end) {
            hits.push(Hit::new(para, range).fix("截至"));
        } else if matches!(para.at(end), '到' | '至') && is_time(para, end + 1) {
            // Dictionaries let it pass.
            hits.push(Hit::new(para, range.start..end + 1).fix("截至").level(Level::Hint));
        }
    }
    hits
}

/// Whether a point in time begins there: a word, or a number with 年 or 月.
fn is_time(para: &Para, start: usize) -> bool {
    if TIMES.iter().any(|it| para.starts_with(start, it)) {
        return true;
    }
    let is_digit = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十".contains(c);
    let mut end = start;
    while is_digit(para.at(end)) {
        end += 1;
    }
    start < end && matches!(para.at(end), '年' | '月')
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "截止今年8月，截止2024年12月，截止目前完成九成。",
            "截至今年8月，截至2024年12月，截至目前完成九成。",
        );
        wrong(&RULE, "截止到9月30日。", "截至9月30日。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "报名截止时间为5月10日，截止日期不变。");
        silent(&RULE, "于5日截止2024年的申报。");
        silent(&RULE, "申报截止12月31日。");
        silent(&RULE, "截至今年9月。");
    }
}
