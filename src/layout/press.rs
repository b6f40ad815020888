//! The press: galleys that are kept, and pages made of them.

use std::sync::Arc;

use crate::assemble::{Document, Paragraph};
use crate::layout::galley::{Set, set};
use crate::layout::look::Looks;
use crate::layout::pages::{Pages, SetAt, impose};
use crate::model::profile::Profile;

/// A document being laid out.
///
/// A galley is set once and again only when its own paragraphs change; pages
/// are made of the galleys by adding up heights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    profile: Profile,
    looks: Looks,
    sealed: bool,
    galleys: Vec<Arc<Vec<Set>>>,
}

impl Press {
    /// An empty press for a profile.
    pub fn new(profile: Profile, sealed: bool) -> Self {
        let looks = Looks::of(&profile);
        Self { profile, looks, sealed, galleys: Vec::new() }
    }

    /// Sets a whole document; every paragraph is in the one galley it belongs to.
    pub fn of(document: &Document, profile: &Profile) -> Self {
        let mut press = Self::new(profile.clone(), document.sealed);
        press.push(document.paragraphs.clone());
        press
    }

    /// Adds a galley at the end.
    pub fn push(&mut self, paragraphs: Vec<Paragraph>) {
        self.galleys.push(Arc::new(set(paragraphs, &self.looks)));
    }

    /// Adds a galley at the end, the one that `old` has at this index if it is
    /// of the same paragraphs and looks.
    pub fn push_as(&mut self, paragraphs: Vec<Paragraph>, old: &Self, galley: Option<usize>) {
        let kept = galley.and_then(|it| old.galleys.get(it)).filter(|it| {
            self.looks == old.looks && it.iter().flat_map(Set::paragraphs).eq(&paragraphs)
        });
        match kept {
            Some(kept) => self.galleys.push(Arc::clone(kept)),
            None => self.push(paragraphs),
        }
    }

    /// Says whether a seal will be set.
    pub fn seal(&mut self, sealed: bool) {
        self.sealed = sealed;
    }

    /// Sets a galley again; nothing happens where there is none.
    pub fn replace(&mut self, galley: usize, paragraphs: Vec<Paragraph>) {
        if let Some(it) = self.galleys.get_mut(galley) {
            *it = Arc::new(set(paragraphs, &self.looks));
        }
    }

    /// Makes the pages.
    pub fn pages(&self) -> Pages {
        impose(self, &self.profile)
    }

    /// A set by its name.
    pub fn set(&self, at: SetAt) -> Option<&Set> {
        self.galleys.get(at.galley as usize)?.get(at.set as usize)
    }

    /// All sets in reading order.
    pub fn sets(&self) -> impl Iterator<Item = (SetAt, &Set)> {
        self.galleys.iter().enumerate().flat_map(|(galley, sets)| {
            sets.iter()
                .enumerate()
                .map(move |(set, it)| (SetAt { galley: galley as u32, set: set as u32 }, it))
        })
    }

    /// The looks of its profile.
    pub fn looks(&self) -> &Looks {
        &self.looks
    }

    /// The profile.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Whether a seal will be set.
    pub fn sealed(&self) -> bool {
        self.sealed
    }
}
