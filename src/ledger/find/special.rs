//! What is written with digits and counts nothing: years, dates, sessions, numbers
//! of documents and of lists, and parts of names.

use std::ops::Range;

use crate::ledger::chars::{is_edge, is_han, is_stop};
use crate::ledger::find::Kind;
use crate::ledger::find::sight::Sight;
use crate::ledger::scan::Numeral;
use crate::ledger::unit;
use crate::model::decimal::Decimal;
use crate::model::quantity::is_digit;

impl Sight<'_> {
    /// What is no figure, and where it stands.
    pub(super) fn special(&self, next: &[Numeral]) -> Option<(Kind, Range<usize>)> {
        let (text, numeral) = (self.text, self.numeral);
        let Range { start, end } = numeral.digits;
        let n = numeral.amount.and_then(Decimal::whole);
        if let Some(it) = self.document_number(next) {
            return Some((Kind::DocumentNumber, it));
        }
        if let Some(it) = self.marker() {
            return Some((Kind::Marker, it));
        }
        if numeral.over.is_none() && numeral.magnitudes.is_empty() {
            if let Some(it) = self.session(n) {
                return Some((Kind::Session, it));
            }
            if text.starts(end, "周年") {
                return Some((Kind::Anniversary, start..end + 2));
            }
            if let Some(it) = self.year(n) {
                return Some((Kind::Year, it));
            }
            if let Some(it) = self.date(n, next) {
                return Some((Kind::Date, it));
            }
        }
        self.is_name(n).then_some((Kind::Name, start..numeral.end))
    }

    /// `〔2020〕46号`, in whatever brackets.
    fn document_number(&self, next: &[Numeral]) -> Option<Range<usize>> {
        let (text, Range { start, end }) = (self.text, self.numeral.digits.clone());
        let closing = match text.before(start) {
            '〔' => '〕',
            '[' => ']',
            '［' => '］',
            '（' => '）',
            '(' => ')',
            '【' => '】',
            '﹝' => '﹞',
            _ => return None,
        };
        let number = next.first()?;
        let gap = text.slice(end + 1..number.digits.start);
        let is_number = end - start == 4
            && text.at(end) == closing
            && matches!(gap.as_str(), "" | "第" | " ")
            && text.at(number.digits.end) == '号';
        is_number.then_some(start - 1..number.digits.end + 1)
    }

    /// `1.`, `（2）`, at the beginning of a paragraph or of a sentence.
    fn marker(&self) -> Option<Range<usize>> {
        let (text, Range { start, end }) = (self.text, self.numeral.digits.clone());
        if 3 < end - start || self.numeral.over.is_some() {
            return None;
        }
        let bracketed = matches!(
            (text.before(start), text.at(end)),
            ('（', '）') | ('(', ')') | ('（', ')') | ('(', '）')
        );
        if bracketed && end - start <= 2 {
            return Some(start - 1..end + 1);
        }
        let first = start.checked_sub(1).map_or('\n', |it| text.at(it));
        let begins = is_stop(first) || matches!(first, '；' | '：' | ';' | ':' | '\t');
        let is_marked = matches!(text.at(end), '、' | '）' | ')')
            || (matches!(text.at(end), '.' | '．') && !is_digit(text.at(end + 1)));
        (begins && is_marked && !self.numeral.is_chinese).then_some(start..end + 1)
    }

    /// `第8届`, `十三届`, `十九大`, `四中全会`, `第七次会议`.
    fn session(&self, n: Option<u64>) -> Option<Range<usize>> {
        let (text, Range { start, end }) = (self.text, self.numeral.digits.clone());
        let is_ordinal = text.before(start) == '第';
        let from = if is_ordinal { start - 1 } else { start };
        let counts = ["连续", "近", "过去", "历", "共", "举办", "等"];
        match text.at(end) {
            // 新一届 and 这一届 name none.
            '届' if is_ordinal || (n != Some(1) && text.word_before(start, &counts).is_none()) => {
                Some(from..end + 1)
            }
            '次' if is_ordinal => {
                let behind = 14.min(text.count(end + 1, |it| !is_edge(it)));
                let name = text.slice(end + 1..end + 1 + behind);
                // 第三次分配 and 第一次全面 are no sessions.
                ["会议", "全会", "代表大会", "座谈会", "大会", "会", "普查"]
                    .iter()
                    .any(|it| name.contains(it))
                    .then_some(from..end + 1)
            }
            '中' if text.starts(end, "中全会") => Some(from..end + 3),
            // 党的二十大; 三大战役 are three.
            '大' if self.numeral.is_chinese && n.is_some_and(|it| (11..=40).contains(&it)) => {
                Some(from..end + 1)
            }
            _ => None,
        }
    }

    fn year(&self, n: Option<u64>) -> Option<Range<usize>> {
        let (text, Range { start, end }) = (self.text, self.numeral.digits.clone());
        let is_year = end - start == 4
            && n.is_some_and(|it| (1900..2100).contains(&it))
            && !text.slice(start..end).contains(['千', '百']);
        if !is_year {
            return None;
        }
        if text.at(end) == '年' {
            let is_long = text.at(end + 1) == '度';
            return Some(start..end + 1 + usize::from(is_long));
        }
        // 2016—2020年, 2023-2025年; and 2020 alone, where it counts nothing.
        let is_range = matches!(text.at(end), '-' | '—' | '–' | '~' | '～' | '至' | '/' | '－');
        let is_bare =
            unit::at(text, end).is_empty() && text.at(end) != '多' && text.at(end) != '余';
        let in_number = text.before(start).is_ascii_alphanumeric();
        (!in_number && (is_range || is_bare)).then_some(start..end)
    }

    fn date(&self, n: Option<u64>, next: &[Numeral]) -> Option<Range<usize>> {
        let (text, Range { start, end }) = (self.text, self.numeral.digits.clone());
        let n = n?;
        let day = |at: usize| {
            let day = next.first().filter(|it| it.digits.start == at)?;
            let is_day = matches!(text.at(day.digits.end), '日' | '号')
                && day.amount.and_then(Decimal::whole).is_some_and(|it| (1..=31).contains(&it));
            is_day.then_some(day.digits.end + 1)
        };
        match text.at(end) {
            '月' if (1..=12).contains(&n) => {
                let end = end + 1;
                let end = day(end).unwrap_or(end + usize::from(text.at(end) == '份'));
                Some(start..end)
            }
            '日' if (1..=31).contains(&n) && text.at(end + 1) != '元' => Some(start..end + 1),
            ':' | '：' if n < 24 && text.count(end + 1, is_digit) == 2 => {
                let minute = next.first()?;
                let is_minute = minute.digits.start == end + 1
                    && minute.amount.and_then(Decimal::whole).is_some_and(|it| it < 60);
                is_minute.then_some(start..minute.digits.end)
            }
            '时' if n <= 24 && text.at(end + 1) != '代' => Some(start..end + 1),
            // The first of 1—9月 is a month as well.
            '-' | '—' | '–' | '~' | '～' | '至' | '－' if (1..=12).contains(&n) => {
                let month = next.first().filter(|it| it.digits.start == end + 1)?;
                let is_month = text.at(month.digits.end) == '月';
                is_month.then_some(start..end)
            }
            _ => None,
        }
    }

    /// Whether the digits are part of a name.
    fn is_name(&self, n: Option<u64>) -> bool {
        let (text, numeral) = (self.text, self.numeral);
        let Range { start, end } = numeral.digits;
        if numeral.is_chinese {
            return false;
        }
        let (before, behind) = (text.before(start), text.at(numeral.end));
        let is_latin = |c: char| c.is_alphabetic() && !is_han(c) && c < '\u{2e80}';
        let has_unit = !unit::at(text, numeral.end).is_empty();
        let gap = text.at(numeral.end) == ' ';
        let stands_in_latin = is_latin(before)
            || (is_latin(behind) && !has_unit)
            || (before == ' '
                && is_latin(text.before(start.saturating_sub(1)))
                && !has_unit
                && !gap);
        let in_sum = matches!(before, '+' | '＋')
            && start.checked_sub(2).is_some_and(|it| {
                let c = text.at(it);
                is_digit(c) || is_latin(c)
            })
            || matches!(behind, '+' | '＋') && !has_unit;
        let in_fraction = before == '/' || (behind == '/' && is_digit(text.at(numeral.end + 1)));
        let is_call =
            text.word(numeral.end, &["热线", "平台", "举报", "投诉", "政务", "便民", "服务热线"]);
        let is_line = (is_call.is_some() || behind == '”') && (3..=5).contains(&(end - start));
        let is_long = 11 <= end - start && !has_unit
            || text.at(start) == '0' && 2 < end - start && text.at(start + 1) != '.';
        let in_title = self.is_quoted && !has_unit && n.is_some();
        numeral.is_broken
            || stands_in_latin
            || in_sum
            || (in_fraction && !has_unit)
            || is_line
            || is_long
            || in_title
            // A grade of something: 3A级; a floor, a room, a line: 3号线.
            || text.word(numeral.end, &["号线", "号楼", "号院", "号公告", "号文", "号令", "号路"]).is_some()
    }
}
