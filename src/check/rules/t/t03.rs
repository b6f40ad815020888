//! A point mark behind the title.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::t::title;

/// T03.
pub(super) static RULE: Rule = Rule::new(
    "T03",
    Level::Error,
    Source::standard("GB/T 15834—2011，附录B.4"),
    Scope::Document(find),
)
.safe();

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(it) = title::of(ctx.text) else { return Vec::new() };
    let Some(end) = it.last.len().checked_sub(1) else { return Vec::new() };
    // Without a kind in front of the mark it may be a sentence of the body.
    let is_title =
        it.kind().is_some() || it.text.ends_with("总结。") || it.text.ends_with("方案。");
    match it.last.at(end) {
        '。' | '，' | '、' | '；' | '：' | ',' | ';' | ':' if is_title => {
            vec![Hit::new(it.last, end..end + 1).fix("")]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "#关于召开会议的通知。\n正文。", "#关于召开会议的通知\n正文。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "#关于召开会议的通知\n正文。");
        silent(&RULE, "#路在何方？\n正文。");
        silent(&RULE, "#今年工作取得新成绩。\n正文。");
    }
}
