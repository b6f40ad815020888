//! An anniversary that was in another year than the report's, by a table of
//! founding years.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::{Sight, table};
use crate::check::text::{Para, Text};
use crate::ledger::find::Kind;
use crate::model::decimal::Decimal;

/// C01.
pub(super) static RULE: Rule =
    Rule::new("C01", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

static BASES: &str = include_str!("c01.tsv");

/// The autonomous regions by the words that tell of which one a report speaks.
const REGIONS: [(&str, u16); 5] =
    [("内蒙古", 1947), ("新疆", 1955), ("广西", 1958), ("宁夏", 1958), ("西藏", 1965)];

fn find(para: &Para, ctx: &Ctx<'_>) -> Vec<Hit> {
    let Some(year) = ctx.text.facts.year.filter(|_| para.text.contains("周年")) else {
        return Vec::new();
    };
    let sight = Sight::of(para);
    let mut hits = Vec::new();
    for it in sight.found.iter().filter(|it| it.kind == Kind::Anniversary) {
        let Some(n) = it.amount.and_then(Decimal::whole).and_then(|it| u16::try_from(it).ok())
        else {
            continue;
        };
        let start = it.range.start.saturating_sub(24);
        let before = para.slice(start..it.range.start);
        let Some((name, bases)) = bases(&before, ctx.text) else { continue };
        let falls = |base: &u16| base.saturating_add(n);
        // A report speaks of the year before it and prepares the year behind it.
        if bases.iter().any(|it| falls(it).abs_diff(year) <= 1)
            || is_dated(para, it.sentence.clone(), &bases, n)
        {
            continue;
        }
        let Some(base) = bases.iter().min_by_key(|it| falls(it).abs_diff(year)) else { continue };
        hits.push(
            Hit::new(para, it.range.start - name.chars().count().min(it.range.start)..it.range.end)
                .arg("name", name)
                .arg("base", base.to_string())
                .arg("n", n.to_string())
                .arg("then", falls(base).to_string())
                .arg("year", year.to_string()),
        );
    }
    hits
}

/// The event at the end of the words before an anniversary, and the years in which
/// it may have been.
fn bases(before: &str, text: &Text) -> Option<(String, Vec<u16>)> {
    let event = table(BASES).filter(|it| before.ends_with(it[0])).max_by_key(|it| it[0].len());
    if let Some(row) = event {
        return Some((row[0].to_owned(), vec![row.get(1)?.parse().ok()?]));
    }
    // A region writes of itself without its name.
    let name = "自治区成立";
    if !before.ends_with(name) {
        return None;
    }
    let named = |region: &str| text.paras.iter().any(|it| it.text.contains(region));
    let mut years: Vec<u16> = REGIONS.iter().filter(|it| named(it.0)).map(|it| it.1).collect();
    if years.is_empty() {
        years = REGIONS.iter().map(|it| it.1).collect();
    }
    Some((name.to_owned(), years))
}

/// Whether the sentence names the year of the anniversary itself.
fn is_dated(para: &Para, sentence: std::ops::Range<usize>, bases: &[u16], n: u16) -> bool {
    let words = para.slice(sentence);
    bases.iter().any(|it| words.contains(&format!("{}年", it.saturating_add(n))))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn an_anniversary_of_another_year_is_found() {
        marked(&RULE, "#云溪市2020年度工作报告\n围绕⟦改革开放40周年⟧组织宣传活动。");
        marked(&RULE, "#2020年工作报告\n筹备⟦自治区成立60周年⟧庆祝活动。");
        marked(&RULE, "#2022年工作报告\n开展庆祝⟦中国共产党成立95周年⟧活动。");
    }

    #[test]
    fn the_year_itself_and_those_beside_it_are_right() {
        silent(&RULE, "#2021年工作报告\n庆祝中国共产党成立100周年。");
        silent(&RULE, "#2020年工作报告\n筹备庆祝中国共产党成立100周年。");
        silent(&RULE, "#2019年工作报告\n过去一年庆祝改革开放40周年。");
        silent(&RULE, "#2025年工作报告\n2018年，以改革开放40周年为契机启动改造。");
    }

    #[test]
    fn what_the_table_does_not_know_is_left_alone() {
        silent(&RULE, "#2020年工作报告\n庆祝建馆35周年，改革开放的第42个年头。");
        silent(&RULE, "庆祝改革开放40周年。");
    }
}
