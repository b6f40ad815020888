//! A figure of the whole year from data that end before the year does.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;

/// C07.
pub(super) static RULE: Rule =
    Rule::new("C07", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for word in ["截至", "截止"] {
        for range in para.find(word) {
            let sentence = para.sentence(range.start);
            let near = para.slice(range.end..(range.end + 12).min(sentence.end));
            if month(&near).is_none_or(|it| 12 <= it) {
                continue;
            }
            for year in para.find("年度") {
                let behind = para.slice(year.end..(year.end + 6).min(para.len()));
                // 年度采用率 and 年度总数, not 2025年度 and 年度计划.
                let is_figure = behind.split(['，', '。', ',']).next().is_some_and(|it| {
                    it.ends_with('率')
                        || it.contains("率为")
                        || it.contains("率达")
                        || it.contains("总数")
                });
                let is_named = para.before(year.start).is_ascii_digit();
                if sentence.contains(&year.start)
                    && range.end <= year.start
                    && is_figure
                    && !is_named
                {
                    let end =
                        year.end + behind.chars().position(|it| it == '率').map_or(0, |it| it + 1);
                    hits.push(
                        Hit::new(para, year.start..end.max(year.end)).also(para, range.clone()),
                    );
                }
            }
        }
    }
    hits
}

/// The month that is named there.
fn month(words: &str) -> Option<u64> {
    let (before, _) = words.split_once('月')?;
    let digits: String = before
        .chars()
        .rev()
        .take_while(|it| it.is_ascii_digit() || crate::model::quantity::is_chinese_digit(*it))
        .collect();
    let digits: String = digits.chars().rev().collect();
    crate::model::quantity::amount(&digits, "")?.whole()
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_rate_of_the_year_before_its_end_is_found() {
        marked(&RULE, "⟦截至⟧今年9月，信息的⟦年度采用率⟧为14.2%。");
    }

    #[test]
    fn rates_of_a_time_that_is_over_are_right() {
        silent(&RULE, "截至12月底，信息的年度采用率为14.2%。");
        silent(&RULE, "截至9月底，完成年度计划的85%，采用率为14.2%。");
        silent(&RULE, "截至9月底，2025年度完成率为85%。年度采用率为14.2%。");
    }
}
