//! 书名号 on something that is no work: an activity, a course, a contest.

use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P42.
pub(super) static RULE: Rule = Rule::new(
    "P42",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，A.13.1"),
    Scope::Paragraph(find),
);

const THINGS: [&str; 10] =
    ["活动", "主题活动", "大赛", "竞赛", "比赛", "培训班", "论坛", "课程", "专项行动", "主题教育"];
const WORKS: [&str; 14] = [
    "法", "条例", "规划", "办法", "意见", "通知", "方案", "纲要", "报告", "规定", "细则", "公约",
    "宪法", "）",
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for Pair { open, close, .. } in para.pairs.clone().pairs {
        if para.at(open) != '《' || 16 < close - open {
            continue;
        }
        let words = para.slice(open + 1..close);
        let is_thing = THINGS.iter().any(|it| {
            para.starts_with(close + 1, it) && !is_about(para, close + 1 + it.chars().count())
        });
        if is_thing && !WORKS.iter().any(|it| words.ends_with(it)) {
            hits.push(Hit::new(para, open..close + 1).fix(format!("“{words}”")));
        }
    }
    hits
}

/// `《甲》课程标准` names the course's work after all.
fn is_about(para: &Para, idx: usize) -> bool {
    ["方案", "标准", "通知", "教材"].iter().any(|it| para.starts_with(idx, it))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "开展《我为群众查档案》活动。", "开展“我为群众查档案”活动。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "开展《档案法》活动周，印发《档案日活动方案》，学习《云溪志》。");
        silent(&RULE, "开展“我为群众查档案”活动。");
    }
}
