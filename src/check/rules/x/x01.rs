//! Remains of a web page: breadcrumbs, buttons, counters, page notes.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// X01.
pub(super) static RULE: Rule =
    Rule::new("X01", Level::Error, Source::PRACTICE, Scope::Paragraph(find));

/// A longer paragraph, in characters, is text.
const LONG: usize = 80;

/// Buttons that stand alone.
const BUTTONS: [&str; 16] = [
    "下载",
    "打印",
    "全屏",
    "收藏",
    "加大",
    "还原",
    "减小",
    "分享",
    "关闭",
    "返回",
    "返回顶部",
    "返回首页",
    "打印本页",
    "关闭窗口",
    "网站地图",
    "设为首页",
];

/// Beginnings that only pages have.
const BEGINNINGS: [&str; 22] = [
    "当前位置",
    "您的位置",
    "您现在的位置",
    "您当前的位置",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "浏览次数",
    "阅读次数",
    "访问次数",
    "点击数",
    "点击量",
    "【字号",
    "[字号",
    "字号：",
    "字号:",
    "【打印",
    "相关报道",
    "相关链接",
    "责任编辑",
    "扫一扫",
];

/// Notes that may be meant.
const NOTES: [&str; 14] = [
    "来源：",
    "来源:",
    "信息来源",
    "文章来源",
    "发布日期",
    "发布时间",
    "发布机构",
    "归档时间",
    "时间：",
    "时间:",
    "作者：",
    "作者:",
    "编辑：",
    "编辑:",
];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let text = para.text.trim();
    let whole = || Hit::new(para, 0..para.len()).unsafe_fix("");
    if LONG < para.len() || para.is_row() || text.ends_with('。') {
        return Vec::new();
    }
    let begins = |words: &[&str]| words.iter().any(|it| text.starts_with(it));
    if BUTTONS.contains(&text) || begins(&BEGINNINGS) {
        return vec![whole()];
    }
    // A note of its source belongs to a page, or stands at the foot of a text.
    if begins(&NOTES) { vec![whole().level(Level::Doubt)] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn what_is_wrong_is_found() {
        marked(&RULE, "⟦当前位置：首页 > 政务公开⟧\n正文一段。\n⟦打印⟧\n⟦下一篇：档案工作要点⟧");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "下载量达8万次。");
        silent(&RULE, "当前位置偏远、交通不便的乡镇优先安排。");
        silent(&RULE, "资料来源：云溪年鉴。");
    }
}
