//! A tab of the browser, the draft that it has open, and how it is saved.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::model::draft::Draft;
use crate::model::kind::Kind;
use crate::store::shelf::{Hold, Saved, Shelf};
use crate::store::simulation::faulty::{Durable, Quick};
use crate::store::simulation::ledger::Ledger;
use crate::store::texts::Error;

pub(super) type Task = Pin<Box<dyn Future<Output = ()>>>;

/// A draft as small as drafts can be.
pub(super) fn tiny(id: &str) -> Draft {
    let mut draft = Kind::custom().draft(id.to_owned(), "", "");
    draft.sections.clear();
    draft.title.clear();
    draft
}

/// The draft that a tab has open for writing.
pub(super) struct Page {
    pub(super) hold: Hold,
    pub(super) draft: Draft,
    pub(super) saving: bool,
    /// No other opening has the same; a late answer to an earlier one is not for this.
    opening: u32,
    /// It has just become one, and is to be saved.
    pub(super) is_copy: bool,
}

impl Page {
    pub(super) fn new(hold: Hold, draft: Draft, ledger: &mut Ledger) -> Self {
        Self { hold, draft, saving: false, opening: ledger.opening(), is_copy: false }
    }
}

pub(super) struct Tab {
    pub(super) name: String,
    pub(super) shelf: Shelf<Quick, Durable>,
    pub(super) page: Option<Page>,
    /// Loading or opening: the author waits.
    pub(super) busy: bool,
}

/// Saves what a tab has open, and goes on with a copy where somebody else has
/// written in it.
pub(super) fn save(
    tab: &Rc<RefCell<Tab>>,
    ledger: &Rc<RefCell<Ledger>>,
    fresh: &Rc<RefCell<Vec<(String, Task)>>>,
    now: u64,
) {
    let mut it = tab.borrow_mut();
    let (shelf, name) = (it.shelf.clone(), it.name.clone());
    let Some(page) = &mut it.page else { return };
    (page.saving, page.is_copy) = (true, false);
    let (id, draft, opening) = (page.hold.id.clone(), page.draft.clone(), page.opening);
    let saved = shelf.save(&mut page.hold, &draft, now);
    let revision = page.hold.revision;
    ledger.borrow_mut().removed.remove(&id);
    let (tab, ledger) = (tab.clone(), ledger.clone());
    let task = async move {
        let saved = saved.await;
        let text = format!("{}{}", draft.title, draft.signature);
        if let Saved::Kept(_) = &saved {
            ledger.borrow_mut().ack(&id, &text, revision);
        }
        let is_conflict = saved == Saved::Failed(Error::Conflict);
        if hear(&tab, opening, saved) {
            if is_conflict {
                go_on_with_copy(&tab, &ledger);
            }
        } else if is_conflict {
            // The author has gone elsewhere; what was written there is kept.
            let mut copy = draft.clone();
            copy.id = ledger.borrow_mut().id();
            if let Saved::Kept(_) = shelf.add(&copy, now).await {
                ledger.borrow_mut().ack(&copy.id, &text, 1);
            }
        }
    };
    fresh.borrow_mut().push((name, Box::pin(task)));
}

/// How a save ended; whether the draft is still open.
fn hear(tab: &Rc<RefCell<Tab>>, opening: u32, saved: Saved) -> bool {
    let mut tab = tab.borrow_mut();
    let Some(page) = tab.page.as_mut().filter(|it| it.opening == opening) else { return false };
    page.saving = false;
    if let Saved::Kept(head) = saved {
        page.hold.seen = Some(head);
    }
    true
}

fn go_on_with_copy(tab: &Rc<RefCell<Tab>>, ledger: &Rc<RefCell<Ledger>>) {
    if let Some(page) = &mut tab.borrow_mut().page {
        page.draft.id = ledger.borrow_mut().id();
        page.hold = Hold { id: page.draft.id.clone(), ..Hold::default() };
        page.is_copy = true;
    }
}
