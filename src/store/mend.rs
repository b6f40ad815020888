//! Lets each storage give back what the other has lost, takes over what version
//! 0.1 wrote, and empties the bin of what has lain there for its time.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::card::{Fate, Place, Stay};
use crate::store::codec;
use crate::store::keys::{
    ASIDE, CARD, DRAFT, GRAVE, KIND, MARK, PLACE, PROFILE, SETTING, VERSION, draft_id,
};
use crate::store::load::{MET, RESTED};
use crate::store::shelf::Shelf;
use crate::store::texts::{Batch, Error, Expected, Store};

/// What the author may want to know of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Drafts that only the quick storage had, although the durable one was in use:
    /// it has lost them, and has them again.
    pub given_back: usize,
    /// Whether the quick storage has lost what it had.
    pub quick_lost: bool,
    /// Drafts whose time in the recycle bin was over.
    pub emptied: usize,
}

impl Report {
    /// As it is sent to the page.
    pub fn write(self) -> String {
        format!("{} {} {}", self.given_back, u8::from(self.quick_lost), self.emptied)
    }

    /// Reads what [`Report::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ').map(|it| it.parse().ok());
        let mut next = || numbers.next()?;
        Some(Self { given_back: next()?, quick_lost: next()? != 0, emptied: next()? })
    }
}

impl<Q, D> Shelf<Q, D>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
{
    /// Sees to what [`Shelf::load`] has found. It fails where there is no room to see to
    /// what was left half-written: until there is, nothing should be written to the
    /// durable storage.
    pub async fn mend(&self, now: u64) -> Result<Report, Error> {
        let mut report = Report::default();
        self.settle_down().await?;
        self.meet(&mut report).await;
        self.move_over(now).await;
        let adopted = self.adopt().await;
        if report.given_back == usize::MAX {
            report.given_back = adopted;
        }
        self.refresh().await;
        report.emptied = self.empty_bin(now).await;
        Ok(report)
    }

    /// Sees to it that what is written from now on outlasts how the last page ended.
    async fn settle_down(&self) -> Result<(), Error> {
        let (Some(quick), Some(durable)) = (&self.quick, &self.durable) else { return Ok(()) };
        let key = format!("{SETTING}{RESTED}");
        if !matches!(quick.get(&key).await, Ok(Some(_))) {
            match durable.renew().await {
                Ok(()) => {
                    let _ = quick.commit(Batch::putting(key, "1")).await;
                }
                // A quota that is used up leaves the database whole.
                Err(Error::Full) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Looks whether the two storages have met, and leaves word that they have.
    async fn meet(&self, report: &mut Report) {
        let (Some(quick), Some(durable)) = (&self.quick, &self.durable) else { return };
        let key = format!("{SETTING}{MET}");
        let quick_met = matches!(quick.get(&key).await, Ok(Some(_)));
        let durable_met = matches!(durable.get(&key).await, Ok(Some(_)));
        // How many drafts that concerns is known when they have been given back.
        report.given_back = if quick_met && !durable_met { usize::MAX } else { 0 };
        report.quick_lost = durable_met && !quick_met;
        if !quick_met {
            let _ = quick.commit(Batch::putting(key.clone(), "1")).await;
        }
        if !durable_met {
            let _ = durable.commit(Batch::putting(key, "1")).await;
        }
    }

    /// Moves what was put into the quick storage while the durable one was missing.
    async fn move_over(&self, now: u64) {
        let (Some(quick), Some(durable)) = (&self.quick, &self.durable) else { return };
        for prefix in [GRAVE, PLACE, VERSION, MARK, ASIDE] {
            for (key, text) in quick.read(prefix).await.unwrap_or_default() {
                let mut batch = Batch::putting(key.clone(), text);
                if let Some(id) = key.strip_prefix(GRAVE)
                    && let Ok(Some(_)) = durable.get(&format!("{DRAFT}{id}")).await
                {
                    // The author has not seen what the durable storage has of it.
                    let stay = Stay { place: Place::Bin, since: now };
                    batch = Batch::putting(format!("{PLACE}{id}"), stay.write());
                } else if prefix != PLACE && matches!(durable.get(&key).await, Ok(Some(_))) {
                    batch.put.clear();
                }
                if durable.commit(batch).await.is_ok() {
                    let _ = quick.commit(Batch::removing([key])).await;
                }
            }
        }
    }

    /// Puts into the durable storage what only the quick one has, as it is; how
    /// many drafts that were.
    async fn adopt(&self) -> usize {
        let (Some(quick), Some(durable)) = (&self.quick, &self.durable) else { return 0 };
        let Ok(known) = durable.keys(DRAFT).await else { return 0 };
        let known: BTreeSet<&str> = known.iter().filter_map(|it| draft_id(it)).collect();
        let mut newest: BTreeMap<String, (u64, String)> = BTreeMap::new();
        let mut texts = quick.read(DRAFT).await.unwrap_or_default();
        for key in durable.keys(VERSION).await.unwrap_or_default() {
            let Some((id, _)) = key.strip_prefix(VERSION).and_then(|it| it.split_once(':')) else {
                continue;
            };
            // A version may have been kept where the draft itself could not be.
            if !known.contains(id) {
                let text = durable.get(&key).await.ok().flatten();
                texts.extend(text.map(|it| (format!("{DRAFT}{id}"), it)));
            }
        }
        for (key, text) in texts {
            let Some(id) = draft_id(&key).filter(|it| !known.contains(it)) else { continue };
            let revision = match codec::read(&text) {
                Ok(record) => record.revision,
                Err(_) => 0,
            };
            // Of two that are as new, one that can be read.
            let best = newest.entry(id.to_owned()).or_insert((revision, text.clone()));
            if best.0 < revision {
                *best = (revision, text);
            }
        }
        let mut n_adopted = 0;
        for (id, (revision, text)) in newest {
            let grave = durable.get(&format!("{GRAVE}{id}")).await.ok().flatten();
            if grave.is_some_and(|it| it.parse().is_ok_and(|removed: u64| revision <= removed)) {
                continue;
            }
            let key = format!("{DRAFT}{id}");
            let mut batch = Batch::putting(key.clone(), text);
            batch.expect.push(Expected::new(key, None));
            if let Some(stay) = self.place_of_0_1(quick, &id).await {
                batch.put.insert(format!("{PLACE}{id}"), stay);
            }
            n_adopted += usize::from(durable.commit(batch).await.is_ok());
        }
        for prefix in [KIND, PROFILE] {
            let known = durable.keys(prefix).await.unwrap_or_default();
            for (key, text) in quick.read(prefix).await.unwrap_or_default() {
                if !known.contains(&key) {
                    let _ = durable.commit(Batch::putting(key, text)).await;
                }
            }
        }
        n_adopted
    }

    /// Where a draft of version 0.1 lay; it kept that in the card.
    async fn place_of_0_1(&self, quick: &Q, id: &str) -> Option<String> {
        let card = quick.get(&format!("{CARD}{id}")).await.ok()??;
        let stay = Stay::of_0_1(&card);
        (stay.place != Place::Desk).then(|| stay.write())
    }

    /// Removes what lay in the bin for its time; how many drafts.
    async fn empty_bin(&self, now: u64) -> usize {
        let stays = self.index.borrow().stays.clone();
        let mut n_gone = 0;
        for (id, stay) in stays {
            match stay.fate(now) {
                Fate::Stays => {}
                Fate::Renewed => {
                    let _ = self.put(&id, stay.place, now).await;
                }
                Fate::Goes => n_gone += usize::from(self.remove(&id).await.is_ok()),
            }
        }
        n_gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;
    use crate::store::load::Found;
    use crate::store::shelf::done;
    use crate::store::tests::watched::Watched;
    use crate::store::texts::Memory;

    #[test]
    fn the_durable_storage_is_renewed_after_an_end_without_a_goodbye() {
        let (quick, durable) = (Memory::default(), Watched::default());
        let begin = || {
            let mut shelf = Shelf::new(Some(quick.clone()), Some(durable.clone()), "t");
            let found = done(async { Ok(shelf.load(1).await) });
            if found == Ok(Found::ToMend) {
                let _ = done(async { Ok(shelf.mend(1).await) });
            }
            shelf
        };
        // Nothing was ever written: there is nothing to see to.
        let shelf = begin();
        assert_eq!(durable.n_renewed.get(), 0);
        let draft = Kind::custom().draft("d".to_owned(), "", "");
        let _ = done(async { Ok(shelf.add(&draft, 1).await) });
        begin();
        assert_eq!(durable.n_renewed.get(), 1, "the page that wrote last was not seen to leave");
        begin();
        assert_eq!(durable.n_renewed.get(), 1, "nothing was written since");
        let shelf = begin();
        let opened = done(async { Ok(shelf.open("d").await) }).expect("a memory takes no time");
        let mut hold = opened.expect("it was kept").hold.expect("it is ours to write");
        let _ = done(async { Ok(shelf.save(&mut hold, &draft, 2).await) });
        shelf.rest();
        begin();
        assert_eq!(durable.n_renewed.get(), 1, "the page left with all that was written kept");
    }

    #[test]
    fn a_report_is_read_as_it_is_sent() {
        let report = Report { given_back: 2, quick_lost: true, emptied: 1 };
        assert_eq!(Report::read(&report.write()), Some(report));
        assert_eq!(Report::read(""), None);
    }
}
