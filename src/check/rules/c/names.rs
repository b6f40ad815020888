//! Lists of names before a number: how many there are, as far as that can be told.

use std::ops::Range;

use crate::check::rules::c::sight::is_mark;
use crate::check::text::Para;

/// A list that ends where a number begins.
pub(super) enum List {
    /// So many titles in 《》.
    Works(u64, Range<usize>),
    /// So many names of persons.
    Persons(u64, Range<usize>),
    /// At least and at most so many others: `和` may join two or stand in one.
    Others {
        /// With what `和` joins taken for one.
        least: u64,
        /// With every `和` between two.
        most: u64,
        /// Where it stands.
        range: Range<usize>,
    },
}

impl List {
    /// How many there are and where.
    pub(super) fn told(self) -> (u64, Range<usize>) {
        match self {
            Self::Works(n, range) | Self::Persons(n, range) => (n, range),
            Self::Others { least, range, .. } => (least, range),
        }
    }
}

/// The list that ends there.
pub(super) fn before(para: &Para, end: usize) -> Option<List> {
    if para.before(end) == '》' {
        return works(para, end);
    }
    let mut start = end;
    while 0 < start && (para.before(start) == '、' || !is_mark(para.before(start))) {
        start -= 1;
        // A list of names has no other marks.
        if matches!(para.at(start), '“' | '”' | '》' | '（' | '）' | '(' | ')') || 200 < end - start
        {
            return None;
        }
    }
    let words: Vec<char> = para.chars.get(start..end)?.to_vec();
    let items: Vec<&[char]> = words.split(|&it| it == '、').collect();
    if items.len() < 2 || items.iter().any(|it| it.is_empty()) {
        return None;
    }
    // The words before the first name belong to the sentence.
    let others = items.get(1..)?;
    let longest = others.iter().map(|it| it.len()).max()?;
    if 10 < longest || items.iter().any(|it| it.iter().any(char::is_ascii_digit)) {
        return None;
    }
    let is_name = |it: &[char]| (2..=4).contains(&it.len()) && is_surname(it);
    let first_len = items.first().map_or(0, |it| it.len());
    let range = start + first_len.saturating_sub(longest)..end;
    let n = items.len() as u64;
    if 3 <= items.len() && others.iter().all(|it| is_name(it)) {
        let lead = items.first().map_or(4, |it| it.len()).min(3);
        return Some(List::Persons(n, start + first_len - lead..end));
    }
    let joins =
        items.iter().flat_map(|it| it.iter()).filter(|it| matches!(it, '和' | '与' | '及')).count();
    Some(List::Others { least: n, most: n + joins as u64, range })
}

fn works(para: &Para, end: usize) -> Option<List> {
    let mut n = 0;
    let mut at = end;
    loop {
        let mut depth = 0_u32;
        let mut start = at;
        while 0 < start {
            start -= 1;
            match para.at(start) {
                '》' => depth += 1,
                '《' => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
                _ => {}
            }
            if 120 < at - start {
                return None;
            }
        }
        if depth != 0 {
            return None;
        }
        n += 1;
        match (para.before(start), start.checked_sub(1).map(|it| para.before(it))) {
            ('》', _) => at = start,
            ('、' | '和' | '及' | '与', Some('》')) => at = start - 1,
            _ => return Some(List::Works(n, start..end)),
        }
    }
}

/// Whether a name begins with one of the usual surnames.
fn is_surname(name: &[char]) -> bool {
    const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严赖覃洪武莫孔汤常温康施牛樊葛邢齐易乔伍庞颜倪庄聂鲁岳翟殷詹申欧耿焦俞柳甘祝尚符舒阮柯纪梅童凌毕裴霍涂苗谷曲翁冉骆蓝路游辛靳管柴蒙鲍喻祁蒲房滕屈饶解牟艾尤穆司卓古吉缪麦褚娄窦戚岑景党宫费卜冷晏席卫柏宗瞿桂佟臧闵邬卞姬栾隋刁沙荣桑甄丛仲虞巩佘查苑迟邝谈匡惠冀郁高巴辜";
    name.first().is_some_and(|it| SURNAMES.contains(*it))
}
