//! `;` `:` `?` `!` of half width in Chinese text.

use crate::check::class::Class;
use crate::check::exempt::Exempt;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P03.
pub(super) static RULE: Rule = Rule::new(
    "P03",
    Level::Error,
    Source::standard("GB/T 15834—2011，4.2.2、4.3.2、4.6.2、4.7.2"),
    Scope::Paragraph(find),
)
.safe()
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        let (wide, kind) = match c {
            ';' => ("；", "semicolon"),
            ':' => ("：", "colon"),
            '?' => ("？", "question"),
            '!' => ("！", "exclamation"),
            _ => continue,
        };
        if para.is_exempt(idx, Exempt::FOREIGN.and(Exempt::DATE)) {
            continue;
        }
        let (before, after) = (para.class_before(idx), para.class(idx + 1));
        let is_face = matches!(para.at(idx + 1), ')' | '(' | '-' | '/');
        let is_behind = matches!(before, Class::Han | Class::Close)
            || para.before(idx) == ')' && after == Class::Han;
        let is_counted = matches!(c, ';' | '?' | '!')
            && (matches!(before, Class::Digit) || para.before(idx) == '%')
            && matches!(after, Class::Han | Class::Open);
        if (is_behind && !is_face) || is_counted {
            hits.push(Hit::new(para, idx..idx + 1).fix(wide).kind(kind));
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
        wrong(&RULE, "具体如下:一是抓收集;二是抓利用!", "具体如下：一是抓收集；二是抓利用！");
        wrong(&RULE, "增长5%;下降3%。", "增长5%；下降3%。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "会议于15:40开始，比例尺为1:500。");
        silent(&RULE, "网址是http://a.example/?b，见C:盘。");
    }
}
