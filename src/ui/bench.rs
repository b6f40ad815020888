//! The draft being written, as the forms and the paper see it.
//!
//! The draft is one plain value. Every change goes through [`Bench::apply`],
//! which applies an [`Edit`], remembers the way back, and then wakes only those
//! who look at the places that the edit touched: a keystroke wakes one field,
//! one outline row and one paragraph, however long the report is. What depends
//! on the order or the numbers follows `shape`, which typing leaves alone.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::assemble::numbers::{self, Numbers};
use crate::model::draft::{Draft, NodeId, TextAt};
use crate::model::edit::{Edit, Place};
use crate::model::history::History;
use crate::model::kind::Kind;
use crate::store::autosave::Autosave;
use crate::store::codec;
use crate::store::open::Opened;
use crate::store::shelf::{Hold, Saved};
use crate::store::texts::Error;
use crate::store::versions::{APART_MS, Reason};
use crate::ui::browser::{clock, new_id, uptime};
use crate::ui::desk::{Desk, Shelf};
use crate::ui::exporter;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::rescue;
use crate::ui::tally::{self, Tally};
use crate::ui::words::t;

/// Has the worker keep a version: its draft, the reason and the name, the stored
/// text.
pub async fn keep(shelf: &Shelf, id: &str, what: &str, text: &str) -> Result<(), JsValue> {
    exporter::errand(shelf, "keep", [id, what, text], &JsValue::UNDEFINED).await.map(drop)
}

/// Waits for so long.
async fn pause(time: Duration) {
    let done = Promise::new(&mut |fulfil, _| {
        set_timeout(
            move || {
                let _ = fulfil.call0(&JsValue::NULL);
            },
            time,
        );
    });
    let _ = JsFuture::from(done).await;
}

/// After a failed save the next try comes after this long, or with the next key.
const RETRY: Duration = Duration::from_secs(5);

/// A handle on the draft that is open.
#[derive(Clone, Copy)]
pub struct Bench {
    inner: StoredValue<Inner>,
    shape: Trigger,
    changed: Trigger,
    numbers: RwSignal<Arc<Numbers>>,
    total: RwSignal<Tally>,
    status: RwSignal<SaveStatus>,
    steps: RwSignal<Steps>,
}

/// What has changed since somebody asked last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// These places, and nothing about their order or numbers.
    Places(Vec<Place>),
    /// Anything.
    Everything,
}

/// Whether the last change is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveStatus {
    /// Everything was on disk at this time (milliseconds since 1970).
    Saved(u64),
    /// Everything was handed to the browser at this time; when it puts it on disk
    /// is its own affair.
    Held(u64),
    /// Something has not been written yet.
    Unsaved,
    /// Writing failed; the text is here, and another try follows.
    Failed(Error),
    /// Nothing is written here.
    Reading,
}

/// Which steps can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Steps {
    /// A step back.
    pub undo: bool,
    /// A step forward again.
    pub redo: bool,
}

struct Inner {
    draft: Draft,
    kind: Kind,
    desk: Desk,
    notices: Notices,
    history: History,
    autosave: Autosave,
    /// None where the draft is only read.
    hold: Option<Hold>,
    /// Whether a save is on its way.
    is_saving: bool,
    /// Whether the durable storage has failed since the page was opened: what it
    /// says after that is not to be relied on.
    has_failed: bool,
    /// The draft as it was opened, to be a version once something has changed.
    opened: Option<String>,
    /// When the last version was kept, by the page's own time.
    last_version: f64,
    n_changes: u64,
    touched: Touched,
    timer: bool,
    nodes: BTreeMap<Place, Node>,
    sections: BTreeMap<NodeId, ArcRwSignal<Tally>>,
}

struct Node {
    changed: ArcTrigger,
    section: Option<NodeId>,
    tally: Tally,
    is_blank: bool,
}

impl Bench {
    /// Opens a draft that was read from the shelf.
    pub fn new(opened: Opened, kind: Kind, desk: Desk, notices: Notices) -> Self {
        let saved = opened.record.saved;
        let shelf = desk.shelf();
        let status = match &opened.hold {
            None => SaveStatus::Reading,
            Some(_) if shelf.is_durable() => SaveStatus::Saved(saved),
            Some(_) if shelf.lasts() => SaveStatus::Held(saved),
            Some(_) => SaveStatus::Failed(Error::Denied),
        };
        match &opened.hold {
            Some(hold) => rescue::writing(Some(&hold.id), hold.revision),
            None => rescue::writing(None, 0),
        }
        let inner = Inner {
            draft: opened.record.draft,
            kind,
            desk,
            notices,
            history: History::default(),
            autosave: Autosave::default(),
            hold: opened.hold,
            is_saving: false,
            has_failed: false,
            opened: Some(opened.text),
            last_version: uptime(),
            n_changes: 0,
            touched: Touched::Everything,
            timer: false,
            nodes: BTreeMap::new(),
            sections: BTreeMap::new(),
        };
        let bench = Self {
            inner: StoredValue::new(inner),
            shape: Trigger::new(),
            changed: Trigger::new(),
            numbers: RwSignal::new(Arc::default()),
            total: RwSignal::new(Tally::default()),
            status: RwSignal::new(status),
            steps: RwSignal::new(Steps::default()),
        };
        bench.reshape();
        bench
    }

    /// Looks at the draft without following its changes.
    pub fn with<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.inner.with_value(|it| look(&it.draft))
    }

    /// Looks at the draft, again whenever sections or entries come, go, move or
    /// change their numbers.
    pub fn with_shape<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.shape.track();
        self.with(look)
    }

    /// Looks at the draft, again whenever anything in it changes: for panels that
    /// are about the whole report, while they are open.
    pub fn with_all<T>(self, look: impl FnOnce(&Draft) -> T) -> T {
        self.changed.track();
        self.with(look)
    }

    /// What has changed since this was asked last; followed. For the paper, which
    /// alone asks.
    pub fn take_touched(self) -> Touched {
        self.changed.track();
        let taken = self
            .inner
            .try_update_value(|it| std::mem::replace(&mut it.touched, Touched::Places(Vec::new())));
        taken.unwrap_or(Touched::Everything)
    }

    /// The numbers of headings and items, as they are now.
    pub fn numbers(self) -> Arc<Numbers> {
        self.numbers.get_untracked()
    }

    /// Looks at the draft, again whenever this place of it changes.
    pub fn with_place<T>(self, place: Place, look: impl FnOnce(&Draft) -> T) -> T {
        match self.inner.with_value(|it| it.nodes.get(&place).map(|it| it.changed.clone())) {
            Some(changed) => changed.track(),
            None => self.shape.track(),
        }
        self.with(look)
    }

    /// The text at a place of the draft; followed.
    pub fn text(self, at: TextAt) -> String {
        self.with_place(Place::of(at), |it| it.text(at).unwrap_or_default().to_owned())
    }

    /// The number of a section or an entry; followed.
    pub fn number(self, id: NodeId) -> String {
        self.numbers.with(|it| it.of(id).to_owned())
    }

    /// What the whole report counts; followed.
    pub fn total(self) -> Tally {
        self.total.get()
    }

    /// What a section counts, its subsections left out; followed.
    pub fn section_tally(self, id: NodeId) -> Tally {
        self.shape.track();
        let tally = self.inner.with_value(|it| it.sections.get(&id).cloned());
        tally.map(|it| it.get()).unwrap_or_default()
    }

    /// What one place counts; followed.
    pub fn tally(self, place: Place) -> Tally {
        self.with_place(place, |_| ());
        self.inner.with_value(|it| it.nodes.get(&place).map(|it| it.tally).unwrap_or_default())
    }

    /// The draft's kind.
    pub fn kind(self) -> Kind {
        self.inner.with_value(|it| it.kind.clone())
    }

    /// Looks at the draft's kind.
    pub fn with_kind<T>(self, look: impl FnOnce(&Kind) -> T) -> T {
        self.inner.with_value(|it| look(&it.kind))
    }

    /// Whether everything is kept; followed.
    pub fn status(self) -> SaveStatus {
        self.status.get()
    }

    /// Which steps can be taken; followed.
    pub fn steps(self) -> Steps {
        self.steps.get()
    }

    /// Whether the draft can be changed here.
    pub fn is_writable(self) -> bool {
        self.inner.try_with_value(|it| it.hold.is_some()) == Some(true)
    }

    /// Makes a change; none where the draft is only read.
    pub fn apply(self, edit: Edit) {
        if !self.is_writable() {
            return;
        }
        let (places, reshapes) = (edit.places(), edit.is_structural());
        self.inner.update_value(|it| {
            it.history.apply(&mut it.draft, edit, uptime());
        });
        self.settle(&places, reshapes);
    }

    /// Puts a text at a place, as typing does.
    pub fn write(self, at: TextAt, text: String) {
        if self.with(|it| it.text(at).is_none_or(|it| it == text)) {
            return;
        }
        self.apply(Edit::Text { at, text });
    }

    /// Makes a change that needs fresh ids; returns what `plan` names.
    pub fn act<T>(self, plan: impl FnOnce(&mut Draft) -> Option<(Edit, T)>) -> Option<T> {
        let (edit, named) = self.inner.try_update_value(|it| plan(&mut it.draft)).flatten()?;
        self.apply(edit);
        Some(named)
    }

    /// Makes a change that is planned from the draft; whether there was one.
    pub fn plan(self, plan: impl FnOnce(&Draft) -> Option<Edit>) -> bool {
        match self.with(plan) {
            Some(edit) if !edit.is_empty() => {
                self.apply(edit);
                true
            }
            _ => false,
        }
    }

    /// Takes the last step back; returns the place it concerned.
    pub fn undo(self) -> Option<Place> {
        self.step(History::undo)
    }

    /// How many changes there have been, steps back and forward among them.
    pub fn n_changes(self) -> u64 {
        // A notice may ask when the workbench is gone.
        self.inner.try_with_value(|it| it.n_changes).unwrap_or_default()
    }

    /// Takes back the change that made it `n_changes`, as a notice offers. Once
    /// something else has changed nothing happens: the last step is another then.
    pub fn undo_change(self, n_changes: u64) -> Option<Place> {
        if self.n_changes() == n_changes { self.undo() } else { None }
    }

    /// Makes the step again that was taken back last.
    pub fn redo(self) -> Option<Place> {
        self.step(History::redo)
    }

    fn step(self, step: impl FnOnce(&mut History, &mut Draft) -> Option<Edit>) -> Option<Place> {
        if !self.is_writable() {
            return None;
        }
        let edit =
            self.inner.try_update_value(|it| step(&mut it.history, &mut it.draft)).flatten()?;
        self.settle(&edit.places(), edit.is_structural());
        edit.place().filter(|place| match place {
            Place::Head | Place::Elements | Place::Layout => true,
            Place::Node(id) => self.with(|it| it.section(*id).is_some() || it.entry(*id).is_some()),
        })
    }

    /// Counts again what an edit touched, and wakes who looks at it.
    fn settle(self, places: &[Place], reshapes: bool) {
        let reshapes = reshapes || places.iter().any(|it| !self.recount(*it));
        if reshapes {
            self.reshape();
        }
        let touched: Vec<_> = self.inner.with_value(|it| {
            places
                .iter()
                .filter_map(|place| it.nodes.get(place))
                .map(|it| it.changed.clone())
                .collect()
        });
        self.inner.update_value(|it| {
            it.autosave.changed(uptime());
            it.n_changes += 1;
            match &mut it.touched {
                Touched::Places(all) if !reshapes => all.extend(places),
                touched => *touched = Touched::Everything,
            }
        });
        for changed in touched {
            changed.notify();
        }
        self.changed.notify();
        self.status.set(SaveStatus::Unsaved);
        if reshapes {
            // What is typed next may go into a place that no storage knows yet.
            self.hold_fast();
        }
        let steps = self
            .inner
            .with_value(|it| Steps { undo: it.history.can_undo(), redo: it.history.can_redo() });
        if self.steps.get_untracked() != steps {
            self.steps.set(steps);
        }
        self.schedule();
    }

    /// Counts one place again. False where that is not enough: the place is new,
    /// or it has become blank or no longer is, which changes numbers.
    fn recount(self, place: Place) -> bool {
        let numbers = self.numbers.get_untracked();
        let counted = self.inner.try_update_value(|it| {
            let (tally, is_blank) = tally::count(&it.draft, place, &numbers);
            let node = it.nodes.get_mut(&place)?;
            if node.is_blank != is_blank || tally::runs_in(&it.draft, place) {
                return None;
            }
            let old = std::mem::replace(&mut node.tally, tally);
            let section = node.section.and_then(|id| it.sections.get(&id).cloned());
            Some((old, tally, section))
        });
        let Some((old, new, section)) = counted.flatten() else { return false };
        if old != new {
            self.total.update(|it| *it = it.minus(old).plus(new));
            if let Some(section) = section {
                section.update(|it| *it = it.minus(old).plus(new));
            }
        }
        true
    }

    /// Numbers and counts the whole draft again.
    fn reshape(self) {
        let numbers = Arc::new(self.with(numbers::number));
        let mut total = Tally::default();
        let mut sections: Vec<(ArcRwSignal<Tally>, Tally)> = Vec::new();
        self.inner.update_value(|it| {
            let mut nodes = BTreeMap::new();
            let mut signals = BTreeMap::new();
            let mut add = |place: Place, section: Option<NodeId>, sum: &mut Tally| {
                let (tally, is_blank) = tally::count(&it.draft, place, &numbers);
                *sum = sum.plus(tally);
                let changed = it.nodes.remove(&place).map(|it| it.changed).unwrap_or_default();
                nodes.insert(place, Node { changed, section, tally, is_blank });
            };
            for place in [Place::Head, Place::Elements, Place::Layout] {
                add(place, None, &mut total);
            }
            for section in &it.draft.sections {
                let id = Some(section.id);
                let mut sum = Tally::default();
                add(Place::Node(section.id), id, &mut sum);
                for entry in &section.entries {
                    add(Place::Node(entry.id), id, &mut sum);
                }
                total = total.plus(sum);
                let signal = it
                    .sections
                    .remove(&section.id)
                    .unwrap_or_else(|| ArcRwSignal::new(Tally::default()));
                signals.insert(section.id, signal.clone());
                sections.push((signal, sum));
            }
            it.nodes = nodes;
            it.sections = signals;
        });
        for (signal, sum) in sections {
            if signal.get_untracked() != sum {
                signal.set(sum);
            }
        }
        self.total.set(total);
        self.numbers.set(numbers);
        self.shape.notify();
    }

    /// Tells that an input method begins or ends composing a word.
    pub fn composing(self, composing: bool) {
        self.inner.update_value(|it| it.autosave.composing(composing));
        self.schedule();
    }

    /// Saves at once if anything is unsaved; for the moments when the page may
    /// be about to go away. A word that is being composed is not in the draft
    /// yet, so what is saved is whole.
    pub fn save_now(self) {
        let is_dirty = self.inner.try_with_value(|it| it.autosave.is_dirty());
        if is_dirty == Some(true) && !self.save() {
            // One is on its way already; the quick storage waits for nobody.
            self.hold_fast();
        }
    }

    /// Saves, and returns when it is done; for whoever is about to hand the draft
    /// over.
    pub async fn settle_down(self) {
        self.save_now();
        // A save takes milliseconds; one that never ends must not hold up the rest.
        for _ in 0..100 {
            let busy = self.inner.try_with_value(|it| it.is_saving || it.autosave.is_dirty());
            if busy != Some(true) {
                return;
            }
            pause(Duration::from_millis(20)).await;
            self.save_now();
        }
    }

    /// Keeps the draft as it is at this call as a version.
    pub fn keep_version(
        self,
        reason: Reason,
        name: &str,
    ) -> impl Future<Output = Result<(), JsValue>> + use<> {
        let now = self.inner.try_with_value(|it| {
            let hold = it.hold.as_ref()?;
            let text = codec::write(&it.draft, hold.revision, clock());
            Some((it.desk.shelf(), hold.id.clone(), text))
        });
        let what = format!("{} {name}", reason.number());
        async move {
            match now.flatten() {
                Some((shelf, id, text)) => keep(&shelf, &id, &what, &text).await,
                None => Ok(()),
            }
        }
    }

    /// As [`Bench::keep_version`], beside what goes on. The author is not kept
    /// waiting for it, nor told of a version that is missing.
    pub fn keep_version_later(self, reason: Reason) {
        let kept = self.keep_version(reason, "");
        spawn_local(async move {
            let _ = kept.await;
        });
    }

    /// Writes into the quick storage alone.
    fn hold_fast(self) {
        let held = self.inner.try_update_value(|it| {
            let hold = it.hold.as_mut()?;
            let is_held = it.desk.shelf().hold_fast(hold, &it.draft, clock());
            is_held.then_some((hold.id.clone(), hold.revision))
        });
        if let Some((id, revision)) = held.flatten() {
            rescue::writing(Some(&id), revision);
            rescue::kept();
        }
    }

    /// Begins a save; whether one could begin. While one is on its way another
    /// waits for its end: the next compares with what this one leaves.
    fn save(self) -> bool {
        let now = clock();
        let begun = self.inner.try_update_value(|it| {
            let hold = it.hold.as_mut().filter(|_| !it.is_saving)?;
            let saving = it.desk.shelf().save(hold, &it.draft, now);
            it.is_saving = true;
            it.autosave.saved();
            Some((saving, hold.clone(), it.n_changes))
        });
        let Some((saving, hold, n_changes)) = begun.flatten() else { return false };
        rescue::writing(Some(&hold.id), hold.revision);
        if hold.is_held {
            rescue::kept();
        }
        spawn_local(async move {
            let saved = saving.await;
            self.saved(saved, now, n_changes);
        });
        true
    }

    /// A save has come to its end.
    fn saved(self, saved: Saved, now: u64, n_changes: u64) {
        let is_last = self.inner.try_update_value(|it| {
            it.is_saving = false;
            if let (Saved::Kept(head), Some(hold)) = (&saved, it.hold.as_mut()) {
                hold.seen = Some(head.clone());
            }
            if let Saved::Failed(error) = &saved {
                it.autosave.changed(uptime());
                it.has_failed |= matches!(error, Error::Failed(_));
            }
            it.n_changes == n_changes
        });
        // The workbench may be gone by now.
        let Some(is_last) = is_last else { return };
        match saved {
            Saved::Kept(_) if is_last => {
                rescue::kept();
                let has_failed = self.inner.try_with_value(|it| it.has_failed) == Some(true);
                let status = if has_failed { SaveStatus::Held } else { SaveStatus::Saved };
                self.status.set(status(now));
            }
            Saved::Held if is_last => self.status.set(SaveStatus::Held(now)),
            Saved::Kept(_) | Saved::Held => self.schedule(),
            Saved::Failed(Error::Conflict) => return self.part(),
            Saved::Failed(error) => {
                self.status.set(SaveStatus::Failed(error.clone()));
                spawn_local(async move {
                    if error == Error::Full {
                        // Old versions go before a draft is not saved.
                        let shelf = self.inner.try_with_value(|it| it.desk.shelf());
                        if let Some(shelf) = shelf {
                            let none = JsValue::UNDEFINED;
                            let _ = exporter::errand(&shelf, "room", ["", "", ""], &none).await;
                        }
                    }
                    pause(RETRY).await;
                    self.save_now();
                });
                return;
            }
        }
        let told = self.inner.try_with_value(|it| {
            let id = it.hold.as_ref().map(|it| it.id.clone()).unwrap_or_default();
            it.desk.tabs.say(&format!("saved {id}"));
        });
        if told.is_some() {
            self.keep_versions();
        }
    }

    /// Keeps the draft as it was opened as a version, and after that one every two
    /// minutes of editing.
    fn keep_versions(self) {
        let due = self.inner.try_update_value(|it| {
            let hold = it.hold.as_ref()?;
            let text = match it.opened.take() {
                Some(opened) => opened,
                None if APART_MS <= uptime() - it.last_version => {
                    codec::write(&it.draft, hold.revision, clock())
                }
                None => return None,
            };
            it.last_version = uptime();
            Some((it.desk.shelf(), hold.id.clone(), text))
        });
        if let Some((shelf, id, text)) = due.flatten() {
            spawn_local(async move {
                // A version that is missing is no harm; the next one will do.
                let what = format!("{} ", Reason::Auto.number());
                let _ = keep(&shelf, &id, &what, &text).await;
            });
        }
    }

    /// Another tab has written this draft meanwhile: what is here goes on as a
    /// draft of its own, and nothing is overwritten.
    fn part(self) {
        let parted = self.inner.try_update_value(|it| {
            it.hold = None;
            let name = t!(tabs.copy_of, name = it.draft.display_name());
            let draft = Draft { id: new_id(), name, ..it.draft.clone() };
            (it.desk, it.notices, draft)
        });
        let Some((desk, notices, draft)) = parted else { return };
        self.status.set(SaveStatus::Reading);
        spawn_local(async move {
            match desk.start(&draft).await {
                Ok(()) => {
                    rescue::kept();
                    notices.warn(t!(tabs.parted, name = draft.display_name()));
                }
                Err(error) => notices.warn(refusals::saving(&error)),
            }
        });
    }

    /// From now on the draft is only read here.
    pub fn give_up(self) {
        let _ = self.inner.try_update_value(|it| it.hold = None);
        self.status.set(SaveStatus::Reading);
        rescue::writing(None, 0);
    }

    fn schedule(self) {
        let wait = self.inner.try_update_value(|it| {
            let wait = it.autosave.wait(uptime()).filter(|_| !it.timer)?;
            it.timer = true;
            Some(wait)
        });
        let Some(wait) = wait.flatten() else { return };
        let due = move || {
            let is_due = self.inner.try_update_value(|it| {
                it.timer = false;
                it.autosave.wait(uptime()) == Some(0.0)
            });
            match is_due {
                Some(true) => {
                    // One that is on its way schedules the next when it ends.
                    self.save();
                }
                Some(false) => self.schedule(),
                None => {}
            }
        };
        set_timeout(due, Duration::from_millis(wait.ceil() as u64));
    }
}
