//! A list of changes for a terminal: `[-old-]{+new+}` among the words round it.

use crate::compare::listing::{Kind, Listing, Part, Row};
use crate::compare::{Sign, Span};

/// Writes the list as text, a paragraph for each change.
pub fn text(listing: &Listing) -> String {
    let counts = &listing.counts;
    let mut text = format!(
        "changes: {}, with figures: {}\n\
         paragraphs: {} changed, {} added, {} removed, {} moved, {} renumbered\n\
         length: {} -> {}\n",
        listing.rows.len(),
        counts.with_figures,
        counts.changed,
        counts.added,
        counts.removed,
        counts.moved,
        counts.renumbered,
        counts.old_length,
        counts.new_length,
    );
    for row in &listing.rows {
        text.push('\n');
        text.push_str(&about(row));
        text.push('\n');
        row.spans.iter().for_each(|it| push(it, &mut text));
        text.push('\n');
    }
    text
}

fn about(row: &Row) -> String {
    let kind = match row.kind {
        Kind::Added => "added",
        Kind::Removed => "removed",
        Kind::Changed => "changed",
        Kind::Moved => "moved",
        Kind::MovedAndChanged => "moved and changed",
    };
    let mut about = format!("# {kind}, paragraph {}", row.place);
    if let Some(from) = row.from {
        about.push_str(&format!(", was {from}"));
    }
    if let Some(was) = row.was {
        about.push_str(&format!(", {} -> {}", part(was), part(row.part)));
    }
    if !row.heading.is_empty() {
        about.push_str(": ");
        about.push_str(&row.heading);
    }
    for (old, new) in &row.numbers {
        let or_none = |it: &str| if it.is_empty() { "-".to_owned() } else { it.to_owned() };
        about.push_str(&format!("\n  {} -> {}", or_none(old), or_none(new)));
    }
    about
}

fn part(part: Part) -> String {
    match part {
        Part::Title => "title".to_owned(),
        Part::Heading(level) => format!("heading {level}"),
        Part::Item => "item".to_owned(),
        Part::Body => "paragraph".to_owned(),
        Part::Row => "table row".to_owned(),
        Part::HeaderRow => "table header".to_owned(),
        Part::Other => "other element".to_owned(),
    }
}

fn push(span: &Span, text: &mut String) {
    let (open, close) = match span.sign {
        Sign::Kept => ("", ""),
        Sign::Removed => ("[-", "-]"),
        Sign::Added => ("{+", "+}"),
    };
    text.push_str(open);
    text.push_str(&span.text);
    text.push_str(close);
}
