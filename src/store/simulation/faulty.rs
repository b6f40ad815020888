//! Two storages that fail in the ways browsers do.
//!
//! The quick one is written at once and put on disk when it pleases; the durable
//! one takes its time, in any order, and does a batch whole or not at all.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use crate::store::codec;
use crate::store::keys::{DRAFT, draft_id};
use crate::store::texts::{Asking, Batch, Committing, Error, Expected, Store};

pub(super) type Texts = BTreeMap<String, Rc<str>>;
type Answer = Rc<RefCell<Option<Result<(), Error>>>>;

/// Numbers that look random and are the same for the same seed (SplitMix64).
#[derive(Debug, Clone, Default)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }

    /// A number below `n`.
    pub(super) fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// Whether something happens that does so once in `n` times.
    pub(super) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// A batch on its way to the durable storage.
pub(super) struct Pending {
    pub(super) tab: String,
    pub(super) batch: Batch,
    answer: Answer,
}

/// What is on the machine, whatever happens to the tabs.
#[derive(Default)]
pub(super) struct Disk {
    pub(super) quick: Texts,
    /// What the quick storage held at each change since it was last put on disk.
    pub(super) before: Vec<Texts>,
    pub(super) durable: Texts,
    pub(super) pending: Vec<Pending>,
    pub(super) quick_full: bool,
    pub(super) durable_full: bool,
    /// The durable storage fails once in so many times; 0 never.
    pub(super) failing: usize,
    /// A tab for which it has failed writes no more to it.
    pub(super) closes: bool,
    /// The tabs for which it has.
    pub(super) closed: BTreeSet<String>,
    /// The first lines of what each tab has seen of a draft in the durable one.
    pub(super) seen: BTreeMap<(String, String), BTreeSet<String>>,
    /// A revision was overwritten by a tab that had not seen it.
    pub(super) unseen: Option<String>,
    pub(super) dice: Dice,
}

impl Disk {
    /// The durable storage does one of the batches, or says why not.
    pub(super) fn land(&mut self, n: usize) {
        let it = self.pending.remove(n);
        if 0 < self.failing && self.dice.once_in(self.failing) {
            if self.closes {
                self.closed.insert(it.tab.clone());
            }
            // Nobody can tell whether it was done all the same, and what a tab has written
            // itself it may write over, whoever put it there.
            if self.dice.once_in(2) {
                let _ = self.apply(&it.tab, &it.batch);
            }
            for (key, text) in &it.batch.put {
                self.see(&it.tab, key, text);
            }
            it.answer.replace(Some(Err(Error::Failed("on a whim".to_owned()))));
            return;
        }
        it.answer.replace(Some(self.apply(&it.tab, &it.batch)));
    }

    fn apply(&mut self, tab: &str, batch: &Batch) -> Result<(), Error> {
        if !batch.expect.iter().all(|it| it.fits(self.durable.get(&it.key).map(|it| &**it))) {
            return Err(Error::Conflict);
        }
        if self.durable_full {
            if !batch.put.is_empty() {
                return Err(Error::Full);
            }
            self.durable_full = batch.remove.is_empty();
        }
        for (key, text) in &batch.put {
            let Some(id) = key.strip_prefix(DRAFT) else { continue };
            let seen = self.seen.get(&(tab.to_owned(), id.to_owned()));
            if let Some(old) = self.durable.get(key)
                && **old != **text
                && seen.is_none_or(|it| !it.contains(codec::head(old)))
            {
                let (old, new) = (codec::head(old), codec::head(text));
                self.unseen = Some(format!("{tab} puts {id} {new:?} over {old:?}, saw {seen:?}"));
            }
        }
        for key in &batch.remove {
            self.durable.remove(key);
        }
        for (key, text) in &batch.put {
            self.see(tab, key, text);
            self.durable.insert(key.clone(), text.as_str().into());
        }
        Ok(())
    }

    fn see(&mut self, tab: &str, key: &str, text: &str) {
        if let Some(id) = key.strip_prefix(DRAFT) {
            let seen = self.seen.entry((tab.to_owned(), id.to_owned())).or_default();
            seen.insert(codec::head(text).to_owned());
        }
    }

    /// Changes the quick storage and remembers what it was.
    pub(super) fn change_quick(&mut self, change: impl FnOnce(&mut Texts)) {
        self.before.push(self.quick.clone());
        change(&mut self.quick);
    }

    /// What the quick storage holds is on disk now.
    pub(super) fn flush(&mut self) {
        self.before.clear();
    }

    /// The browser dies: the quick storage is what it was at some time since it was
    /// last on disk, and of the batches on their way some were done.
    pub(super) fn kill(&mut self) {
        let n = self.dice.below(self.before.len() + 1);
        if n < self.before.len() {
            self.quick = self.before.swap_remove(n);
        }
        self.before.clear();
        while !self.pending.is_empty() {
            let n = self.dice.below(self.pending.len());
            if self.dice.once_in(2) {
                self.land(n);
            } else {
                self.pending.remove(n);
            }
        }
        self.seen.clear();
    }

    /// A tab dies: its batches are done unheard, come late, or never.
    pub(super) fn crash(&mut self, tab: &str) {
        for n in (0..self.pending.len()).rev() {
            if self.pending[n].tab == tab {
                match self.dice.below(3) {
                    0 => self.land(n),
                    1 => drop(self.pending.remove(n)),
                    _ => {}
                }
            }
        }
    }

    /// Whether a tab has a batch on its way that puts this draft.
    pub(super) fn is_pending(&self, id: &str) -> bool {
        let key = format!("{DRAFT}{id}");
        self.pending.iter().any(|it| it.batch.put.contains_key(&key))
    }
}

fn pairs(texts: &Texts, prefix: &str) -> Vec<(String, String)> {
    let from = texts.range(prefix.to_owned()..);
    let own = from.take_while(|(key, _)| key.starts_with(prefix));
    own.map(|(key, text)| (key.clone(), text.to_string())).collect()
}

/// The quick storage.
#[derive(Clone)]
pub(super) struct Quick {
    pub(super) disk: Rc<RefCell<Disk>>,
    /// A memory of one tab in its place, where the browser has none.
    pub(super) memory: Option<Rc<RefCell<Texts>>>,
}

impl Quick {
    fn look<T>(&self, look: impl FnOnce(&Texts) -> T) -> T {
        match &self.memory {
            Some(memory) => look(&memory.borrow()),
            None => look(&self.disk.borrow().quick),
        }
    }

    fn apply(&self, batch: &Batch) -> Result<(), Error> {
        let fits = |it: &Expected| it.fits(self.look(|all| all.get(&it.key).cloned()).as_deref());
        if !batch.expect.iter().all(fits) {
            return Err(Error::Conflict);
        }
        for (key, text) in &batch.put {
            let own = key.strip_prefix(DRAFT).and_then(|it| it.split_once(':'));
            // What a tab has written there it has seen, wherever others take it.
            if let Some((id, tab)) = own {
                self.disk.borrow_mut().see(tab, &format!("{DRAFT}{id}"), text);
            }
        }
        let change = |texts: &mut Texts| {
            texts.extend(batch.put.iter().map(|(key, text)| (key.clone(), text.as_str().into())));
            for key in &batch.remove {
                texts.remove(key);
            }
        };
        if let Some(memory) = &self.memory {
            change(&mut memory.borrow_mut());
            return Ok(());
        }
        let mut disk = self.disk.borrow_mut();
        if disk.quick_full && !batch.put.is_empty() {
            return Err(Error::Full);
        }
        disk.change_quick(change);
        Ok(())
    }
}

impl Store for Quick {
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>> {
        Box::pin(ready(Ok(self.look(|it| pairs(it, prefix)))))
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>> {
        Box::pin(ready(Ok(
            self.look(|it| pairs(it, prefix).into_iter().map(|(key, _)| key).collect())
        )))
    }

    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>> {
        Box::pin(ready(Ok(self.look(|it| it.get(key).map(ToString::to_string)))))
    }

    fn commit(&self, batch: Batch) -> Committing {
        Box::pin(ready(self.apply(&batch)))
    }

    fn lasts(&self) -> bool {
        self.memory.is_none()
    }
}

/// The durable storage, as one tab sees it.
#[derive(Clone)]
pub(super) struct Durable {
    pub(super) disk: Rc<RefCell<Disk>>,
    pub(super) tab: String,
}

impl Durable {
    /// Lets others go first, now and then.
    async fn wait(&self) {
        if self.disk.borrow_mut().dice.once_in(4) {
            Turn(false).await;
        }
    }
}

impl Store for Durable {
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>> {
        Box::pin(async move {
            self.wait().await;
            let mut disk = self.disk.borrow_mut();
            let pairs = pairs(&disk.durable, prefix);
            for (key, text) in &pairs {
                disk.see(&self.tab, key, text);
            }
            Ok(pairs)
        })
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>> {
        Box::pin(async move {
            self.wait().await;
            let disk = self.disk.borrow();
            let from = disk.durable.range(prefix.to_owned()..);
            Ok(from.map(|(key, _)| key.clone()).take_while(|it| it.starts_with(prefix)).collect())
        })
    }

    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>> {
        Box::pin(async move {
            self.wait().await;
            let mut disk = self.disk.borrow_mut();
            let text = disk.durable.get(key).map(ToString::to_string);
            if let Some(text) = &text {
                disk.see(&self.tab, key, text);
            }
            Ok(text)
        })
    }

    fn commit(&self, batch: Batch) -> Committing {
        if self.is_closed() {
            return Box::pin(ready(Err(Error::Denied)));
        }
        let answer = Answer::default();
        let pending = Pending { tab: self.tab.clone(), batch, answer: answer.clone() };
        self.disk.borrow_mut().pending.push(pending);
        Box::pin(Heard(answer))
    }

    fn is_closed(&self) -> bool {
        self.disk.borrow().closed.contains(&self.tab)
    }
}

struct Heard(Answer);

impl Future for Heard {
    type Output = Result<(), Error>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.borrow_mut().take().map_or(Poll::Pending, Poll::Ready)
    }
}

struct Turn(bool);

impl Future for Turn {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        let was = std::mem::replace(&mut self.0, true);
        if was { Poll::Ready(()) } else { Poll::Pending }
    }
}

/// The draft that a key of either storage belongs to, its versions' too.
pub(super) fn owner(key: &str) -> Option<&str> {
    let rest = key.strip_prefix("version:").or_else(|| key.strip_prefix("aside:"));
    match rest {
        Some(rest) => rest.split(':').next(),
        None => draft_id(key),
    }
}
