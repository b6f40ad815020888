//! A list of changes as one text, on its way from the worker to the page.
//!
//! The texts of a report hold no control characters (`model::clean`), so those
//! that ASCII has for the purpose set records and fields apart. The page reads it
//! with a few splits; a parser of JSON would be a part of the first load.

use crate::compare::listing::{Kind, Listing, Part, Row};
use crate::compare::{Counts, Sign, Span};

/// Between records.
const RECORD: char = '\u{1e}';
/// Between the fields of a record.
const FIELD: char = '\u{1f}';
/// Between the two figures of a pair.
const PAIR: char = '\u{1d}';

/// Writes a list: the counts, then a record for each change.
pub fn write(listing: &Listing) -> String {
    let counts = counts(&listing.counts).map(|it| it.to_string());
    let mut text = counts.join(&FIELD.to_string());
    for row in &listing.rows {
        text.push(RECORD);
        write_row(row, &mut text);
    }
    text
}

/// Reads a list; none where the text is none.
pub fn read(text: &str) -> Option<Listing> {
    let mut records = text.split(RECORD);
    let mut n = records.next()?.split(FIELD).map_while(number);
    let mut next = || n.next();
    let counts = Counts {
        added: next()?,
        removed: next()?,
        changed: next()?,
        moved: next()?,
        renumbered: next()?,
        with_figures: next()?,
        figures: next()?,
        old_length: next()?,
        new_length: next()?,
    };
    let rows = records.map(read_row).collect::<Option<_>>()?;
    Some(Listing { counts, rows })
}

fn counts(it: &Counts) -> [u32; 9] {
    [
        it.added,
        it.removed,
        it.changed,
        it.moved,
        it.renumbered,
        it.with_figures,
        it.figures,
        it.old_length,
        it.new_length,
    ]
}

/// The fields are: what happened and what it is, a letter each; what it was, or
/// nothing; the place; where it came from, or nothing; the heading; then pairs of
/// figures and pieces of text, told apart by their first character.
fn write_row(row: &Row, text: &mut String) {
    text.push(kind_letter(row.kind));
    text.push(part_letter(row.part));
    text.extend(row.was.map(part_letter));
    text.push(FIELD);
    text.push_str(&row.place.to_string());
    text.push(FIELD);
    text.push_str(&row.from.map(|it| it.to_string()).unwrap_or_default());
    text.push(FIELD);
    text.push_str(&row.heading);
    for (old, new) in &row.numbers {
        text.extend([FIELD, '#']);
        text.push_str(old);
        text.push(PAIR);
        text.push_str(new);
    }
    for span in &row.spans {
        text.extend([FIELD, sign_letter(span.sign)]);
        text.push_str(&span.text);
    }
}

fn read_row(record: &str) -> Option<Row> {
    let mut fields = record.split(FIELD);
    let mut letters = fields.next()?.chars();
    let mut row = Row {
        kind: kind(letters.next()?)?,
        part: part(letters.next()?)?,
        was: letters.next().and_then(part),
        place: number(fields.next()?)?,
        from: number(fields.next()?),
        heading: fields.next()?.to_owned(),
        numbers: Vec::new(),
        spans: Vec::new(),
    };
    for field in fields {
        let mut chars = field.chars();
        let sign = match chars.next()? {
            '#' => {
                let (old, new) = chars.as_str().split_once(PAIR)?;
                row.numbers.push((old.to_owned(), new.to_owned()));
                continue;
            }
            '=' => Sign::Kept,
            '-' => Sign::Removed,
            '+' => Sign::Added,
            _ => return None,
        };
        row.spans.push(Span { sign, text: chars.as_str().to_owned() });
    }
    Some(row)
}

fn number(field: &str) -> Option<u32> {
    field.parse().ok()
}

fn sign_letter(sign: Sign) -> char {
    match sign {
        Sign::Kept => '=',
        Sign::Removed => '-',
        Sign::Added => '+',
    }
}

fn kind_letter(kind: Kind) -> char {
    match kind {
        Kind::Added => 'a',
        Kind::Removed => 'r',
        Kind::Changed => 'c',
        Kind::Moved => 'm',
        Kind::MovedAndChanged => 'n',
    }
}

fn kind(letter: char) -> Option<Kind> {
    Some(match letter {
        'a' => Kind::Added,
        'r' => Kind::Removed,
        'c' => Kind::Changed,
        'm' => Kind::Moved,
        'n' => Kind::MovedAndChanged,
        _ => return None,
    })
}

fn part_letter(part: Part) -> char {
    match part {
        Part::Title => 't',
        Part::Heading(level) => char::from(b'0' + level.min(9)),
        Part::Item => 'i',
        Part::Body => 'b',
        Part::Row => 'r',
        Part::HeaderRow => 'h',
        Part::Other => 'o',
    }
}

fn part(letter: char) -> Option<Part> {
    Some(match letter {
        't' => Part::Title,
        'i' => Part::Item,
        'b' => Part::Body,
        'r' => Part::Row,
        'h' => Part::HeaderRow,
        'o' => Part::Other,
        '0'..='9' => Part::Heading(letter as u8 - b'0'),
        _ => return None,
    })
}
