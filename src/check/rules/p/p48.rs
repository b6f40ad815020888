//! A caption that ends with `。`.

use crate::assemble::document::Role;
use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P48.
pub(super) static RULE: Rule = Rule::new(
    "P48",
    Level::Doubt,
    Source::standard("GB/T 15834—2011，A.1"),
    Scope::Paragraph(find),
);

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let Some(last) = para.len().checked_sub(1) else { return Vec::new() };
    let is_labelled = matches!(para.at(0), '图' | '表') && para.class(1) == Class::Digit && {
        let n = para.classes.iter().skip(1).take_while(|&&it| it == Class::Digit).count();
        matches!(para.at(1 + n), ' ' | '　' | '：')
    };
    let is_caption = para.role == Role::Caption || (is_labelled && para.len() < 40);
    let n_stops = para.chars.iter().filter(|&&it| it == '。').count();
    if is_caption && n_stops == 1 && para.at(last) == '。' {
        return vec![Hit::new(para, last..last + 1).fix("")];
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "^表1　全年收集情况。", "^表1　全年收集情况");
        wrong(&RULE, "图1 总体框架。", "图1 总体框架");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "表1显示，全年收集情况良好。");
        silent(&RULE, "^表1　全年收集情况。数据截至12月。");
    }
}
