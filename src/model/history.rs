//! Undo and redo over everything that an [`Edit`] can change.

use crate::model::draft::{Draft, TextAt};
use crate::model::edit::Edit;

/// How many steps can be taken back.
pub const STEPS: usize = 200;

/// Typing in one field is one step until the author rests this long.
const REST_MS: f64 = 1500.0;

/// The edits that lead back, and those that lead forward again.
#[derive(Debug, Default)]
pub struct History {
    undo: Vec<Edit>,
    redo: Vec<Edit>,
    /// The field being typed in, and when its last key came.
    typing: Option<(TextAt, f64)>,
}

impl History {
    /// Applies a new edit and remembers the way back. Typing in one field
    /// without a rest becomes one step. `now` is in milliseconds and only ever
    /// compared with other values of `now`.
    pub fn apply(&mut self, draft: &mut Draft, edit: Edit, now: f64) {
        let at = match &edit {
            Edit::Text { at, .. } => Some(*at),
            _ => None,
        };
        let goes_on = match (self.typing, at) {
            (Some((field, last)), Some(at)) => field == at && (now - last).abs() < REST_MS,
            _ => false,
        };
        let inverse = edit.apply(draft);
        self.typing = at.map(|at| (at, now));
        self.redo.clear();
        if (goes_on && !self.undo.is_empty()) || inverse.is_empty() {
            return;
        }
        if self.undo.len() == STEPS {
            self.undo.remove(0);
        }
        self.undo.push(inverse);
    }

    /// Takes the last step back; returns the edit that did it.
    pub fn undo(&mut self, draft: &mut Draft) -> Option<Edit> {
        let edit = self.undo.pop()?;
        self.typing = None;
        self.redo.push(edit.clone().apply(draft));
        Some(edit)
    }

    /// Makes the last step that was taken back again.
    pub fn redo(&mut self, draft: &mut Draft) -> Option<Edit> {
        let edit = self.redo.pop()?;
        self.typing = None;
        self.undo.push(edit.clone().apply(draft));
        Some(edit)
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to make again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::{Entry, HeadField, NodeId, Part};
    use crate::model::kind::Kind;

    const TITLE: TextAt = TextAt::Head(HeadField::Title);

    fn draft() -> Draft {
        Kind::custom().draft("d".to_owned(), "云溪市档案馆", "2025")
    }

    fn text(at: TextAt, text: &str) -> Edit {
        Edit::Text { at, text: text.to_owned() }
    }

    #[test]
    fn typing_without_a_rest_is_one_step() {
        let (mut draft, mut history) = (draft(), History::default());
        let before = draft.clone();
        for (n, it) in ["年", "年度", "年度报告"].into_iter().enumerate() {
            history.apply(&mut draft, text(TITLE, it), n as f64 * 100.0);
        }
        assert_eq!(draft.title, "年度报告");
        history.undo(&mut draft);
        assert_eq!(draft, before);
        assert!(!history.can_undo());
        history.redo(&mut draft);
        assert_eq!(draft.title, "年度报告");
    }

    #[test]
    fn a_rest_or_another_field_begins_a_step() {
        let (mut draft, mut history) = (draft(), History::default());
        history.apply(&mut draft, text(TITLE, "甲"), 0.0);
        history.apply(&mut draft, text(TITLE, "甲乙"), 5000.0);
        history.apply(&mut draft, text(TextAt::Head(HeadField::Date), "今天"), 5001.0);
        history.undo(&mut draft);
        assert_eq!((draft.title.as_str(), draft.date.as_str()), ("甲乙", ""));
        history.undo(&mut draft);
        assert_eq!(draft.title, "甲");
    }

    #[test]
    fn structure_comes_back_whole() {
        let (mut draft, mut history) = (draft(), History::default());
        let section = draft.sections[0].id;
        let mut item = Entry::new(NodeId(900), true);
        *item.part_mut(Part::Text) = "二是抓培训。".to_owned();
        let before = draft.clone();
        let insert = Edit::Entries { section, at: 99, remove: 0, insert: vec![item] };
        history.apply(&mut draft, insert, 0.0);
        let removal = Edit::Sections { at: 0, remove: 99, insert: Vec::new() };
        history.apply(&mut draft, removal, 0.0);
        assert!(draft.sections.is_empty());
        history.undo(&mut draft);
        history.undo(&mut draft);
        assert_eq!(draft, before);
    }

    #[test]
    fn fifty_steps_and_more_can_be_taken_back() {
        let (mut draft, mut history) = (draft(), History::default());
        let before = draft.title.clone();
        for n in 0..STEPS {
            history.apply(&mut draft, text(TITLE, &n.to_string()), n as f64 * 10_000.0);
        }
        for _ in 0..STEPS {
            assert!(history.undo(&mut draft).is_some());
        }
        assert_eq!(draft.title, before);
    }
}
