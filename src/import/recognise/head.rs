//! What stands before the text: title, subtitle, byline, 主送机关, and what the
//! page put there.

use crate::import::line::Hint;
use crate::import::recognise::levels::is_part_title;
use crate::import::recognise::salutation::is_salutation;
use crate::import::recognise::{Certainty, Pass, Role, form, residue, runs};

/// How many lines a page puts before a title at most.
const DEEPEST: usize = 60;

/// Decides the lines before the text and gives the first line behind them.
pub(super) fn read(pass: &mut Pass<'_>) -> usize {
    let zone = zone(pass);
    for idx in 0..zone.end {
        if pass.is_open(idx) && residue::is_page(pass.text(idx)) {
            pass.take(idx, Role::Residue, Certainty::Sure);
        }
    }
    if let Some(idx) = zone.addressee {
        pass.take(idx, Role::Addressee, Certainty::Sure);
    }
    let Some(title) = title(pass, &zone) else {
        return without_title(pass, &zone);
    };
    let (first, last) = title;
    before(pass, first);
    after(pass, last + 1, &zone)
}

struct Zone {
    /// The first line of the text.
    end: usize,
    /// 主送机关 or 称谓, the last line of the zone.
    addressee: Option<usize>,
    /// Whether a paragraph of the text ends the zone.
    has_text: bool,
}

/// The lines before the first paragraph, heading, or 称谓.
fn zone(pass: &Pass<'_>) -> Zone {
    let n = pass.lines.len();
    for idx in 0..n.min(DEEPEST) {
        let text = pass.text(idx);
        let ends = match pass.role(idx) {
            Some(Role::Addressee) => {
                return Zone { end: idx + 1, addressee: Some(idx), has_text: idx + 1 < n };
            }
            Some(role) => role.is_text(),
            None if residue::is_page(text) => false,
            None if pass.lines[idx].hint == Hint::Title => false,
            None if is_salutation(text) => {
                return Zone { end: idx + 1, addressee: Some(idx), has_text: idx + 1 < n };
            }
            None => {
                pass.has_marker(idx)
                    || runs::leading(text).is_some()
                    || pass.lines[idx].hint != Hint::None
                    || is_paragraph(text)
            }
        };
        if ends {
            return Zone { end: idx, addressee: None, has_text: true };
        }
    }
    Zone { end: n.min(DEEPEST), addressee: None, has_text: false }
}

/// Whether a line is a paragraph of the text and can be nothing else.
fn is_paragraph(text: &str) -> bool {
    if form::title_noun(text).is_some() || is_subtitle(text) {
        return false;
    }
    !form::is_short(text, 60)
        || form::ends_sentence(text)
        || text.ends_with(['：', ':', '，', ',', '、'])
        || text.contains('。')
}

/// The lines of the title, first and last.
fn title(pass: &mut Pass<'_>, zone: &Zone) -> Option<(usize, usize)> {
    let said: Vec<_> =
        (0..pass.lines.len()).filter(|&idx| pass.role(idx) == Some(Role::Title)).collect();
    if let (Some(&first), Some(&last)) = (said.first(), said.last()) {
        return Some((first, last));
    }
    let open: Vec<_> = (0..zone.end).filter(|&idx| pass.is_open(idx)).collect();
    let score = |idx: usize| {
        let text = pass.text(idx);
        let base = match form::title_noun(text) {
            _ if pass.lines[idx].hint == Hint::Title => 100,
            Some(true) => 20,
            Some(false) => 10,
            None => return 0,
        };
        base + i32::from(text.contains("关于")) * 4 + i32::from(text.contains('年'))
            - i32::from(is_subtitle(text)) * 50
            - i32::from(form::is_short(text, 3)) * 15
    };
    let mut best = None;
    for &idx in &open {
        let own = score(idx);
        if 0 < own && best.is_none_or(|(top, _)| top < own) {
            best = Some((own, idx));
        }
    }
    let Some((_, best)) = best else { return plain_title(pass, zone, &open) };
    let bare = form::bare(pass.text(best));
    // A page prints the title twice; the last one is the document's own.
    let same = |pass: &Pass<'_>, idx: usize| form::bare(pass.text(idx)) == bare;
    let best = open.iter().copied().rfind(|&idx| same(pass, idx)).unwrap_or(best);
    for &idx in &open {
        let again = idx != best && (same(pass, idx) || is_tab_title(pass.text(idx), &bare));
        if again {
            pass.take(idx, Role::Residue, Certainty::Likely);
        }
    }
    repeated(pass, &open, &bare);
    pass.take(best, Role::Title, Certainty::Sure);
    let mut last = best;
    let is_titled = |pass: &Pass<'_>, idx: usize| {
        pass.is_open(idx) && pass.lines.get(idx).is_some_and(|it| it.hint == Hint::Title)
    };
    while is_titled(pass, last + 1) {
        last += 1;
        pass.take(last, Role::Title, Certainty::Sure);
    }
    let mut first = best;
    while first != 0 && pass.is_open(first - 1) && joins(pass, first - 1, first) {
        first -= 1;
        pass.take(first, Role::Title, Certainty::Likely);
    }
    Some((first, last))
}

/// Lines that together repeat the title, broken over two or three of them.
fn repeated(pass: &mut Pass<'_>, open: &[usize], bare: &str) {
    for &idx in open {
        for n in 2..=3 {
            let lines = idx..idx + n;
            let all = lines.clone().all(|it| pass.is_open(it) && open.contains(&it));
            let joined: String = lines.clone().map(|it| form::bare(pass.text(it))).collect();
            if all && joined == bare {
                for it in lines {
                    pass.take(it, Role::Residue, Certainty::Likely);
                }
            }
        }
    }
}

/// `title_site name`, as the tab of a browser shows it.
fn is_tab_title(text: &str, bare: &str) -> bool {
    let text = form::bare(text);
    let rest = text.strip_prefix(bare);
    rest.is_some_and(|it| it.starts_with(['_', '-', '|', '－', '—']) && !it.starts_with("——"))
}

/// Whether a line is the first half of a title that goes on below.
fn joins(pass: &Pass<'_>, above: usize, below: usize) -> bool {
    let (text, next) = (pass.text(above), pass.text(below));
    if text.starts_with("关于") && form::title_noun(text).is_none() && form::is_short(text, 50) {
        return true;
    }
    let is_cut =
        text.ends_with(['的', '和', '及', '与', '暨', '、', '对']) && form::is_short(text, 50);
    let by_organ = form::is_organ(text) && next.starts_with("关于");
    is_cut || by_organ && above == 0
}

/// A title that does not name a kind of document: a short line over the text.
fn plain_title(pass: &mut Pass<'_>, zone: &Zone, open: &[usize]) -> Option<(usize, usize)> {
    let is_title = |idx: usize| {
        let text = pass.text(idx);
        let has_marks = |c: char| "。；，,;：:".contains(c);
        form::is_short(text, 45)
            && !form::is_short(text, 3)
            && !text.contains(has_marks)
            && !text.starts_with(['（', '(', '—', '-'])
            && !form::is_organ(text)
            && !form::is_date(text)
            && !form::is_address(text)
            && !is_byline(text)
            && !is_front(text)
            && !is_part_title(text)
    };
    let idx = open.iter().copied().find(|&idx| is_title(idx))?;
    if !zone.has_text {
        return None;
    }
    pass.take(idx, Role::Title, Certainty::Doubtful);
    Some((idx, idx))
}

/// Without a title, what stands before the text is the page's or the text's.
fn without_title(pass: &mut Pass<'_>, zone: &Zone) -> usize {
    for idx in 0..zone.end {
        if !pass.is_open(idx) {
            continue;
        }
        let text = pass.text(idx);
        if is_front(text) {
            pass.take(idx, Role::Front, Certainty::Likely);
        } else if zone.addressee.is_some() && is_subtitle(text) {
            pass.take(idx, Role::Subtitle, Certainty::Likely);
        } else if zone.addressee.is_some() && is_byline(text) {
            pass.take(idx, Role::Byline, Certainty::Likely);
        } else {
            return idx;
        }
    }
    zone.end
}

/// The lines before the title.
fn before(pass: &mut Pass<'_>, title: usize) {
    let is_page = (0..title).any(|idx| pass.role(idx) == Some(Role::Residue));
    for idx in 0..title {
        let text = pass.text(idx);
        if is_front(text) {
            pass.take(idx, Role::Front, Certainty::Likely);
        } else if is_page {
            pass.take(idx, Role::Residue, Certainty::Doubtful);
        } else {
            pass.take(idx, Role::Front, Certainty::Doubtful);
        }
    }
}

/// The lines between the title and the text.
fn after(pass: &mut Pass<'_>, from: usize, zone: &Zone) -> usize {
    // What is known further down shows that a line above it is no text yet.
    let known = |pass: &Pass<'_>, idx: usize| {
        let text = pass.text(idx);
        !pass.is_open(idx) || is_subtitle(text) || is_byline(text)
    };
    let last_known = (from..zone.end).rev().find(|&idx| known(pass, idx));
    let mut dated = false;
    for idx in from..zone.end {
        if !pass.is_open(idx) {
            continue;
        }
        let text = pass.text(idx);
        let goes_on = dated && is_meeting_end(text);
        dated = false;
        if is_subtitle(text) || goes_on || form::is_date(text) {
            dated = !is_meeting_end(text);
            pass.take(idx, Role::Subtitle, Certainty::Sure);
        } else if is_byline(text) {
            pass.take(idx, Role::Byline, Certainty::Sure);
        } else if form::is_organ(text) {
            pass.take(idx, Role::Byline, Certainty::Likely);
        } else if is_part_title(text) || last_known.is_none_or(|known| known < idx) {
            return idx;
        } else {
            pass.take(idx, Role::Residue, Certainty::Doubtful);
        }
    }
    zone.end
}

/// `——2026年1月5日在…会议上`, `（2026年1月5日）`, `（讨论稿）`.
fn is_subtitle(text: &str) -> bool {
    if !form::is_short(text, 90) || form::ends_sentence(text) {
        return false;
    }
    let in_brackets =
        text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && form::is_short(text, 60);
    let bare = form::bare(text);
    let at_meeting =
        bare.contains('年') && bare.contains('月') && bare.contains('在') && is_meeting_end(&bare);
    text.starts_with("——")
        || text.starts_with("--")
        || text.starts_with("──")
        || in_brackets
        || at_meeting
}

fn is_meeting_end(text: &str) -> bool {
    let text = text.trim_end_matches(['）', ')', ' ']);
    text.ends_with("会议上")
        || text.ends_with("大会上")
        || text.ends_with("全会上")
        || text.ends_with("会上")
}

/// Offices that a speaker has.
const OFFICES: [&str; 30] = [
    "省长",
    "市长",
    "区长",
    "县长",
    "州长",
    "盟长",
    "旗长",
    "镇长",
    "乡长",
    "总理",
    "主席",
    "主任",
    "局长",
    "厅长",
    "部长",
    "院长",
    "检察长",
    "书记",
    "行长",
    "馆长",
    "校长",
    "所长",
    "处长",
    "科长",
    "会长",
    "秘书长",
    "总经理",
    "董事长",
    "组长",
    "专员",
];

/// Office and name, `云溪市市长　李 云`, or `报告人：李云`.
fn is_byline(text: &str) -> bool {
    if !form::is_short(text, 40) || text.contains(['。', '；', '，', '！']) {
        return false;
    }
    let named = [
        "报告人",
        "汇报人",
        "述职人",
        "发言人",
        "主讲人",
        "报告单位",
        "汇报单位",
        "报送单位",
        "填报单位",
    ];
    if named.iter().any(|it| text.starts_with(it)) {
        return true;
    }
    let name_behind = |office: &str| {
        let Some((_, name)) = text.rsplit_once(office) else { return false };
        let name = form::bare(name);
        let name = name.trim_matches(['（', '）', '(', ')']);
        (2..=8).contains(&name.chars().count())
            && name.chars().all(|it| ('\u{4e00}'..='\u{9fff}').contains(&it) || it == '·')
            && !form::is_organ(text)
            && !is_part_title(text)
    };
    OFFICES.iter().any(|it| name_behind(it))
}

/// What belongs to an official document above its title: 发文字号, 密级, `附件2`.
fn is_front(text: &str) -> bool {
    if !form::is_short(text, 40) {
        return false;
    }
    let bare = form::bare(text);
    let numbered = bare.ends_with('号')
        && bare.contains(['〔', '[', '﹝', '【', '（'])
        && bare.chars().any(|it| it.is_ascii_digit());
    let secret =
        ["秘密", "机密", "绝密", "特急", "加急", "平急", "签发人", "附件", "公开方式", "发文字号"];
    numbered || bare.ends_with("文件") || secret.iter().any(|it| bare.starts_with(it))
}
