//! 主送机关 without its full-width colon.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// E02.
pub(super) static RULE: Rule = Rule::new(
    "E02",
    Level::Error,
    Source::standard("GB/T 9704—2012，7.3.2"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let Some(last) = para.len().checked_sub(1).filter(|_| para.role == Role::Addressee) else {
        return Vec::new();
    };
    match para.at(last) {
        '：' | '！' => Vec::new(),
        ':' | '；' | ';' | '，' | ',' | '。' => vec![Hit::new(para, last..last + 1).fix("：")],
        _ => vec![Hit::new(para, last + 1..last + 1).fix("：").level(Level::Doubt)],
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, ">各县人民政府；\n正文。", ">各县人民政府：\n正文。");
        wrong(&RULE, ">市政府:", ">市政府：");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, ">各县人民政府：\n正文。");
        silent(&RULE, ">各位代表！");
    }
}
