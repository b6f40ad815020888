//! The drafts as the author knows them: a list, a recycle bin, versions, and one
//! draft open for writing.
//!
//! Two storages hold them that fail independently. The *quick* one (localStorage)
//! is written before a call returns, so it has what was typed when a tab dies;
//! but a browser puts it on disk when it pleases. The *durable* one (IndexedDB)
//! has every revision on disk when its transaction completes: only then is a
//! draft saved. Where one is missing the other serves.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::rc::Rc;

use crate::model::draft::Draft;
use crate::store::card::{Card, Place, Stay};
use crate::store::codec;
use crate::store::keys::{CARD, DRAFT, GRAVE, MARK, PLACE, SETTING, VERSION, draft_id};
use crate::store::load::RESTED;
use crate::store::texts::{Batch, Error, Expected, Store};

/// Where drafts are kept; clones share it.
#[derive(Debug)]
pub struct Shelf<Q, D> {
    pub(super) quick: Option<Q>,
    pub(super) durable: Option<D>,
    /// The tab that this page lives in; no other page has the same.
    pub(super) tab: String,
    pub(super) index: Rc<RefCell<Index>>,
}

/// What lists show, in memory; the storages have it too. Lists are short, and a
/// map for each sort of thing would be code to load.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) cards: Vec<Card>,
    pub(super) stays: Vec<(String, Stay)>,
    /// Kinds and layouts of the author, by their keys.
    pub(super) files: Vec<(String, String)>,
}

impl Index {
    pub(super) fn has(&self, id: &str) -> bool {
        self.cards.iter().any(|it| it.id == id)
    }

    pub(super) fn put(&mut self, card: Card) {
        self.cards.retain(|it| it.id != card.id);
        self.cards.push(card);
    }

    pub(super) fn stay(&self, id: &str) -> Stay {
        self.stays.iter().find(|(it, _)| it == id).map(|(_, it)| *it).unwrap_or_default()
    }

    pub(super) fn files(&self, prefix: &str) -> impl Iterator<Item = &[u8]> {
        self.files.iter().filter(move |(it, _)| it.starts_with(prefix)).map(|(_, it)| it.as_bytes())
    }
}

/// A draft held open for writing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hold {
    /// The draft's id.
    pub id: String,
    /// The last revision written anywhere.
    pub revision: u64,
    /// The first line of what the durable storage holds; none where it has
    /// nothing. What differs from it there was written by somebody else.
    pub seen: Option<String>,
    /// The first lines of what this tab has written since. The durable storage may
    /// have one of them although it has failed, and the quick one gives it others back.
    pub(super) own: Vec<String>,
    /// What the quick storage holds of it from before; goes once this tab has
    /// written there itself.
    pub(super) stale: Vec<Twin>,
    /// What has to be kept before the durable storage's text is written over.
    pub(super) owed: Owed,
    /// Whether the quick storage has the last revision.
    pub is_held: bool,
}

/// Versions that could not be kept when the draft was opened; the next save takes
/// them along.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Owed {
    /// What the durable storage held then. Once it holds something else, all is kept.
    pub(super) seen: Option<String>,
    pub(super) put: BTreeMap<String, String>,
}

/// A text in the quick storage that is not needed there any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Twin {
    pub(super) key: String,
    /// What it begins with: its first line, which has the checksum of the rest, or all
    /// of it where that may be wrong.
    pub(super) lines: String,
}

impl Twin {
    /// Removes it, but not what its tab has written there since.
    pub(super) fn removal(self) -> Batch {
        let expect = vec![Expected::new(self.key.clone(), Some(self.lines))];
        Batch { expect, ..Batch::removing([self.key]) }
    }
}

/// How a save ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It is on disk, and this is its first line now.
    Kept(String),
    /// It lies in the quick storage only, and nobody knows whether it is on disk.
    Held,
    /// It lies in this tab only, or the durable storage refused it: why.
    Failed(Error),
}

impl<Q, D> Clone for Shelf<Q, D>
where
    Q: Clone,
    D: Clone,
{
    fn clone(&self) -> Self {
        Self {
            quick: self.quick.clone(),
            durable: self.durable.clone(),
            tab: self.tab.clone(),
            index: self.index.clone(),
        }
    }
}

impl<Q, D> Shelf<Q, D>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
{
    /// An empty shelf on these storages; [`Shelf::load`] fills it.
    pub fn new(quick: Option<Q>, durable: Option<D>, tab: impl Into<String>) -> Self {
        Self { quick, durable, tab: tab.into(), index: Rc::default() }
    }

    /// The name of this page among the tabs.
    pub fn tab(&self) -> &str {
        &self.tab
    }

    /// The quick storage.
    pub fn quick(&self) -> Option<&Q> {
        self.quick.as_ref()
    }

    /// The durable storage.
    pub fn durable(&self) -> Option<&D> {
        self.durable.as_ref()
    }

    /// Whether there is a durable storage.
    pub fn is_durable(&self) -> bool {
        self.durable.is_some()
    }

    /// Whether the durable storage has failed so that nothing is written to it for now.
    pub fn is_closed(&self) -> bool {
        self.durable.as_ref().is_some_and(Store::is_closed)
    }

    /// Whether there is any storage: what lies in none is gone with the tab.
    pub fn lasts(&self) -> bool {
        self.durable.is_some() && !self.is_closed() || self.quick.as_ref().is_some_and(Store::lasts)
    }

    /// All drafts, the one saved last first; those that cannot be read too.
    pub fn list(&self) -> Vec<Card> {
        let index = self.index.borrow();
        let mut cards = index.cards.clone();
        for card in &mut cards {
            card.place = index.stay(&card.id).place;
        }
        // Put in place one by one: lists are short, and a sort is code to load.
        let mut list: Vec<Card> = Vec::new();
        for card in cards {
            let comes_first = |it: &Card| (it.saved, &card.id) < (card.saved, &it.id);
            let at = list.iter().position(comes_first).unwrap_or(list.len());
            list.insert(at, card);
        }
        list
    }

    /// Since when a draft lies where it lies.
    pub fn stay(&self, id: &str) -> Stay {
        self.index.borrow().stay(id)
    }

    /// Whether there is a draft of this id.
    pub fn has(&self, id: &str) -> bool {
        self.index.borrow().has(id)
    }

    /// Puts a new draft on the shelf. [`Error::Conflict`] where there is one of its
    /// id.
    pub fn add(&self, draft: &Draft, now: u64) -> impl Future<Output = Saved> + use<Q, D> {
        let mut hold = Hold { id: draft.id.clone(), revision: 0, seen: None, ..Hold::default() };
        self.save(&mut hold, draft, now)
    }

    /// Saves a draft as the next revision. The quick storage has it when this
    /// returns; the durable one when the future ends with [`Saved::Kept`].
    pub fn save(
        &self,
        hold: &mut Hold,
        draft: &Draft,
        now: u64,
    ) -> impl Future<Output = Saved> + use<Q, D> {
        let text = self.write(hold, draft, now);
        let held = self.put_twin(hold, &text);
        let head = codec::head(&text).to_owned();
        let card = Card::of(draft, now);
        let durable = self.durable.clone().filter(|it| !it.is_closed()).map(|durable| {
            let key = format!("{DRAFT}{}", hold.id);
            let mut batch = Batch::putting(key.clone(), text);
            let mut expected = Expected::new(key, hold.seen.clone());
            // What this tab wrote itself it may write over.
            expected.seen.extend(hold.own.iter().cloned().map(Some));
            batch.expect.push(expected);
            if hold.owed.seen != hold.seen {
                hold.owed = Owed::default();
            }
            batch.put.extend(hold.owed.put.clone());
            batch.put.insert(format!("{CARD}{}", hold.id), card.write());
            (durable.commit(batch), durable)
        });
        let index = self.index.clone();
        let lasts = self.quick.as_ref().is_some_and(Store::lasts);
        async move {
            let is_held = matches!(held, Some(Ok(())));
            let saved = match (durable, held) {
                (Some((commit, durable)), _) => {
                    match commit.await {
                        Ok(()) => Saved::Kept(head),
                        // What the quick storage holds is all there is from now on.
                        Err(error) if error != Error::Conflict && durable.is_closed() => {
                            if is_held && lasts { Saved::Held } else { Saved::Failed(error) }
                        }
                        Err(error) => Saved::Failed(error),
                    }
                }
                (None, Some(Ok(()))) if lasts => Saved::Held,
                (None, Some(Err(error))) => Saved::Failed(error),
                (None, _) => Saved::Failed(Error::Denied),
            };
            // What lies in one storage only, or in memory, is listed too; but not
            // what somebody else has in its place.
            if saved != Saved::Failed(Error::Conflict)
                && (is_held || matches!(saved, Saved::Kept(_)))
            {
                index.borrow_mut().put(card);
            }
            saved
        }
    }

    /// Lets go of what this tab has written of a draft in the quick storage; it lies
    /// elsewhere.
    pub fn let_go(&self, id: &str) {
        self.forget(&self.twin_key(id));
    }

    /// Writes the next revision into the quick storage alone, for the moments when
    /// the page may be about to go away; whether it is there.
    pub fn hold_fast(&self, hold: &mut Hold, draft: &Draft, now: u64) -> bool {
        let text = self.write(hold, draft, now);
        matches!(self.put_twin(hold, &text), Some(Ok(())))
    }

    fn write(&self, hold: &mut Hold, draft: &Draft, now: u64) -> String {
        hold.revision += 1;
        let text = codec::write(draft, hold.revision, now);
        if let Some(n) = hold.own.iter().position(|it| hold.seen.as_ref() == Some(it)) {
            hold.own.drain(..=n);
        }
        hold.own.push(codec::head(&text).to_owned());
        text
    }

    fn put_twin(&self, hold: &mut Hold, text: &str) -> Option<Result<(), Error>> {
        hold.is_held = false;
        let quick = self.quick.as_ref()?;
        let key = self.twin_key(&hold.id);
        hold.stale.retain(|it| it.key != key);
        let mut batch = Batch::putting(key, text);
        batch.remove.push(format!("{SETTING}{RESTED}"));
        let put = done(quick.commit(batch));
        if put.is_ok() {
            for twin in hold.stale.drain(..) {
                let _ = done(quick.commit(twin.removal()));
            }
        }
        hold.is_held = put.is_ok();
        Some(put)
    }

    pub(super) fn twin_key(&self, id: &str) -> String {
        format!("{DRAFT}{id}:{}", self.tab)
    }

    /// Puts a draft into another place: the archive, the bin, or back.
    pub async fn put(&self, id: &str, place: Place, now: u64) -> Result<(), Error> {
        let stay = Stay { place, since: now };
        let text = stay.write();
        self.commit(Batch::putting(format!("{PLACE}{id}"), text)).await?;
        let mut index = self.index.borrow_mut();
        index.stays.retain(|(it, _)| it != id);
        index.stays.push((id.to_owned(), stay));
        Ok(())
    }

    /// Removes a draft for good, with its versions; a grave stays, so that a
    /// backup does not bring it back unasked.
    pub async fn remove(&self, id: &str) -> Result<(), Error> {
        let key = format!("{DRAFT}{id}");
        let mut texts = self.read(&key).await?;
        if let Some(quick) = &self.quick {
            texts.extend(quick.read(&key).await.unwrap_or_default());
        }
        // A twin that a dying browser brings back is not newer than the grave.
        let own = texts.iter().filter(|(key, _)| draft_id(key) == Some(id));
        let heads = own.filter_map(|(_, text)| codec::Head::read(codec::head(text)));
        let revision = heads.map(|it| it.revision).max().unwrap_or_default();
        let mut keys = vec![key, format!("{CARD}{id}"), format!("{PLACE}{id}")];
        for prefix in [VERSION, MARK] {
            keys.extend(self.keys(&format!("{prefix}{id}:")).await?);
        }
        let mut batch = Batch::removing(keys);
        batch.put.insert(format!("{GRAVE}{id}"), revision.to_string());
        self.commit(batch).await?;
        if let Some(quick) = &self.quick {
            let twins = quick.keys(&format!("{DRAFT}{id}")).await.unwrap_or_default();
            let own = twins.into_iter().filter(|it| draft_id(it) == Some(id));
            let _ = quick.commit(Batch::removing(own)).await;
        }
        let mut index = self.index.borrow_mut();
        index.cards.retain(|it| it.id != id);
        index.stays.retain(|(it, _)| it != id);
        Ok(())
    }

    /// Does a batch in the safer of the storages that are there.
    pub(super) fn commit(
        &self,
        batch: Batch,
    ) -> impl Future<Output = Result<(), Error>> + use<Q, D> {
        let (durable, quick) = match (&self.durable, &self.quick) {
            (Some(durable), _) => (Some(durable.commit(batch)), None),
            (None, Some(quick)) => (None, Some(quick.commit(batch))),
            (None, None) => (None, None),
        };
        async move {
            match (durable, quick) {
                (Some(durable), _) => durable.await,
                (None, Some(quick)) => quick.await,
                (None, None) => Err(Error::Denied),
            }
        }
    }

    pub(super) async fn get(&self, key: &str) -> Result<Option<String>, Error> {
        match (&self.durable, &self.quick) {
            (Some(durable), _) => durable.get(key).await,
            (None, Some(quick)) => quick.get(key).await,
            (None, None) => Ok(None),
        }
    }

    pub(super) async fn keys(&self, prefix: &str) -> Result<Vec<String>, Error> {
        match (&self.durable, &self.quick) {
            (Some(durable), _) => durable.keys(prefix).await,
            (None, Some(quick)) => quick.keys(prefix).await,
            (None, None) => Ok(Vec::new()),
        }
    }

    pub(super) async fn read(&self, prefix: &str) -> Result<Vec<(String, String)>, Error> {
        match (&self.durable, &self.quick) {
            (Some(durable), _) => durable.read(prefix).await,
            (None, Some(quick)) => quick.read(prefix).await,
            (None, None) => Ok(Vec::new()),
        }
    }
}

/// The answer of a storage that takes no time; one that does is not asked here.
pub(super) fn done<T>(answer: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    let mut answer = std::pin::pin!(answer);
    let waker = std::task::Waker::noop();
    match answer.as_mut().poll(&mut std::task::Context::from_waker(waker)) {
        std::task::Poll::Ready(answer) => answer,
        std::task::Poll::Pending => Err(Error::Failed("not yet".to_owned())),
    }
}
