//! A session that does not fit the year: a new term that is not new any more, a
//! term that has not begun.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::table;
use crate::check::text::Para;
use crate::model::quantity;

/// C02.
pub(super) static RULE: Rule =
    Rule::new("C02", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static TERMS: &str = include_str!("c02.tsv");

/// Bodies of the provinces begin their terms in January of the same years as the
/// national ones.
const BODIES: [&str; 8] = [
    "全国政协",
    "全国人大",
    "自治区政协",
    "自治区人大",
    "省政协",
    "省人大",
    "全国政协委员",
    "自治区人民政府",
];

struct Term {
    body: &'static str,
    nth: u64,
    from: u16,
    to: u16,
}

fn terms() -> impl Iterator<Item = Term> {
    table(TERMS).filter_map(|row| {
        let number = |idx: usize| row.get(idx)?.parse::<u16>().ok();
        Some(Term { body: row[0], nth: number(1)?.into(), from: number(2)?, to: number(3)? })
    })
}

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(year) = ctx.text.facts.year.filter(|_| para.text.contains('届')) else {
        return Vec::new();
    };
    let mut hits = Vec::new();
    for range in para.find("新一届") {
        let Some(body) = BODIES.iter().find(|it| para.starts_with(range.end, it)) else { continue };
        // In the third year of a term nothing of it is new.
        let Some(from) =
            terms().filter(|it| it.from <= year && year < it.to).map(|it| it.from).next()
        else {
            continue;
        };
        if from + 2 <= year {
            let end = range.end + body.chars().count();
            let nth = year - from + 1;
            hits.push(
                Hit::new(para, range.start..end)
                    .arg("body", *body)
                    .arg("from", from.to_string())
                    .arg("nth", nth.to_string())
                    .arg("year", year.to_string()),
            );
        }
    }
    for term in terms() {
        for range in para.find(term.body) {
            let Some(start) = number_before(para, range.start, term.nth) else { continue };
            // Whoever reports on a year knows of the term that begins behind it.
            if year + 1 < term.from {
                hits.push(
                    Hit::new(para, start..range.end)
                        .kind("early")
                        .arg("from", term.from.to_string())
                        .arg("year", year.to_string()),
                );
            }
        }
    }
    hits
}

/// Where `十三届` or `第十三届` begins that ends there.
fn number_before(para: &Para, end: usize, nth: u64) -> Option<usize> {
    let at = end.checked_sub(1).filter(|&it| para.at(it) == '届')?;
    let mut start = at;
    while 0 < start
        && (quantity::is_chinese_digit(para.before(start))
            || quantity::is_digit(para.before(start)))
    {
        start -= 1;
    }
    let n = quantity::amount(&para.slice(start..at), "")?.whole()?;
    (n == nth).then(|| if para.before(start) == '第' { start - 1 } else { start })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_term_that_is_old_or_has_not_begun_is_found() {
        marked(&RULE, "#2020年度工作报告\n列入⟦新一届全国政协⟧重点提案。");
        marked(&RULE, "#2020年度工作报告\n迎接⟦第十四届全国政协⟧召开。");
    }

    #[test]
    fn terms_that_fit_are_left_alone() {
        silent(&RULE, "#2018年度工作报告\n列入新一届全国政协重点提案。");
        silent(&RULE, "#2020年度工作报告\n这是十三届全国政协的第一件，本届以来，新一届班子。");
        silent(&RULE, "#2024年度工作报告\n回顾十三届全国政协的工作。");
        silent(&RULE, "列入新一届全国政协重点提案。");
    }
}
