//! Units: what stands behind a figure and belongs to it.

use crate::ledger::chars::Chars;

/// Units of more than one character, the longer before what they begin with.
const LONG: [&str; 73] = [
    "个百分点",
    "个工作日",
    "个标准箱",
    "个基点",
    "个月",
    "百分点",
    "平方公里",
    "平方千米",
    "平方米",
    "立方米",
    "千瓦时",
    "千瓦",
    "兆瓦",
    "千米",
    "千克",
    "千卡",
    "公里",
    "公顷",
    "公斤",
    "公升",
    "厘米",
    "毫米",
    "微米",
    "纳米",
    "毫克",
    "微克",
    "毫升",
    "海里",
    "吨标准煤",
    "标准箱",
    "标箱",
    "人次",
    "人日",
    "人天",
    "件次",
    "场次",
    "户次",
    "台次",
    "台套",
    "台班",
    "例次",
    "车次",
    "架次",
    "班次",
    "批次",
    "班列",
    "家次",
    "个次",
    "项次",
    "条次",
    "队次",
    "艘次",
    "篇次",
    "课时",
    "学时",
    "小时",
    "分钟",
    "工作日",
    "周岁",
    "美元",
    "欧元",
    "港元",
    "日元",
    "英镑",
    "元人民币",
    "立方",
    "平米",
    "站次",
    "头次",
    "辆次",
    "册次",
    "处次",
    "人份",
];

/// Units of one character that measure.
const MEASURES: &str = "元角分%％‰年月日时秒倍番成吨亩米克斤升里度℃㎡岁天周折";

/// Units of one character that count.
const COUNTERS: &str = "卷页粒群个项次名人家件位条批所座户场期份套类处章篇部组支台辆艘间栋幢层种例起宗笔只头轮步届级门口号本册幅张枚颗株棵只匹架列节课堂站片块段集首副顶把根盏面对双员队车箱桶袋瓶点字款道宿床具版稿宗村镇乡县市省区校院馆店";

/// Latin units.
const LATIN: [&str; 16] = [
    "km2", "km²", "m2", "m²", "m3", "m³", "kWh", "kW", "MW", "GW", "km", "kg", "cm", "mm", "GB",
    "TB",
];

/// The unit that stands there, as it is written; empty where none does.
pub fn at(text: Chars<'_>, idx: usize) -> String {
    if is_second(text.at(idx + 1))
        && let Some((unit, _)) = text.word(idx, &LONG)
    {
        return unit.to_owned();
    }
    if text.at(idx).is_ascii_alphabetic()
        && let Some((unit, _)) = text.word(idx, &LATIN)
    {
        return unit.to_owned();
    }
    let c = text.at(idx);
    let is_unit = MEASURES.contains(c) || COUNTERS.contains(c);
    if is_unit && c != '\0' { c.to_string() } else { String::new() }
}

/// Whether a longer unit has this as its second character: asked at every numeral,
/// before the list is gone through.
fn is_second(c: char) -> bool {
    matches!(
        c,
        '人' | '份'
            | '作'
            | '元'
            | '克'
            | '准'
            | '分'
            | '列'
            | '升'
            | '卡'
            | '基'
            | '天'
            | '套'
            | '岁'
            | '工'
            | '斤'
            | '方'
            | '日'
            | '时'
            | '月'
            | '标'
            | '次'
            | '班'
            | '瓦'
            | '百'
            | '箱'
            | '米'
            | '里'
            | '钟'
            | '镑'
            | '顷'
    )
}

/// The unit under one name, whatever it is written like.
pub fn plain(unit: &str) -> &str {
    match unit {
        "个百分点" => "百分点",
        "％" => "%",
        "个工作日" => "工作日",
        "平方千米" | "km2" | "km²" => "平方公里",
        "元人民币" => "元",
        "千米" | "km" => "公里",
        "㎡" | "m2" | "m²" | "平米" => "平方米",
        "立方" | "m3" | "m³" => "立方米",
        "公斤" | "kg" => "千克",
        it => it,
    }
}

/// Whether the unit counts pieces of something, so that the noun behind it says of
/// what; the others say it themselves.
pub fn counts(unit: &str) -> bool {
    let mut chars = unit.chars();
    matches!((chars.next(), chars.next()), (Some(it), None) if COUNTERS.contains(it))
}

/// Whether the unit is money.
pub fn is_money(unit: &str) -> bool {
    unit.ends_with('元') || unit == "英镑"
}

/// Whether the unit is a share.
pub fn is_share(unit: &str) -> bool {
    matches!(unit, "%" | "‰")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_long_unit_is_found_whole() {
        for unit in LONG.iter().chain(&LATIN) {
            let chars: Vec<char> = unit.chars().collect();
            assert_eq!(at(Chars(&chars), 0), *unit);
        }
    }
}
