//! What was typed and is in no saved draft yet, as the recorder outside the
//! program keeps it (`public/rescue.js`).

use std::collections::BTreeMap;

use crate::model::draft::{Draft, HeadField, NodeId, Part, TextAt};
use crate::model::edit::Edit;
use crate::model::element::Element;
use crate::store::line;

/// What one tab recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// The draft that was written in.
    pub draft: String,
    /// The revision that the typing went on from.
    pub revision: u64,
    /// The newest text of every field typed in, by the id of its element.
    pub fields: BTreeMap<String, String>,
}

impl Journal {
    /// Reads a journal: the draft, the revision, then field and text by turns; none
    /// where it is broken.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = line::fields(text);
        let draft = parts.next()?.to_owned();
        let revision = line::number(&mut parts)?;
        let mut fields = BTreeMap::new();
        while let (Some(field), Some(text)) = (parts.next(), parts.next()) {
            fields.insert(field.to_owned(), text.to_owned());
        }
        Some(Self { draft, revision, fields })
    }

    /// The change that puts the texts into the draft, where it has such places
    /// and other texts in them; none where it holds all of them.
    pub fn edit(&self, draft: &Draft) -> Option<Edit> {
        let edits: Vec<_> = self
            .fields
            .iter()
            .filter_map(|(id, text)| Some((field_at(id)?, text)))
            .filter(|(at, text)| draft.text(*at).is_some_and(|it| it != text.as_str()))
            .map(|(at, text)| Edit::Text { at, text: text.clone() })
            .collect();
        (!edits.is_empty()).then_some(Edit::Batch(edits))
    }
}

/// The id of the field for a place, so that other parts of the page can focus it.
pub fn field_id(at: TextAt) -> String {
    match at {
        TextAt::Head(field) => format!("field-head-{}", field as u8),
        TextAt::Element(element) => format!("field-element-{}", element as u8),
        TextAt::Heading(id) => format!("field-{}-heading", id.0),
        TextAt::Entry(id, part) => format!("field-{}-{}", id.0, part as u8),
    }
}

/// The place of the field with this id.
pub fn field_at(id: &str) -> Option<TextAt> {
    let (owner, name) = id.strip_prefix("field-")?.split_once('-')?;
    let idx = || name.parse::<usize>().ok();
    match owner {
        "head" => HeadField::ALL.get(idx()?).map(|it| TextAt::Head(*it)),
        "element" => Element::ALL.get(idx()?).map(|it| TextAt::Element(*it)),
        _ => {
            let id = NodeId(owner.parse().ok()?);
            if name == "heading" {
                return Some(TextAt::Heading(id));
            }
            Part::ALL.get(idx()?).map(|it| TextAt::Entry(id, *it))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;

    #[test]
    fn what_was_typed_is_put_into_its_places() {
        let title = field_id(TextAt::Head(HeadField::Title));
        let text = format!("d\u{1f}3\u{1f}{title}\u{1f}新\n标题\u{1f}gone\u{1f}x");
        let journal = Journal::read(&text).unwrap();
        let mut draft = Kind::custom().draft("d".to_owned(), "云溪市档案馆", "2025");
        journal.edit(&draft).unwrap().apply(&mut draft);
        assert_eq!(draft.title, "新\n标题");
        assert_eq!(journal.edit(&draft), None);
        assert_eq!(Journal::read("{"), None);
    }

    #[test]
    fn fields_are_found_by_their_ids() {
        let places = [
            TextAt::Head(HeadField::Date),
            TextAt::Element(Element::ALL[2]),
            TextAt::Heading(NodeId(7)),
            TextAt::Entry(NodeId(8), Part::ALL[1]),
        ];
        for at in places {
            assert_eq!(field_at(&field_id(at)), Some(at));
        }
        assert_eq!(field_at("field-x-y"), None);
    }
}
