//! Finds and replaces over the whole report.

use std::ops::Range;

use crate::model::draft::{Draft, TextAt};
use crate::model::edit::Edit;

/// A place where the words were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The text that holds them.
    pub at: TextAt,
    /// Where in it, in bytes.
    pub range: Range<usize>,
}

/// All matches in reading order; they do not overlap. Nothing matches the
/// empty query.
pub fn find(draft: &Draft, query: &str) -> Vec<Match> {
    if query.is_empty() {
        return Vec::new();
    }
    draft
        .texts()
        .flat_map(|(at, text)| {
            text.match_indices(query)
                .map(move |(start, it)| Match { at, range: start..start + it.len() })
        })
        .collect()
}

/// The edit that replaces one match, or nothing where the text has changed
/// since and the words no longer stand there.
pub fn replace(draft: &Draft, it: &Match, query: &str, replacement: &str) -> Option<Edit> {
    let text = draft.text(it.at)?;
    if text.get(it.range.clone())? != query {
        return None;
    }
    let mut text = text.to_owned();
    text.replace_range(it.range.clone(), replacement);
    Some(Edit::Text { at: it.at, text })
}

/// The edit that replaces every match, as one step.
pub fn replace_all(draft: &Draft, query: &str, replacement: &str) -> Edit {
    if query.is_empty() {
        return Edit::Batch(Vec::new());
    }
    let edits = draft
        .texts()
        .filter(|(_, text)| text.contains(query))
        .map(|(at, text)| Edit::Text { at, text: text.replace(query, replacement) })
        .collect();
    Edit::Batch(edits)
}

/// Some words before and after a match, for a list of matches: before, the
/// match, after.
pub fn context<'a>(draft: &'a Draft, it: &Match, n_chars: usize) -> Option<[&'a str; 3]> {
    let text = draft.text(it.at)?;
    let (before, found, after) =
        (text.get(..it.range.start)?, text.get(it.range.clone())?, text.get(it.range.end..)?);
    let start = before.char_indices().rev().take(n_chars).last().map_or(before.len(), |(i, _)| i);
    let end = after.char_indices().nth(n_chars).map_or(after.len(), |(i, _)| i);
    Some([&before[start..], found, &after[..end]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::HeadField;
    use crate::model::kind::Kind;

    fn draft() -> Draft {
        let mut draft = Kind::custom().draft("d".to_owned(), "云溪市档案馆", "2025");
        draft.title = "2024年的2024年".to_owned();
        draft.date = "2024年".to_owned();
        draft
    }

    #[test]
    fn finds_in_reading_order() {
        let found = find(&draft(), "2024");
        let ats: Vec<_> = found.iter().map(|it| it.at).collect();
        let title = TextAt::Head(HeadField::Title);
        assert_eq!(ats, [title, title, TextAt::Head(HeadField::Date)]);
        assert_eq!(context(&draft(), &found[1], 2), Some(["年的", "2024", "年"]));
        assert!(find(&draft(), "").is_empty());
    }

    #[test]
    fn replaces_one_or_all() {
        let mut draft = draft();
        let second = &find(&draft, "2024")[1];
        replace(&draft, second, "2024", "2025").unwrap().apply(&mut draft);
        assert_eq!(draft.title, "2024年的2025年");
        replace_all(&draft, "2024", "2025").apply(&mut draft);
        assert_eq!((draft.title.as_str(), draft.date.as_str()), ("2025年的2025年", "2025年"));
    }

    #[test]
    fn a_stale_match_replaces_nothing() {
        let mut draft = draft();
        let second = find(&draft, "2024")[1].clone();
        draft.title = "短".to_owned();
        assert_eq!(replace(&draft, &second, "2024", "2025"), None);
    }
}
