//! The same figure twice with two values.

use std::collections::BTreeMap;

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::Sight;
use crate::check::text::Para;
use crate::ledger::{label, period, unit};
use crate::model::decimal::Decimal;

/// C14.
pub(super) static RULE: Rule =
    Rule::new("C14", Level::Doubt, Source::PRACTICE, Scope::Document(find));

/// A figure may count such a thing every time anew.
const ANEW: [&str; 21] = [
    "目标", "计划", "力争", "预计", "预期", "上年", "去年", "同期", "同比", "每", "平均", "约",
    "其中", "新增", "增长", "提高", "下降", "以上", "左右", "累计", "分别",
];

struct Seen<'a> {
    para: &'a Para,
    range: std::ops::Range<usize>,
    amount: Decimal,
}

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut seen: BTreeMap<(String, String, String), Vec<Seen<'_>>> = BTreeMap::new();
    for para in &ctx.text.paras {
        if !para.is_prose() {
            continue;
        }
        let sight = Sight::of(para);
        if !sight.found.iter().any(|it| unit::is_share(&it.measure)) {
            continue;
        }
        let periods = period::periods(&para.chars);
        for (idx, it) in sight.found.iter().enumerate() {
            // Few figures are rates, and what they count takes a while to tell.
            let Some(amount) = sight.exact(idx).filter(|_| unit::is_share(&it.measure)) else {
                continue;
            };
            let name = label::key(&sight.label(idx));
            let near = para.slice(it.range.start.saturating_sub(16)..it.range.start);
            let is_plain = ANEW.iter().all(|word| !near.contains(word) && !name.contains(word));
            // A rate of a long name is one thing. Numbers of things are not: reports
            // tell what was done and what is planned in the same words.
            let is_rate = ["率", "占比", "比重", "比例"].iter().any(|it| name.contains(it));
            if 6 <= name.chars().count() && is_plain && is_rate {
                let period = period::period(&para.chars, &periods, it);
                let key = (name, it.measure.clone(), period);
                seen.entry(key).or_default().push(Seen { para, range: it.range.clone(), amount });
            }
        }
    }
    let mut hits = Vec::new();
    for ((name, _, _), places) in &seen {
        let Some((first, others)) = places.split_first() else { continue };
        // Two in one paragraph count two things that are called alike.
        for it in
            others.iter().filter(|it| it.amount != first.amount && it.para.idx != first.para.idx)
        {
            let hit = Hit::new(it.para, it.range.clone())
                .arg("name", name)
                .arg("here", it.para.slice(it.range.clone()))
                .arg("there", first.para.slice(first.range.clone()))
                .also(first.para, first.range.clone());
            hits.push(hit);
        }
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn two_values_of_one_thing_are_found() {
        marked(
            &RULE,
            "社情民意信息年度采用率⟦14.29%⟧，位居前列。\n综上，社情民意信息年度采用率⟦12.29%⟧。",
        );
    }

    #[test]
    fn one_value_or_another_thing_is_right() {
        silent(&RULE, "社情民意信息年度采用率14.29%。\n社情民意信息年度采用率14.29%。");
        silent(&RULE, "社情民意信息年度采用率14.29%。\n目标是社情民意信息年度采用率15%。");
        silent(&RULE, "封闭安全隐患路口120个。\n封闭安全隐患路口60个。");
        silent(&RULE, "参加会议191人。\n参加会议200人。");
        silent(&RULE, "2024年社情民意信息年度采用率14.29%。\n2025年社情民意信息年度采用率15.1%。");
        silent(&RULE, "开展社情民意信息培训班4期，开展社情民意信息培训班5期。");
    }
}
