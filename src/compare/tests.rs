//! What the director changed, by example and by chance.

use super::*;
use crate::assemble::document::{Paragraph, RowLook, Run, RunKind};
use crate::compare::listing::Listing;
use crate::model::draft::{HeadField, TextAt};

mod chance;
mod examples;

/// A paragraph written as `ROLE NUMBER|TEXT`: `1 一、|标题`, `i 一是|抓学习`, `b |正文`,
/// `t |标题`, `r |甲\t乙`.
fn paragraph(line: &str) -> Paragraph {
    let (head, text) = line.split_once('|').unwrap();
    let (role, number) = head.split_once(' ').unwrap();
    let look = RowLook { is_header: false, is_landscape: false };
    let (role, kind) = match role {
        "t" => (Role::Title, RunKind::Text),
        "i" => (Role::Item, RunKind::Text),
        "r" => (Role::Row(look), RunKind::Cell),
        "b" => (Role::Body, RunKind::Text),
        level => (Role::Heading(level.parse().unwrap()), RunKind::Heading),
    };
    let mut runs = Vec::new();
    if !number.is_empty() {
        runs.push(Run { kind: RunKind::Number, text: number.to_owned() });
    }
    let cells = text.split('\t').map(|it| Run { kind, text: it.to_owned() });
    runs.extend(cells.filter(|it| kind == RunKind::Cell || !it.text.is_empty()));
    Paragraph { role, runs, source: TextAt::Head(HeadField::Title) }
}

fn document(lines: &[&str]) -> Document {
    Document { paragraphs: lines.iter().map(|it| paragraph(it)).collect(), sealed: false }
}

/// The old and the new paragraph that the pieces spell.
fn spelled(pair: &Pair) -> (String, String) {
    let (mut old, mut new) = (String::new(), String::new());
    for span in &pair.spans {
        assert!(!span.text.is_empty(), "{pair:?}");
        if span.sign != Sign::Added {
            old.push_str(&span.text);
        }
        if span.sign != Sign::Removed {
            new.push_str(&span.text);
        }
    }
    (old, new)
}

/// Whatever was compared: nothing is lost and nothing is invented.
#[track_caller]
fn check_whole(old: &Document, new: &Document) -> Comparison {
    let comparison = compare(old, new);
    let (mut olds, mut news) = (Vec::new(), Vec::new());
    for pair in &comparison.pairs {
        let (was, is) = spelled(pair);
        if let Some(side) = &pair.old {
            assert_eq!(was, old.paragraphs[side.idx].text());
            olds.push(side.idx);
        } else {
            assert!(was.is_empty());
        }
        if let Some(side) = &pair.new {
            assert_eq!(is, new.paragraphs[side.idx].text());
            news.push(side.idx);
        } else {
            assert!(is.is_empty());
        }
        assert!(!pair.moved || (pair.old.is_some() && pair.new.is_some()));
    }
    // New ones stand in their order; old ones are there once.
    assert_eq!(news, (0..new.paragraphs.len()).collect::<Vec<_>>());
    olds.sort_unstable();
    assert_eq!(olds, (0..old.paragraphs.len()).collect::<Vec<_>>());
    let listing = Listing::of(&comparison);
    assert_eq!(listing.rows.len(), comparison.changes().count());

    comparison
}
