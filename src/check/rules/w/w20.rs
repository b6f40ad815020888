//! 以经 for 已经.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// W20.
pub(super) static RULE: Rule =
    Rule::new("W20", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

/// What stands behind 已经 and hardly ever behind 以 + a word with 经: 以经济、
/// 以经营、以经验 go on otherwise.
const BEHIND: [&str; 22] = [
    "完成", "达到", "达成", "建成", "建立", "形成", "成为", "成功", "开始", "开工", "开通", "有了",
    "基本", "全部", "全面", "取得", "实现", "启动", "到位", "超过", "落实", "初步",
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let is_verb = |it: &usize| BEHIND.iter().any(|word| para.starts_with(it + 2, word));
    // 可以经、予以经 and the like end in 以.
    let is_tail = |it: usize| "可予加足难得所用".contains(para.before(it));
    para.find("以经")
        .map(|it| it.start)
        .filter(|it| is_verb(it) && !is_tail(*it))
        .map(|it| Hit::new(para, it..it + 2).fix("已经"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "项目以经完成，以经取得成效。", "项目已经完成，已经取得成效。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "坚持以经济建设为中心。");
        silent(&RULE, "农业以经济作物为主。");
        silent(&RULE, "可以经全部成员同意。");
    }
}
