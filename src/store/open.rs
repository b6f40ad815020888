//! Opens a draft for writing: of what the two storages hold of it the newest is
//! taken, and the others are kept as versions.

use crate::store::card::Card;
use crate::store::codec::{self, Fault, Record};
use crate::store::keys::{ASIDE, CARD, DRAFT, draft_id};
use crate::store::shelf::{Hold, Owed, Shelf, Twin};
use crate::store::texts::{Batch, Error, Expected, Store};
use crate::store::versions::{Mark, Reason, mark_key, text_key};

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

/// A draft that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What was read.
    pub record: Record,
    /// The stored text, as it is.
    pub text: String,
    /// With this it is written; none where a newer version of the program wrote
    /// it, and it can be looked at only.
    pub hold: Option<Hold>,
    /// How many other texts of it there were, kept as versions now.
    pub others: usize,
}

/// One stored text of a draft.
struct Found {
    /// Its key in the quick storage; none for the durable one's.
    twin: Option<String>,
    text: String,
}

impl<Q, D> Shelf<Q, D>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
{
    /// Opens a draft for writing.
    pub async fn open(&self, id: &str) -> Result<Opened, OpenError> {
        // Another tab may write between the look and the leap; it does so once,
        // not for ever.
        for _ in 0..3 {
            let found = self.find(id).await.map_err(OpenError::Store)?;
            match self.settle(id, &found).await {
                Err(OpenError::Store(Error::Conflict)) => {}
                outcome => return outcome,
            }
        }
        self.view(id).await
    }

    /// Opens a draft for writing as [`Shelf::open`] does, where both storages have one
    /// and the same text of it; none where there is more to do. That is the usual
    /// case, and all of it that the page itself has to know.
    pub async fn open_settled(&self, id: &str) -> Result<Option<Opened>, OpenError> {
        let found = self.find(id).await.map_err(OpenError::Store)?;
        let (_, record, text) = newest(&found)?;
        if codec::read(&text).is_err() {
            return Ok(Some(Opened { record, text, hold: None, others: 0 }));
        }
        let is_stored = self.durable.is_none() || found.iter().any(|it| it.twin.is_none());
        if !is_stored || found.iter().any(|it| it.text != text) {
            return Ok(None);
        }
        let twin =
            |it: Found| Some(Twin { key: it.twin?, lines: codec::head(&it.text).to_owned() });
        let hold = Hold {
            id: id.to_owned(),
            revision: record.revision,
            seen: self.durable.is_some().then(|| record.head.clone()),
            stale: found.into_iter().filter_map(twin).collect(),
            ..Hold::default()
        };
        Ok(Some(Opened { record, text, hold: Some(hold), others: 0 }))
    }

    /// Reads a draft, the newest text of it, and changes nothing.
    pub async fn view(&self, id: &str) -> Result<Opened, OpenError> {
        let found = self.find(id).await.map_err(OpenError::Store)?;
        let (_, record, text) = newest(&found)?;
        Ok(Opened { record, text, hold: None, others: 0 })
    }

    /// The stored text of a draft as it is, readable or not.
    pub async fn raw(&self, id: &str) -> Result<Option<String>, Error> {
        let found = self.find(id).await?;
        let best = newest(&found).ok().map(|(_, _, text)| text);
        Ok(best.or_else(|| found.into_iter().next().map(|it| it.text)))
    }

    async fn find(&self, id: &str) -> Result<Vec<Found>, Error> {
        let mut found = Vec::new();
        let mut failed = None;
        if let Some(durable) = &self.durable {
            let text = durable.get(&format!("{DRAFT}{id}")).await;
            match (text, &self.quick) {
                (Ok(text), _) => found.extend(text.map(|text| Found { twin: None, text })),
                // The other storage may have it.
                (Err(error), Some(_)) => failed = Some(error),
                (Err(error), None) => return Err(error),
            }
        }
        if let Some(quick) = &self.quick {
            let texts = quick.read(&format!("{DRAFT}{id}")).await.unwrap_or_default();
            let own = texts.into_iter().filter(|(key, _)| draft_id(key) == Some(id));
            found.extend(own.map(|(key, text)| Found { twin: Some(key), text }));
        }
        match failed {
            Some(error) if found.is_empty() => Err(error),
            _ => Ok(found),
        }
    }

    /// Makes the newest text the draft and keeps the others as versions.
    async fn settle(&self, id: &str, found: &[Found]) -> Result<Opened, OpenError> {
        let (best, record, text) = newest(found)?;
        if codec::read(&text).is_err() {
            // Of a newer schema: not ours to write.
            return Ok(Opened { record, text, hold: None, others: 0 });
        }
        let stored = found.iter().find(|it| it.twin.is_none()).map(|it| it.text.as_str());
        let mut batch = Batch::default();
        let mut others = 0;
        let known = match found {
            [_] => Vec::new(),
            _ => self.marks(id).await.unwrap_or_default(),
        };
        for (n, it) in found.iter().enumerate() {
            if n == best || it.text == text {
                continue;
            }
            match codec::read(&it.text) {
                Ok(other) => {
                    let card = Card::of(&other.draft, other.saved);
                    if let Some(mark) = Mark::of(&it.text, Reason::Other, card.length) {
                        // One that the author named keeps its name.
                        let known = known.iter().find(|it| it.version == mark.version);
                        let mark = known.filter(|it| it.is_kept()).unwrap_or(&mark);
                        put_version(&mut batch, id, mark, it.text.clone());
                        others += 1;
                    }
                }
                Err(_) => {
                    let crc = crate::model::checksum::crc32(it.text.as_bytes());
                    batch.put.insert(format!("{ASIDE}{id}:{crc:08x}"), it.text.clone());
                }
            }
        }
        let put = batch.put.clone();
        let mut seen = stored.map(|it| codec::head(it).to_owned());
        if self.durable.is_some() && stored != Some(text.as_str()) {
            let key = format!("{DRAFT}{id}");
            batch.expect.push(Expected::new(key.clone(), seen.clone()));
            batch.put.insert(key, text.clone());
            let card = Card::of(&record.draft, record.saved);
            batch.put.insert(format!("{CARD}{id}"), card.write());
        }
        let is_kept = if batch == Batch::default() {
            true
        } else {
            let writes_draft = !batch.expect.is_empty();
            match self.commit(batch).await {
                Ok(()) => {
                    if writes_draft {
                        seen = Some(record.head.clone());
                    }
                    true
                }
                Err(Error::Conflict) => return Err(OpenError::Store(Error::Conflict)),
                // Then all of it stays where it is.
                Err(_) => false,
            }
        };
        let mut stale = Vec::new();
        let mut owed = Owed::default();
        if !is_kept {
            owed = Owed { seen: seen.clone(), put };
            let own = self.twin_key(id);
            let lost = found.iter().find(|it| it.twin.as_ref() == Some(&own) && it.text != text);
            if let (Some(lost), Some(quick)) = (lost, &self.quick) {
                // This tab writes under that key next.
                let batch = Batch::putting(format!("{own}-"), lost.text.clone());
                let _ = quick.commit(Batch { remove: vec![own], ..batch }).await;
            }
        } else if let Some(quick) = &self.quick {
            // The text that is the draft now goes when this tab has written its
            // own; the others lie among the versions.
            let (same, kept): (Vec<_>, Vec<_>) =
                found.iter().filter(|it| it.twin.is_some()).partition(|it| it.text == text);
            let twin =
                |it: &Found, lines: &str| Some(Twin { key: it.twin.clone()?, lines: lines.into() });
            stale.extend(same.into_iter().filter_map(|it| twin(it, codec::head(&it.text))));
            for gone in kept.into_iter().filter_map(|it| twin(it, &it.text)) {
                let _ = quick.commit(gone.removal()).await;
            }
        }
        let revision = record.revision;
        let id = id.to_owned();
        let hold = Hold { id, revision, seen, stale, owed, ..Hold::default() };
        Ok(Opened { record, text, hold: Some(hold), others })
    }
}

/// The newest text that can be read, where it was found, and what it says. Of two
/// that are as new, the first: the durable storage's.
fn newest(found: &[Found]) -> Result<(usize, Record, String), OpenError> {
    let mut best: Option<(usize, Record)> = None;
    let mut newer: Option<(usize, Record)> = None;
    let mut fault = None;
    for (n, it) in found.iter().enumerate() {
        match codec::read(&it.text) {
            Ok(record) if best.as_ref().is_none_or(|(_, it)| it.revision < record.revision) => {
                best = Some((n, record));
            }
            Ok(_) => {}
            Err(it_fault) => {
                fault = fault.or(Some(it_fault));
                // A newer program has had it: what this one knows is out of date.
                if let Fault::Refused(crate::import::json::Refusal::Newer(_)) = it_fault
                    && let Some(record) = codec::read_newer(&it.text)
                    && newer.as_ref().is_none_or(|(_, it)| it.revision < record.revision)
                {
                    newer = Some((n, record));
                }
            }
        }
    }
    match newer.or(best) {
        Some((n, record)) => {
            let text = found.get(n).map(|it| it.text.clone()).unwrap_or_default();
            Ok((n, record, text))
        }
        None => Err(fault.map_or(OpenError::Absent, OpenError::Fault)),
    }
}

pub(super) fn put_version(batch: &mut Batch, id: &str, mark: &Mark, text: String) {
    batch.put.insert(mark_key(id, &mark.version), mark.write());
    batch.put.insert(text_key(id, &mark.version), text);
}
