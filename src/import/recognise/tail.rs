//! What stands behind the text: attachments, 署名, 日期, and what the page adds.

use crate::import::recognise::marker::{Marker, chinese_digits};
use crate::import::recognise::{Certainty, Pass, Role, form, residue, runs};
use crate::model::numeral::digit;

/// Decides the attachments and 名词解释 behind the text; gives the first line of
/// them, or the number of lines.
pub(super) fn attachments(pass: &mut Pass<'_>, start: usize) -> usize {
    let n = pass.lines.len();
    let mut first = n;
    let mut idx = start;
    while idx < n {
        let text = pass.text(idx);
        if pass.is_open(idx) && start < idx {
            match label(text) {
                Some(Label::Alone | Label::Named) if is_list(pass, idx) => {
                    idx = list(pass, idx);
                    continue;
                }
                Some(Label::Alone) => {
                    pass.take(idx, Role::AttachmentLabel, Certainty::Likely);
                    first = first.min(idx);
                    if is_name(pass.text(idx + 1)) && !is_glossary(pass.text(idx + 1)) {
                        pass.take(idx + 1, Role::AttachmentTitle, Certainty::Likely);
                    }
                }
                Some(Label::Named) => {
                    pass.take(idx, Role::AttachmentTitle, Certainty::Doubtful);
                    first = first.min(idx);
                }
                None if is_glossary(text) => {
                    let end = glossary(pass, idx);
                    if idx < end {
                        first = first.min(idx);
                        idx = end;
                        continue;
                    }
                }
                None => {}
            }
        }
        idx += 1;
    }
    first
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    /// `附件1：`.
    Alone,
    /// `附件1：名单`.
    Named,
}

/// Whether a line begins with `附件` as a label.
fn label(text: &str) -> Option<Label> {
    if !form::is_short(text, 100) {
        return None;
    }
    let rest = text
        .strip_prefix("附件")
        .or_else(|| text.strip_prefix("附表"))
        .or_else(|| text.strip_prefix("附录"));
    let (rest, is_word) = match rest {
        Some(rest) => (rest, true),
        None => (text.strip_prefix('附')?, false),
    };
    let rest = rest.trim_start();
    let digits = rest.find(|it| digit(it).is_none()).unwrap_or(rest.len());
    let digits = if digits == 0 { chinese_digits(rest) } else { digits };
    let rest = rest.get(digits..)?;
    let named = rest.trim_start().strip_prefix(['：', ':']);
    match named {
        Some(name) if name.trim().is_empty() => Some(Label::Alone),
        Some(_) => Some(Label::Named),
        None if rest.trim().is_empty() && is_word => Some(Label::Alone),
        None => None,
    }
}

/// Whether a line reads like an entry of 附件说明.
fn is_entry(text: &str) -> bool {
    let is_bare = form::is_short(text, 90) && !text.contains('。') && !form::ends_sentence(text);
    let is_marked = Marker::of(text).is_some_and(|it| it.level == 3);
    is_bare && (is_marked || label(text) == Some(Label::Named))
}

/// Whether a list of attachments begins here: entries follow, or the end does.
fn is_list(pass: &Pass<'_>, idx: usize) -> bool {
    let text = pass.text(idx);
    let next = pass.text(idx + 1);
    if label(text) == Some(Label::Alone) {
        return is_entry(next);
    }
    let name = text.split_once(['：', ':']).map_or("", |it| it.1);
    let is_numbered = Marker::of(name.trim()).is_some();
    let at_end =
        next.is_empty() || form::is_date(next) || form::is_organ(next) || form::is_address(next);
    is_numbered || at_end || label(next) == Some(Label::Named) || is_entry(next)
}

fn list(pass: &mut Pass<'_>, idx: usize) -> usize {
    pass.take(idx, Role::AttachmentNote, Certainty::Sure);
    let mut next = idx + 1;
    while pass.is_open(next) && is_entry(pass.text(next)) {
        pass.take(next, Role::AttachmentNote, Certainty::Likely);
        next += 1;
    }
    next
}

/// Whether a line can name an attachment.
fn is_name(text: &str) -> bool {
    !text.is_empty()
        && form::is_short(text, 50)
        && !form::ends_sentence(text)
        && Marker::of(text).is_none()
        && runs::leading(text).is_none()
        && label(text).is_none()
}

fn is_glossary(text: &str) -> bool {
    let words = [
        "名词解释",
        "名词注释",
        "名词说明",
        "名词术语",
        "术语解释",
        "术语注释",
        "名词释义",
        "注释",
    ];
    form::is_short(text, 34)
        && words.iter().any(|it| text.trim_end_matches(['：', ':', '）', ')']).ends_with(it))
        && !text.contains(['，', '。'])
}

/// The title of 名词解释 and its entries, up to the next part of the text; gives
/// where it ends, or `idx` where no entry follows.
fn glossary(pass: &mut Pass<'_>, idx: usize) -> usize {
    let n = pass.lines.len();
    let is_item = |pass: &Pass<'_>, at: usize| {
        let text = pass.text(at);
        Marker::of(text).is_some_and(|it| 3 <= it.level)
            || text.contains(['：', ':'])
            || text.starts_with(['“', '"', '*', '[', '【'])
    };
    if n <= idx + 1 || !is_item(pass, idx + 1) {
        return idx;
    }
    let mut end = idx + 1;
    while end < n {
        let text = pass.text(end);
        let level = Marker::of(text).map(|it| it.level);
        let is_over =
            level.is_some_and(|it| it < 3) || label(text).is_some() || form::is_date(text);
        let is_plain = level.is_none()
            && !is_item(pass, end)
            && form::is_short(text, 24)
            && !form::ends_sentence(text);
        if is_over || is_plain || !pass.is_open(end) {
            break;
        }
        end += 1;
    }
    for at in idx..end {
        pass.take(at, Role::Glossary, Certainty::Likely);
        if let Some(marker) = pass.markers.get_mut(at) {
            *marker = None;
        }
    }
    end
}

/// Decides 署名, 日期 and what stands round them, between the text and `end`.
pub(super) fn signature(pass: &mut Pass<'_>, start: usize, end: usize) {
    page_endings(pass, start, pass.lines.len());
    let zone = zone(pass, start, end);
    let said = |role| (0..pass.lines.len()).rfind(|&idx| pass.role(idx) == Some(role));
    let date = said(Role::Date)
        .or_else(|| (zone..end).rfind(|&idx| pass.is_open(idx) && form::is_date(pass.text(idx))));
    let signed = said(Role::Signature).or_else(|| signed(pass, zone, date, end));
    if let Some(idx) = date {
        pass.take(idx, Role::Date, Certainty::Sure);
    }
    if let Some(idx) = signed {
        let certainty = match date {
            Some(_) if form::is_organ(pass.text(idx)) => Certainty::Sure,
            Some(_) => Certainty::Likely,
            None => Certainty::Doubtful,
        };
        pass.take(idx, Role::Signature, certainty);
        // Organs that sign together stand one below the other.
        let mut above = idx;
        while zone < above
            && pass.is_open(above - 1)
            && form::is_organ(pass.text(idx))
            && form::is_organ(pass.text(above - 1))
        {
            above -= 1;
            pass.take(above, Role::Signature, Certainty::Likely);
        }
    }
    let last = [signed, date].into_iter().flatten().max();
    let first = [signed, date].into_iter().flatten().min().unwrap_or(end);
    closing(pass, start, first);
    contacts(pass, zone, first, last);
    if let Some(last) = last {
        for idx in last + 1..end {
            pass.take(idx, Role::After, Certainty::Likely);
        }
    }
}

/// Lines at the end that are the page's; links take all that follows them.
fn page_endings(pass: &mut Pass<'_>, start: usize, n: usize) {
    let mut from = n;
    for idx in (start..n).rev() {
        let text = pass.text(idx);
        if !pass.is_open(idx) || !(residue::is_ending(text) || is_link_title(text)) {
            // What stands between two lines of the page at the end is the page's.
            if pass.is_open(idx)
                && from < n
                && form::is_short(text, 40)
                && !form::ends_sentence(text)
                && !pass.has_marker(idx)
                && is_between(pass, idx)
            {
                continue;
            }
            break;
        }
        from = idx;
    }
    for idx in from..n {
        let certainty =
            if residue::is_ending(pass.text(idx)) { Certainty::Sure } else { Certainty::Doubtful };
        pass.take(idx, Role::Residue, certainty);
    }
}

/// Nothing that 署名 or 日期 could be.
fn is_between(pass: &Pass<'_>, idx: usize) -> bool {
    let text = pass.text(idx);
    let goes_on = (1..4).any(|back| {
        idx.checked_sub(back).is_some_and(|it| {
            residue::is_ending(pass.text(it)) && !form::ends_sentence(pass.text(it))
        })
    });
    goes_on && !form::is_date(text) && !form::is_organ(text)
}

fn is_link_title(text: &str) -> bool {
    form::bare(text) == "附件下载"
}

/// The first line of the end: short lines, addresses and dates behind the last
/// paragraph of the text.
fn zone(pass: &Pass<'_>, start: usize, end: usize) -> usize {
    let mut zone = end;
    for idx in (start..end).rev() {
        let text = pass.text(idx);
        let is_end = match pass.role(idx) {
            Some(role) => {
                !role.is_node() && role != Role::Row && role != Role::Body && role != Role::Point
            }
            None => {
                let is_note = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
                let is_slogan = form::is_short(text, 24) && text.ends_with(['！', '!']);
                !pass.has_marker(idx)
                    && runs::leading(text).is_none()
                    && (form::is_address(text)
                        || is_note
                        || is_slogan
                        || is_closing(text)
                        || form::is_short(text, 60)
                            && !form::ends_sentence(text)
                            && !text.contains('。')
                        || form::is_short(text, 60) && is_contact(text))
            }
        };
        if !is_end {
            break;
        }
        zone = idx;
    }
    zone
}

/// 署名: the nearest line above the date that can sign; without a date, an
/// organ that ends the text.
fn signed(pass: &Pass<'_>, zone: usize, date: Option<usize>, end: usize) -> Option<usize> {
    let can_sign = |idx: usize| {
        let text = pass.text(idx);
        pass.is_open(idx)
            && form::is_short(text, 50)
            && !form::is_address(text)
            && !form::is_date(text)
            && !is_contact(text)
            && !is_closing(text)
            && !form::ends_sentence(text)
            && !text.ends_with(['：', ':', '，', '、'])
            && !(text.starts_with(['（', '(']) && text.ends_with(['）', ')']))
    };
    match date {
        Some(date) => (zone..date).rfind(|&idx| can_sign(idx)),
        None => {
            let last =
                (zone..end).rfind(|&idx| pass.is_open(idx) && !form::is_address(pass.text(idx)))?;
            let text = pass.text(last);
            let signs = form::is_organ(text) || form::trailing_date(text).is_some();
            (can_sign(last) && signs).then_some(last)
        }
    }
}

fn is_contact(text: &str) -> bool {
    let words = [
        "联系人",
        "联系电话",
        "联系方式",
        "电话",
        "传真",
        "邮箱",
        "信箱",
        "邮编",
        "地址",
        "网址",
        "网站",
        "论坛",
        "QQ",
        "微信",
    ];
    form::is_short(text, 80)
        && words.iter().any(|it| text.contains(it))
        && text.contains(['：', ':'])
}

fn is_closing(text: &str) -> bool {
    let words = [
        "特此报告",
        "特此汇报",
        "特此说明",
        "特此总结",
        "特此函告",
        "特此通报",
        "特此上报",
        "专此报告",
        "以上报告",
        "以上汇报",
        "谢谢大家",
        "谢谢各位",
        "妥否",
        "当否",
        "请审议",
        "请予审议",
        "请审阅",
    ];
    form::is_short(text, 30) && words.iter().any(|it| text.contains(it))
}

/// 特此报告。 before 署名.
fn closing(pass: &mut Pass<'_>, start: usize, end: usize) {
    for idx in (start..end).rev().take(8) {
        if pass.is_open(idx) && !pass.has_marker(idx) && is_closing(pass.text(idx)) {
            pass.take(idx, Role::Closing, Certainty::Sure);
            return;
        }
    }
}

/// Addresses and slogans between the text and 署名.
fn contacts(pass: &mut Pass<'_>, zone: usize, first: usize, last: Option<usize>) {
    let is_tail = |text: &str| {
        form::is_address(text)
            || is_contact(text)
            || form::is_short(text, 24) && text.ends_with(['！', '!'])
    };
    let Some(from) = (zone..first).find(|&idx| pass.is_open(idx) && is_tail(pass.text(idx))) else {
        return;
    };
    for idx in from..last.map_or(first, |it| it.max(first)) {
        pass.take(idx, Role::Tail, Certainty::Likely);
    }
}
