//! A percentage whose part and whole stand beside it, and shares that make up a
//! whole.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::{Sight, sum};
use crate::check::text::Para;
use crate::ledger::unit;
use crate::model::decimal::Decimal;

/// C12.
pub(super) static RULE: Rule =
    Rule::new("C12", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.is_prose() || !para.text.contains(['%', '％']) {
        return Vec::new();
    }
    let sight = Sight::of(para);
    let mut hits = Vec::new();
    for idx in 0..sight.found.len() {
        if sight.found.get(idx).is_none_or(|it| it.measure != "%") {
            continue;
        }
        hits.extend(
            of_whole(&sight, idx)
                .or_else(|| of_total(&sight, idx))
                .or_else(|| rate(&sight, idx))
                .or_else(|| shares(&sight, idx)),
        );
    }
    hits
}

/// `完成投资95亿元，占年度计划100亿元的95%`.
fn of_whole(sight: &Sight<'_>, idx: usize) -> Option<Hit> {
    let (whole, part) = (idx.checked_sub(1)?, idx.checked_sub(2)?);
    let gap = sight.gap(whole);
    let between = sight.gap(part);
    let is_of = matches!(gap.as_str(), "的" | "的近" | "的约");
    let is_share =
        between.contains('占') || between.contains("为年度") || between.contains("完成年");
    if !is_of || !is_share || !sight.same_sentence(whole, idx) || between.contains('。') {
        return None;
    }
    quotient(sight, part, whole, idx)
}

/// `解决43件，占建议总数的75.4%`, where the paragraph has said how many 建议 there are.
fn of_total(sight: &Sight<'_>, idx: usize) -> Option<Hit> {
    let part = idx.checked_sub(1)?;
    let gap = sight.gap(part);
    let (_, name) = gap.strip_suffix("总数的")?.rsplit_once('占')?;
    // What is not named may be any total.
    if !(2..=6).contains(&name.chars().count()) || gap.contains(['。', '；']) {
        return None;
    }
    let of = sight.exact(part)?;
    let is_whole = |&it: &usize| {
        sight.same_unit(it, part)
            && sight.exact(it).is_some_and(|it| of <= it)
            && sight.before(it).contains(name)
    };
    let whole = (0..part).find(is_whole)?;
    quotient(sight, part, whole, idx)
}

/// `应办120件，办结114件，办结率95%`.
fn rate(sight: &Sight<'_>, idx: usize) -> Option<Hit> {
    let (part, whole) = (idx.checked_sub(1)?, idx.checked_sub(2)?);
    const RATES: [(&str, &str); 12] = [
        ("办结率", "办结"),
        ("办复率", "办复"),
        ("完成率", "完成"),
        ("开工率", "开工"),
        ("整改率", "整改"),
        ("合格率", "合格"),
        ("达标率", "达标"),
        ("回复率", "回复"),
        ("化解率", "化解"),
        ("答复率", "答复"),
        ("采纳率", "采纳"),
        ("投产率", "投产"),
    ];
    let words = sight.gap(part);
    let (name, done) = RATES.iter().find(|it| {
        let bare = words
            .trim_start_matches(['，', ',', '、', '；'])
            .trim_end_matches(['为', '达', '到', '是']);
        bare == it.0
    })?;
    let _ = name;
    if !sight.same_sentence(whole, idx) {
        return None;
    }
    // What was done stands before the part, and the whole has another word.
    let between = sight.gap(whole);
    let is_part =
        between.contains(done) && !between.contains('。') && 10 >= between.chars().count();
    let before = sight.before(whole);
    if !is_part || before.contains(done) || before.contains('新') || before.contains("增") {
        return None;
    }
    quotient(sight, part, whole, idx)
}

/// A finding where the share is not that of part and whole, by more than rounding
/// or cutting off makes.
fn quotient(sight: &Sight<'_>, part: usize, whole: usize, share: usize) -> Option<Hit> {
    // 占全国总数的15%，占全市总数的75%: shares of two totals are no part and whole.
    let is_count = |idx: usize| sight.found.get(idx).is_some_and(|it| !unit::is_share(&it.measure));
    if !is_count(part) || !sight.same_unit(part, whole) || !sight.same_sentence(part, share) {
        return None;
    }
    let (a, b, stated) = (sight.exact(part)?, sight.exact(whole)?, sight.exact(share)?);
    let places = stated.places();
    let real = a.times(Decimal::HUNDRED)?.over(b, places)?;
    let written = written_places(sight, share).max(places);
    let step = Decimal::from(1).over(Decimal::from(10_u64.checked_pow(written)?), written)?;
    if real.minus(stated)?.abs() <= step {
        return None;
    }
    let range = sight.found.get(share)?.range.clone();
    let first = part.min(whole);
    Some(
        Hit::new(sight.para, range)
            .arg("part", sight.shown(part))
            .arg("whole", sight.shown(whole))
            .arg("real", format!("{}%", a.times(Decimal::HUNDRED)?.over(b, written.max(1))?))
            .arg("stated", sight.shown(share))
            .also(sight.para, sight.span(first, part.max(whole))),
    )
}

/// Digits behind the point as they are written: 95.0% has one.
fn written_places(sight: &Sight<'_>, idx: usize) -> u32 {
    let value =
        sight.found.get(idx).map(|it| sight.para.slice(it.value.clone())).unwrap_or_default();
    value.split_once('.').map_or(0, |it| it.1.chars().count() as u32)
}

/// `分别占45%、35%、25%`: shares that are said to be all.
fn shares(sight: &Sight<'_>, idx: usize) -> Option<Hit> {
    let before = sight.before(idx);
    if !before.ends_with("分别占")
        && !before.ends_with("占比分别为")
        && !before.ends_with("比重分别为")
    {
        return None;
    }
    let mut last = idx;
    while matches!(sight.gap(last).as_str(), "、" | "和" | "，")
        && sight.found.get(last + 1).is_some_and(|it| it.measure == "%")
    {
        last += 1;
    }
    let amounts: Option<Vec<Decimal>> = (idx..=last).map(|it| sight.exact(it)).collect();
    let amounts = amounts.filter(|it| 3 <= it.len())?;
    let sum = sum(&amounts)?;
    let off = sum.minus(Decimal::HUNDRED)?.abs();
    // Less may be some of them; a little more or less was meant to be a hundred.
    let is_wrong = Decimal::HUNDRED < sum && Decimal::from(1) < off.times(Decimal::from(2))?
        || Decimal::from(1) < off.times(Decimal::from(2))? && off <= Decimal::from(3);
    is_wrong.then(|| {
        Hit::new(sight.para, sight.span(idx, last)).kind("sum").arg("sum", format!("{sum}%"))
    })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_share_that_is_not_that_of_its_numbers_is_found() {
        marked(&RULE, "完成投资⟦90亿元，占年度计划100亿元⟧的⟦95%⟧。");
        marked(&RULE, "受理投诉⟦120件，办结102件⟧，办结率⟦95%⟧。");
        marked(&RULE, "办理建议⟦57件。其中解决43件⟧，占建议总数的⟦85.4%⟧。");
        marked(&RULE, "三类支出分别占⟦45%、35%、25%⟧。");
    }

    #[test]
    fn shares_that_fit_are_right() {
        silent(&RULE, "完成投资95亿元，占年度计划100亿元的95%。");
        silent(&RULE, "受理投诉120件，办结114件，办结率95%；应办7件，办结6件，办结率85.7%。");
        silent(&RULE, "三类支出分别占45.1%、35.2%、19.8%，前三位分别占40%、20%、15%。");
        silent(&RULE, "受理投诉7件，办结6件，办结率85%。");
        silent(&RULE, "办理建议57件。其中解决43件，占建议总数的75.4%；约谈3人，占提案总数的9%。");
    }

    #[test]
    fn shares_of_something_else_are_left_alone() {
        silent(&RULE, "受理投诉120件，新增办结20件，满意率98%。");
        silent(&RULE, "企业105家，约占全市的37%，其中85%为创新型企业。");
        silent(&RULE, "受理100余件，办结90件，办结率98%。");
        silent(&RULE, "申请量占全市总数的30.5%。4家企业获奖，占全省总数的12%，占全市总数的60%。");
    }
}
