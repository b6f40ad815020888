//! A point mark behind `（一）` or `（1）`.

use crate::check::class::is_numeral;
use crate::check::finding::{Level, Source};
use crate::check::pairs::Pair;
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P20.
pub(super) static RULE: Rule = Rule::new(
    "P20",
    Level::Error,
    Source::standard("GB/T 15834—2011，B.3.4；GB/T 9704—2012，7.3.3"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for Pair { open, close, .. } in para.pairs.clone().pairs {
        let inside = para.chars.get(open + 1..close).unwrap_or_default();
        let is_number = !inside.is_empty()
            && inside.len() < 4
            && (inside.iter().all(|&it| is_numeral(it)) || inside.iter().all(char::is_ascii_digit));
        let is_bracket = matches!(para.at(open), '（' | '(');
        let is_first = open == 0 || matches!(para.before(open), '。' | '；' | '：');
        let is_mark = matches!(para.at(close + 1), '、' | '，' | '．' | '：' | ',');
        // `（一）、（二）项` is a list.
        let is_list = matches!(para.at(close + 2), '（' | '(');
        if is_bracket && is_number && is_first && is_mark && !is_list && !para.is_row() {
            hits.push(Hit::new(para, close + 1..close + 2).fix(""));
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
        wrong(&RULE, "（一）、总体情况", "（一）总体情况");
        wrong(
            &RULE,
            "主要做法：（1）、抓收集；（2），抓利用。",
            "主要做法：（1）抓收集；（2）抓利用。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "（一）《条例》执行情况");
        silent(&RULE, "依照第（一）、（二）项办理。");
    }
}
