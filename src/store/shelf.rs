//! The drafts as the author knows them: a list, a recycle bin, the last one open.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::assemble;
use crate::model::draft::Draft;
use crate::model::kind::Kind;
use crate::model::length::length;
use crate::model::missing;
use crate::model::profile::Profile;
use crate::store::codec::{self, Fault, Record};
use crate::store::vault::{Error, Vault};

const DRAFT: &str = "chengwen:draft:";
const CARD: &str = "chengwen:card:";
const KIND: &str = "chengwen:kind:";
const PROFILE: &str = "chengwen:profile:";
const SETTING: &str = "chengwen:setting:";

/// Where drafts are kept; clones share one vault.
#[derive(Clone)]
pub struct Shelf {
    vault: Arc<dyn Vault>,
}

/// What the list shows of a draft. It can always be made again from the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The draft's id.
    pub id: String,
    /// Its name or title; may be empty.
    pub name: String,
    /// The id of its report kind.
    pub kind: String,
    /// Its length in 字.
    pub length: u32,
    /// How many places wait for the author.
    pub missing: u32,
    /// When it was last saved, in milliseconds since 1970.
    pub saved: u64,
    /// Where it lies.
    pub place: Place,
    /// Why it cannot be opened, if it cannot.
    #[serde(skip)]
    pub fault: Option<Fault>,
}

/// Where a draft lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Place {
    /// In the list.
    #[default]
    Desk,
    /// Finished and put away.
    Archive,
    /// In the recycle bin.
    Bin,
}

/// Why a draft cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// There is no such draft.
    #[error("there is no such draft")]
    Absent,
    /// It is there and cannot be read; its bytes stay.
    #[error("{0}")]
    Fault(Fault),
    /// The storage failed.
    #[error("{0}")]
    Store(Error),
}

impl Shelf {
    /// Drafts in this vault.
    pub fn new(vault: Arc<dyn Vault>) -> Self {
        Self { vault }
    }

    /// Whether what is saved outlives the page.
    pub fn lasts(&self) -> bool {
        self.vault.lasts()
    }

    /// All drafts, the one saved last first; those that cannot be read too.
    pub fn list(&self) -> Result<Vec<Card>, Error> {
        let keys = self.vault.keys()?;
        let mut cards = Vec::new();
        for id in keys.iter().filter_map(|it| it.strip_prefix(DRAFT)) {
            let card = self.vault.get(&format!("{CARD}{id}"))?;
            match card.and_then(|it| serde_json::from_str(&it).ok()) {
                Some(card) => cards.push(card),
                None => cards.push(self.card(id)?),
            }
        }
        cards.sort_by(|a: &Card, b: &Card| b.saved.cmp(&a.saved).then_with(|| a.id.cmp(&b.id)));
        Ok(cards)
    }

    /// Opens a draft.
    pub fn open(&self, id: &str) -> Result<Record, OpenError> {
        let text = self.vault.get(&format!("{DRAFT}{id}")).map_err(OpenError::Store)?;
        codec::read(&text.ok_or(OpenError::Absent)?).map_err(OpenError::Fault)
    }

    /// The stored text of a draft as it is, readable or not.
    pub fn raw(&self, id: &str) -> Result<Option<String>, Error> {
        self.vault.get(&format!("{DRAFT}{id}"))
    }

    /// Saves a draft as this revision. The place it lies in stays.
    pub fn save(&self, draft: &Draft, revision: u64, now: u64) -> Result<(), Error> {
        let id = &draft.id;
        self.vault.set(&format!("{DRAFT}{id}"), &codec::write(draft, revision, now))?;
        let place = self.stored_card(id).map_or_else(Place::default, |it| it.place);
        let _ = self.put_card(&Card { place, ..of(draft, now) });
        Ok(())
    }

    /// Puts a draft into another place: the archive, the bin, or back.
    pub fn put(&self, id: &str, place: Place) -> Result<(), Error> {
        let card = match self.stored_card(id) {
            Some(card) => card,
            None => self.card(id)?,
        };
        self.put_card(&Card { place, ..card })
    }

    /// Removes a draft for good.
    pub fn remove(&self, id: &str) -> Result<(), Error> {
        self.vault.remove(&format!("{DRAFT}{id}"))?;
        self.vault.remove(&format!("{CARD}{id}"))
    }

    /// The kinds that the author brought, beside the built-in ones.
    pub fn kinds(&self) -> Vec<Kind> {
        let texts = self.texts(KIND);
        texts.iter().filter_map(|it| crate::import::kind::read(it.as_bytes()).ok()).collect()
    }

    /// Keeps a kind that the author brought; one with the same id is replaced.
    pub fn save_kind(&self, kind: &Kind) -> Result<(), Error> {
        let text = String::from_utf8_lossy(&crate::export::kind(kind)).into_owned();
        self.vault.set(&format!("{KIND}{}", kind.id), &text)
    }

    /// Removes a kind that the author brought.
    pub fn remove_kind(&self, id: &str) -> Result<(), Error> {
        self.vault.remove(&format!("{KIND}{id}"))
    }

    /// The layouts that the author saved, beside the presets, by name.
    pub fn profiles(&self) -> Vec<Profile> {
        let texts = self.texts(PROFILE);
        texts.iter().filter_map(|it| crate::import::profile::read(it.as_bytes()).ok()).collect()
    }

    /// Keeps a layout for later drafts; one with the same name is replaced.
    pub fn save_profile(&self, profile: &Profile) -> Result<(), Error> {
        let text = String::from_utf8_lossy(&crate::export::profile(profile)).into_owned();
        self.vault.set(&format!("{PROFILE}{}", profile.name), &text)
    }

    /// Removes a layout; drafts that use it keep it.
    pub fn remove_profile(&self, name: &str) -> Result<(), Error> {
        self.vault.remove(&format!("{PROFILE}{name}"))
    }

    /// A small thing the page remembers, such as the language.
    pub fn setting(&self, name: &str) -> Option<String> {
        self.vault.get(&format!("{SETTING}{name}")).ok().flatten()
    }

    /// Remembers a small thing; losing it harms nobody, so nobody is told.
    pub fn remember(&self, name: &str, text: &str) {
        let _ = self.vault.set(&format!("{SETTING}{name}"), text);
    }

    fn texts(&self, prefix: &str) -> Vec<String> {
        let keys = self.vault.keys().unwrap_or_default();
        let keys = keys.iter().filter(|it| it.starts_with(prefix));
        keys.filter_map(|it| self.vault.get(it).ok().flatten()).collect()
    }

    fn stored_card(&self, id: &str) -> Option<Card> {
        let text = self.vault.get(&format!("{CARD}{id}")).ok()??;
        serde_json::from_str(&text).ok()
    }

    fn put_card(&self, card: &Card) -> Result<(), Error> {
        let text = serde_json::to_string(card).map_err(|it| Error::Failed(it.to_string()))?;
        self.vault.set(&format!("{CARD}{}", card.id), &text)
    }

    fn card(&self, id: &str) -> Result<Card, Error> {
        match self.open(id) {
            Ok(record) => Ok(Card { id: id.to_owned(), ..of(&record.draft, record.saved) }),
            Err(OpenError::Store(error)) => Err(error),
            Err(OpenError::Absent) => Err(Error::Failed(id.to_owned())),
            Err(OpenError::Fault(fault)) => Ok(Card {
                id: id.to_owned(),
                name: String::new(),
                kind: String::new(),
                length: 0,
                missing: 0,
                saved: 0,
                place: Place::Desk,
                fault: Some(fault),
            }),
        }
    }
}

/// The length of the whole report in 字.
pub fn length_of(draft: &Draft) -> u32 {
    assemble::assemble(draft).paragraphs.iter().map(|it| length(&it.text())).sum()
}

fn of(draft: &Draft, saved: u64) -> Card {
    Card {
        id: draft.id.clone(),
        name: draft.display_name().to_owned(),
        kind: draft.kind.clone(),
        length: length_of(draft),
        missing: missing::in_draft(draft),
        saved,
        place: Place::Desk,
        fault: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::vault::Memory;

    fn draft(id: &str) -> Draft {
        Kind::custom().draft(id.to_owned(), "云溪市档案馆", "2025")
    }

    #[test]
    fn drafts_are_listed_newest_first_and_open() {
        let shelf = Shelf::new(Arc::new(Memory::default()));
        shelf.save(&draft("a"), 1, 10).unwrap();
        shelf.save(&draft("b"), 1, 20).unwrap();
        let ids: Vec<_> = shelf.list().unwrap().into_iter().map(|it| it.id).collect();
        assert_eq!(ids, ["b", "a"]);
        assert_eq!(shelf.open("a").unwrap().draft, draft("a"));
        assert_eq!(shelf.open("c"), Err(OpenError::Absent));
    }

    #[test]
    fn the_bin_keeps_a_draft_until_it_is_emptied() {
        let shelf = Shelf::new(Arc::new(Memory::default()));
        shelf.save(&draft("a"), 1, 10).unwrap();
        shelf.put("a", Place::Bin).unwrap();
        shelf.save(&draft("a"), 2, 20).unwrap();
        assert_eq!(shelf.list().unwrap()[0].place, Place::Bin);
        shelf.put("a", Place::Desk).unwrap();
        assert_eq!(shelf.open("a").unwrap().revision, 2);
        shelf.remove("a").unwrap();
        assert!(shelf.list().unwrap().is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_listed_and_stays() {
        let vault = Arc::new(Memory::default());
        let shelf = Shelf::new(vault.clone());
        shelf.save(&draft("a"), 1, 10).unwrap();
        vault.set("chengwen:draft:b", "broken").unwrap();
        vault.set("foreign", "{}").unwrap();
        let cards = shelf.list().unwrap();
        assert_eq!(cards.len(), 2);
        assert_eq!(cards[1].fault, Some(Fault::Foreign));
        assert_eq!(shelf.raw("b").unwrap().as_deref(), Some("broken"));
    }

    #[test]
    fn a_lost_card_is_made_again() {
        let vault = Arc::new(Memory::default());
        let shelf = Shelf::new(vault.clone());
        shelf.save(&draft("a"), 1, 10).unwrap();
        let before = shelf.list().unwrap();
        vault.set("chengwen:card:a", "{").unwrap();
        assert_eq!(shelf.list().unwrap(), before);
    }

    #[test]
    fn a_full_vault_says_so_and_keeps_the_old_revision() {
        let room = codec::write(&draft("a"), 1, 10).len() + 400;
        let shelf = Shelf::new(Arc::new(Memory::with_room(room)));
        shelf.save(&draft("a"), 1, 10).unwrap();
        let mut longer = draft("a");
        longer.title = "长".repeat(1000);
        assert_eq!(shelf.save(&longer, 2, 20), Err(Error::Full));
        assert_eq!(shelf.open("a").unwrap().revision, 1);
    }

    #[test]
    fn layouts_are_kept_until_removed() {
        use crate::model::profile::Parameter;
        let shelf = Shelf::new(Arc::new(Memory::default()));
        let profile = Profile { name: "馆内版式".to_owned(), ..Profile::default() };
        shelf.save_profile(&profile).unwrap();
        let profile = profile.with(Parameter::LinePitch, "28");
        shelf.save_profile(&profile).unwrap();
        assert_eq!(shelf.profiles(), [profile]);
        shelf.remove_profile("馆内版式").unwrap();
        assert!(shelf.profiles().is_empty());
    }

    #[test]
    fn kinds_are_kept_until_removed() {
        let shelf = Shelf::new(Arc::new(Memory::default()));
        let kind = Kind { id: "own".to_owned(), ..Kind::custom() };
        shelf.save_kind(&kind).unwrap();
        assert_eq!(shelf.kinds(), [kind]);
        shelf.remove_kind("own").unwrap();
        assert!(shelf.kinds().is_empty());
    }
}
