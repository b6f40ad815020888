//! What lists show, read when the page opens.

use crate::store::card::{Card, Fate, Stay};
use crate::store::keys::{
    ASIDE, CARD, DRAFT, GRAVE, KIND, MARK, PLACE, PROFILE, SETTING, VERSION, draft_id,
};
use crate::store::shelf::{Index, Shelf};
use crate::store::texts::{Batch, Store};

/// How the storages were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// As they were left, or one of them is done without.
    Well,
    /// One of them has lost something, an older version wrote it, or the time of
    /// something in the bin is over: [`Shelf::mend`] sees to it.
    ToMend,
}

/// The setting by which each storage remembers that the other was in use.
pub(super) const MET: &str = "met";

/// The setting of the quick storage that says that the last who wrote has come to an
/// orderly end.
pub(super) const RESTED: &str = "rested";

impl<Q, D> Shelf<Q, D>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
{
    /// Reads what lists show. A durable storage that cannot be read is done without.
    pub async fn load(&mut self, now: u64) -> Found {
        if let Some(durable) = &self.durable
            && durable.keys(SETTING).await.is_err()
        {
            self.durable = None;
        }
        self.refresh().await;
        let is_due = |it: &(String, Stay)| it.1.fate(now) != Fate::Stays;
        let is_due = self.index.borrow().stays.iter().any(is_due);
        if is_due || self.has_strays().await { Found::ToMend } else { Found::Well }
    }

    /// Whether one of the storages has what the other should have given it.
    async fn has_strays(&self) -> bool {
        let (Some(quick), Some(durable)) = (&self.quick, &self.durable) else { return false };
        let key = format!("{SETTING}{MET}");
        let quick_met = matches!(quick.get(&key).await, Ok(Some(_)));
        let durable_met = matches!(durable.get(&key).await, Ok(Some(_)));
        let is_rested = matches!(quick.get(&format!("{SETTING}{RESTED}")).await, Ok(Some(_)));
        let mut kept = quick.keys("").await.unwrap_or_default();
        kept.retain(|it| !it.starts_with(SETTING));
        if kept.is_empty() && !quick_met && !durable_met {
            // Nobody has written anything here yet.
            for batch in
                [quick.commit(Batch::putting(&key, "1")), durable.commit(Batch::putting(&key, "1"))]
            {
                let _ = batch.await;
            }
            return false;
        }
        // What was put there in place of the durable storage is not twins alone.
        let is_stray =
            |it: &String| [GRAVE, PLACE, VERSION, MARK, ASIDE].iter().any(|at| it.starts_with(at));
        let versions = durable.keys(VERSION).await.unwrap_or_default();
        let index = self.index.borrow();
        let is_orphan = |key: &String| {
            let id = key.strip_prefix(VERSION).and_then(|it| it.split_once(':'));
            id.is_some_and(|(id, _)| !index.has(id))
        };
        !is_rested
            || !quick_met
            || !durable_met
            || versions.iter().any(is_orphan)
            || kept.iter().any(is_stray)
    }

    /// Reads the index again, because another tab has written.
    pub async fn refresh(&self) {
        let index = self.gather().await;
        self.index.replace(index);
    }

    /// Reads the index; a card that is missing or broken is made again from its
    /// draft.
    async fn gather(&self) -> Index {
        let mut index = Index::default();
        let cards = self.read(CARD).await.unwrap_or_default();
        let mut keys = self.keys(DRAFT).await.unwrap_or_default();
        if let (Some(quick), Some(durable)) = (&self.quick, &self.durable) {
            // What the durable storage could not take is there all the same.
            let graves = durable.keys(GRAVE).await.unwrap_or_default();
            let is_there = |it: &String| {
                draft_id(it).is_some_and(|it| !graves.contains(&format!("{GRAVE}{it}")))
            };
            keys.extend(quick.keys(DRAFT).await.unwrap_or_default().into_iter().filter(is_there));
        }
        for key in keys {
            let Some(id) = draft_id(&key).filter(|it| !index.has(it)) else { continue };
            let card = cards.iter().find(|(key, _)| key.strip_prefix(CARD) == Some(id));
            let card = card.and_then(|(_, text)| Card::read(text)).filter(|it| it.id == id);
            match card {
                Some(card) => index.put(card),
                None => {
                    let text = self.raw(id).await.ok().flatten();
                    text.into_iter().for_each(|it| index.put(Card::of_text(id, &it)));
                }
            }
        }
        for (key, text) in self.read(PLACE).await.unwrap_or_default() {
            if let (Some(id), Some(stay)) = (key.strip_prefix(PLACE), Stay::read(&text)) {
                index.stays.push((id.to_owned(), stay));
            }
        }
        for prefix in [KIND, PROFILE] {
            index.files.extend(self.read(prefix).await.unwrap_or_default());
        }
        index
    }
}
