//! The little that every storage can do: texts under keys, changed by the batch.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;

/// Why the storage did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no room left.
    #[error("the storage is full")]
    Full,
    /// There is no storage: private mode, a policy, or site data blocked.
    #[error("the storage is not available")]
    Denied,
    /// Somebody else has written what the batch did not expect.
    #[error("the text was written by somebody else")]
    Conflict,
    /// Anything else, in the browser's words.
    #[error("the storage failed: {0}")]
    Failed(String),
}

/// What has been seen under a key, and must be there still. With it a tab says which
/// revision it knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The key.
    pub key: String,
    /// What may be there, any of it: a text that begins with this line or these lines,
    /// or none at all.
    pub seen: Vec<Option<String>>,
}

impl Expected {
    /// Expects what was seen there.
    pub fn new(key: impl Into<String>, seen: Option<String>) -> Self {
        Self { key: key.into(), seen: vec![seen] }
    }

    /// Whether what is stored is what is expected.
    pub fn fits(&self, stored: Option<&str>) -> bool {
        self.seen.iter().any(|lines| match (lines, stored) {
            (None, None) => true,
            (Some(lines), Some(stored)) => stored
                .strip_prefix(lines.as_str())
                .is_some_and(|it| it.is_empty() || it.starts_with('\n')),
            _ => false,
        })
    }
}

/// What is changed at once: all of it, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch {
    /// The batch is refused with [`Error::Conflict`] unless all of this is so.
    pub expect: Vec<Expected>,
    /// Texts to put, by key.
    pub put: BTreeMap<String, String>,
    /// Keys to remove; one that is not there is no error.
    pub remove: Vec<String>,
}

impl Batch {
    /// A batch that puts one text.
    pub fn putting(key: impl Into<String>, text: impl Into<String>) -> Self {
        Self { put: BTreeMap::from([(key.into(), text.into())]), ..Self::default() }
    }

    /// A batch that removes these keys.
    pub fn removing(keys: impl IntoIterator<Item = String>) -> Self {
        Self { remove: keys.into_iter().collect(), ..Self::default() }
    }
}

/// An answer on its way. It has one type for all storages: the code that waits for
/// it is part of the first load.
pub type Asking<'a, T> = Pin<Box<dyn Future<Output = Result<T, Error>> + 'a>>;

/// A batch on its way; it borrows nothing, so that it can outlive who asked.
pub type Committing = Pin<Box<dyn Future<Output = Result<(), Error>>>>;

/// A storage of texts under keys.
///
/// Reading and writing take time in some storages and none in others. One that
/// takes none has done its work when the call returns, not only when the future is
/// awaited: what is written while the page goes away must not wait for a turn.
pub trait Store {
    /// The texts whose keys begin with this prefix, in the order of their keys.
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>>;

    /// The keys that begin with this prefix, in order.
    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>>;

    /// The text under a key.
    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>>;

    /// Does all of the batch, or nothing. Once it is done it is as safe as this
    /// storage can make it.
    fn commit(&self, batch: Batch) -> Committing;

    /// Whether it has failed so that nothing is written to it for now.
    fn is_closed(&self) -> bool {
        false
    }

    /// Makes what was left half-written when a page or a machine broke down harmless to
    /// what is written next.
    fn renew(&self) -> Committing {
        Box::pin(ready(Ok(())))
    }

    /// Whether what is put in outlives the page.
    fn lasts(&self) -> bool {
        true
    }
}

/// A storage in memory, for tests and for browsers without another; clones share it.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    room: Option<usize>,
}

impl Memory {
    /// A storage that holds at most `room` bytes of texts.
    pub fn with_room(room: usize) -> Self {
        Self { room: Some(room), ..Self::default() }
    }

    /// All that is in it.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    /// The texts whose keys begin with this prefix, in order.
    pub fn pairs(&self, prefix: &str) -> Result<Vec<(String, String)>, Error> {
        let texts = self.texts.borrow();
        let found = texts.iter().filter(|(key, _)| key.starts_with(prefix));
        Ok(found.map(|(key, text)| (key.clone(), text.clone())).collect())
    }

    /// Does a batch at once.
    pub fn apply(&self, batch: &Batch) -> Result<(), Error> {
        let mut texts = self.texts.borrow_mut();
        if !batch.expect.iter().all(|it| it.fits(texts.get(&it.key).map(String::as_str))) {
            return Err(Error::Conflict);
        }
        if let Some(room) = self.room {
            let stays =
                |it: &str| !batch.put.contains_key(it) && !batch.remove.iter().any(|key| key == it);
            let kept = texts.iter().filter(|(key, _)| stays(key)).map(|(_, text)| text.len());
            if room < kept.chain(batch.put.values().map(String::len)).sum() {
                return Err(Error::Full);
            }
        }
        for key in &batch.remove {
            texts.remove(key);
        }
        texts.extend(batch.put.iter().map(|(key, text)| (key.clone(), text.clone())));
        Ok(())
    }
}

impl Store for Memory {
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>> {
        Box::pin(ready(self.pairs(prefix)))
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>> {
        let texts = self.texts.borrow();
        Box::pin(ready(Ok(texts.keys().filter(|it| it.starts_with(prefix)).cloned().collect())))
    }

    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>> {
        Box::pin(ready(Ok(self.texts.borrow().get(key).cloned())))
    }

    fn commit(&self, batch: Batch) -> Committing {
        Box::pin(ready(self.apply(&batch)))
    }

    fn lasts(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_done_whole_or_not_at_all() {
        let memory = Memory::with_room(6);
        memory.apply(&Batch::putting("a", "1\nx")).unwrap();
        let mut batch = Batch::putting("a", "2\nx");
        batch.put.insert("b".to_owned(), "long".to_owned());
        assert_eq!(memory.apply(&batch), Err(Error::Full));
        assert_eq!(memory.texts().get("a").map(String::as_str), Some("1\nx"));
        batch.remove.push("c".to_owned());
        batch.put.remove("b");
        let expect =
            |key: &str, lines: Option<&str>| vec![Expected::new(key, lines.map(str::to_owned))];
        batch.expect = expect("a", Some("2"));
        assert_eq!(memory.apply(&batch), Err(Error::Conflict));
        batch.expect = expect("a", Some("1"));
        assert_eq!(memory.apply(&batch), Ok(()));
        batch.expect = expect("a", None);
        assert_eq!(memory.apply(&batch), Err(Error::Conflict));
        batch.expect[0].seen.push(Some("2".to_owned()));
        assert_eq!(memory.apply(&batch), Ok(()));
        // All that is expected, not some of it.
        batch.expect.push(Expected::new("b", Some("1".to_owned())));
        assert_eq!(memory.apply(&batch), Err(Error::Conflict));
        for (lines, is_fit) in [("2", true), ("2\nx", true), ("2\ny", false), ("2\n", false)] {
            batch.expect = expect("a", Some(lines));
            let outcome = if is_fit { Ok(()) } else { Err(Error::Conflict) };
            assert_eq!(memory.apply(&batch), outcome, "{lines:?}");
        }
        batch.expect = expect("z", None);
        assert_eq!(memory.apply(&batch), Ok(()));
    }
}
