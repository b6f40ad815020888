//! Automatic numbers, counted as Word counts them (ECMA-376-1, 17.9).

use std::collections::{BTreeMap, BTreeSet};

use crate::import::source::Refusal;
use crate::model::numeral;

use super::xml::{Element, Parts, Piece, Space};

/// How many levels a list has.
const LEVELS: usize = 9;

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Definitions, which lists share.
    shared: BTreeMap<u32, Shared>,
    lists: BTreeMap<u32, List>,
    /// The last number of each level, by the shared definition.
    counts: BTreeMap<u32, [Option<u32>; LEVELS]>,
    begun: BTreeSet<u32>,
}

#[derive(Debug, Default)]
struct Shared {
    levels: BTreeMap<usize, Level>,
    /// The name of the list style it is, or takes its levels from.
    style: Option<String>,
    follows: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    shared: u32,
    starts: BTreeMap<usize, u32>,
    levels: BTreeMap<usize, Level>,
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    text: String,
    suffix: String,
    /// Whether all numbers of the text are Arabic.
    is_legal: bool,
    /// Whether the count goes on under a new parent.
    goes_on: bool,
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            suffix: "tab".to_owned(),
            is_legal: false,
            goes_on: false,
            style: None,
        }
    }
}

impl Level {
    fn take(&mut self, it: &Element<'_>) {
        let value = || it.value().unwrap_or_default();
        match it.name.as_str() {
            "start" => self.start = value().parse().unwrap_or(1),
            // A format of its own stands behind a choice; what it falls back on comes last.
            "numFmt" => self.format = value(),
            "lvlText" => self.text = value(),
            "suff" => self.suffix = value(),
            "isLgl" => self.is_legal = it.is_on(),
            "lvlRestart" => self.goes_on = value() == "0",
            "pStyle" => self.style = it.value(),
            _ => {}
        }
    }
}

impl Numbering {
    pub(super) fn of(part: &str) -> Result<Self, Refusal> {
        let mut parts = Parts::of(part);
        let mut found = Self::default();
        let id = |it: &Element<'_>, name| it.get(name).and_then(|it| it.parse::<u32>().ok());
        let mut shared: Option<(u32, Shared)> = None;
        let mut list: Option<(u32, List)> = None;
        let mut level: Option<(usize, Level)> = None;
        let mut overridden = 0;
        while let Some(piece) = parts.next()? {
            match piece {
                Piece::Start(Space::Word, it) => match it.name.as_str() {
                    "abstractNum" => {
                        shared = id(&it, "abstractNumId").map(|it| (it, Shared::default()));
                    }
                    "num" => list = id(&it, "numId").map(|it| (it, List::default())),
                    "lvl" => {
                        let at = it.get("ilvl").and_then(|it| it.parse().ok()).unwrap_or(0);
                        level = Some((at, Level::default()));
                    }
                    "lvlOverride" => {
                        overridden = it.get("ilvl").and_then(|it| it.parse().ok()).unwrap_or(0);
                    }
                    "abstractNumId" => {
                        if let (Some((_, list)), Some(value)) = (&mut list, it.value()) {
                            list.shared = value.parse().unwrap_or(0);
                        }
                    }
                    "startOverride" => {
                        if let (Some((_, list)), Some(value)) = (&mut list, it.value()) {
                            list.starts.insert(overridden, value.parse().unwrap_or(1));
                        }
                    }
                    "styleLink" => {
                        if let Some((_, shared)) = &mut shared {
                            shared.style = it.value();
                        }
                    }
                    "numStyleLink" => {
                        if let Some((_, shared)) = &mut shared {
                            shared.follows = it.value();
                        }
                    }
                    _ => {
                        if let Some((_, level)) = &mut level {
                            level.take(&it);
                        }
                    }
                },
                Piece::End(Space::Word, name) => match name.as_str() {
                    "lvl" => {
                        let levels = match (&mut list, &mut shared) {
                            (Some((_, list)), _) => &mut list.levels,
                            (None, Some((_, shared))) => &mut shared.levels,
                            (None, None) => continue,
                        };
                        levels.extend(level.take());
                    }
                    "abstractNum" => found.shared.extend(shared.take()),
                    "num" => found.lists.extend(list.take()),
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(found)
    }

    /// The level of a list that a style of paragraphs is linked to.
    pub(super) fn level_of(&self, list: u32, style: Option<&str>) -> Option<usize> {
        let shared = self.shared_of(self.lists.get(&list)?.shared)?.1;
        let style = style?;
        shared.levels.iter().find(|it| it.1.style.as_deref() == Some(style)).map(|it| *it.0)
    }

    /// The definition, or the one whose list style it follows.
    fn shared_of(&self, id: u32) -> Option<(u32, &Shared)> {
        let own = self.shared.get(&id)?;
        let followed = own.follows.as_ref().and_then(|name| {
            self.shared.iter().find(|it| it.1.style.as_ref() == Some(name)).map(|it| (*it.0, it.1))
        });
        Some(followed.unwrap_or((id, own)))
    }

    /// Counts the next paragraph of a list and writes its number; `None` where
    /// the list has no such level.
    pub(super) fn next(&mut self, id: u32, at: usize) -> Option<String> {
        let at = at.min(LEVELS - 1);
        let list = self.lists.get(&id)?;
        let (shared_id, shared) = self.shared_of(list.shared)?;
        let level = |at: usize| list.levels.get(&at).or_else(|| shared.levels.get(&at));
        let start = |at: usize| {
            let own = list.starts.get(&at).copied();
            own.or_else(|| level(at).map(|it| it.start)).unwrap_or(1)
        };
        let mut counts = self.counts.get(&shared_id).copied().unwrap_or_default();
        if !self.begun.contains(&id) {
            // A list that says where it starts begins anew, others go on.
            for &at in list.starts.keys() {
                if let Some(count) = counts.get_mut(at) {
                    *count = None;
                }
            }
        }
        for (deeper, count) in counts.iter_mut().enumerate().skip(at + 1) {
            if !level(deeper).is_some_and(|it| it.goes_on) {
                *count = None;
            }
        }
        for (upper, count) in counts.iter_mut().enumerate().take(at) {
            *count = Some(count.unwrap_or_else(|| start(upper)));
        }
        let own = counts.get_mut(at)?;
        *own = Some(own.map_or_else(|| start(at), |it| it.saturating_add(1)));
        let own = level(at).cloned().unwrap_or_default();
        let formats: Vec<_> = (0..LEVELS)
            .map(|at| level(at).map_or("decimal".to_owned(), |it| it.format.clone()))
            .collect();
        self.counts.insert(shared_id, counts);
        self.begun.insert(id);
        Some(written(&own, &counts, &formats))
    }
}

/// The number with what stands between it and the text.
fn written(level: &Level, counts: &[Option<u32>; LEVELS], formats: &[String]) -> String {
    if level.format == "bullet" {
        let mark: String = level.text.chars().map(super::symbols::plain).collect();
        return if mark.trim().is_empty() { String::new() } else { format!("{} ", mark.trim()) };
    }
    let mut number = String::new();
    let mut chars = level.text.chars().peekable();
    while let Some(c) = chars.next() {
        let digit = chars
            .peek()
            .and_then(|it| it.to_digit(10))
            .filter(|it| (1..=LEVELS as u32).contains(it));
        match digit {
            Some(digit) if c == '%' => {
                chars.next();
                let at = digit as usize - 1;
                let n = counts.get(at).copied().flatten().unwrap_or(1);
                let format = if level.is_legal {
                    "decimal"
                } else {
                    formats.get(at).map_or("decimal", String::as_str)
                };
                number.push_str(&figure(n, format));
            }
            _ => number.push(c),
        }
    }
    if number.is_empty() {
        return number;
    }
    // Chinese marks make room themselves; a figure alone wants a space.
    let ends = number.ends_with(|c: char| "、）)．.：，】」』".contains(c)) || !number.is_ascii();
    match level.suffix.as_str() {
        "nothing" => {}
        "space" => number.push(' '),
        _ if ends => {}
        _ => number.push(' '),
    }
    number
}

/// A number in one of Word's formats (17.18.59); what reports do not use is
/// written in Arabic digits.
fn figure(n: u32, format: &str) -> String {
    let pick = |from: &str| {
        let n_all = from.chars().count() as u32;
        let pick =
            n.checked_sub(1).filter(|it| *it < n_all).and_then(|it| from.chars().nth(it as usize));
        pick.map_or_else(|| n.to_string(), String::from)
    };
    let offset = |first: char, most: u32| match n {
        1.. if n <= most => {
            char::from_u32(first as u32 + n - 1).map_or_else(|| n.to_string(), String::from)
        }
        _ => n.to_string(),
    };
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{n:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => n
            .to_string()
            .chars()
            .map(|it| char::from_u32(it as u32 - '0' as u32 + '０' as u32).unwrap_or(it))
            .collect(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => numeral::circled(n),
        "decimalEnclosedFullstop" => offset('⒈', 20),
        "decimalEnclosedParen" => offset('⑴', 20),
        "ideographEnclosedCircle" => offset('㊀', 10),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "japaneseDigitalTenThousand" => numeral::chinese(n),
        "ideographDigital" | "taiwaneseDigital" => n
            .to_string()
            .chars()
            .map(|it| "〇一二三四五六七八九".chars().nth(it as usize - '0' as usize).unwrap_or(it))
            .collect(),
        "chineseLegalSimplified" | "ideographLegalTraditional" => legal(n),
        "ideographTraditional" => pick("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => pick("子丑寅卯辰巳午未申酉戌亥"),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).to_lowercase(),
        "upperLetter" => letters(n, b'A'),
        "lowerLetter" => letters(n, b'a'),
        _ => n.to_string(),
    }
}

fn legal(n: u32) -> String {
    let text = numeral::chinese(n);
    let digits = [
        "一壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖", "十拾", "百佰",
        "千仟",
    ];
    let legal = |c: char| {
        digits.iter().find(|it| it.starts_with(c)).and_then(|it| it.chars().nth(1)).unwrap_or(c)
    };
    text.chars().map(legal).collect()
}

fn roman(n: u32) -> String {
    const DIGITS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&n) {
        return n.to_string();
    }
    let (mut rest, mut text) = (n, String::new());
    for (value, digit) in DIGITS {
        while value <= rest {
            text.push_str(digit);
            rest -= value;
        }
    }
    text
}

/// `a` to `z`, then `aa` to `zz`.
fn letters(n: u32, first: u8) -> String {
    let Some(idx) = n.checked_sub(1).filter(|it| *it < 26 * 30) else { return n.to_string() };
    let letter = char::from(first + (idx % 26) as u8);
    String::from(letter).repeat(idx as usize / 26 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PART: &str = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="3">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:suff w:val="space"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:suff w:val="nothing"/><w:lvlText w:val="%1"/></w:lvl></w:lvlOverride></w:num>
</w:numbering>"#;

    #[test]
    fn levels_count_within_their_parents_and_lists_go_on() {
        let mut numbering = Numbering::of(PART).unwrap();
        let places =
            [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (4, 0), (9, 0)];
        let found: Vec<_> = places.iter().map(|&(list, at)| numbering.next(list, at)).collect();
        let found: Vec<_> = found.iter().map(|it| it.as_deref()).collect();
        let expected = ["一、", "（一）", "（二）", "1.1 ", "二、", "（一）", "五、", "六、", "⑦"];
        assert_eq!(found[..9], expected.map(Some));
        assert_eq!(found[9], None);
    }

    #[test]
    fn numbers_have_the_formats_of_reports() {
        let all: Vec<_> = [
            "chineseLegalSimplified",
            "ideographTraditional",
            "upperRoman",
            "lowerLetter",
            "decimalZero",
            "decimalEnclosedParen",
            "ideographDigital",
            "none",
        ]
        .iter()
        .map(|it| figure(4, it))
        .collect();
        assert_eq!(all, ["肆", "丁", "IV", "d", "04", "⑷", "四", ""]);
        assert_eq!(letters(28, b'a'), "bb");
        assert_eq!(figure(u32::MAX, "upperLetter"), u32::MAX.to_string());
    }
}
