//! What has become of the figures of one year in the next.

use std::collections::BTreeMap;

use crate::assemble::assemble;
use crate::assemble::document::{Document, Role};
use crate::compare::compare;
use crate::ledger::align::{self, Sight};
use crate::ledger::find::{self, Exactness, Found, Kind};
use crate::ledger::label;
use crate::ledger::rollover;
use crate::ledger::unit;
use crate::model::decimal::Decimal;
use crate::model::draft::Draft;

/// A figure of two successive years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Growth {
    /// The heading that it stands under in the new report.
    pub heading: String,
    /// What it counts.
    pub label: String,
    /// The unit under one name.
    pub measure: String,
    /// Last year's, as it is written with its unit.
    pub old: String,
    /// This year's.
    pub new: String,
    /// The difference, in the unit of this year's: `+120`, `-1.5个百分点`.
    pub difference: String,
    /// The change in percent, rounded half up to one place; none for shares and ranks
    /// and where last year's was zero.
    pub percent: Option<Decimal>,
    /// The change in words: `同比增长12.5%`; empty where it cannot be told.
    pub phrase: String,
    /// The two values in parts per thousand of the larger one, for a chart; none for
    /// ranks and for numbers below zero.
    pub bars: Option<(u16, u16)>,
}

/// A figure of a document, ready to be aligned.
struct Side {
    paragraph: usize,
    found: Found,
    label: String,
    written: String,
    unit: String,
    sight: Sight,
}

/// The figures that stand in both reports, in the order of the new one.
pub fn growth(old: &Draft, new: &Draft) -> Vec<Growth> {
    let since = match (rollover::year(old), rollover::year(new)) {
        (Some(was), Some(is)) if was + 1 != is => format!("比{was}年"),
        _ => "同比".to_owned(),
    };
    let (old, new) = (assemble(old), assemble(new));
    let (was, is) = (sides(&old), sides(&new));
    let comparison = compare(&old, &new);
    let in_paragraph = |sides: &[Side]| {
        let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (idx, it) in sides.iter().enumerate() {
            places.entry(it.paragraph).or_default().push(idx);
        }
        places
    };
    let (was_in, is_in) = (in_paragraph(&was), in_paragraph(&is));
    let mut partner: BTreeMap<usize, usize> = BTreeMap::new();
    let mut taken = vec![false; was.len()];
    let mut headings: BTreeMap<usize, String> = BTreeMap::new();
    for pair in &comparison.pairs {
        let Some(new_side) = &pair.new else { continue };
        headings.insert(new_side.idx, new_side.heading.clone());
        let Some(old_side) = &pair.old else { continue };
        let (Some(left), Some(right)) = (is_in.get(&new_side.idx), was_in.get(&old_side.idx))
        else {
            continue;
        };
        let sights = |places: &[usize], sides: &[Side]| {
            places
                .iter()
                .filter_map(|&it| sides.get(it))
                .map(|it| it.sight.clone())
                .collect::<Vec<_>>()
        };
        let (a, b) = (sights(left, &is), sights(right, &was));
        let pairs = align::in_order(&a.iter().collect::<Vec<_>>(), &b.iter().collect::<Vec<_>>());
        for (x, y) in pairs {
            if let (Some(&x), Some(&y)) = (left.get(x), right.get(y)) {
                partner.insert(x, y);
                if let Some(it) = taken.get_mut(y) {
                    *it = true;
                }
            }
        }
    }
    // What went to another paragraph is found by what it counts.
    let name = |it: &Side| {
        let key = label::key(&it.label);
        (4 <= key.chars().count()).then(|| (key, it.found.measure.clone()))
    };
    let mut open: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (idx, it) in was.iter().enumerate().rev() {
        if !taken.get(idx).copied().unwrap_or(true)
            && let Some(name) = name(it)
        {
            open.entry(name).or_default().push(idx);
        }
    }
    for (idx, it) in is.iter().enumerate() {
        if !partner.contains_key(&idx)
            && let Some(at) = name(it).and_then(|it| open.get_mut(&it)).and_then(Vec::pop)
        {
            partner.insert(idx, at);
        }
    }
    let row = |(now, before): (&usize, &usize)| {
        let (now, before) = (is.get(*now)?, was.get(*before)?);
        let heading = headings.get(&now.paragraph).cloned().unwrap_or_default();
        Some(compared(heading, before, now, &since))
    };
    partner.iter().filter_map(row).collect()
}

fn sides(document: &Document) -> Vec<Side> {
    let mut sides = Vec::new();
    for (paragraph, it) in document.paragraphs.iter().enumerate() {
        if it.role.is_masthead() || it.role.is_imprint() {
            continue;
        }
        let chars: Vec<char> = it.text().chars().collect();
        let first_cell = matches!(it.role, Role::Row(_))
            .then(|| it.runs.first().map_or("", |it| &it.text).to_owned());
        let found = find::find(&chars);
        for (idx, figure) in found.iter().enumerate() {
            let is_listed = figure.kind == Kind::Figure
                || figure.kind == Kind::Ordinal && matches!(figure.measure.as_str(), "位" | "名");
            if !is_listed || figure.in_range {
                continue;
            }
            let label = first_cell.clone().unwrap_or_else(|| label::label(&chars, &found, idx));
            let slice = |range: std::ops::Range<usize>| -> String {
                chars.get(range).unwrap_or_default().iter().collect()
            };
            let written = slice(figure.value.start..figure.unit.end);
            let sight =
                Sight::new(&label, format!("{:?}{}", figure.kind, figure.measure), &written);
            let unit = slice(figure.unit.clone());
            sides.push(Side { paragraph, found: figure.clone(), label, written, unit, sight });
        }
    }
    sides
}

fn compared(heading: String, old: &Side, new: &Side, since: &str) -> Growth {
    let amounts = old.found.amount.zip(new.found.amount);
    let is_rank = new.found.kind == Kind::Ordinal;
    let is_share = unit::is_share(&new.found.measure);
    let difference = amounts.and_then(|(was, is)| is.minus(was));
    let percent = amounts
        .filter(|_| !is_rank && !is_share)
        .and_then(|(was, is)| is.minus(was)?.times(Decimal::HUNDRED)?.over(was.abs(), 1));
    let is_about = [old, new].iter().any(|it| it.found.exactness != Exactness::Exact);
    let bars = amounts.filter(|it| !is_rank && !it.0.is_negative() && !it.1.is_negative());
    Growth {
        heading,
        label: new.label.clone(),
        measure: new.found.measure.clone(),
        old: old.written.clone(),
        new: new.written.clone(),
        difference: difference.map(|it| signed(it, new, is_share)).unwrap_or_default(),
        percent,
        phrase: difference
            .and_then(|it| phrase(it, percent, new, is_about, since))
            .unwrap_or_default(),
        bars: bars.and_then(|(was, is)| {
            let larger = was.max(is);
            let part = |it: Decimal| {
                let it = it.times(Decimal::from(1000))?.over(larger, 0)?.whole()?;
                u16::try_from(it).ok()
            };
            Some((part(was)?, part(is)?))
        }),
    }
}

/// The difference in the magnitude of the new value, with its sign.
fn signed(difference: Decimal, new: &Side, is_share: bool) -> String {
    let sign = if difference.is_negative() || difference.is_zero() { "" } else { "+" };
    if is_share {
        return format!("{sign}{difference}个百分点");
    }
    let power: u32 = new
        .unit
        .chars()
        .map_while(|it| match it {
            '万' => Some(4),
            '亿' => Some(8),
            _ => None,
        })
        .sum();
    let number = Decimal::from(1).shifted(power).and_then(|by| difference.over(by, 6));
    format!("{sign}{}{}", number.unwrap_or(difference), new.unit)
}

fn phrase(
    difference: Decimal,
    percent: Option<Decimal>,
    new: &Side,
    is_about: bool,
    since: &str,
) -> Option<String> {
    let about = if is_about { "约" } else { "" };
    let is_down = difference.is_negative();
    if new.found.kind == Kind::Ordinal {
        let n = difference.abs();
        return Some(match (difference.is_zero(), is_down) {
            (true, _) => "位次与上年相同".to_owned(),
            (_, true) => format!("比上年前进{n}位"),
            (_, false) => format!("比上年后退{n}位"),
        });
    }
    if difference.is_zero() {
        return Some(if is_about { "与上年基本持平" } else { "与上年持平" }.to_owned());
    }
    if unit::is_share(&new.found.measure) {
        let word = if is_down { "下降" } else { "提高" };
        return Some(format!("{since}{word}{about}{}个百分点", difference.abs()));
    }
    let percent = percent?;
    // Less than a twentieth of a percent is a change that one place cannot show.
    if percent.is_zero() {
        return Some("与上年基本持平".to_owned());
    }
    let word = if is_down { "下降" } else { "增长" };
    Some(format!("{since}{word}{about}{}%", percent.abs()))
}

#[cfg(test)]
mod tests {
    use super::growth;
    use crate::ledger::testing::draft;

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[&str]) {
        let old = draft("云溪市档案馆2024年度工作报告", &[old]);
        let new = draft("云溪市档案馆2025年度工作报告", &[new]);
        let told: Vec<_> = growth(&old, &new).into_iter().map(|it| it.phrase).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn changes_are_told_in_words() {
        check("全年接收档案3200卷。", "全年接收档案3600卷。", &["同比增长12.5%"]);
        check("全年接收档案3600卷。", "全年接收档案3200卷。", &["同比下降11.1%"]);
        check("档案利用满意率95%。", "档案利用满意率98.2%。", &["同比提高3.2个百分点"]);
        check("投入资金9000万元。", "投入资金1.2亿元。", &["同比增长33.3%"]);
        check("培训干部2300余人。", "培训干部2500余人。", &["同比增长约8.7%"]);
        check("举办讲座12场。", "举办讲座12场。", &["与上年持平"]);
        check("综合考评居全省第4位。", "综合考评居全省第2位。", &["比上年前进2位"]);
        check("发生责任事故0起。", "发生责任事故2起。", &[""]);
    }

    #[test]
    fn differences_stand_in_the_new_unit() {
        let old = draft("2024年度报告", &["投入资金9000万元，满意率98%。"]);
        let new = draft("2025年度报告", &["投入资金1.2亿元，满意率97.5%。"]);
        let rows = growth(&old, &new);
        assert_eq!(rows[0].difference, "+0.3亿元");
        assert_eq!(rows[0].bars, Some((750, 1000)));
        assert_eq!(rows[1].difference, "-0.5个百分点");
    }

    #[test]
    fn years_apart_are_no_year_on_year() {
        let old = draft("2022年度报告", &["全年接收档案3200卷。"]);
        let new = draft("2025年度报告", &["全年接收档案3600卷。"]);
        assert_eq!(growth(&old, &new)[0].phrase, "比2022年增长12.5%");
    }

    #[test]
    fn figures_that_have_nothing_to_do_with_each_other_are_left_out() {
        check("全年接收档案3200卷。", "扎实开展督查，整改问题27个。", &[]);
    }
}
