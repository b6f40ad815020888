//! The draft being written, as the forms and the paper see it.
//!
//! The draft is one plain value. Every change goes through [`Bench::apply`],
//! which applies an [`Edit`], remembers the way back, and then wakes only those
//! who look at the places that the edit touched: a keystroke wakes one field,
//! one outline row and one paragraph, however long the report is. What depends
//! on the order or the numbers follows `shape`, which typing leaves alone. How it is
//! saved is in `bench/keeping.rs`.

mod keeping;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::assemble::numbers::{self, Numbers};
use crate::model::draft::{Draft, NodeId, TextAt};
use crate::model::edit::{Edit, Place};
use crate::model::history::History;
use crate::model::kind::Kind;
use crate::store::autosave::Autosave;
use crate::store::open::Opened;
use crate::store::shelf::Hold;
use crate::store::texts::Error;
use crate::ui::browser::uptime;
use crate::ui::desk::Desk;
use crate::ui::notices::Notices;
use crate::ui::rescue;
use crate::ui::tally::{self, Tally};

pub use keeping::keep;

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

    /// Looks at the draft, if it is still open.
    pub fn try_with<T>(self, look: impl FnOnce(&Draft) -> T) -> Option<T> {
        self.inner.try_with_value(|it| look(&it.draft))
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

    /// Whether all of it is on disk, as far as one can tell.
    pub fn is_saved(self) -> bool {
        // The workbench may be about to go.
        matches!(self.status.try_get_untracked(), Some(SaveStatus::Saved(_)))
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
        let (places, is_structural) = (edit.places(), edit.is_structural());
        self.inner.update_value(|it| {
            it.history.apply(&mut it.draft, edit, uptime());
        });
        self.settle(&places, is_structural);
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
    fn settle(self, places: &[Place], is_structural: bool) {
        let reshapes = is_structural || places.iter().any(|it| !self.recount(*it));
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
        if is_structural {
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
}
