//! 约 or 近 together with 左右, 上下, 多 or 余.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// N10.
pub(super) static RULE: Rule =
    Rule::new("N10", Level::Error, Source::PRACTICE, Scope::Paragraph(find));

const HEADS: [&str; 5] = ["大约", "大概", "将近", "约", "近"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for number in para.numbers.iter() {
        let Some(head) = HEADS.iter().find(|it| para.ends_with(number.range.start, it)) else {
            continue;
        };
        let start = number.range.start - head.chars().count();
        // 公约3项, 近十年来 and 附近 are other words.
        let is_word = *head == "约"
            && matches!(
                para.before(start),
                '公' | '条' | '合' | '节' | '签' | '预' | '制' | '契' | '相'
            )
            || *head == "近" && matches!(para.before(start), '附' | '临' | '最' | '靠' | '接');
        let mut end = number.range.end;
        while matches!(para.at(end), '万' | '亿') {
            end += 1;
        }
        if is_word || para.any_exempt(start..end, Exempt::OTHERS) {
            continue;
        }
        let is_time = |idx: usize| matches!(para.at(idx), '年' | '月' | '天' | '日' | '周' | '个');
        if matches!(para.at(end), '多' | '余')
            && !(*head == "近" && is_time(end + 1))
            && para.class(end + 1) == Class::Han
        {
            let fix = format!("{head}{}", para.slice(number.range.start..end));
            hits.push(Hit::new(para, start..end + 1).unsafe_fix(fix));
            continue;
        }
        // A unit of a few characters, then 左右.
        let tail = (end..(end + 5).min(para.len()))
            .find(|&it| para.starts_with(it, "左右") || para.starts_with(it, "上下"));
        let Some(tail) = tail.filter(|&it| {
            (end..it).all(|at| {
                matches!(para.class(at), Class::Han | Class::Ascii) && para.at(at) != '的'
            })
        }) else {
            continue;
        };
        let goes_on = ["开弓", "为难", "逢源", "两侧", "两岸", "一心", "联动", "齐心", "游"]
            .iter()
            .any(|it| para.starts_with(tail + 2, it));
        let is_recent = *head == "近" && is_time(end);
        if !goes_on && !is_recent {
            let fix = para.slice(start..tail);
            hits.push(Hit::new(para, start..tail + 2).unsafe_fix(fix));
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
        wrong(
            &RULE,
            "约50人左右参加，近200余件，大约三十天左右。",
            "约50人参加，近200件，大约三十天。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "近十年来左右开弓，公约3项左右，约50人，50人左右，近两年多来，附近200多米。");
    }
}
