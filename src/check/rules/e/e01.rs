//! 发文字号 with 第 or a leading zero: 〔2024〕第046号 → 〔2024〕46号.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// E01.
pub(super) static RULE: Rule = Rule::new(
    "E01",
    Level::Error,
    Source::standard("GB/T 9704—2012，7.2.5"),
    Scope::Paragraph(find),
)
.safe();

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for range in para.find("〔") {
        let year = range.end;
        let is_year =
            (year..year + 4).all(|it| para.at(it).is_ascii_digit()) && para.at(year + 4) == '〕';
        if !is_year {
            continue;
        }
        let start = year + 5;
        let mut idx = start;
        while para.at(idx) == '第' || para.at(idx) == '0' {
            idx += 1;
        }
        let mut end = idx;
        while para.at(end).is_ascii_digit() {
            end += 1;
        }
        if start < idx && idx < end && para.at(end) == '号' {
            hits.push(Hit::new(para, start..idx).fix(""));
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
        wrong(
            &RULE,
            "依据云办发〔2024〕第046号和云政〔2024〕08号。",
            "依据云办发〔2024〕46号和云政〔2024〕8号。",
        );
    }

    #[test]
    fn what_is_right_is_left_alone() {
        silent(&RULE, "依据云办发〔2024〕46号。");
        silent(&RULE, "云溪市人民政府令第8号。");
        silent(&RULE, "纪要〔2024〕第6期。");
    }
}
