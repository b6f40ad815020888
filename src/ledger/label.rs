//! The words that say what a figure counts.

use std::ops::Range;

use crate::ledger::chars::{Chars, is_edge, is_stop};
use crate::ledger::find::Found;
use crate::ledger::unit;

/// The most characters of a label before the figure, and behind it.
const LONGEST: (usize, usize) = (14, 10);

/// What the figure at `idx` counts: the words of its clause before and behind it,
/// `形成` and `视察报告` of `形成5份视察报告`. A figure that has none of its own counts
/// what the one before it does: 考察团20批271人次.
pub fn label(text: &[char], found: &[Found], idx: usize) -> String {
    let mut at = idx;
    // Four figures in a row count one thing: so many 批, 人, 天, 次.
    for _ in 0..4 {
        let own = own_label(Chars(text), found, at);
        if !own.is_empty() {
            return own;
        }
        let Some(before) = at.checked_sub(1) else { break };
        let is_same_sentence =
            found.get(before).zip(found.get(at)).is_some_and(|(a, b)| a.sentence == b.sentence);
        if !is_same_sentence {
            break;
        }
        at = before;
    }
    String::new()
}

fn own_label(text: Chars<'_>, found: &[Found], idx: usize) -> String {
    let Some(figure) = found.get(idx) else { return String::new() };
    let behind = behind(text, found, idx);
    let mut words = text.slice(before(text, found, idx));
    // 形成5份视察报告和10份考察报告: the words before 和 are of the other one.
    if words.ends_with(['和', '与', '及', '并']) {
        words.clear();
    }
    // A clause of its own begins with words that say nothing of what is counted.
    while let Some(rest) = IDLE_FIRST.iter().find_map(|it| words.strip_prefix(it)) {
        words = rest.to_owned();
    }
    while let Some(rest) = IDLE_LAST.iter().find_map(|it| words.strip_suffix(it)) {
        words = rest.to_owned();
    }
    let counted = text.slice(behind);
    // A share or a sum says of what it is before it stands.
    if !words.is_empty() && !unit::counts(&figure.measure) {
        return words;
    }
    words.push_str(&counted);
    words
}

fn before(text: Chars<'_>, found: &[Found], idx: usize) -> Range<usize> {
    let end = found.get(idx).map_or(0, |it| it.range.start);
    let floor = idx.checked_sub(1).and_then(|it| found.get(it)).map_or(0, |it| it.range.end);
    let mut start = end;
    // 编报《信息专报》28期: the title is what is counted.
    let mut end = end;
    let opening = match text.before(end) {
        '》' => '《',
        '”' => '“',
        _ => '\0',
    };
    if opening != '\0' && floor < end {
        end -= 1;
        start = end;
        while floor < start && end - start < 2 * LONGEST.0 && text.before(start) != opening {
            start -= 1;
        }
        return start..end;
    }
    while floor < start && end - start < LONGEST.0 && !is_edge(text.before(start)) {
        start -= 1;
    }
    start..end
}

fn behind(text: Chars<'_>, found: &[Found], idx: usize) -> Range<usize> {
    let start = found.get(idx).map_or(0, |it| it.range.end);
    let ceiling = found.get(idx + 1).map_or(text.len(), |it| it.range.start);
    let mut end = start;
    while end < ceiling && end - start < LONGEST.1 && !is_edge(text.at(end)) && !joins(text, end) {
        end += 1;
    }
    start..end
}

/// Whether another part of an enumeration begins there.
fn joins(text: Chars<'_>, at: usize) -> bool {
    matches!(text.at(at), '和' | '与' | '及' | '并')
}

const IDLE_FIRST: [&str; 32] = [
    "其中",
    "年内",
    "全年",
    "今年以来",
    "今年",
    "本年度",
    "一年来",
    "累计",
    "共计",
    "合计",
    "总计",
    "分别",
    "同时",
    "并且",
    "并",
    "以及",
    "和",
    "与",
    "及",
    "的",
    "了",
    "共",
    "先后",
    "还",
    "全市共",
    "全区共",
    "全县共",
    "到",
    "以",
    "由",
    "从",
    "至",
];

const IDLE_LAST: [&str; 30] = [
    "累计",
    "共计",
    "合计",
    "总计",
    "共有",
    "分别为",
    "分别",
    "达到了",
    "达到",
    "突破",
    "超过",
    "高达",
    "达",
    "共",
    "为",
    "约",
    "近",
    "至",
    "到",
    "了",
    "有",
    "比上年",
    "同比",
    "的",
    "是",
    "：",
    ":",
    "整",
    "全",
    "各",
];

/// The same label for two ways to say it: without the verbs that all reports
/// begin a clause with.
pub fn key(label: &str) -> String {
    let mut words: String =
        label.chars().filter(|&it| !matches!(it, '了' | '的' | ' ' | '　')).collect();
    while let Some(rest) = VERBS.iter().find_map(|it| words.strip_prefix(it)) {
        if rest.chars().count() < 2 {
            break;
        }
        words = rest.to_owned();
    }
    words
}

const VERBS: [&str; 46] = [
    "组织开展",
    "组织召开",
    "组织举办",
    "组织",
    "召开",
    "举办",
    "开展",
    "完成",
    "实现",
    "形成",
    "编印",
    "编报",
    "出版",
    "办理",
    "共办理",
    "受理",
    "建成",
    "新建",
    "建立",
    "创建",
    "打造",
    "推动",
    "推进",
    "培训",
    "制定",
    "修订",
    "发布",
    "发放",
    "发出",
    "收集",
    "征集",
    "报送",
    "提交",
    "提出",
    "获得",
    "荣获",
    "获",
    "服务",
    "接待",
    "审议",
    "审核",
    "新增",
    "累计",
    "全年",
    "全市",
    "全区",
];

/// The sentence round a figure, for a list: so many characters before and behind
/// it at most, and where the figure stands in that.
pub fn sentence(text: &[char], figure: &Found) -> (String, Range<usize>) {
    const MOST: usize = 120;
    let text = Chars(text);
    let start = figure.sentence.start.max(figure.range.start.saturating_sub(MOST));
    let end = figure.sentence.end.min(figure.range.end + MOST).max(figure.range.end);
    let mut words = text.slice(start..end);
    let is_blank = |c: char| c.is_whitespace() || is_stop(c) && c.is_control();
    let n_blank = words.chars().take_while(|&it| is_blank(it)).count();
    words = words.trim().to_owned();
    let shift = start + n_blank;
    let place = figure.range.start.saturating_sub(shift)..figure.range.end.saturating_sub(shift);
    (words, place)
}
