//! What is known of a report's figures and findings, beside the text.
//!
//! The text is the truth: figures are found in it. What the author adds to one
//! lies here and is aligned with what is found, so free typing never breaks it.

use serde::{Deserialize, Serialize};

use crate::model::draft::NodeId;

/// What lies beside the text of a draft, as the draft carries it: a text, empty for
/// nothing.
///
/// Few who have a draft ask for it, and the page, which only hands it on, does not
/// load what takes it apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Carried(String);

impl Carried {
    /// These notes, to be carried.
    pub fn of(notes: &Notes) -> Self {
        if notes.is_empty() {
            return Self::default();
        }
        Self(serde_json::to_string(notes).unwrap_or_default())
    }

    /// The notes. What cannot be read is none: the report is whole without it.
    pub fn read(&self) -> Notes {
        serde_json::from_str(&self.0).unwrap_or_default()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What lies beside the text of a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Notes {
    /// What is known of figures, in reading order when they were last seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<FigureNote>,
    /// How the draft came from last year's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollover: Option<Rollover>,
    /// Findings that the author has looked at and set aside.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Dismissed>,
}

/// What is known of one figure.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FigureNote {
    /// The entry or the section with the heading that the figure stands in; none
    /// for title, date and the other fields outside the sections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<NodeId>,
    /// What is counted, in the words of the text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Its unit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// The value as it was written when it was last seen: `2300余`.
    pub written: String,
    /// Which of its owner's figures it was, from 0.
    #[serde(default)]
    pub nth: u32,
    /// Last year's value as it was written; empty for a figure that is new.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub last: String,
    /// How far it has come on the way from last year.
    #[serde(default, skip_serializing_if = "is_default")]
    pub turn: Turn,
    /// Whether it was compared with its source.
    #[serde(default, skip_serializing_if = "is_default")]
    pub proof: Proof,
    /// 来源科室.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// 印证材料.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub material: String,
}

/// How far a figure has come on the way from last year's report.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// It never came from last year's.
    #[default]
    New,
    /// 待更新: last year's value still stands.
    Open,
    /// 已更新.
    Updated,
    /// 沿用已确认: it is right as it was.
    Kept,
    /// 删除: this year has no such figure.
    Dropped,
}

/// Whether a figure was compared with its source.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// 待核.
    #[default]
    Unproved,
    /// 已核.
    Proved,
    /// 估计.
    Estimated,
}

/// How a draft came from last year's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Rollover {
    /// The year of last year's report.
    pub from: u32,
    /// The year of this one.
    pub to: u32,
    /// Names of last year's sentences: enough to see which still stand, and a
    /// tenth of their length.
    #[serde(default)]
    pub sentences: Vec<String>,
}

/// A finding that the author has set aside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dismissed {
    /// The rule.
    pub rule: String,
    /// The words that it found.
    pub text: String,
    /// The sentence that they stood in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sentence: String,
    /// Why the author lets them stand.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Notes {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl FigureNote {
    /// Whether the author has said anything of the figure, or last year's report
    /// has; a note that says nothing need not be kept.
    pub fn says_anything(&self) -> bool {
        self.turn != Turn::New
            || self.proof != Proof::Unproved
            || !self.last.is_empty()
            || !self.source.is_empty()
            || !self.material.is_empty()
    }
}

fn is_default<T: Default + PartialEq>(it: &T) -> bool {
    *it == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::Draft;
    use crate::model::kind::Kind;

    #[test]
    fn a_draft_without_notes_is_written_as_ever_and_read() {
        let mut draft = Kind::custom().draft("d".to_owned(), "云溪市档案馆", "2025");
        let text = serde_json::to_string(&draft).unwrap();
        assert!(!text.contains("notes"));
        assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), draft);
        let notes = Notes {
            figures: vec![FigureNote { turn: Turn::Kept, ..FigureNote::default() }],
            rollover: Some(Rollover { from: 2024, to: 2025, sentences: Vec::new() }),
            dismissed: Vec::new(),
        };
        draft.notes = Carried::of(&notes);
        assert_eq!(draft.notes.read(), notes);
        let text = serde_json::to_string(&draft).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&text).unwrap(), draft);
    }
}
