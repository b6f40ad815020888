//! Enumerations within a paragraph: 一是…二是…, 一要…二要…, （1）…（2）….

use std::ops::Range;

use crate::check::class::Class;
use crate::check::text::Para;

/// An enumeration with at least two items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct List {
    /// The markers, in order: `一是`.
    pub(in crate::check) items: Vec<Range<usize>>,
}

/// What stands behind the number of a marker.
const ENDS: [char; 2] = ['是', '要'];

/// The enumerations of a paragraph; the markers of one count up from 一.
pub(in crate::check) fn lists(para: &Para) -> Vec<List> {
    let mut found: Vec<(char, List)> = Vec::new();
    for (idx, &c) in para.chars.iter().enumerate() {
        if !ENDS.contains(&c) {
            continue;
        }
        let head = para.chars.get(..idx).unwrap_or_default();
        let n = head.iter().rev().take_while(|&&it| "一二三四五六七八九十".contains(it)).count();
        let start = idx - n;
        let is_first = start == 0 || para.class_before(start) == Class::Point;
        let Some(count) = value(head.get(start..).unwrap_or_default()).filter(|_| is_first) else {
            continue;
        };
        let item = start..idx + 1;
        if count == 1 {
            found.push((c, List { items: vec![item] }));
            continue;
        }
        let next =
            found.iter_mut().rev().find(|(end, list)| *end == c && list.items.len() + 1 == count);
        if let Some((_, list)) = next {
            list.items.push(item);
        }
    }
    found.into_iter().map(|it| it.1).filter(|it| 1 < it.items.len()).collect()
}

/// The value of a short Chinese number up to 99.
fn value(digits: &[char]) -> Option<usize> {
    let one = |c: char| "一二三四五六七八九".chars().position(|it| it == c).map(|it| it + 1);
    match digits {
        ['十'] => Some(10),
        [a] => one(*a),
        ['十', b] => one(*b).map(|it| 10 + it),
        [a, '十'] => one(*a).map(|it| it * 10),
        [a, '十', b] => Some(one(*a)? * 10 + one(*b)?),
        _ => None,
    }
}
