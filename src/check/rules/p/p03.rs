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
        // A mark that was lost in a conversion often became `?`.
        let goes_on = after == Class::Han
            && (para.is_exempt(idx, Exempt::QUOTED.and(Exempt::TITLE)) || !asks(para, idx));
        if c == '?' && before == Class::Han && goes_on {
            hits.push(Hit::new(para, idx..idx + 1).kind("lost").level(Level::Doubt));
            continue;
        }
        let is_counted = matches!(c, ';' | '?' | '!')
            && (matches!(before, Class::Digit) || para.before(idx) == '%')
            && matches!(after, Class::Han | Class::Open);
        if (is_behind && !is_face) || is_counted {
            hits.push(Hit::new(para, idx..idx + 1).fix(wide).kind(kind));
        }
    }
    hits
}

/// Whether the words before ask something.
fn asks(para: &Para, idx: usize) -> bool {
    let words = para.slice(para.sentence(idx).start.max(idx.saturating_sub(30))..idx);
    ["吗", "呢", "什么", "怎么", "如何", "哪", "谁", "是否", "何", "几", "多少"]
        .iter()
        .any(|it| words.contains(it))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(&RULE, "具体如下:一是抓收集;二是抓利用!", "具体如下：一是抓收集；二是抓利用！");
        wrong(&RULE, "增长5%;下降3%。怎么办?请看下文。", "增长5%；下降3%。怎么办？请看下文。");
        marked(&RULE, "发布“云溪⟦?⟧档案指数”，推动利用。");
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "会议于15:40开始，比例尺为1:500。");
        silent(&RULE, "网址是http://a.example/?b，见C:盘。");
    }
}
