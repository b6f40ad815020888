//! What all screens share: the drafts, the report kinds, and where the author is.

use std::future::Future;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use crate::import::json;
use crate::model::draft::Draft;
use crate::model::edit::Place;
use crate::model::kind::Kind;
use crate::route::{self, Route};
use crate::store::indexed::Indexed;
use crate::store::line;
use crate::store::load::Found;
use crate::store::local::Local;
use crate::store::mend::Report;
use crate::store::open::{OpenError, Opened};
use crate::store::shelf::Saved;
use crate::store::texts::Error;
use crate::ui::browser::{clock, new_id, pause};
use crate::ui::exporter;
use crate::ui::notices::Notices;
use crate::ui::refusals;
use crate::ui::rescue;
use crate::ui::scene::Opening;
use crate::ui::tabs::Tabs;

/// The drafts, in the browser's two storages.
pub type Shelf = crate::store::shelf::Shelf<Local, Indexed>;

/// The app-wide handles; in the context of the whole page.
#[derive(Clone, Copy)]
pub struct Desk {
    shelf: StoredValue<Shelf, LocalStorage>,
    route: RwSignal<Route>,
    /// The other tabs.
    pub tabs: Tabs,
    /// The built-in kinds that were fetched, now or before.
    more: StoredValue<Vec<Kind>>,
    /// Whether they were fetched now: another version of the page may have others.
    has_learned: StoredValue<bool>,
    /// What the next screen begins with.
    handed: StoredValue<Option<Opening>, LocalStorage>,
    /// Saves the draft that is open, if one is.
    save: StoredValue<Option<Callback<()>>>,
    /// Notified when the list of drafts or kinds has changed.
    pub shelf_changed: Trigger,
}

impl Desk {
    /// A desk for these drafts.
    pub fn new(shelf: Shelf) -> Self {
        let hash = window().location().hash().unwrap_or_default();
        let route = RwSignal::new(Route::parse(&hash));
        let shelf_changed = Trigger::new();
        let more = StoredValue::new(kinds_in(&shelf.setting("kinds").unwrap_or_default()));
        let shelf = StoredValue::new_local(shelf);
        let tabs = Tabs::new(move || {
            // Only the first screen shows what other tabs do.
            if route.with_untracked(|it| *it == Route::Home) {
                spawn_local(async move {
                    shelf.get_value().refresh().await;
                    shelf_changed.notify();
                });
            }
        });
        let save = StoredValue::new(None);
        let has_learned = StoredValue::new(false);
        let handed = StoredValue::new_local(None);
        Self { shelf, route, tabs, more, has_learned, handed, save, shelf_changed }
    }

    /// Goes to the import with something to begin with.
    pub fn hand_on(self, opening: Opening) {
        self.handed.set_value(Some(opening));
        self.go(Route::Import);
    }

    /// What was handed on; once.
    pub fn take_handed(self) -> Opening {
        self.handed.try_update_value(Option::take).flatten().unwrap_or_default()
    }

    /// How the draft that is open is saved.
    pub fn set_save(self, save: Option<Callback<()>>) {
        self.save.set_value(save);
    }

    /// Saves the draft that is open.
    pub fn save_open(self) {
        if let Some(save) = self.save.get_value() {
            save.run(());
        }
    }

    /// The drafts.
    pub fn shelf(self) -> Shelf {
        self.shelf.get_value()
    }

    /// The built-in kinds, those of the author in place of or behind them.
    pub fn kinds(self) -> Vec<(Kind, Owner)> {
        self.shelf_changed.track();
        let built_in = self.more.get_value().into_iter().chain([Kind::custom()]);
        let mut kinds: Vec<_> = built_in.map(|it| (it, Owner::BuiltIn)).collect();
        for own in self.shelf().kinds() {
            match kinds.iter_mut().find(|(it, _)| it.id == own.id) {
                Some(slot) => *slot = (own, Owner::Author),
                None => kinds.push((own, Owner::Author)),
            }
        }
        kinds
    }

    /// Fetches the built-in kinds that are not part of the page, unless it knows this
    /// one already.
    pub async fn learn_kind(self, id: &str) {
        let is_known = untrack(|| self.kinds()).iter().any(|(it, _)| it.id == id);
        if is_known || self.has_learned.get_value() {
            return;
        }
        if let Some(files) = exporter::text("kinds").await {
            self.has_learned.set_value(true);
            // The next time they are there at once.
            self.shelf().remember("kinds", &files);
            self.more.set_value(kinds_in(&files));
            self.shelf_changed.notify();
        }
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

    /// The list of drafts, kinds or layouts has changed, here and for other tabs.
    pub fn changed(self) {
        self.shelf_changed.notify();
        self.tabs.say("saved");
    }

    /// Lets a change of the shelf come to its end, and tells when it fails.
    pub fn carry_out(
        self,
        notices: Notices,
        change: impl Future<Output = Result<(), Error>> + 'static,
    ) {
        spawn_local(async move {
            match change.await {
                Ok(()) => self.changed(),
                Err(error) => notices.warn(refusals::saving(&error)),
            }
        });
    }

    /// Puts a new draft on the shelf.
    pub async fn add(self, draft: &Draft) -> Result<(), Error> {
        let shelf = self.shelf();
        match shelf.add(draft, clock()).await {
            // Where nothing lasts it can still be written and exported.
            Saved::Failed(error) if shelf.lasts() && !shelf.has(&draft.id) => Err(error),
            _ => {
                self.changed();
                Ok(())
            }
        }
    }

    /// Puts a new draft on the shelf and opens it.
    pub async fn start(self, draft: &Draft) -> Result<(), Error> {
        self.add(draft).await?;
        self.go(Route::Draft { id: draft.id.clone(), place: Place::Head });
        Ok(())
    }

    /// Puts a new draft on the shelf and opens it, or tells why not.
    pub fn begin(self, notices: Notices, draft: Draft) {
        spawn_local(async move {
            if let Err(error) = self.start(&draft).await {
                notices.warn(refusals::saving(&error));
            }
        });
    }

    /// Opens a draft for writing. Where the storages have different texts of it, the
    /// worker keeps the older ones as versions first.
    pub async fn open(self, id: &str) -> Result<Opened, OpenError> {
        let shelf = self.shelf();
        if let Some(opened) = shelf.open_settled(id).await? {
            return Ok(opened);
        }
        let settled = exporter::errand(&shelf, "open", [id, "", ""], &JsValue::UNDEFINED).await;
        let others = settled.ok().and_then(|it| it.parse().ok()).unwrap_or(0);
        match shelf.open_settled(id).await? {
            Some(opened) => Ok(Opened { others, ..opened }),
            // What cannot be kept as a version must not be written over.
            None => shelf.view(id).await,
        }
    }

    /// Puts a draft from a file on the shelf and opens it, under a new id where
    /// its own is taken; whether it was.
    pub async fn adopt(self, mut draft: Draft) -> Result<bool, Error> {
        let taken = self.shelf().raw(&draft.id).await?.is_some();
        if taken || !route::is_id(&draft.id) {
            draft.id = new_id();
        }
        self.start(&draft).await?;
        Ok(taken)
    }

    /// The sample report under a fresh id; the worker has it.
    pub async fn sample(self) -> Option<Draft> {
        let text = exporter::text("sample").await?;
        let draft = json::read_text(&text).ok()?;
        Some(Draft { id: new_id(), ..draft })
    }
}

fn kinds_in(files: &str) -> Vec<Kind> {
    line::fields(files).filter_map(Kind::of_file).collect()
}

/// Looks what storages there are, and reads what lists show of the drafts; what was
/// mended.
pub async fn open_shelf() -> (Shelf, Report) {
    let tab = Some(rescue::tab()).filter(|it| !it.is_empty()).unwrap_or_else(new_id);
    let mut shelf = Shelf::new(Some(Local::find()), Indexed::open().await.ok(), tab);
    let found = shelf.load(clock()).await;
    if let Some(durable) = shelf.durable() {
        let own = shelf.clone();
        durable.on_break(move || spawn_local(revive(own.clone())));
    }
    if found == Found::Well {
        return (shelf, Report::default());
    }
    let mended = mend(&shelf).await;
    shelf.refresh().await;
    if let (Some(durable), None) = (shelf.durable(), &mended) {
        durable.break_off();
    }
    (shelf, mended.unwrap_or_default())
}

/// Has the worker see to what the storages have lost and left half-written; none where
/// that cannot be done now.
async fn mend(shelf: &Shelf) -> Option<Report> {
    let durable = if shelf.is_durable() { "durable" } else { "" };
    let told = exporter::errand(shelf, "mend", [durable, "", ""], &JsValue::UNDEFINED).await;
    Report::read(&told.ok()?)
}

/// Opens the durable storage anew when there is room for it, and gives it all that it
/// has lost.
async fn revive(shelf: Shelf) {
    shelf.wake();
    // Not every failure is a full disk: the first try is at once.
    let mut seconds = 0;
    loop {
        pause(Duration::from_secs(seconds)).await;
        if let (Some(_), Some(durable)) = (mend(&shelf).await, shelf.durable())
            && durable.reopen().await.is_ok()
        {
            return shelf.refresh().await;
        }
        // Every try costs a full disk a few bytes more.
        seconds = (2 * seconds).clamp(3, 48);
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
