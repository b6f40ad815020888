//! What all screens share: the drafts, the report kinds, and where the author is.

use std::sync::Arc;

use leptos::prelude::*;

use crate::import::json;
use crate::model::draft::Draft;
use crate::model::edit::Place;
use crate::model::kind::Kind;
use crate::route::{self, Route};
use crate::store::browser::Browser;
use crate::store::shelf::Shelf;
use crate::store::vault::{Error, Memory, Vault};
use crate::ui::browser::{clock, new_id};

/// The sample report.
const SAMPLE: &str = include_str!("../../templates/samples/jixiao.json");

/// The app-wide handles; in the context of the whole page.
#[derive(Clone, Copy)]
pub struct Desk {
    shelf: StoredValue<Shelf>,
    route: RwSignal<Route>,
    /// Notified when the list of drafts or kinds has changed.
    pub shelf_changed: Trigger,
}

impl Desk {
    /// Looks what storage there is; without one, drafts live in memory.
    pub fn new() -> Self {
        // A full storage can still be read, and what is in it matters most.
        let vault: Arc<dyn Vault> = match Browser.keys() {
            Ok(_) => Arc::new(Browser),
            Err(_) => Arc::new(Memory::default()),
        };
        let hash = window().location().hash().unwrap_or_default();
        Self {
            shelf: StoredValue::new(Shelf::new(vault)),
            route: RwSignal::new(Route::parse(&hash)),
            shelf_changed: Trigger::new(),
        }
    }

    /// The drafts.
    pub fn shelf(self) -> Shelf {
        self.shelf.get_value()
    }

    /// The built-in kinds, those of the author in place of or behind them.
    pub fn kinds(self) -> Vec<(Kind, Owner)> {
        self.shelf_changed.track();
        let mut kinds: Vec<_> =
            Kind::built_in().iter().cloned().map(|it| (it, Owner::BuiltIn)).collect();
        for own in self.shelf().kinds() {
            match kinds.iter_mut().find(|(it, _)| it.id == own.id) {
                Some(slot) => *slot = (own, Owner::Author),
                None => kinds.push((own, Owner::Author)),
            }
        }
        kinds
    }

    /// The kind with this id, or the one that asks for nothing in particular.
    pub fn kind(self, id: &str) -> Kind {
        let found = untrack(|| self.kinds()).into_iter().find(|(it, _)| it.id == id);
        found.map_or_else(Kind::custom, |(it, _)| it)
    }

    /// Where the author is; tracked.
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// The form that is open; tracked.
    pub fn place(self) -> Place {
        self.route.with(Route::place)
    }

    /// The draft that is open; tracked.
    pub fn draft_id(self) -> Option<String> {
        self.route.with(|it| it.draft().map(str::to_owned))
    }

    /// Goes somewhere and leaves a step for the back button.
    pub fn go(self, route: Route) {
        if self.route.with_untracked(|it| *it == route) {
            return;
        }
        let hash = route.hash();
        self.route.set(route);
        let _ = window().location().set_hash(&hash);
    }

    /// Goes to a place of the open draft.
    pub fn go_to(self, place: Place) {
        if let Some(id) = self.route.with_untracked(|it| it.draft().map(str::to_owned)) {
            self.go(Route::Draft { id, place });
        }
    }

    /// Follows the address bar.
    pub fn follow(self) {
        let hash = window().location().hash().unwrap_or_default();
        let route = Route::parse(&hash);
        if self.route.with_untracked(|it| *it != route) {
            self.route.set(route);
        }
    }

    /// Puts a new draft on the shelf and opens it.
    pub fn start(self, draft: &Draft) -> Result<(), Error> {
        self.shelf().save(draft, 1, clock())?;
        self.shelf_changed.notify();
        self.go(Route::Draft { id: draft.id.clone(), place: Place::Head });
        Ok(())
    }

    /// Puts a draft from a file on the shelf and opens it, under a new id where
    /// its own is taken; whether it was.
    pub fn adopt(self, mut draft: Draft) -> Result<bool, Error> {
        let taken = self.shelf().raw(&draft.id)?.is_some();
        if taken || !route::is_id(&draft.id) {
            draft.id = new_id();
        }
        self.start(&draft)?;
        Ok(taken)
    }

    /// The sample report under a fresh id.
    pub fn sample(self) -> Option<Draft> {
        let draft = json::read_text(SAMPLE).ok()?;
        Some(Draft { id: new_id(), ..draft })
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// Where a report kind comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owner {
    /// It is part of the program.
    BuiltIn,
    /// The author brought it in a file.
    Author,
}
