//! A storage in memory that does what memories do not: it lasts, breaks, and somebody
//! else writes into it.

use std::cell::{Cell, RefCell};
use std::future::ready;
use std::rc::Rc;

use crate::store::texts::{Asking, Batch, Committing, Error, Memory, Store};

/// The storage; clones share it.
#[derive(Clone, Default)]
pub(in crate::store) struct Watched {
    /// What is in it.
    pub(in crate::store) memory: Memory,
    /// How often it was renewed.
    pub(in crate::store) n_renewed: Rc<Cell<u32>>,
    /// What somebody else writes in front of the next batches, one each.
    pub(in crate::store) others: Rc<RefCell<Vec<Batch>>>,
    /// Whether the next batch breaks it, as a full disk does.
    pub(in crate::store) is_breaking: Rc<Cell<bool>>,
    is_closed: Rc<Cell<bool>>,
}

impl Store for Watched {
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>> {
        self.memory.read(prefix)
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>> {
        self.memory.keys(prefix)
    }

    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>> {
        self.memory.get(key)
    }

    fn commit(&self, batch: Batch) -> Committing {
        assert!(!self.is_closed.get(), "it is written after it has failed");
        if self.is_breaking.get() {
            self.is_closed.set(true);
            return Box::pin(ready(Err(Error::Failed("UnknownError".to_owned()))));
        }
        if let Some(other) = self.others.borrow_mut().pop() {
            self.memory.apply(&other).unwrap();
        }
        self.memory.commit(batch)
    }

    fn is_closed(&self) -> bool {
        self.is_closed.get()
    }

    fn renew(&self) -> Committing {
        self.n_renewed.set(self.n_renewed.get() + 1);
        Box::pin(ready(Ok(())))
    }
}
