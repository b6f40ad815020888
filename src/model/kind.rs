//! Report kinds (文种): which sections a report has and what belongs in them.
//!
//! A kind is data. The built-in ones lie in `templates/`; an author can save
//! one to a file, change it and bring it back through [`crate::import::kind`].

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::model::draft::{Draft, Entry, LEVELS, NodeId, Section};
use crate::model::pattern::Pattern;
use crate::model::profile::Profile;

/// A kind of report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// Names the kind: `a`–`z`, `0`–`9`, `-`.
    pub id: String,
    /// What the page calls it.
    pub name: String,
    /// When one writes it, in a sentence.
    pub about: String,
    /// The title of a new draft; `{unit}` and `{year}` are filled in.
    pub title: String,
    /// Wanted length in 字; 0 means none.
    pub target: u32,
    /// 主送机关 or 称谓 that a new draft begins with.
    pub addressee: String,
    /// How headings of level 1 to 4 are numbered.
    pub headings: [Pattern; LEVELS],
    /// The sections in reading order.
    pub sections: Vec<Slot>,
    /// Whether the form asks for 署名.
    pub signature: bool,
    /// Whether the form asks for 成文日期.
    pub date: bool,
}

/// One section of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    /// Names the slot within the kind; [`Section::slot`] refers to it.
    pub slot: String,
    /// What the outline calls it.
    pub name: String,
    /// Heading level, 0 for text without a heading.
    pub level: u8,
    /// The heading that a new section begins with.
    pub heading: String,
    /// Whether a new draft begins with it; the others are offered.
    pub required: bool,
    /// Wanted length in 字; 0 means none.
    pub target: u32,
    /// What the section is for.
    pub purpose: String,
    /// What a good one contains.
    pub good: Vec<String>,
    /// A finished example.
    pub example: String,
    /// How its items are made, where it has items.
    pub items: Option<Items>,
    /// Beginnings for its plain paragraphs.
    pub starters: Vec<String>,
}

/// How the items of a section are made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Items {
    /// How they are numbered.
    pub numbering: Pattern,
    /// How many empty ones a new draft begins with.
    pub start: u32,
    /// Beginnings for their parts.
    pub starters: Starters,
}

/// Beginnings for the parts of an item.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Starters {
    /// For 领句.
    pub lead: Vec<String>,
    /// For 主要做法.
    pub practice: Vec<String>,
    /// For 数据成果.
    pub figures: Vec<String>,
    /// For 成效反响.
    pub result: Vec<String>,
    /// For 表彰批示.
    pub recognition: Vec<String>,
}

/// The id of the kind that asks for nothing in particular (自定义).
pub const CUSTOM: &str = "zidingyi";

/// The kind files in the order in which they are offered; the page fetches them
/// when they are wanted.
pub const FETCHED: [&str; 3] = [
    include_str!("../../templates/jixiao.json"),
    include_str!("../../templates/zongjie.json"),
    include_str!("../../templates/shuzhi.json"),
];

/// The kind file that is offered last (自定义).
pub const LAST: &str = include_str!("../../templates/zidingyi.json");

impl Kind {
    /// The kinds that come with the program.
    pub fn built_in() -> &'static [Self] {
        static KINDS: OnceLock<Vec<Kind>> = OnceLock::new();
        KINDS.get_or_init(|| FETCHED.into_iter().chain([LAST]).filter_map(Self::of_file).collect())
    }

    /// The kind of one of our own files. One that cannot be read would be missed by
    /// the first test below.
    pub fn of_file(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The kind that asks for nothing in particular (自定义).
    pub fn custom() -> Self {
        Self::of_file(LAST).unwrap_or_else(|| Self {
            id: CUSTOM.to_owned(),
            name: String::new(),
            about: String::new(),
            title: String::new(),
            target: 0,
            addressee: String::new(),
            headings: crate::model::draft::headings(),
            sections: Vec::new(),
            signature: true,
            date: true,
        })
    }

    /// The slot with this name.
    pub fn slot(&self, slot: &str) -> Option<&Slot> {
        self.sections.iter().find(|it| it.slot == slot)
    }

    /// A new draft of this kind.
    pub fn draft(&self, id: String, unit: &str, year: &str) -> Draft {
        let year = year.trim().trim_end_matches("年度").trim_end_matches('年');
        let mut draft = Draft {
            id,
            kind: self.id.clone(),
            name: String::new(),
            title: self.title.replace("{unit}", unit.trim()).replace("{year}", year),
            addressee: self.addressee.clone(),
            sections: Vec::new(),
            signature: String::new(),
            date: String::new(),
            elements: BTreeMap::new(),
            sealed: false,
            notes: crate::model::notes::Carried::default(),
            profile: Profile::default(),
            headings: self.headings.clone(),
            target: self.target,
            next_id: 1,
        };
        for slot in self.sections.iter().filter(|it| it.required) {
            let section = slot.section(&mut || draft.take_id());
            draft.sections.push(section);
        }
        draft
    }

    /// The slots that a draft does not have and could take, in order.
    pub fn open_slots<'a>(&'a self, draft: &'a Draft) -> impl Iterator<Item = &'a Slot> {
        self.sections.iter().filter(|slot| draft.sections.iter().all(|it| it.slot != slot.slot))
    }

    /// Where a section for this slot belongs in the draft: before the first
    /// section that fills a later slot, else at the end.
    pub fn place_of(&self, slot: &str, draft: &Draft) -> usize {
        let rank = |slot: &str| self.sections.iter().position(|it| it.slot == slot);
        let own = rank(slot);
        let later = |section: &Section| own < rank(&section.slot) && rank(&section.slot).is_some();
        draft.sections.iter().position(later).unwrap_or(draft.n_body())
    }
}

impl Slot {
    /// A new section for this slot; `take_id` hands out free ids.
    pub fn section(&self, take_id: &mut impl FnMut() -> NodeId) -> Section {
        let id = take_id();
        let n_items = self.items.as_ref().map_or(0, |it| it.start);
        let mut entries: Vec<_> = (0..n_items).map(|_| Entry::new(take_id(), true)).collect();
        if self.items.is_none() {
            entries.push(Entry::new(take_id(), false));
        }
        Section {
            id,
            slot: self.slot.clone(),
            level: self.level,
            heading: self.heading.clone(),
            run_in: false,
            attached: false,
            written: None,
            items: self
                .items
                .as_ref()
                .map_or_else(crate::model::draft::items, |it| it.numbering.clone()),
            entries,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_kind_can_be_read() {
        let ids: Vec<_> = Kind::built_in().iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["jixiao", "zongjie", "shuzhi", "zidingyi"]);
    }

    #[test]
    fn a_new_draft_has_the_required_sections_with_fresh_ids() {
        let kind = &Kind::built_in()[0];
        let draft = kind.draft("d".to_owned(), " 云溪市档案馆 ", "2025年");
        assert!(draft.title.starts_with("云溪市档案馆2025年"), "{}", draft.title);
        let slots: Vec<_> = draft.sections.iter().map(|it| it.slot.as_str()).collect();
        let wanted: Vec<_> =
            kind.sections.iter().filter(|it| it.required).map(|it| it.slot.as_str()).collect();
        assert_eq!(slots, wanted);
        let mut ids: Vec<_> = draft.sections.iter().map(|it| it.id).collect();
        ids.extend(draft.sections.iter().flat_map(|it| &it.entries).map(|it| it.id));
        let n_ids = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), n_ids);
        assert!(ids.iter().all(|it| it.0 < draft.next_id));
    }

    #[test]
    fn an_optional_section_goes_where_the_kind_has_it() {
        let kind = &Kind::built_in()[0];
        let mut draft = kind.draft("d".to_owned(), "", "");
        while let Some(slot) = kind.open_slots(&draft).last().cloned() {
            let at = kind.place_of(&slot.slot, &draft);
            let section = slot.section(&mut || draft.take_id());
            draft.sections.insert(at, section);
        }
        let slots: Vec<_> = draft.sections.iter().map(|it| it.slot.as_str()).collect();
        let wanted: Vec<_> = kind.sections.iter().map(|it| it.slot.as_str()).collect();
        assert_eq!(slots, wanted);
    }
}
