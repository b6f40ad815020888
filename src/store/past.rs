//! The versions of the drafts on a shelf: kept, listed, named, brought back.

use crate::store::codec;
use crate::store::keys::{DRAFT, MARK, draft_id};
use crate::store::open::put_version;
use crate::store::shelf::Shelf;
use crate::store::texts::{Batch, Error, Store};
use crate::store::versions::{self, Mark, Reason, mark_key, text_key};

impl<Q, D> Shelf<Q, D>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
{
    /// Keeps a stored text of a draft as a version. One that is there already is
    /// kept once; a name stays.
    pub async fn keep_version(
        &self,
        id: &str,
        text: String,
        reason: Reason,
        name: &str,
    ) -> Result<(), Error> {
        let length = codec::read(&text).map_or(0, |it| crate::store::card::length_of(&it.draft));
        let Some(mark) = Mark::of(&text, reason, length) else { return Ok(()) };
        let marks = self.marks(id).await?;
        let known = marks.iter().find(|it| it.version == mark.version && it.is_kept());
        if reason != Reason::Named && known.is_some() {
            return Ok(());
        }
        let mark = Mark { name: name.to_owned(), ..mark };
        let mut batch = Batch::default();
        put_version(&mut batch, id, &mark, text.clone());
        match self.commit(batch.clone()).await {
            Err(Error::Full) => {
                self.make_room().await?;
                self.commit(batch).await?;
            }
            outcome => outcome?,
        }
        let marks = self.marks(id).await?;
        self.thin(id, &marks, &versions::surplus(&marks)).await
    }

    /// Keeps the text that each draft has now as a version of it.
    pub async fn mark_all(&self) -> Result<(), Error> {
        for (key, text) in self.read(DRAFT).await? {
            if let Some(id) = draft_id(&key) {
                self.keep_version(id, text, Reason::Backup, "").await?;
            }
        }
        Ok(())
    }

    /// The versions of a draft, oldest first.
    pub async fn versions(&self, id: &str) -> Result<Vec<Mark>, Error> {
        let mut marks = self.marks(id).await?;
        marks.retain(Mark::is_kept);
        Ok(marks)
    }

    /// The stored text of a version.
    pub async fn version(&self, id: &str, version: &str) -> Result<Option<String>, Error> {
        self.get(&text_key(id, version)).await
    }

    /// All marks of a draft, oldest first; those of versions that were thinned out
    /// too. A mark that is missing or broken is made again from its version.
    pub(super) async fn marks(&self, id: &str) -> Result<Vec<Mark>, Error> {
        let prefix = format!("{MARK}{id}:");
        let texts = self.read(&prefix).await?;
        let mut marks: Vec<Mark> = texts
            .iter()
            .filter_map(|(key, text)| {
                let mark = Mark::read(text)?;
                (key.strip_prefix(&prefix) == Some(mark.version.as_str())).then_some(mark)
            })
            .collect();
        let keys = self.keys(&text_key(id, "")).await?;
        for mark in &mut marks {
            // Where there was no room, the text went and the mark stayed as it was.
            if !keys.contains(&text_key(id, &mark.version)) {
                mark.bytes = 0;
            }
        }
        for key in keys {
            let version = key.strip_prefix(&text_key(id, "")).unwrap_or_default();
            if marks.iter().any(|it| it.version == version) {
                continue;
            }
            let text = self.get(&key).await?.unwrap_or_default();
            let mark = Mark::of(&text, Reason::Auto, 0).unwrap_or(Mark {
                version: String::new(),
                saved: 0,
                reason: Reason::Auto,
                name: String::new(),
                length: 0,
                bytes: text.len() as u64,
            });
            marks.push(Mark { version: version.to_owned(), ..mark });
        }
        marks.sort_by(|a, b| a.version.cmp(&b.version));
        Ok(marks)
    }

    /// Lets go of the texts of these versions; that they were there stays known.
    async fn thin(&self, id: &str, marks: &[Mark], gone: &[String]) -> Result<(), Error> {
        if gone.is_empty() {
            return Ok(());
        }
        let mut batch = Batch::removing(gone.iter().map(|it| text_key(id, it)));
        for mark in marks.iter().filter(|it| gone.contains(&it.version)) {
            let mark = Mark { bytes: 0, ..mark.clone() };
            batch.put.insert(mark_key(id, &mark.version), mark.write());
        }
        self.commit(batch).await
    }

    /// Makes room by letting go of versions that nobody named, never of a draft.
    pub async fn make_room(&self) -> Result<(), Error> {
        let keys = self.keys(MARK).await?;
        let mut ids: Vec<String> = keys
            .iter()
            .filter_map(|it| it.strip_prefix(MARK)?.split_once(':'))
            .map(|(id, _)| id.to_owned())
            .collect();
        ids.dedup();
        for id in ids {
            let marks = self.marks(&id).await?;
            let gone = versions::dispensable(&marks);
            // Where there is no room for a mark, none is written.
            if let Err(Error::Full) = self.thin(&id, &marks, &gone).await {
                self.commit(Batch::removing(gone.iter().map(|it| text_key(&id, it)))).await?;
            }
        }
        Ok(())
    }
}
