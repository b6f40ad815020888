//! The figures that differ between two versions of a paragraph.

use std::collections::BTreeMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::compare::spans::Op;
use crate::compare::tokens::{Class, Token};
use crate::model::quantity::{self, is_magnitude};

/// Units that are part of a figure: another unit is another figure.
const UNITS: &str = "元年月日时%％‰倍成吨亩米度折届级岁℃";
/// What figures count; another word for it is no other figure.
const COUNTERS: &str =
    "个项次名人家件位条批所座户场期份套类处章篇部组支台辆艘间栋幢层种门例起宗笔只头周天号轮步大";
/// Longer units, which are looked for first.
const LONG_UNITS: [&str; 6] = ["个百分点", "平方公里", "平方米", "立方米", "公里", "公顷"];

/// A figure, as it is written and as it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Figure {
    /// With its sign and its unit.
    text: String,
    /// The same for `3,600`, `3600` and `三千六百`.
    value: String,
    /// `一` is often no figure at all: 一项制度, 一批干部.
    is_chinese_one: bool,
}

/// The figures that differ, as pairs of old and new with their units; one of a
/// pair is empty where a figure was taken out or put in.
pub(super) fn changed(old: &[Token<'_>], new: &[Token<'_>], ops: &[Op]) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for op in ops {
        if op.kept {
            // The digits stayed; the unit or the sign need not have.
            for (was, is) in op.old.clone().zip(op.new.clone()) {
                if let (Some(was), Some(is)) = (figure(old, was), figure(new, is))
                    && was.value != is.value
                {
                    pairs.push((Some(was), Some(is)));
                }
            }
            continue;
        }
        let was: Vec<_> = op.old.clone().filter_map(|it| figure(old, it)).collect();
        let is: Vec<_> = op.new.clone().filter_map(|it| figure(new, it)).collect();
        replaced(was, is, &mut pairs);
    }
    without_carried(&mut pairs);
    let told = |(was, is): (Option<Figure>, Option<Figure>)| {
        let is_chance = match (&was, &is) {
            (Some(it), None) | (None, Some(it)) => it.is_chinese_one,
            _ => false,
        };
        let text = |it: Option<Figure>| it.map(|it| it.text).unwrap_or_default();
        (!is_chance).then(|| (text(was), text(is)))
    };
    pairs.into_iter().filter_map(told).collect()
}

type Replaced = (Option<Figure>, Option<Figure>);

/// The figures of one change: those that are in both in order drop out, the
/// others are taken for each other in order.
fn replaced(was: Vec<Figure>, is: Vec<Figure>, pairs: &mut Vec<Replaced>) {
    if was.is_empty() && is.is_empty() {
        return;
    }
    let values = |it: &[Figure]| it.iter().map(|it| it.value.clone()).collect::<Vec<_>>();
    for op in capture_diff_slices(Algorithm::Myers, &values(&was), &values(&is)) {
        if let DiffOp::Equal { .. } = op {
            continue;
        }
        let mut old = was[op.old_range()].iter().cloned();
        let mut new = is[op.new_range()].iter().cloned();
        loop {
            match (old.next(), new.next()) {
                (None, None) => break,
                pair => pairs.push(pair),
            }
        }
    }
}

/// Leaves out figures that were carried to another place of the paragraph.
fn without_carried(pairs: &mut Vec<Replaced>) {
    // How many of each value were taken out, less those that were put in.
    let mut lone = BTreeMap::<String, (usize, usize)>::new();
    for pair in &*pairs {
        match pair {
            (Some(it), None) => lone.entry(it.value.clone()).or_default().0 += 1,
            (None, Some(it)) => lone.entry(it.value.clone()).or_default().1 += 1,
            _ => {}
        }
    }
    for it in lone.values_mut() {
        let n_carried = it.0.min(it.1);
        *it = (n_carried, n_carried);
    }
    pairs.retain(|pair| {
        let (it, is_old) = match pair {
            (Some(it), None) => (it, true),
            (None, Some(it)) => (it, false),
            _ => return true,
        };
        let Some(left) = lone.get_mut(&it.value) else { return true };
        let left = if is_old { &mut left.0 } else { &mut left.1 };
        let is_carried = 0 < *left;
        *left -= usize::from(is_carried);
        !is_carried
    });
}

/// The figure that stands at a token; none where there is none.
fn figure(tokens: &[Token<'_>], idx: usize) -> Option<Figure> {
    let token = tokens.get(idx).filter(|it| matches!(it.class, Class::Digits | Class::Chinese))?;
    let before = |n: usize| idx.checked_sub(n).and_then(|it| tokens.get(it));
    let text_of = |n: usize| before(n).map_or("", |it| it.text);
    let mut behind = idx + 1;
    let mut magnitudes = String::new();
    while let Some(it) = tokens.get(behind)
        && it.text.chars().all(is_magnitude)
    {
        magnitudes.push_str(it.text);
        behind += 1;
    }
    let unit = unit(&tokens[behind..]);
    let is_share = [text_of(2), text_of(1)] == ["分", "之"];
    // Chinese digits are in many words: 统一, 十分.
    let is_figure = token.class == Class::Digits
        || 1 < token.n_chars()
        || !unit.is_empty()
        || is_share
        || text_of(1) == "第";
    if !is_figure {
        return None;
    }
    let mut text = String::new();
    let mut value = quantity::value(token.text, &magnitudes);
    let is_chinese_one = token.text == "一" && !is_share;
    let is_range = before(2).is_some_and(|it| matches!(it.class, Class::Digits | Class::Word));
    if matches!(text_of(1), "-" | "−" | "－" | "+" | "＋") && !is_range {
        text.push_str(text_of(1));
        let is_minus = !matches!(text_of(1), "+" | "＋");
        value.insert_str(0, if is_minus { "-" } else { "" });
    }
    if is_share {
        text.push_str(text_of(3));
        text.push_str("分之");
        // 百分之五 is 5%.
        value.push_str(if text_of(3) == "百" { "%" } else { text_of(3) });
    }
    text.push_str(token.text);
    text.push_str(&magnitudes);
    text.push_str(&unit);
    if !COUNTERS.contains(unit.as_str()) {
        value.push_str(if unit == "％" { "%" } else { &unit });
    }
    Some(Figure { text, value, is_chinese_one })
}

/// The unit at the beginning of what stands behind a figure.
fn unit(behind: &[Token<'_>]) -> String {
    let near: String = behind.iter().take(4).map(|it| it.text).collect();
    if let Some(it) = LONG_UNITS.iter().find(|it| near.starts_with(**it)) {
        return (*it).to_owned();
    }
    let is_unit = |it: &&Token<'_>| UNITS.contains(it.text) || COUNTERS.contains(it.text);
    behind.first().filter(is_unit).map(|it| it.text.to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::changed;
    use crate::assemble::document::{Paragraph, Role, Run, RunKind};
    use crate::compare::{spans, tokens};
    use crate::model::draft::{HeadField, TextAt};

    #[track_caller]
    fn check(old: &str, new: &str, expected: &[(&str, &str)]) {
        let paragraph = |text: &str| Paragraph {
            role: Role::Body,
            runs: vec![Run { kind: RunKind::Text, text: text.to_owned() }],
            source: TextAt::Head(HeadField::Title),
        };
        let (old, new) = (paragraph(old), paragraph(new));
        let (old, new) = (tokens::pieces(&old), tokens::pieces(&new));
        let mut names = tokens::Names::new();
        let old = tokens::tokens(&old, &mut names);
        let new = tokens::tokens(&new, &mut names);
        let found = changed(&old, &new, &spans::ops(&old, &new));
        let found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_figure_is_told_with_its_unit() {
        check("投资3,642.5万元，", "投资3,700万元，", &[("3,642.5万元", "3,700万元")]);
        check("增长3.2%、5.4%", "增长3.5%、6.1%", &[("3.2%", "3.5%"), ("5.4%", "6.1%")]);
        check("提高1.2个百分点", "提高2.1个百分点", &[("1.2个百分点", "2.1个百分点")]);
        check("办理三十二件", "办理三十三件", &[("三十二件", "三十三件")]);
        check("占百分之五", "占百分之六", &[("百分之五", "百分之六")]);
        check("2025年3月", "2026年3月", &[("2025年", "2026年")]);
    }

    #[test]
    fn another_magnitude_or_sign_is_another_figure() {
        check("共3万元", "共3亿元", &[("3万元", "3亿元")]);
        check("共3元", "共3万元", &[("3元", "3万元")]);
        check("为-3.2%", "为3.2%", &[("-3.2%", "3.2%")]);
        check("增长3%", "增长3倍", &[("3%", "3倍")]);
    }

    #[test]
    fn another_way_to_write_it_is_none() {
        check("共3,600元", "共3600元", &[]);
        check("共3.5万元", "共35000元", &[]);
        check("办理三十二件", "办理32件", &[]);
        check("二〇二五年", "2025年", &[]);
        check("新增3个项目", "新增3项工程", &[]);
        check("占百分之五", "占5%", &[]);
    }

    #[test]
    fn what_was_carried_along_is_none() {
        check("甲3个，乙很好。", "乙很好，甲3个。", &[]);
        check("甲3个，乙5个。", "甲5个，乙3个。", &[("3个", "5个"), ("5个", "3个")]);
    }

    #[test]
    fn figures_come_and_go_but_words_do_not_count() {
        check("办理实事。", "办理实事12件。", &[("", "12件")]);
        check("办理实事12件。", "办理实事。", &[("12件", "")]);
        check("这是制度。", "这是一项统一制度。", &[]);
        check("一些干部", "一批干部", &[]);
    }
}
