//! Every change to a draft, as data: applied in one place, undone by its inverse.

use crate::model::draft::{Draft, Entry, NodeId, Section, TextAt};
use crate::model::notes::Carried;
use crate::model::pattern::Pattern;
use crate::model::profile::Profile;

/// One change to a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Puts another text at a place.
    Text {
        /// The place.
        at: TextAt,
        /// The whole new text.
        text: String,
    },
    /// Sets how a section is printed, its texts left alone.
    Form {
        /// The section.
        section: NodeId,
        /// Its new form.
        form: Form,
    },
    /// Sets how headings of one level are numbered.
    Headings {
        /// The level, from 1.
        level: u8,
        /// The new numbering.
        pattern: Pattern,
    },
    /// Sets the wanted length of the report.
    Target {
        /// In 字; 0 means none.
        target: u32,
    },
    /// Sets whether a seal will be set.
    Sealed {
        /// Whether one will.
        sealed: bool,
    },
    /// Sets the layout.
    Profile(Profile),
    /// Sets what is known of figures and findings.
    Notes(Carried),
    /// Takes sections out of the list and puts others in their place.
    Sections {
        /// Index of the first section concerned.
        at: usize,
        /// How many are taken out.
        remove: usize,
        /// What is put in.
        insert: Vec<Section>,
    },
    /// Takes entries out of a section and puts others in their place.
    Entries {
        /// The section.
        section: NodeId,
        /// Index of the first entry concerned.
        at: usize,
        /// How many are taken out.
        remove: usize,
        /// What is put in.
        insert: Vec<Entry>,
    },
    /// Several changes, made in order, undone as one.
    Batch(Vec<Edit>),
}

/// How a section is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Heading level, 0 for none.
    pub level: u8,
    /// Whether the first paragraph runs on behind the heading.
    pub run_in: bool,
    /// Numbering of the items.
    pub items: Pattern,
    /// Its number, where that stands as an imported text has it.
    pub written: Option<String>,
}

impl Form {
    /// The form that a section has.
    pub fn of(section: &Section) -> Self {
        Self {
            level: section.level,
            run_in: section.run_in,
            items: section.items.clone(),
            written: section.written.clone(),
        }
    }
}

impl Edit {
    /// Applies the edit and returns the one that takes it back.
    ///
    /// Total: a place that is not there is left alone and indexes are clamped,
    /// so that an edit made for an older draft cannot do harm.
    pub fn apply(self, draft: &mut Draft) -> Self {
        match self {
            Self::Text { at, text } => {
                let old = match draft.text_mut(at) {
                    Some(it) => std::mem::replace(it, text),
                    None => text,
                };
                Self::Text { at, text: old }
            }
            Self::Form { section, form } => {
                let Some(it) = draft.sections.iter_mut().find(|it| it.id == section) else {
                    return Self::Batch(Vec::new());
                };
                let old = Form::of(it);
                Form { level: it.level, run_in: it.run_in, items: it.items, written: it.written } =
                    form;
                Self::Form { section, form: old }
            }
            Self::Headings { level, pattern } => {
                let slot = usize::from(level).checked_sub(1);
                let Some(it) = slot.and_then(|idx| draft.headings.get_mut(idx)) else {
                    return Self::Batch(Vec::new());
                };
                Self::Headings { level, pattern: std::mem::replace(it, pattern) }
            }
            Self::Target { target } => {
                Self::Target { target: std::mem::replace(&mut draft.target, target) }
            }
            Self::Sealed { sealed } => {
                Self::Sealed { sealed: std::mem::replace(&mut draft.sealed, sealed) }
            }
            Self::Profile(profile) => Self::Profile(std::mem::replace(&mut draft.profile, profile)),
            Self::Notes(notes) => Self::Notes(std::mem::replace(&mut draft.notes, notes)),
            Self::Sections { at, remove, insert } => {
                let (at, remove, insert) = splice(&mut draft.sections, at, remove, insert);
                Self::Sections { at, remove, insert }
            }
            Self::Entries { section, at, remove, insert } => {
                let Some(it) = draft.sections.iter_mut().find(|it| it.id == section) else {
                    return Self::Batch(Vec::new());
                };
                let (at, remove, insert) = splice(&mut it.entries, at, remove, insert);
                Self::Entries { section, at, remove, insert }
            }
            Self::Batch(edits) => {
                let mut inverses: Vec<_> = edits.into_iter().map(|it| it.apply(draft)).collect();
                inverses.reverse();
                Self::Batch(inverses)
            }
        }
    }

    /// Whether the edit may change which nodes there are, their order or their
    /// numbers, and not only a text.
    pub fn is_structural(&self) -> bool {
        match self {
            Self::Text { .. }
            | Self::Target { .. }
            | Self::Sealed { .. }
            | Self::Profile(_)
            | Self::Notes(_) => false,
            Self::Batch(edits) => edits.iter().any(Self::is_structural),
            Self::Form { .. }
            | Self::Headings { .. }
            | Self::Sections { .. }
            | Self::Entries { .. } => true,
        }
    }

    /// Whether the edit changes nothing.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Batch(edits) if edits.iter().all(Self::is_empty))
    }

    /// Every place whose text or form the edit changes or puts in.
    pub fn places(&self) -> Vec<Place> {
        match self {
            Self::Text { at, .. } => vec![Place::of(*at)],
            Self::Form { section, .. } => vec![Place::Node(*section)],
            Self::Headings { .. } | Self::Target { .. } => vec![Place::Head],
            Self::Sealed { .. } => vec![Place::Elements],
            Self::Profile(_) => vec![Place::Layout],
            // They lie beside the text: nothing printed follows from them.
            Self::Notes(_) => Vec::new(),
            Self::Sections { insert, .. } => insert
                .iter()
                .flat_map(|section| {
                    let entries = section.entries.iter().map(|it| Place::Node(it.id));
                    std::iter::once(Place::Node(section.id)).chain(entries)
                })
                .collect(),
            Self::Entries { section, insert, .. } => {
                let entries = insert.iter().map(|it| Place::Node(it.id));
                std::iter::once(Place::Node(*section)).chain(entries).collect()
            }
            Self::Batch(edits) => edits.iter().flat_map(Self::places).collect(),
        }
    }

    /// The first place that the edit concerns, for the page to show it.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::Text { at, .. } => Some(Place::of(*at)),
            Self::Form { section, .. } => Some(Place::Node(*section)),
            Self::Headings { .. } | Self::Target { .. } => Some(Place::Head),
            Self::Sealed { .. } => Some(Place::Elements),
            Self::Profile(_) => Some(Place::Layout),
            Self::Notes(_) => None,
            Self::Sections { insert, .. } => insert.first().map(|it| Place::Node(it.id)),
            Self::Entries { section, insert, .. } => {
                Some(Place::Node(insert.first().map_or(*section, |it| it.id)))
            }
            // The last one: a move takes out first and puts in then.
            Self::Batch(edits) => edits.iter().rev().find_map(Self::place),
        }
    }
}

/// Where in the report something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Title, addressee, signature, date.
    Head,
    /// 版头, 附注, 版记 and the seal.
    Elements,
    /// The layout.
    Layout,
    /// A section or an entry.
    Node(NodeId),
}

impl Place {
    /// The place that a text belongs to.
    pub fn of(at: TextAt) -> Self {
        match at {
            TextAt::Head(_) => Self::Head,
            TextAt::Element(_) => Self::Elements,
            TextAt::Heading(id) | TextAt::Entry(id, _) => Self::Node(id),
        }
    }
}

fn splice<T>(
    list: &mut Vec<T>,
    at: usize,
    remove: usize,
    insert: Vec<T>,
) -> (usize, usize, Vec<T>) {
    let at = at.min(list.len());
    let end = at.saturating_add(remove).min(list.len());
    let n_inserted = insert.len();
    let removed = list.splice(at..end, insert).collect();
    (at, n_inserted, removed)
}
