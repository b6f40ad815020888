//! Figures as they are found in a text: what counts something, and beside it
//! the years, dates, sessions and numbers of documents that a new year moves.

use std::ops::Range;

use crate::ledger::chars::{Chars, is_edge, is_han, is_stop};
use crate::ledger::scan::{self, Numeral};
use crate::ledger::unit;
use crate::model::decimal::Decimal;
use crate::model::quantity::{is_chinese_digit, is_digit};

/// A figure in a text. All places are in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// All of it, with what makes it less than exact and with its unit.
    pub range: Range<usize>,
    /// What an author would write anew: `2300余`, `约3.5`. The unit is behind it.
    pub value: Range<usize>,
    /// The magnitude and the unit behind the value: `万元`.
    pub unit: Range<usize>,
    /// The unit alone, under one name: `元`, `百分点`.
    pub measure: String,
    /// What it amounts to in that unit.
    pub amount: Option<Decimal>,
    /// How exact it is.
    pub exactness: Exactness,
    /// Whether it is written in Arabic digits.
    pub is_arabic: bool,
    /// Whether it stands within quotation marks or a title in `《》`.
    pub is_quoted: bool,
    /// Whether it is one end of a range: `5—8个`.
    pub in_range: bool,
    /// The sentence it stands in.
    pub sentence: Range<usize>,
}

/// What a numeral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It counts or measures something.
    Figure,
    /// A rank or an ordinal: `第4位`.
    Ordinal,
    /// A year: `2020年`, `2020年度`.
    Year,
    /// A month, a day or an hour: `9月15日`, `9:30`.
    Date,
    /// A session: `第8届`, `十三届`, `第七次会议`, `四中全会`.
    Session,
    /// `40周年`.
    Anniversary,
    /// The year and number of a document: `〔2020〕46号`.
    DocumentNumber,
    /// A word for a year: `今年`, `去年`.
    Relative,
    /// The number of a list: `1.`, `（2）`.
    Marker,
    /// Part of a name: `5G`, `12345热线`, `十四五`.
    Name,
}

/// How exact a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exactness {
    /// As it stands.
    Exact,
    /// 约, 左右, 近, 几: more or less.
    About,
    /// 多, 余, 超, 以上: more.
    More,
    /// 不足, 以下: less.
    Less,
}

impl Kind {
    /// Whether it belongs into the ledger: what counts, measures or ranks.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Figure | Self::Ordinal)
    }
}

/// Every numeral of a text that says something, from the left, not overlapping.
///
/// Chinese digits are in many words (`统一`, `三农`); they are found where they
/// count something and left alone where they may not.
pub fn find(text: &[char]) -> Vec<Found> {
    let text = Chars(text);
    let quoted = quoted(text);
    let numerals = scan::numerals(text);
    let mut found: Vec<Found> = Vec::new();
    let mut sentence = Sentences { text, range: 0..0 };
    let mut idx = 0;
    while let Some(numeral) = numerals.get(idx) {
        idx += 1;
        let is_quoted = quoted.get(numeral.digits.start).copied().unwrap_or(false);
        let sight = Sight { text, numeral, is_quoted };
        let Some((mut it, end)) = sight.found(numerals.get(idx..).unwrap_or_default()) else {
            continue;
        };
        // The parts of a date and of a document's number are one.
        while numerals.get(idx).is_some_and(|it| it.digits.start < end) {
            idx += 1;
        }
        it.sentence = sentence.of(it.range.start);
        found.push(it);
    }
    share_units(text, &mut found);
    found
}

/// The first end of `5—8个` counts what the second does.
fn share_units(text: Chars<'_>, found: &mut [Found]) {
    for idx in 1..found.len() {
        let (before, behind) = found.split_at_mut(idx);
        let (Some(first), Some(second)) = (before.last_mut(), behind.first_mut()) else { return };
        let gap = text.slice(first.range.end..second.range.start);
        let is_range = matches!(gap.as_str(), "-" | "—" | "–" | "~" | "～" | "至" | "到" | "－");
        if is_range && first.kind == second.kind {
            (first.in_range, second.in_range) = (true, true);
            if first.measure.is_empty() && first.kind == Kind::Figure {
                first.measure.clone_from(&second.measure);
            }
        }
    }
}

struct Sentences<'a> {
    text: Chars<'a>,
    range: Range<usize>,
}

impl Sentences<'_> {
    /// The sentence at a place, which is never before the last one asked for.
    fn of(&mut self, at: usize) -> Range<usize> {
        while self.range.end <= at && self.range.end < self.text.len() {
            let start = self.range.end;
            let mut end = start + self.text.count(start, |it| !is_stop(it));
            while is_stop(self.text.at(end)) || (start < end && is_closing(self.text, end)) {
                end += 1;
            }
            self.range = start..end.max(start + 1);
        }
        self.range.clone()
    }
}

fn is_closing(text: Chars<'_>, at: usize) -> bool {
    is_stop(text.before(at)) && matches!(text.at(at), '”' | '’' | '》' | '）')
}

/// Which characters stand in `“”`, `《》` and the like; what is not closed within
/// its sentence is not one.
fn quoted(text: Chars<'_>) -> Vec<bool> {
    let mut inside = vec![false; text.len()];
    let mut open: Vec<(usize, char)> = Vec::new();
    for (idx, &c) in text.0.iter().enumerate() {
        match c {
            '“' => open.push((idx, '”')),
            '‘' => open.push((idx, '’')),
            '《' => open.push((idx, '》')),
            '「' => open.push((idx, '」')),
            '”' | '’' | '》' | '」' => {
                if open.last().is_some_and(|it| it.1 == c)
                    && let Some((start, _)) = open.pop()
                    && open.is_empty()
                {
                    inside.get_mut(start..idx).unwrap_or_default().fill(true);
                }
            }
            '。' => {}
            c if is_stop(c) => open.clear(),
            _ => {}
        }
    }
    inside
}

/// One numeral among what stands round it.
struct Sight<'a> {
    text: Chars<'a>,
    numeral: &'a Numeral,
    is_quoted: bool,
}

impl Sight<'_> {
    /// What the numeral is, and where that ends; none where it says nothing.
    fn found(&self, next: &[Numeral]) -> Option<(Found, usize)> {
        let (text, numeral) = (self.text, self.numeral);
        let whole = numeral.digits.clone();
        if let Some((kind, range)) = self.special(next) {
            let value = match kind {
                Kind::Anniversary | Kind::Session => whole,
                _ => range.clone(),
            };
            let unit = value.end..range.end.max(value.end);
            let mut found = self.bare(kind, range.clone(), value, unit);
            found.amount = numeral.amount;
            return Some((found, range.end));
        }
        let unit = unit::at(text, numeral.end);
        if numeral.is_chinese && !self.is_counting(&unit) {
            return None;
        }
        let is_ordinal = text.before(whole.start) == '第';
        let mut start = whole.start;
        let mut exactness = Exactness::Exact;
        if numeral.over.is_some() {
            exactness = Exactness::More;
        }
        if is_ordinal {
            start -= 1;
        } else if let Some((len, how)) = self.hedge(&unit) {
            start -= len;
            exactness = how;
        } else if self.has_sign() {
            start -= 1;
        }
        // A 多 or 余 behind the magnitude takes it along: 3亿多 is the value.
        let behind_value = match numeral.over {
            Some(at) if numeral.magnitude_at <= at => at + 1,
            _ => numeral.magnitude_at,
        };
        let unit_end = numeral.end + unit.chars().count();
        let mut end = unit_end;
        if !is_ordinal && let Some((len, how)) = behind(text, end) {
            end += len;
            exactness = how;
        }
        let measure = if numeral.is_share { "%" } else { unit::plain(&unit) };
        let kind = if is_ordinal { Kind::Ordinal } else { Kind::Figure };
        let mut found = self.bare(kind, start..end, start..behind_value, behind_value..unit_end);
        if is_ordinal {
            found.value = whole.start..behind_value;
        }
        measure.clone_into(&mut found.measure);
        found.exactness = exactness;
        found.amount = if text.before(whole.start) == '-' && start < whole.start {
            numeral.amount.and_then(|it| Decimal::ZERO.minus(it))
        } else {
            numeral.amount
        };
        Some((found, end))
    }

    fn bare(
        &self,
        kind: Kind,
        range: Range<usize>,
        value: Range<usize>,
        unit: Range<usize>,
    ) -> Found {
        Found {
            kind,
            range,
            value,
            unit,
            measure: String::new(),
            amount: None,
            exactness: Exactness::Exact,
            is_arabic: !self.numeral.is_chinese
                || self.text.slice(self.numeral.digits.clone()).chars().any(is_digit),
            is_quoted: self.is_quoted,
            in_range: false,
            sentence: 0..0,
        }
    }

    /// What is no figure, and where it stands.
    fn special(&self, next: &[Numeral]) -> Option<(Kind, Range<usize>)> {
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

    /// Whether Chinese digits count something here.
    fn is_counting(&self, unit: &str) -> bool {
        let (text, numeral) = (self.text, self.numeral);
        if numeral.is_share {
            return true;
        }
        let Range { start, end } = numeral.digits;
        let is_ordinal = text.before(start) == '第';
        if unit.is_empty() || self.is_quoted || numeral.amount.is_none() {
            return false;
        }
        let digits = text.slice(start..end);
        // 一项制度, 一批干部; 一 counts only with a magnitude or as a rank.
        if digits == "一" && numeral.magnitudes.is_empty() && !is_ordinal {
            return false;
        }
        // 几十个, 数百名, 上千人 and 三五个 are no numbers.
        if matches!(
            text.before(start),
            '几' | '数' | '上' | '成' | '每' | '好' | '初' | '周' | '十'
        ) && !is_ordinal
        {
            return false;
        }
        if digits.chars().count() == 2
            && digits.chars().all(|it| is_chinese_digit(it) && it != '十')
        {
            return false;
        }
        const WORDS: &str = "级门期口时折面分角度天里";
        // 三级, 十分 and 四面 are words; two 番 are a figure, so are 十余期.
        if WORDS.contains(unit) && !is_ordinal && numeral.over.is_none() {
            return false;
        }
        let behind = numeral.end + unit.chars().count();
        SLOGANS.iter().all(|it| !text.starts(start, it)) && !is_chinese_digit(text.at(behind))
    }

    /// 约, 近, 超 and the like in front: how many characters, and what they say.
    fn hedge(&self, unit: &str) -> Option<(usize, Exactness)> {
        const HEDGES: [(&str, Exactness, &str); 14] = [
            ("大约", Exactness::About, ""),
            ("将近", Exactness::About, ""),
            ("接近", Exactness::About, ""),
            ("约", Exactness::About, "节合签预特条集违履制简纽公解"),
            ("近", Exactness::About, "附最邻靠临就亲走拉远"),
            ("超过", Exactness::More, ""),
            ("突破", Exactness::More, ""),
            ("至少", Exactness::More, ""),
            ("超", Exactness::More, "赶反高"),
            ("逾", Exactness::More, ""),
            ("不足", Exactness::Less, ""),
            ("不到", Exactness::Less, ""),
            ("不超过", Exactness::Less, ""),
            ("最多", Exactness::Less, ""),
        ];
        let start = self.numeral.digits.start;
        let found = HEDGES.iter().find(|(word, _, not_behind)| {
            let at = start.checked_sub(word.chars().count());
            self.text.ends(start, word)
                && at.is_some_and(|it| {
                    !not_behind.contains(self.text.before(it)) || self.text.before(it) == '\0'
                })
        })?;
        // 近五年 are the last five.
        let is_recent =
            found.0 == "近" && matches!(unit, "年" | "个月" | "天" | "届" | "期" | "次");
        (!is_recent).then_some((found.0.chars().count(), found.1))
    }

    /// A minus in front that joins nothing.
    fn has_sign(&self) -> bool {
        let start = self.numeral.digits.start;
        let before = start.checked_sub(2).map_or('\0', |it| self.text.at(it));
        matches!(self.text.before(start), '-' | '−' | '－')
            && !before.is_ascii_alphanumeric()
            && !is_digit(before)
            && !"年月日%％〕)）".contains(before)
    }
}

/// 左右, 以上 and the like behind the unit.
fn behind(text: Chars<'_>, at: usize) -> Option<(usize, Exactness)> {
    const WORDS: [(&str, Exactness); 7] = [
        ("左右", Exactness::About),
        ("上下", Exactness::About),
        ("以上", Exactness::More),
        ("之多", Exactness::Exact),
        ("以下", Exactness::Less),
        ("以内", Exactness::Less),
        ("多", Exactness::More),
    ];
    let found = WORDS.iter().find(|it| text.starts(at, it.0))?;
    // 3个多月 counts months; 5个多样 counts nothing here.
    let is_over = found.0 != "多";
    is_over.then_some((found.0.chars().count(), found.1))
}

/// Fixed expressions that count nothing in this report.
const SLOGANS: [&str; 40] = [
    "两个维护",
    "两个确立",
    "两个毫不动摇",
    "两个结合",
    "两个大局",
    "两个责任",
    "两个务必",
    "两个一百年",
    "三个代表",
    "三个务必",
    "三个区分开来",
    "三次产业",
    "三大攻坚战",
    "三重一大",
    "三项制度改革",
    "三个清单",
    "四个意识",
    "四个自信",
    "四个全面",
    "四个伟大",
    "四个服从",
    "四个最严",
    "四个革命",
    "四种形态",
    "五个一",
    "五位一体",
    "五级书记",
    "六个必须坚持",
    "七个有之",
    "八项规定",
    "八个明确",
    "十四个坚持",
    "十个明确",
    "十三个方面成就",
    "百个",
    "千个",
    "两个先行",
    "两个健康",
    "四个走在",
    "三张清单",
];

#[cfg(test)]
mod tests;
