//! Enumerations: runs of 一是/二是…, 一要/二要…, 第一，/第二，….

use std::ops::Range;

use crate::import::recognise::marker::chinese_digits;
use crate::model::numeral::chinese_value;

/// The three ways in which a sentence counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// 一是.
    Is,
    /// 一要.
    Must,
    /// 第一，.
    Ordinal,
}

/// One 一是 in a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// How it counts.
    pub family: Family,
    /// What it counts.
    pub n: u32,
    /// Where it stands, in bytes.
    pub at: usize,
    /// Its bytes, without the comma of 第一，.
    pub len: usize,
    /// Its bytes with the comma.
    pub whole: usize,
}

/// A run of points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Paragraph and point, in text order; at least two.
    pub points: Vec<(usize, Point)>,
}

impl Run {
    /// Whether all points stand in one paragraph.
    pub fn is_inline(&self) -> bool {
        self.points.first().map(|it| it.0) == self.points.last().map(|it| it.0)
    }
}

/// The point that a paragraph begins with.
pub fn leading(text: &str) -> Option<Point> {
    point_at(text, 0)
}

/// All points of a paragraph. One in the middle of a sentence is none: a mark
/// must stand before it, so `居全国第一，` and `统一是` are left alone.
pub fn points(text: &str) -> Vec<Point> {
    let mut points: Vec<_> = leading(text).into_iter().collect();
    // A point may follow a mark, spaces and closing quotes.
    let mut opens = false;
    for (at, c) in text.char_indices() {
        let starts =
            at != 0 && opens && (c == '第' || chinese_digits(text.get(at..).unwrap_or("")) != 0);
        if starts {
            points.extend(point_at(text, at));
        }
        opens = "。；：，！？;:,!?".contains(c)
            || opens && (c.is_whitespace() || "”’）)》".contains(c));
    }
    points
}

fn point_at(text: &str, at: usize) -> Option<Point> {
    let text = text.get(at..)?;
    let ordinal = text.strip_prefix('第');
    let counted = ordinal.unwrap_or(text);
    let digits = chinese_digits(counted);
    let n = chinese_value(counted.get(..digits)?)?;
    let next = counted.get(digits..)?.chars().next()?;
    let len = text.len() - counted.len() + digits;
    let (family, len, whole) = match (ordinal, next) {
        (None, '是') => (Family::Is, len + next.len_utf8(), len + next.len_utf8()),
        (None, '要') => (Family::Must, len + next.len_utf8(), len + next.len_utf8()),
        (Some(_), '，' | ',') => (Family::Ordinal, len, len + next.len_utf8()),
        _ => return None,
    };
    Some(Point { family, n, at, len, whole })
}

/// The runs among the points of one family, in the order of their beginnings.
///
/// A run goes on where a point counts one further than a run that is open; runs
/// begun since then lie within it and are over. `parts` are ranges of
/// paragraphs that no run crosses.
pub fn runs(points: &[(usize, Point)], parts: &[Range<usize>]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut open: Vec<Run> = Vec::new();
    let part = |paragraph: usize| parts.partition_point(|it| it.end <= paragraph);
    let mut last = None;
    for &(paragraph, point) in points {
        let here = part(paragraph);
        if last != Some(here) {
            runs.append(&mut open);
            last = Some(here);
        }
        let goes_on =
            open.iter().rposition(|run| run.points.last().is_some_and(|it| it.1.n + 1 == point.n));
        match goes_on {
            Some(idx) if point.n != 1 => {
                runs.extend(open.drain(idx + 1..));
                if let Some(run) = open.last_mut() {
                    run.points.push((paragraph, point));
                }
            }
            _ => {
                // What nests deeper than sentences do is a list without sense.
                if 8 <= open.len() {
                    runs.append(&mut open);
                }
                open.push(Run { points: vec![(paragraph, point)] });
            }
        }
    }
    runs.append(&mut open);
    runs.retain(|it| 2 <= it.points.len());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        points(text).into_iter().map(|it| &text[it.at..it.at + it.len]).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&[u32]]) {
        let all: Vec<_> = points(text).into_iter().map(|it| (0, it)).collect();
        let numbers: Vec<Vec<_>> =
            runs(&all, &[]).iter().map(|it| it.points.iter().map(|it| it.1.n).collect()).collect();
        assert_eq!(numbers, expected);
    }

    #[test]
    fn points_stand_behind_a_mark() {
        assert_eq!(
            found("一是修库房；二是建目录。十一是扩展厅,十二是开讲座"),
            ["一是", "二是", "十一是", "十二是"]
        );
        assert_eq!(found("要求：第一，查漏。第二，补缺。"), ["第一", "第二"]);
        assert_eq!(found("馆长说“要快。”二要稳"), ["二要"]);
    }

    #[test]
    fn rankings_and_words_are_no_points() {
        assert!(found("借阅量居全省第一，增长两成；数据统一是基础").is_empty());
        assert!(found("名列第二，第一、二轮普查已完成").is_empty());
        assert!(found("落实“一要五不准”").is_empty());
    }

    #[test]
    fn a_run_has_two_points_and_counts_on() {
        check("一是甲。二是乙。三是丙。", &[&[1, 2, 3]]);
        check("一是甲。", &[]);
        check("一是甲：一是子；二是丑。二是乙。三是丁。", &[&[1, 2], &[1, 2, 3]]);
        check("一是甲。二是乙。一是丙。二是丁。", &[&[1, 2], &[1, 2]]);
    }
}
