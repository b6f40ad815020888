//! 发文字号 whose year stands in other brackets than 〔〕.

use crate::check::class::Class;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// P41.
pub(super) static RULE: Rule = Rule::new(
    "P41",
    Level::Error,
    Source::standard("GB/T 9704—2012，7.2.5；GB/T 15834—2011，4.9.3.4"),
    Scope::Paragraph(find),
)
.safe()
.gathering();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for idx in 0..para.len() {
        let close = match para.at(idx) {
            '[' => ']',
            '(' => ')',
            '（' => '）',
            '【' => '】',
            '［' => '］',
            _ => continue,
        };
        let is_year = (idx + 1..idx + 5).all(|it| para.class(it) == Class::Digit);
        if !is_year || para.at(idx + 5) != close {
            continue;
        }
        let named = para.class_before(idx) == Class::Han;
        let from = idx + 6 + usize::from(para.at(idx + 6) == '第');
        let n = para.classes.iter().skip(from).take_while(|&&it| it == Class::Digit).count();
        // 公告（2020）第3号 and court numbers keep their own form.
        let is_round = matches!(para.at(idx), '（' | '(');
        let is_notice =
            is_round && (from != idx + 6 || para.ends_with(idx, "公告") || !has_word(para, idx));
        if named && 0 < n && n < 6 && para.at(from + n) == '号' && !is_notice {
            let year = para.slice(idx + 1..idx + 5);
            hits.push(Hit::new(para, idx..idx + 6).fix(format!("〔{year}〕")));
        }
    }
    hits
}

/// Whether the words before end as 代字 do: 发, 办, 函, 字, 通 and the like.
fn has_word(para: &Para, idx: usize) -> bool {
    "发办函字通政文令规告请批复建经社综财党组审复备规".contains(para.before(idx))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{silent, wrong};

    #[test]
    fn what_is_wrong_is_found() {
        wrong(
            &RULE,
            "依据云政发[2024]3号、云办函（2024）16号",
            "依据云政发〔2024〕3号、云办函〔2024〕16号",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "依据云办发〔2024〕46号和(2020)云01民初1号判决");
        silent(&RULE, "公告（2020）第3号，云溪市（2020）3号");
    }
}
