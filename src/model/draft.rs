//! The draft: the one source of truth that forms, paper and files are views of.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::model::element::Element;
use crate::model::notes::Carried;
use crate::model::pattern::Pattern;
use crate::model::profile::Profile;
use crate::model::table::Table;

/// Names a section or an item within its draft; never used twice in a draft.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct NodeId(pub u64);

/// How many levels of headings there are: `一、`, `（一）`, `1.`, `（1）`
/// (GB/T 9704-2012, 7.3.3).
pub const LEVELS: usize = 4;

/// A report being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Names the draft among all drafts on the machine.
    pub id: String,
    /// The report kind it was started from, by [`crate::model::kind::Kind::id`].
    pub kind: String,
    /// What the author calls the draft; empty means: as its title.
    #[serde(default)]
    pub name: String,
    /// The report's title; a line break in it is kept.
    #[serde(default)]
    pub title: String,
    /// 主送机关 or 称谓, as printed with its `：`; empty means none.
    #[serde(default)]
    pub addressee: String,
    /// The sections in reading order, subsections after their section.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// 发文机关署名; empty means none.
    #[serde(default)]
    pub signature: String,
    /// 成文日期; empty means none.
    #[serde(default)]
    pub date: String,
    /// The optional elements that are filled in; a line break in 发文机关标志
    /// and 签发人 is kept.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub elements: BTreeMap<Element, String>,
    /// Whether a seal will be set on 署名 and 日期, which then make room for it.
    #[serde(default, skip_serializing_if = "is_off")]
    pub sealed: bool,
    /// The layout, where it is not the national standard's.
    #[serde(default, skip_serializing_if = "is_standard")]
    pub profile: Profile,
    /// What is known of figures and findings, beside the text.
    #[serde(default, skip_serializing_if = "Carried::is_empty")]
    pub notes: Carried,
    /// How headings of level 1 to 4 are numbered.
    #[serde(default = "headings")]
    pub headings: [Pattern; LEVELS],
    /// Wanted length in 字; 0 means no target.
    #[serde(default)]
    pub target: u32,
    /// The next free [`NodeId`].
    pub next_id: u64,
}

/// A heading with what stands under it, up to the next heading.
///
/// Sections are a flat list and nest by `level`: a section of level 2 belongs
/// to the nearest section of level 1 before it, as on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Names the section.
    pub id: NodeId,
    /// The slot of the report kind that this section fills; empty when the
    /// author added it.
    #[serde(default)]
    pub slot: String,
    /// 1 to 4; 0 stands for text without a heading (导语, 结束语).
    #[serde(default)]
    pub level: u8,
    /// The heading without its number.
    #[serde(default)]
    pub heading: String,
    /// Whether the first paragraph runs on in the heading's line.
    #[serde(default)]
    pub run_in: bool,
    /// Whether an attachment (附件) begins here: a sheet of its own, behind the
    /// date, with the heading as its name. Its subsections follow.
    #[serde(default, skip_serializing_if = "is_off")]
    pub attached: bool,
    /// The number as an imported text has it, printed in place of the computed
    /// one; empty means none. For an attachment: its label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
    /// How the section's items are numbered.
    #[serde(default = "items")]
    pub items: Pattern,
    /// Items and plain paragraphs in reading order, in any mixture.
    #[serde(default)]
    pub entries: Vec<Entry>,
}

/// An item (`一是…`) or a plain paragraph.
///
/// What is printed is the concatenation: number, lead, practice, figures,
/// result, recognition, text. A line break starts a new paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Entry {
    /// Names the entry.
    pub id: NodeId,
    /// An item carries a number, a paragraph does not.
    #[serde(default)]
    pub numbered: bool,
    /// The number as an imported text has it, printed in place of the computed one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
    /// Whether the form asks part by part (分项填写) or for one text (整段).
    #[serde(default)]
    pub parted: bool,
    /// 领句, the lead phrase.
    #[serde(default)]
    pub lead: String,
    /// 主要做法.
    #[serde(default)]
    pub practice: String,
    /// 数据成果.
    #[serde(default)]
    pub figures: String,
    /// 成效反响.
    #[serde(default)]
    pub result: String,
    /// 表彰批示.
    #[serde(default)]
    pub recognition: String,
    /// The rest as one text (整段), or the cells of a table.
    #[serde(default)]
    pub text: String,
    /// Whether `text` is a table, and how it is set; the lead is its caption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Table>,
}

/// The fields of the draft that hold text and stand outside any section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadField {
    /// The author's name for the draft; not printed.
    Name,
    /// 标题.
    Title,
    /// 主送机关 or 称谓.
    Addressee,
    /// 发文机关署名.
    Signature,
    /// 成文日期.
    Date,
}

/// The parts of an entry that hold text, in the order in which they print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// 领句.
    Lead,
    /// 主要做法.
    Practice,
    /// 数据成果.
    Figures,
    /// 成效反响.
    Result,
    /// 表彰批示.
    Recognition,
    /// 整段.
    Text,
}

/// The place of one text in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextAt {
    /// A field outside the sections.
    Head(HeadField),
    /// An optional element.
    Element(Element),
    /// The heading of a section.
    Heading(NodeId),
    /// A part of an entry.
    Entry(NodeId, Part),
}

/// The numbering of headings that GB/T 9704-2012, 7.3.3 gives.
pub fn headings() -> [Pattern; LEVELS] {
    ["一、", "（一）", "1.", "（1）"].map(pattern)
}

/// The usual numbering of items.
pub fn items() -> Pattern {
    pattern("一是")
}

fn is_off(it: &bool) -> bool {
    !it
}

fn is_standard(it: &Profile) -> bool {
    *it == Profile::default()
}

fn pattern(text: &str) -> Pattern {
    Pattern::try_from(text).unwrap_or(Pattern::NONE)
}

impl HeadField {
    /// All of them, in reading order.
    pub const ALL: [Self; 5] =
        [Self::Name, Self::Title, Self::Addressee, Self::Signature, Self::Date];
}

impl Part {
    /// All of them, in the order in which they print.
    pub const ALL: [Self; 6] =
        [Self::Lead, Self::Practice, Self::Figures, Self::Result, Self::Recognition, Self::Text];
}

impl Entry {
    /// An empty entry.
    pub fn new(id: NodeId, numbered: bool) -> Self {
        Self { id, numbered, parted: numbered, ..Self::default() }
    }

    /// The text of one part.
    pub fn part(&self, part: Part) -> &str {
        match part {
            Part::Lead => &self.lead,
            Part::Practice => &self.practice,
            Part::Figures => &self.figures,
            Part::Result => &self.result,
            Part::Recognition => &self.recognition,
            Part::Text => &self.text,
        }
    }

    /// The text of one part, to be changed.
    pub fn part_mut(&mut self, part: Part) -> &mut String {
        match part {
            Part::Lead => &mut self.lead,
            Part::Practice => &mut self.practice,
            Part::Figures => &mut self.figures,
            Part::Result => &mut self.result,
            Part::Recognition => &mut self.recognition,
            Part::Text => &mut self.text,
        }
    }

    /// Whether it is an item, which takes a number; a table never does.
    pub fn is_item(&self) -> bool {
        self.numbered && self.table.is_none()
    }

    /// Whether nothing of it would be printed.
    pub fn is_blank(&self) -> bool {
        Part::ALL.iter().all(|&part| self.part(part).trim().is_empty())
    }

    /// The same entry as one text (整段): every part but the lead is joined.
    pub fn joined(mut self) -> Self {
        let text = Part::ALL[1..].iter().map(|&part| self.part(part)).collect();
        for part in &Part::ALL[1..] {
            self.part_mut(*part).clear();
        }
        self.text = text;
        self.parted = false;
        self
    }

    /// The same entry part by part (分项填写): the one text becomes the practice.
    pub fn parted(mut self) -> Self {
        self.practice.push_str(&std::mem::take(&mut self.text));
        self.parted = true;
        self
    }
}

impl Section {
    /// Whether the section has a heading, or a name as an attachment.
    pub fn has_heading(&self) -> bool {
        0 < self.level || self.attached
    }

    /// What sections may change places: text without a heading counts as the
    /// first level, and attachments stand above it.
    fn rank(&self) -> u8 {
        if self.attached { 0 } else { self.level.max(1) }
    }

    /// Whether nothing of it would be printed.
    pub fn is_blank(&self) -> bool {
        (!self.has_heading() || self.heading.trim().is_empty())
            && self.entries.iter().all(Entry::is_blank)
    }
}

impl Draft {
    /// Hands out the next free id.
    pub fn take_id(&mut self) -> NodeId {
        let id = NodeId(self.next_id);
        self.next_id += 1;
        id
    }

    /// The author's name for the draft, or its title where there is none.
    pub fn display_name(&self) -> &str {
        if self.name.trim().is_empty() { self.title.trim() } else { self.name.trim() }
    }

    /// Where the section with this id stands.
    pub fn section_idx(&self, id: NodeId) -> Option<usize> {
        self.sections.iter().position(|it| it.id == id)
    }

    /// The section with this id.
    pub fn section(&self, id: NodeId) -> Option<&Section> {
        self.sections.iter().find(|it| it.id == id)
    }

    /// Where the entry with this id stands: section index, entry index.
    pub fn entry_idx(&self, id: NodeId) -> Option<(usize, usize)> {
        self.sections.iter().enumerate().find_map(|(section_idx, section)| {
            let entry_idx = section.entries.iter().position(|it| it.id == id)?;
            Some((section_idx, entry_idx))
        })
    }

    /// The entry with this id.
    pub fn entry(&self, id: NodeId) -> Option<&Entry> {
        self.sections.iter().flat_map(|it| &it.entries).find(|it| it.id == id)
    }

    /// The text at a place, if the place is there.
    pub fn text(&self, at: TextAt) -> Option<&str> {
        match at {
            TextAt::Head(field) => Some(self.head(field)),
            TextAt::Element(element) => Some(self.element(element)),
            TextAt::Heading(id) => self.section(id).map(|it| it.heading.as_str()),
            TextAt::Entry(id, part) => self.entry(id).map(|it| it.part(part)),
        }
    }

    /// The text at a place, to be changed, if the place is there.
    pub fn text_mut(&mut self, at: TextAt) -> Option<&mut String> {
        match at {
            TextAt::Head(field) => Some(self.head_mut(field)),
            TextAt::Element(element) => Some(self.elements.entry(element).or_default()),
            TextAt::Heading(id) => {
                self.sections.iter_mut().find(|it| it.id == id).map(|it| &mut it.heading)
            }
            TextAt::Entry(id, part) => self
                .sections
                .iter_mut()
                .flat_map(|it| &mut it.entries)
                .find(|it| it.id == id)
                .map(|it| it.part_mut(part)),
        }
    }

    /// A field outside the sections.
    pub fn head(&self, field: HeadField) -> &str {
        match field {
            HeadField::Name => &self.name,
            HeadField::Title => &self.title,
            HeadField::Addressee => &self.addressee,
            HeadField::Signature => &self.signature,
            HeadField::Date => &self.date,
        }
    }

    /// An optional element; empty where it is not used.
    pub fn element(&self, element: Element) -> &str {
        self.elements.get(&element).map_or("", String::as_str)
    }

    fn head_mut(&mut self, field: HeadField) -> &mut String {
        match field {
            HeadField::Name => &mut self.name,
            HeadField::Title => &mut self.title,
            HeadField::Addressee => &mut self.addressee,
            HeadField::Signature => &mut self.signature,
            HeadField::Date => &mut self.date,
        }
    }

    /// How many sections belong to the text itself; attachments follow.
    pub fn n_body(&self) -> usize {
        self.sections.iter().position(|it| it.attached).unwrap_or(self.sections.len())
    }

    /// The section at `idx` with all its subsections; an attachment ends where
    /// the next one begins.
    pub fn subtree(&self, idx: usize) -> Range<usize> {
        let Some(section) = self.sections.get(idx) else { return idx..idx };
        let rest = self.sections[idx + 1..].iter();
        let n_below = match section.level {
            _ if section.attached => rest.take_while(|it| !it.attached).count(),
            0 => 0,
            level => rest.take_while(|it| level < it.level && !it.attached).count(),
        };
        idx..idx + 1 + n_below
    }

    /// Where the subtree at `idx` would begin among the sections that remain
    /// without it, were it to change places with the sibling before it.
    pub fn previous_sibling(&self, idx: usize) -> Option<usize> {
        let rank = self.sections.get(idx)?.rank();
        let previous = self.sections[..idx].iter().rposition(|it| it.rank() <= rank)?;
        (self.sections[previous].rank() == rank).then_some(previous)
    }

    /// Where the next sibling of the subtree at `idx` stands.
    pub fn next_sibling(&self, idx: usize) -> Option<usize> {
        let rank = self.sections.get(idx)?.rank();
        let next = self.subtree(idx).end;
        (self.sections.get(next)?.rank() == rank).then_some(next)
    }

    /// Every place that holds a text of the report, in reading order; the
    /// author's name for the draft is not one of them.
    pub fn texts(&self) -> impl Iterator<Item = (TextAt, &str)> {
        let after = [HeadField::Signature, HeadField::Date];
        let head = |field| (TextAt::Head(field), self.head(field));
        let element = |&element: &Element| (TextAt::Element(element), self.element(element));
        let sections = self.sections.iter().flat_map(|section| {
            let heading = (TextAt::Heading(section.id), section.heading.as_str());
            let parts = section.entries.iter().flat_map(|entry| {
                Part::ALL
                    .into_iter()
                    .map(move |part| (TextAt::Entry(entry.id, part), entry.part(part)))
            });
            std::iter::once(heading).chain(parts)
        });
        let before = Element::ABOVE_TITLE.iter().map(element);
        let before = before.chain(std::iter::once(head(HeadField::Title)));
        let before = before.chain(Element::BELOW_TITLE.iter().map(element));
        let before = before.chain(std::iter::once(head(HeadField::Addressee)));
        let after = after.into_iter().map(head).chain(Element::AT_END.iter().map(element));
        before.chain(sections).chain(after)
    }
}
