//! Plain text: UTF-8, UTF-16 and GB18030, with or without a mark.

use crate::import::line::Line;
use crate::import::notice::Notice;
use crate::import::source::encoding::Encoding;
use crate::import::source::{Refusal, Source};

/// Reads a plain text.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let (text, mut notices) = decode(bytes)?;
    let lines = Line::all(&text);
    if lines.is_empty() {
        return Err(Refusal::Empty);
    }
    let n_dropped = text.chars().filter(|it| is_dropped(*it)).count();
    if n_dropped != 0 {
        notices.push(Notice::Controls(n_dropped));
    }
    Ok(Source { lines, notices })
}

/// Whether [`crate::model::clean`] drops the character; breaks are no loss.
pub(super) fn is_dropped(c: char) -> bool {
    let is_break = matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}');
    c.is_control() && c != '\t' && !is_break || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The text of the bytes. UTF-8 is tried first: a GB18030 text of some length
/// is never UTF-8 by accident.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, Vec<Notice>), Refusal> {
    if let Some((encoding, n_mark)) = Encoding::of_mark(bytes) {
        let bytes = bytes.get(n_mark..).unwrap_or_default();
        let text = encoding.read(bytes).ok_or(Refusal::Encoding)?;
        let is_utf8 = encoding == Encoding::Utf8;
        let notices = if is_utf8 { Vec::new() } else { vec![Notice::Encoding(encoding.name())] };
        return Ok((checked(text)?, notices));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((checked(text.to_owned())?, Vec::new()));
    }
    let guesses = [wide(bytes), Some(Encoding::Gb18030)];
    for encoding in guesses.into_iter().flatten() {
        if let Some(text) = encoding.read(bytes)
            && let Ok(text) = checked(text)
        {
            return Ok((text, vec![Notice::Encoding(encoding.name())]));
        }
    }
    Err(if n_controls(bytes) * 50 < bytes.len() { Refusal::Encoding } else { Refusal::Binary })
}

/// UTF-16 without a mark: the line feeds and ASCII of a text have a zero byte
/// on one side.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let zeros = |from: usize| sample.iter().skip(from).step_by(2).filter(|&&it| it == 0).count();
    match (zeros(0), zeros(1)) {
        (0, 0) => None,
        (even, odd) if even < odd => Some(Encoding::Utf16Le),
        _ => Some(Encoding::Utf16Be),
    }
}

/// A text has hardly any control characters; what has many is a program.
fn checked(text: String) -> Result<String, Refusal> {
    let n_controls = text.chars().filter(|it| is_dropped(*it)).count();
    let n = text.chars().count();
    // A stray one may be in any text.
    let is_dense = 2 < n_controls && n < 10 * n_controls;
    if is_dense || (16 < n_controls && text.contains('\0')) {
        return Err(Refusal::Binary);
    }
    Ok(text)
}

fn n_controls(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&it| it < 9 || (14..32).contains(&it)).count()
}
