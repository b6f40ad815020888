//! What the author does: in a draft, with drafts, and with backups of them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::model::draft::Draft;
use crate::store::backup::Backup;
use crate::store::card::Place;
use crate::store::codec;
use crate::store::merge::Outside;
use crate::store::restore::plan;
use crate::store::shelf::Hold;
use crate::store::simulation::ledger::tokens;
use crate::store::simulation::page::{Page, Tab, save, tiny};
use crate::store::simulation::world::World;
use crate::store::versions::{self, Reason};

impl World {
    pub(super) fn edit(&mut self) {
        let Some(chosen) = self.any_tab() else { return };
        let mut tab = chosen.borrow_mut();
        let name = tab.name.clone();
        if let Some(page) = &mut tab.page {
            let token = self.ledger.borrow_mut().token();
            let id = page.hold.id.clone();
            let field = if self.dice.once_in(3) {
                &mut page.draft.signature
            } else {
                &mut page.draft.title
            };
            field.push_str(&token);
            self.note(|| format!("{name} types {token} in {id}"));
            return;
        }
        drop(tab);
        if self.dice.once_in(2) { self.open() } else { self.new_draft() }
    }

    pub(super) fn save(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        if tab.borrow().page.as_ref().is_some_and(|it| !it.saving) {
            self.note(|| format!("{} saves", tab.borrow().name));
            save(&tab, &self.ledger, &self.fresh, self.now);
        }
    }

    pub(super) fn hold_fast(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        let mut tab = tab.borrow_mut();
        let (shelf, name) = (tab.shelf.clone(), tab.name.clone());
        if let Some(page) = &mut tab.page {
            let held = shelf.hold_fast(&mut page.hold, &page.draft, self.now);
            let (id, revision) = (page.hold.id.clone(), page.hold.revision);
            self.ledger.borrow_mut().removed.remove(&id);
            self.note(|| format!("{name} holds {id} fast as {revision}: {held}"));
        }
    }

    pub(super) fn new_draft(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        self.close(&tab);
        let id = self.ledger.borrow_mut().id();
        self.note(|| format!("{} begins {id}", tab.borrow().name));
        let hold = Hold { id: id.clone(), ..Hold::default() };
        tab.borrow_mut().page = Some(Page::new(hold, tiny(&id), &mut self.ledger.borrow_mut()));
        save(&tab, &self.ledger, &self.fresh, self.now);
    }

    /// The author goes elsewhere; the page saves first.
    fn close(&mut self, tab: &Rc<RefCell<Tab>>) {
        if tab.borrow().page.is_none() {
            return;
        }
        self.note(|| format!("{} closes its draft", tab.borrow().name));
        let mut it = tab.borrow_mut();
        let shelf = it.shelf.clone();
        if let Some(page) = &mut it.page {
            shelf.hold_fast(&mut page.hold, &page.draft, self.now);
            self.ledger.borrow_mut().removed.remove(&page.hold.id);
            let saving = page.saving;
            drop(it);
            if !saving {
                save(tab, &self.ledger, &self.fresh, self.now);
            }
        }
        tab.borrow_mut().page = None;
    }

    pub(super) fn open(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        let Some(id) = self.any_id(&tab) else { return };
        self.close(&tab);
        let is_here = |it: &Rc<RefCell<Tab>>| {
            it.try_borrow().is_ok_and(|it| it.page.as_ref().is_some_and(|it| it.hold.id == id))
        };
        let others: Vec<_> = self.tabs.iter().filter(|it| is_here(it)).cloned().collect();
        for other in others {
            if self.weather.impolite && self.dice.once_in(2) {
                self.ledger.borrow_mut().shared.insert(id.clone());
            } else {
                self.close(&other);
                // It may have been too slow to wait for.
                self.ledger.borrow_mut().shared.insert(id.clone());
            }
        }
        if self.disk.borrow().is_pending(&id) {
            // What a dead or slow tab wrote may come now.
            self.ledger.borrow_mut().shared.insert(id.clone());
        }
        self.note(|| format!("{} opens {id}", tab.borrow().name));
        let (shelf, ledger) = (tab.borrow().shelf.clone(), self.ledger.clone());
        let disk = self.disk.clone();
        tab.borrow_mut().busy = true;
        let name = tab.borrow().name.clone();
        self.start(&name, async move {
            let opened = shelf.open(&id).await;
            let mut tab = tab.borrow_mut();
            tab.busy = false;
            let Ok(opened) = opened else { return };
            let mut ledger = ledger.borrow_mut();
            let is_shared = ledger.shared.contains(&id) || disk.borrow().is_pending(&id);
            if !is_shared && shelf.is_durable() && shelf.quick.is_some() {
                let found: Vec<_> = tokens(&opened.text).collect();
                let none = Default::default();
                let acked = ledger.acked_in.get(&id).unwrap_or(&none);
                let lost = acked.iter().find(|it| ledger.acked.contains(it) && !found.contains(it));
                if let Some(lost) = lost.copied() {
                    ledger.fail(format!("~{lost}~ is not in the newest text of {id}"));
                }
                if ledger.revisions.get(&id).is_some_and(|it| opened.record.revision < *it) {
                    ledger.fail(format!("the revisions of {id} go backwards"));
                }
            }
            if let Some(hold) = opened.hold {
                tab.page = Some(Page::new(hold, opened.record.draft, &mut ledger));
            }
        });
    }

    pub(super) fn keep_version(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        let it = tab.borrow();
        let Some(page) = &it.page else { return };
        let (shelf, id) = (it.shelf.clone(), page.hold.id.clone());
        let text = codec::write(&page.draft, page.hold.revision, self.now);
        let (ledger, disk) = (self.ledger.clone(), self.disk.clone());
        let reason = if self.dice.once_in(3) { Reason::Named } else { Reason::Auto };
        self.note(|| format!("{} keeps a version of {id}", it.name));
        self.start(&it.name, async move {
            if disk.borrow().durable_full || disk.borrow().quick_full {
                ledger.borrow_mut().excuse_versions(&disk.borrow());
            }
            if shelf.keep_version(&id, text, reason, "定稿").await.is_ok() {
                let marks = shelf.versions(&id).await.unwrap_or_default();
                let unnamed = marks.iter().filter(|it| it.reason != Reason::Named).count();
                if versions::KEPT + 2 < unnamed {
                    ledger.borrow_mut().fail(format!("{id} has {unnamed} versions"));
                }
            }
        });
    }

    /// The author brings an older version back; the newest text becomes one.
    pub(super) fn bring_back(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        let Some((id, shelf, name, now)) = tab.borrow().page.as_ref().map(|it| {
            (it.hold.id.clone(), tab.borrow().shelf.clone(), tab.borrow().name.clone(), self.now)
        }) else {
            return;
        };
        if self.disk.borrow().durable_full || self.disk.borrow().quick_full {
            return;
        }
        self.note(|| format!("{name} brings a version of {id} back"));
        self.ledger.borrow_mut().shared.insert(id.clone());
        let which = self.dice.below(3);
        tab.borrow_mut().busy = true;
        self.start(&name, async move {
            let versions = shelf.versions(&id).await.unwrap_or_default();
            let mut older = None;
            if let Some(mark) = versions.get(which.min(versions.len().saturating_sub(1))) {
                older = shelf.version(&id, &mark.version).await.ok().flatten();
            }
            let text =
                tab.borrow().page.as_ref().map(|it| codec::write(&it.draft, it.hold.revision, now));
            if let (Some(older), Some(text)) = (older, text)
                && let Ok(older) = codec::read(&older)
                && shelf.keep_version(&id, text, Reason::Restore, "").await.is_ok()
                && let Some(page) = &mut tab.borrow_mut().page
                && page.hold.id == id
            {
                page.draft = Draft { id, ..older.draft };
            }
            tab.borrow_mut().busy = false;
        });
    }

    pub(super) fn put(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        let Some(id) = self.any_id(&tab) else { return };
        let place = [Place::Desk, Place::Archive, Place::Bin][self.dice.below(3)];
        self.note(|| format!("{} puts {id} into {place:?}", tab.borrow().name));
        if place == Place::Bin {
            self.ledger.borrow_mut().throw(&self.disk.borrow(), &id);
        }
        let (shelf, now) = (tab.borrow().shelf.clone(), self.now);
        self.start(&tab.borrow().name, async move {
            let _ = shelf.put(&id, place, now).await;
        });
    }

    pub(super) fn remove(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        let Some(id) = self.any_id(&tab) else { return };
        self.note(|| format!("{} removes {id}", tab.borrow().name));
        let (ledger, disk) = (self.ledger.clone(), self.disk.clone());
        ledger.borrow_mut().throw(&disk.borrow(), &id);
        let shelf = tab.borrow().shelf.clone();
        let others = self.tabs.clone();
        let has_all = self.has_quick && self.has_durable;
        self.start(&tab.borrow().name, async move {
            let removed = shelf.remove(&id).await;
            let is_open = |it: &Rc<RefCell<Tab>>| {
                it.borrow().busy || it.borrow().page.as_ref().is_some_and(|it| it.hold.id == id)
            };
            let comes = others.iter().any(is_open) || disk.borrow().is_pending(&id);
            // A storage that is missing keeps what it has, and knows of no removal.
            if removed.is_ok() && !comes && has_all {
                ledger.borrow_mut().removed.insert(id);
            }
        });
    }

    /// All that the stores hold, as an export would write it.
    fn everything(&mut self, tab: &Rc<RefCell<Tab>>) -> Option<BTreeMap<String, String>> {
        let shelf = tab.borrow().shelf.clone();
        at_once(async move { shelf.everything().await })?.ok()
    }

    pub(super) fn export(&mut self) {
        let Some(tab) = self.any_tab() else { return };
        self.note(|| format!("{} writes a backup", tab.borrow().name));
        let now = self.now;
        self.backup = self.everything(&tab).map(|it| Backup::new(it, now));
    }

    /// Takes the backup in, while others write.
    pub(super) fn merge(&mut self) {
        let (Some(tab), Some(backup)) = (self.any_tab(), self.backup.clone()) else { return };
        let shelf = tab.borrow().shelf.clone();
        let ledger = self.ledger.clone();
        let new_id = move || ledger.borrow_mut().id();
        let outside = Outside { new_id, suffix: "（备份）".into(), now: self.now };
        let planned = at_once(async move { plan(&shelf, &backup, false, outside).await });
        let Some(Ok((batch, _))) = planned else { return };
        self.note(|| format!("{} takes a backup in", tab.borrow().name));
        for key in batch.put.keys().filter_map(|it| crate::store::keys::draft_id(it)) {
            self.ledger.borrow_mut().shared.insert(key.to_owned());
        }
        let shelf = tab.borrow().shelf.clone();
        // What was on its way when that was planned may be there now.
        while self.dice.once_in(2) {
            self.land();
        }
        self.start(&tab.borrow().name, async move {
            let _ = shelf.take_in(batch).await;
            shelf.refresh().await;
        });
    }
}

/// The answer of storages that are only read, which answer after a few questions.
fn at_once<T>(answer: impl Future<Output = T>) -> Option<T> {
    let mut answer = Box::pin(answer);
    let mut context = Context::from_waker(Waker::noop());
    (0..20).find_map(|_| match answer.as_mut().poll(&mut context) {
        Poll::Ready(answer) => Some(answer),
        Poll::Pending => None,
    })
}
