//! Parts and their total: the sum is shown, no number is ever rewritten.

use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::rules::c::sight::{Sight, sum};
use crate::check::text::Para;
use crate::ledger::unit;
use crate::model::decimal::Decimal;

/// C03.
pub(super) static RULE: Rule =
    Rule::new("C03", Level::Doubt, Source::PRACTICE, Scope::Paragraph(find));

fn find(para: &Para, _: &Ctx<'_>) -> Vec<Hit> {
    const WORDS: [&str; 9] = ["其中", "分别", "共", "合计", "总计", "包括", "等奖", "含", "："];
    if !para.is_prose() || WORDS.iter().all(|it| !para.text.contains(it)) {
        return Vec::new();
    }
    let sight = Sight::of(para);
    let mut hits = Vec::new();
    let mut idx = 0;
    while idx < sight.found.len() {
        let hit = total_first(&sight, idx).or_else(|| total_last(&sight, idx));
        hits.extend(hit);
        idx += 1;
    }
    hits
}

/// `共57件，其中甲18件、乙13件、丙26件`.
fn total_first(sight: &Sight<'_>, idx: usize) -> Option<Hit> {
    let total = sight.exact(idx)?;
    let measure = &sight.found.get(idx)?.measure;
    // Parts of a share or of a time are no parts.
    if unit::is_share(measure)
        || measure.is_empty()
        || matches!(measure.as_str(), "年" | "倍" | "百分点" | "天" | "岁" | "度")
    {
        return None;
    }
    let gap = sight.gap(idx);
    let opening = opening(&gap)?;
    // What grows or is paid a head has no parts that add up.
    let before = sight.before(idx).replace("新增", "");
    const NONE: [&str; 14] =
        ["增", "减", "降", "平均", "人均", "户均", "最", "率", "价", "每", "净", "占", "比", "超"];
    if NONE.iter().any(|it| before.contains(it)) {
        return None;
    }
    let parts = parts(sight, idx + 1, idx, opening);
    let (&first, &last) = (parts.first()?, parts.last()?);
    let amounts: Vec<Decimal> = parts.iter().filter_map(|&it| sight.exact(it)).collect();
    let sum = sum(&amounts)?;
    let words: String = parts.iter().map(|&it| sight.label(it)).collect();
    // Women and members of the party are parts that overlap.
    const CROSS: [&str; 17] = [
        "女",
        "党员",
        "本科",
        "研究生",
        "以上",
        "以下",
        "高级",
        "中级",
        "少数民族",
        "新增",
        "新建",
        "续建",
        "博士",
        "硕士",
        "重复",
        "次",
        "首次",
    ];
    let overlaps = CROSS.iter().any(|it| words.contains(it));
    let is_wrong = match (opening, parts.len()) {
        (_, 1) => total < sum && opening == Opening::Among,
        // Prizes are given once: they cannot be more than the works.
        (Opening::Prizes, _) => total < sum,
        (Opening::All, _) => total != sum,
        (Opening::Among, n) => {
            let off = total.minus(sum)?.abs();
            let is_near = off.times(Decimal::from(10))? <= total;
            // A list of three or more that misses by little was meant to be whole.
            !overlaps
                && (total < sum || (3 <= n && is_near && !off.is_zero() && is_closed(sight, last)))
        }
    };
    if !is_wrong {
        return None;
    }
    let kind = if parts.len() == 1 { "part" } else { "" };
    Some(hit(sight, idx, first, last, &parts, sum).kind(kind))
}

/// `甲12件、乙8件，共计25件`.
fn total_last(sight: &Sight<'_>, idx: usize) -> Option<Hit> {
    let total = sight.exact(idx)?;
    let before = sight.before(idx);
    const TOTALS: [&str; 6] = ["共计", "合计", "总计", "一共", "共", "三项合计"];
    if !TOTALS.contains(&before.trim()) || unit::is_share(&sight.found.get(idx)?.measure) {
        return None;
    }
    // Back over the figures of a list, each beside the next.
    let mut parts = Vec::new();
    let mut at = idx;
    while let Some(before) = at.checked_sub(1) {
        let gap = sight.gap(before);
        let is_plain = sight.same_unit(before, idx)
            && sight.same_sentence(before, idx)
            && sight.exact(before).is_some();
        // Behind a figure of the list a mark stands at once.
        let begins = gap.starts_with(['、', '，', ',']) || gap.starts_with('和');
        if !is_plain || !begins || gap.contains(['（', '(', '；', '。']) || gap.contains("其中")
        {
            break;
        }
        parts.push(before);
        at = before;
    }
    parts.reverse();
    let gap = sight.gap(*parts.last()?);
    let is_near = gap.trim_start_matches(['，', ',', '、']) == before;
    if parts.len() < 2 || !is_near {
        return None;
    }
    let amounts: Vec<Decimal> = parts.iter().filter_map(|&it| sight.exact(it)).collect();
    let sum = sum(&amounts)?;
    let (&first, &last) = (parts.first()?, parts.last()?);
    (sum != total).then(|| hit(sight, idx, first, last, &parts, sum))
}

/// How the parts are led in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// 其中, 含: some of them.
    Among,
    /// 分别为, 即: all of them.
    All,
    /// 获一等奖2篇、二等奖2篇.
    Prizes,
}

fn opening(gap: &str) -> Option<Opening> {
    // The first clause behind the total leads the parts in.
    let mut clauses = gap.split(['，', ',', '；', ';', '：', ':', '（', '(']);
    let noun = clauses.next().unwrap_or_default();
    let next = clauses.next()?;
    // Behind a total stands what was counted, and no full stop.
    if gap.contains(['。', ';', '；']) || 12 < noun.chars().count() {
        return None;
    }
    if next.starts_with("其中") || next.starts_with("含") && !next.starts_with("含有") {
        return Some(Opening::Among);
    }
    if next.starts_with("分别为") || next.starts_with("分别是") {
        return Some(Opening::All);
    }
    next.ends_with("等奖").then_some(Opening::Prizes)
}

/// The figures of a list that begins there, each in the unit of the total.
fn parts(sight: &Sight<'_>, from: usize, total: usize, opening: Opening) -> Vec<usize> {
    let mut parts = Vec::new();
    let mut idx = from;
    while sight.same_sentence(idx, total)
        && sight.same_unit(idx, total)
        && sight.exact(idx).is_some()
    {
        if opening == Opening::Prizes && !sight.before(idx).ends_with("等奖") {
            break;
        }
        parts.push(idx);
        let gap = sight.gap(idx);
        // Another part follows beside it; a new clause with a verb ends the list.
        let is_list = gap.starts_with(['、', '，', ',', '和', '；', ';'])
            && !gap.contains(['。', '（', '('])
            && !gap.contains("其中")
            && gap.chars().count() <= 14;
        let marks = gap.chars().filter(|it| matches!(it, '，' | ',' | '；' | ';')).count();
        if !is_list
            || 1 < marks
            || ["共", "比", "同比", "较", "完成", "累计", "总", "已"]
                .iter()
                .any(|it| gap.trim_start_matches(['，', ',', '、']).starts_with(it))
        {
            break;
        }
        idx += 1;
    }
    parts
}

/// Whether a list ends with its sentence.
fn is_closed(sight: &Sight<'_>, last: usize) -> bool {
    let behind = sight.gap(last);
    behind.is_empty() || behind.starts_with(['。', '；', ';', '）', ')'])
}

fn hit(
    sight: &Sight<'_>,
    total: usize,
    first: usize,
    last: usize,
    parts: &[usize],
    sum: Decimal,
) -> Hit {
    let range = sight.found.get(total).map_or(0..0, |it| it.range.clone());
    let terms: Vec<String> = parts.iter().map(|&it| sight.shown(it)).collect();
    Hit::new(sight.para, range)
        .arg("terms", terms.join("＋"))
        .arg("sum", sight.in_unit_of(sum, total))
        .arg("total", sight.shown(total))
        .also(sight.para, sight.span(first, last))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn parts_that_do_not_add_up_are_found() {
        marked(&RULE, "共办理建议⟦57件⟧，其中：城建类⟦18件，环保类13件，农业类25件⟧。");
        marked(&RULE, "新增企业⟦24家⟧，其中国家级⟦26家⟧。");
        marked(&RULE, "起草文件⟦12件、通知8件⟧，共计⟦25件⟧。");
        marked(&RULE, "设立⟦3个⟧工作组，分别为综合组⟦1个、督查组1个⟧。");
        marked(&RULE, "报送调研报告⟦4篇⟧，获一等奖⟦2篇，二等奖3篇⟧。");
        marked(&RULE, "安排资金⟦1.2亿元⟧，其中中央⟦5000万元、省级8000万元⟧。");
    }

    #[test]
    fn parts_that_add_up_are_right() {
        silent(&RULE, "报送调研报告4篇,获一等奖2篇,二等奖2篇。");
        silent(&RULE, "共办理建议57件，其中：城建类18件，环保类13件，农业类26件。");
        silent(&RULE, "起草文件12件、通知8件，共计20件。");
        silent(&RULE, "安排资金1.3亿元，其中中央5000万元、省级8000万元。");
    }

    #[test]
    fn some_of_them_need_not_be_all_of_them() {
        silent(&RULE, "引进项目50个，其中世界500强9个，行业龙头23个。");
        silent(&RULE, "现有干部50人，其中女性30人，本科以上45人。");
        silent(&RULE, "工业增长8.5%，其中制造业增长12%。");
        silent(&RULE, "投资增加5亿元，其中工业增加8亿元。");
        silent(&RULE, "培训20余人，其中党员25人。");
        silent(&RULE, "召开会议3次，其中一次5人参加。");
    }
}
