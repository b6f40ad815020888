//! The kinds and layouts of the author's own, on the shelf beside the drafts.

use std::future::Future;

use crate::model::kind::Kind;
use crate::store::keys::{KIND, PROFILE};
use crate::store::line;
use crate::store::shelf::{Shelf, done};
use crate::store::texts::{Batch, Error, Store};

impl<Q, D> Shelf<Q, D>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
{
    /// The kinds that the author brought, beside the built-in ones.
    pub fn kinds(&self) -> Vec<Kind> {
        let index = self.index.borrow();
        index.files(KIND).filter_map(|it| crate::import::kind::read(it).ok()).collect()
    }

    /// Keeps a kind that the author brought; one with the same id is replaced.
    pub fn save_kind(&self, kind: &Kind) -> impl Future<Output = Result<(), Error>> + use<Q, D> {
        let text = String::from_utf8_lossy(&crate::export::kind(kind)).into_owned();
        self.put_both(format!("{KIND}{}", kind.id), text)
    }

    /// Removes a kind that the author brought.
    pub fn remove_kind(&self, id: &str) -> impl Future<Output = Result<(), Error>> + use<Q, D> {
        self.remove_both(format!("{KIND}{id}"))
    }

    /// The files of the layouts that the author saved, beside the presets, with
    /// [`line::BETWEEN`] between them.
    pub fn layouts(&self) -> String {
        let index = self.index.borrow();
        let files = index.files.iter().filter(|(it, _)| it.starts_with(PROFILE));
        let files: Vec<_> = files.map(|(_, it)| it.as_str()).collect();
        files.join(&line::BETWEEN.to_string())
    }

    /// Keeps the file of a layout for later drafts; one with the same name is replaced.
    pub fn save_layout(
        &self,
        name: &str,
        file: String,
    ) -> impl Future<Output = Result<(), Error>> + use<Q, D> {
        self.put_both(format!("{PROFILE}{name}"), file)
    }

    /// Removes a layout; drafts that use it keep it.
    pub fn remove_layout(&self, name: &str) -> impl Future<Output = Result<(), Error>> + use<Q, D> {
        self.remove_both(format!("{PROFILE}{name}"))
    }

    fn put_both(
        &self,
        key: String,
        text: String,
    ) -> impl Future<Output = Result<(), Error>> + use<Q, D> {
        let mut index = self.index.borrow_mut();
        index.files.retain(|(it, _)| *it != key);
        index.files.push((key.clone(), text.clone()));
        self.both(Batch::putting(key, text))
    }

    fn remove_both(&self, key: String) -> impl Future<Output = Result<(), Error>> + use<Q, D> {
        self.index.borrow_mut().files.retain(|(it, _)| *it != key);
        self.both(Batch::removing([key]))
    }

    /// Does a batch in both storages; the safer one's word counts.
    fn both(&self, batch: Batch) -> impl Future<Output = Result<(), Error>> + use<Q, D> {
        let quick = self.quick.as_ref().map(|it| done(it.commit(batch.clone())));
        let durable = self.durable.as_ref().map(|it| it.commit(batch));
        async move {
            match durable {
                Some(durable) => durable.await,
                None => quick.unwrap_or(Err(Error::Denied)),
            }
        }
    }
}
