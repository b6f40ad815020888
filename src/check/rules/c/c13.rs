//! A rise that falls: the direction and the size of a change beside the two
//! numbers it is from and to.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::Sight;
use crate::check::text::Para;
use crate::ledger::unit;
use crate::model::decimal::Decimal;

/// C13.
pub(super) static RULE: Rule =
    Rule::new("C13", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

const UP: [&str; 9] = ["提高", "提升", "增加", "增长", "上升", "扩大", "增至", "升至", "增"];
const DOWN: [&str; 9] = ["下降", "降低", "减少", "压减", "缩短", "缩减", "降至", "减至", "降"];

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    if !para.is_prose()
        || (!para.text.contains(['从', '由'])
            && !para.text.contains('-')
            && !para.text.contains('−'))
    {
        return Vec::new();
    }
    let sight = Sight::of(para);
    let mut hits = Vec::new();
    for idx in 0..sight.found.len() {
        hits.extend(negative(&sight, idx));
        hits.extend(change(&sight, idx));
    }
    hits
}

/// `下降-3.2%` falls twice.
fn negative(sight: &Sight<'_>, idx: usize) -> Option<Hit> {
    let amount = sight.exact(idx).filter(|it| it.is_negative())?;
    let before = sight.before(idx);
    let down = ["下降", "减少", "降低"].into_iter().find(|it| before.ends_with(it))?;
    let range = sight.found.get(idx)?.range.clone();
    let hit = Hit::new(sight.para, range.start - down.chars().count()..range.end).kind("twice");
    Some(hit.arg("down", down).arg("value", amount.abs().to_string()))
}

/// `由43%提高至41%`, `从120件增加到150件，增长30%`.
fn change(sight: &Sight<'_>, from: usize) -> Option<Hit> {
    let to = from + 1;
    let (a, b) = (sight.exact(from)?, sight.exact(to)?);
    let before = sight.before(from);
    let is_from = before.rfind(['从', '由']).is_some_and(|at| {
        // 从去年的3万 is a beginning, 从业人员 is not.
        let rest = before.get(at..).unwrap_or_default();
        rest.chars().count() <= 12
            && !rest.starts_with("从业")
            && !rest.starts_with("由于")
            && !rest.starts_with("从事")
    });
    if !is_from || !sight.same_unit(from, to) || !sight.same_sentence(from, to) {
        return None;
    }
    let gap = sight.gap(from);
    if gap.contains(['，', ',', '、', '。', '；', '和', '“']) || 10 < gap.chars().count() {
        return None;
    }
    let verb = |words: &[&str]| {
        words.iter().any(|it| {
            gap.starts_with(it)
                || gap.ends_with(&format!("{it}到"))
                || gap.ends_with(&format!("{it}至"))
        })
    };
    let is_up = match (verb(&UP), verb(&DOWN)) {
        (true, false) => true,
        (false, true) => false,
        _ => return None,
    };
    // A rank rises when its number falls.
    if ["位", "名"].contains(&sight.found.get(from)?.measure.as_str()) {
        return None;
    }
    let span = sight.span(from, to);
    let (shown_from, shown_to) = (sight.shown(from), sight.shown(to));
    if (is_up && b < a) || (!is_up && a < b) {
        let hit = Hit::new(sight.para, span).arg("from", shown_from);
        return Some(hit.arg("to", shown_to).arg("word", gap));
    }
    size(sight, to, a, b, is_up).map(|real| {
        let hit = Hit::new(sight.para, sight.span(to + 1, to + 1)).kind("size");
        hit.arg("from", shown_from)
            .arg("to", shown_to)
            .arg("real", real)
            .arg("stated", sight.shown(to + 1))
            .also(sight.para, span)
    })
}

/// What the change amounts to, where the text says something else behind it.
fn size(sight: &Sight<'_>, to: usize, a: Decimal, b: Decimal, is_up: bool) -> Option<String> {
    let next = to + 1;
    let stated = sight.exact(next)?;
    let gap = sight.gap(to);
    let words = gap.strip_prefix(['，', ',', '、'])?;
    const WORDS: [&str; 10] =
        ["增长", "增加", "提高", "提升", "上升", "下降", "降低", "减少", "增幅达", "增长了"];
    if !WORDS.contains(&words) || !sight.same_sentence(to, next) {
        return None;
    }
    let (measure, of) = (&sight.found.get(next)?.measure, &sight.found.get(to)?.measure);
    let difference = if is_up { b.minus(a)? } else { a.minus(b)? };
    let places = stated.places();
    let (real, unit) = match measure.as_str() {
        "百分点" if unit::is_share(of) => (difference, "个百分点"),
        "%" if !unit::is_share(of) => {
            (difference.times(Decimal::HUNDRED)?.over(a, places.max(1))?, "%")
        }
        "倍" if !unit::is_share(of) => (difference.over(a, places.max(1))?, "倍"),
        it if it == of && !unit::is_share(of) => (difference, ""),
        _ => return None,
    };
    // The numbers themselves are rounded: what two units of the last digit can do.
    let slack = match measure.as_str() {
        "%" | "倍" => Decimal::from(1)
            .over(Decimal::from(10_u64.checked_pow(places)?), places)?
            .plus(rounding(a, difference)?)?,
        _ => Decimal::from(2)
            .over(Decimal::from(10_u64.checked_pow(places.max(a.places()).max(b.places()))?), 12)?,
    };
    (slack < real.minus(stated)?.abs())
        .then(|| if unit.is_empty() { sight.in_unit_of(real, to) } else { format!("{real}{unit}") })
}

/// How far a percentage may be off because its numbers were rounded to three
/// digits.
fn rounding(a: Decimal, difference: Decimal) -> Option<Decimal> {
    let share = difference.times(Decimal::HUNDRED)?.over(a, 4)?.abs();
    share.plus(Decimal::HUNDRED)?.over(Decimal::from(100), 4)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_rise_that_falls_is_found() {
        marked(&RULE, "入户率由⟦43%提高至41%⟧。");
        marked(&RULE, "用时从⟦12天缩短到15天⟧。");
        marked(&RULE, "收入⟦下降-3.2%⟧。");
    }

    #[test]
    fn a_change_of_another_size_is_found() {
        marked(&RULE, "占比由⟦31%提升至54%⟧，提高⟦13个百分点⟧。");
        marked(&RULE, "办件从⟦120件增加到150件⟧，增长⟦35%⟧。");
        marked(&RULE, "办件从⟦120件增加到150件⟧，增加⟦20件⟧。");
    }

    #[test]
    fn changes_that_fit_are_right() {
        silent(&RULE, "占比由31%提升至54%，提高23个百分点，用时从15天缩短到12天。");
        silent(&RULE, "办件从120件增加到150件，增长25%；收入从3.5亿元增长到4.2亿元，增长20.1%。");
        silent(&RULE, "由第8位提升到第4位，从771家、481家增加到1076家、636家。");
        silent(&RULE, "同比增长-3.2%，由于12个项目提升到3个。");
    }
}
