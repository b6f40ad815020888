//! Which lines are headings and items, and of which level.

use crate::import::line::Hint;
use crate::import::recognise::marker::{Marker, chinese_digits};
use crate::import::recognise::{Certainty, Pass, Role, form, runs, table};

/// Finds the rows of tables.
pub(super) fn rows(pass: &mut Pass<'_>) {
    let found = table::rows(pass.lines.iter().map(|it| it.text.as_str()));
    for (idx, is_row) in found.into_iter().enumerate() {
        if matches!(pass.lines[idx].hint, Hint::Row(_)) {
            pass.take(idx, Role::Row, Certainty::Sure);
        } else if is_row {
            pass.take(idx, Role::Row, Certainty::Likely);
        }
    }
}

/// Finds the markers that are used as such. One that may be a figure (`5.5%`,
/// `12、13号线`) must count on from the one before it, or be counted on from.
pub(super) fn markers(pass: &mut Pass<'_>) {
    let candidates: Vec<_> = (0..pass.lines.len())
        .map(|idx| {
            let is_plain = !matches!(pass.role(idx), Some(role) if !role.is_node());
            if is_plain { Marker::of(pass.text(idx)) } else { None }
        })
        .collect();
    let follows = counted_on(&candidates);
    let mut last: [Option<Marker>; 6] = [None; 6];
    let mut used = Vec::with_capacity(candidates.len());
    for (idx, candidate) in candidates.into_iter().enumerate() {
        let accepted = candidate.filter(|it| {
            let before = last.get(usize::from(it.level)).copied().flatten();
            let counts_on =
                before.is_some_and(|last| last.n + 1 == it.n && last.delimiter == it.delimiter);
            let begins = it.n == 1 && follows.get(idx) == Some(&true);
            !it.doubtful
                || pass.role(idx).is_some()
                || (counts_on || begins) && !is_listing(pass.text(idx), it)
        });
        if let Some(it) = accepted {
            let level = usize::from(it.level);
            for deeper in last.iter_mut().skip(level) {
                *deeper = None;
            }
            if let Some(own) = last.get_mut(level) {
                *own = Some(it);
            }
        }
        used.push(accepted);
    }
    pass.markers = used;
}

/// Whether the marker is the first word of a listing: `一、二、三等奖`.
fn is_listing(text: &str, marker: &Marker) -> bool {
    let rest = text.get(marker.indent..).unwrap_or_default();
    let digits = chinese_digits(rest);
    marker.level == 1 && digits != 0 && rest.get(digits..).is_some_and(|it| it.starts_with('、'))
}

/// For each candidate, whether the next one of its kind counts one further,
/// with none of a higher level between.
fn counted_on(candidates: &[Option<Marker>]) -> Vec<bool> {
    let mut next: [Option<Marker>; 6] = [None; 6];
    let mut found = vec![false; candidates.len()];
    for (idx, candidate) in candidates.iter().enumerate().rev() {
        let Some(it) = candidate else { continue };
        let level = usize::from(it.level);
        let after = next.get(level).copied().flatten();
        found[idx] = after.is_some_and(|next| next.n == it.n + 1 && next.delimiter == it.delimiter);
        if !it.doubtful {
            for deeper in next.iter_mut().skip(level) {
                *deeper = None;
            }
        }
        if let Some(own) = next.get_mut(level) {
            *own = Some(*it);
        }
    }
    found
}

/// Where the heading of a run-in paragraph ends: behind its first `。`, if more
/// than closing marks follows.
pub fn run_in(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let stop = from + rest.find('。')? + '。'.len_utf8();
    let after =
        text.get(stop..)?.trim_matches(|c: char| c.is_whitespace() || "”’）)》】\"。".contains(c));
    (!after.is_empty()).then_some(stop)
}

/// Decides the lines that begin with a marker.
pub(super) fn nodes(pass: &mut Pass<'_>) {
    let mut last = [0u32; 6];
    for idx in 0..pass.lines.len() {
        let Some(marker) = pass.markers.get(idx).copied().flatten() else { continue };
        let level = usize::from(marker.level);
        let fits = marker.n == 1 || last.get(level).is_some_and(|it| it + 1 == marker.n);
        last.iter_mut().skip(level + 1).for_each(|it| *it = 0);
        if let Some(it) = last.get_mut(level) {
            *it = marker.n;
        }
        let certainty = match (marker.doubtful, fits) {
            (true, _) => Certainty::Doubtful,
            (false, true) => Certainty::Sure,
            (false, false) => Certainty::Likely,
        };
        let text = pass.text(idx);
        let role = if run_in(text, marker.indent).is_some() {
            Role::RunIn(marker.level)
        } else if marker.level < 3 || is_heading_above(pass, idx) {
            Role::Heading(marker.level)
        } else {
            Role::Item(marker.level)
        };
        pass.take(idx, role, certainty);
    }
}

/// Whether a marked line without a stop stands over a text: `1.基本情况`.
fn is_heading_above(pass: &Pass<'_>, idx: usize) -> bool {
    let text = pass.text(idx);
    // One of several that stand without a text between them is an item.
    let before = idx.checked_sub(1).and_then(|it| pass.markers.get(it).copied().flatten());
    let own = pass.markers.get(idx).copied().flatten();
    if before.map(|it| (it.level, it.n + 1)) == own.map(|it| (it.level, it.n)) {
        return false;
    }
    let is_bare = form::is_short(text, 40)
        && !form::ends_sentence(text)
        && !text.ends_with(['：', ':', '，', ',']);
    let level = |idx: usize| pass.markers.get(idx).copied().flatten().map(|it| it.level);
    let goes_deeper = level(idx) < level(idx + 1);
    let has_text = idx + 1 < pass.lines.len()
        && pass.is_open(idx + 1)
        && level(idx + 1).is_none()
        && form::ends_sentence(pass.text(idx + 1));
    is_bare && (goes_deeper || has_text)
}

/// What a part title ends with, where it has no number.
const PARTS: [&str; 46] = [
    "回顾",
    "总结",
    "安排",
    "部署",
    "打算",
    "计划",
    "任务",
    "思路",
    "展望",
    "目标",
    "重点",
    "要点",
    "设想",
    "建议",
    "措施",
    "举措",
    "成效",
    "成绩",
    "成果",
    "问题",
    "困难",
    "不足",
    "体会",
    "经验",
    "启示",
    "情况",
    "特点",
    "挑战",
    "做法",
    "亮点",
    "工作",
    "概况",
    "要求",
    "前言",
    "引言",
    "概述",
    "导言",
    "结语",
    "结束语",
    "序言",
    "后记",
    "形势",
    "保障",
    "方向",
    "规划",
    "评价",
];

/// Whether a line reads like an unnumbered part title: `2025年工作回顾`.
pub(super) fn is_part_title(text: &str) -> bool {
    let has_marks = |c: char| "。；：！？，,;:!?…《》“”".contains(c);
    if !form::is_short(text, 24) || form::is_short(text, 1) || text.contains(has_marks) {
        return false;
    }
    let is_numbered = ["部分", "章", "篇"].iter().any(|it| {
        let counted = text.strip_prefix('第').and_then(|rest| rest.get(chinese_digits(rest)..));
        counted.is_some_and(|rest| rest.starts_with(it)) && !text.starts_with("第部")
    });
    is_numbered || PARTS.iter().any(|it| text.ends_with(it))
}

/// Decides what is left: points, part titles, paragraphs.
pub(super) fn rest(pass: &mut Pass<'_>, start: usize) {
    for idx in 0..pass.lines.len() {
        if !pass.is_open(idx) {
            continue;
        }
        let text = pass.text(idx);
        let is_long = !form::is_short(text, 60) || text.contains('。');
        if matches!(pass.lines[idx].hint, Hint::Heading(_)) && !is_long {
            pass.take(idx, Role::Heading(0), Certainty::Likely);
        } else if runs::leading(text).is_some() {
            pass.take(idx, Role::Point, Certainty::Sure);
        } else if start <= idx && is_part_title(text) && stands_above(pass, idx) {
            pass.take(idx, Role::Heading(0), Certainty::Likely);
        } else if Marker::of(text).is_some() || is_other_list(text) {
            pass.take(idx, Role::Body, Certainty::Doubtful);
        } else if form::is_short(text, 24)
            && !form::ends_sentence(text)
            && !text.ends_with(['：', ':', '，'])
        {
            pass.take(idx, Role::Body, Certainty::Likely);
        }
    }
}

/// Whether a text follows the line, and no sentence leads up to it.
fn stands_above(pass: &Pass<'_>, idx: usize) -> bool {
    let before = idx.checked_sub(1).map_or("", |it| pass.text(it));
    let after = pass.text(idx + 1);
    let leads_on =
        !pass.has_marker(idx.wrapping_sub(1)) && before.ends_with(['：', ':', '，', '、', '；']);
    let has_text =
        pass.has_marker(idx + 1) || form::ends_sentence(after) || after.ends_with(['：', ':']);
    let is_last = pass.lines.len() <= idx + 1;
    has_text && !is_last && !(leads_on && before.ends_with(['，', '、', '；']))
}

/// Whether a line begins like a list of another form: `1）`, `A.`, `•`.
fn is_other_list(text: &str) -> bool {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_closed = rest.len() != text.len() && rest.starts_with(['）', ')']);
    is_closed || text.starts_with(['•', '●', '■', '◆', '·', '➢', '★'])
}
