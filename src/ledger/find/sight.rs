//! One numeral among what stands round it: whether it counts something, how
//! exactly, and in which unit.

use std::ops::Range;

use crate::ledger::chars::Chars;
use crate::ledger::find::{Exactness, Found, Kind};
use crate::ledger::scan::Numeral;
use crate::ledger::unit;
use crate::model::decimal::Decimal;
use crate::model::quantity::{is_chinese_digit, is_digit};

/// One numeral among what stands round it.
pub(super) struct Sight<'a> {
    pub(super) text: Chars<'a>,
    pub(super) numeral: &'a Numeral,
    pub(super) is_quoted: bool,
}

impl Sight<'_> {
    /// What the numeral is, and where that ends; none where it says nothing.
    pub(super) fn found(&self, next: &[Numeral]) -> Option<(Found, usize)> {
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
