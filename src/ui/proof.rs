//! The pages of the draft on the bench, kept up to date.
//!
//! A keystroke sets one galley again; what is left is adding up heights.

use leptos::prelude::*;

use crate::assemble::{self, Row};
use crate::layout::pages::What;
use crate::layout::{Notice, Pages, Press, Sheet, sheet};
use crate::model::draft::{Draft, TextAt};
use crate::model::edit::Place;
use crate::model::profile::Profile;
use crate::ui::bench::{Bench, Touched};
use crate::ui::browser::timed;

/// How many rows may have come or gone at once for their galleys to be kept.
const AHEAD: usize = 64;

/// A handle on the pages.
#[derive(Clone, Copy)]
pub struct Proof {
    inner: StoredValue<Inner>,
    changed: Trigger,
    n_pages: RwSignal<usize>,
    /// The text whose field has the keyboard.
    pub focus: RwSignal<Option<TextAt>>,
    /// Whether all sheets are wanted on the page, to be printed.
    pub prints: RwSignal<bool>,
}

struct Inner {
    press: Press,
    pages: Pages,
    /// The row of each galley.
    rows: Vec<Row>,
}

impl Proof {
    /// Lays the draft out, and again what changes.
    pub fn new(bench: Bench) -> Self {
        let press = Press::new(Profile::default(), false);
        let inner = Inner { pages: press.pages(), press, rows: Vec::new() };
        let proof = Self {
            inner: StoredValue::new(inner),
            changed: Trigger::new(),
            n_pages: RwSignal::new(1),
            focus: RwSignal::new(None),
            prints: RwSignal::new(false),
        };
        Effect::new(move |_| proof.follow(bench));
        proof
    }

    /// Prints the report: first all sheets come to the page, then the browser is
    /// asked, which waits for nothing once it has begun.
    pub fn print(self) {
        self.prints.set(true);
        request_animation_frame(|| {
            request_animation_frame(|| {
                let _ = window().print();
            });
        });
    }

    /// How many pages there are; followed.
    pub fn n_pages(self) -> usize {
        self.n_pages.get()
    }

    /// What could not be placed by the rules; followed.
    pub fn notices(self) -> Vec<Notice> {
        self.changed.track();
        self.inner.with_value(|it| it.pages.notices.clone())
    }

    /// Looks at the profile in use; followed.
    pub fn with_profile<T>(self, look: impl FnOnce(&Profile) -> T) -> T {
        self.changed.track();
        self.inner.with_value(|it| look(it.press.profile()))
    }

    /// A page with everything in its place, counted from one; followed.
    pub fn sheet(self, number: usize) -> Sheet {
        self.changed.track();
        self.inner.with_value(|it| match it.pages.pages.get(number - 1) {
            Some(page) => sheet(&it.press, page, number),
            None => Sheet::default(),
        })
    }

    /// From the edge of a sheet to its text, in millimetres.
    pub fn top_margin(self) -> f64 {
        self.inner.with_value(|it| crate::layout::units::in_mm(it.press.looks().measures().top))
    }

    /// On which page something is printed, from one, and how far down; none when the
    /// workbench is gone.
    pub fn find(self, spot: Spot) -> Option<(usize, i32)> {
        let found = self.inner.try_with_value(|it| {
            it.pages.pages.iter().enumerate().find_map(|(idx, page)| {
                let found = page.items.iter().find(|item| match item.what {
                    What::Line(at, _) | What::Row(at, _) => it
                        .press
                        .set(at)
                        .and_then(|it| it.paragraphs().first())
                        .is_some_and(|it| spot.prints(it.source)),
                    What::RedRule | What::ImprintRule { .. } => false,
                });
                found.map(|it| (idx + 1, it.y))
            })
        });
        found.flatten()
    }

    fn follow(self, bench: Bench) {
        match bench.take_touched() {
            Touched::Everything => timed("chengwen:layout", || self.set_all(bench)),
            Touched::Places(places) => timed("chengwen:relayout", || {
                if places.contains(&Place::Layout) {
                    self.set_all(bench);
                } else {
                    self.set_again(bench, &places);
                }
            }),
        }
        let n_pages = self.inner.with_value(|it| it.pages.pages.len());
        if self.n_pages.get_untracked() != n_pages {
            self.n_pages.set(n_pages);
        }
        self.changed.notify();
    }

    /// Sets the whole draft; galleys of paragraphs that are the same are kept.
    fn set_all(self, bench: Bench) {
        let numbers = bench.numbers();
        self.inner.update_value(|it| {
            bench.with(|draft| {
                let mut press = Press::new(draft.profile.clone(), draft.sealed);
                let mut rows = Vec::with_capacity(it.rows.len());
                // Rows mostly stand where they stood, or a few places on.
                let mut next = 0;
                assemble::rows(draft, &numbers, |row, paragraphs| {
                    let ahead = it.rows[next..].iter().take(AHEAD).position(|it| *it == row);
                    press.push_as(paragraphs, &it.press, ahead.map(|it| next + it));
                    if let Some(ahead) = ahead {
                        next += ahead + 1;
                    }
                    rows.push(row);
                });
                it.pages = press.pages();
                (it.press, it.rows) = (press, rows);
            });
        });
    }

    /// Sets the rows of these places again.
    fn set_again(self, bench: Bench, places: &[Place]) {
        let numbers = bench.numbers();
        self.inner.update_value(|it| {
            bench.with(|draft| {
                for row in places.iter().flat_map(|place| rows_of(draft, *place)) {
                    if let Some(galley) = it.rows.iter().position(|it| *it == row) {
                        it.press.replace(galley, assemble::row(draft, &numbers, row));
                    }
                }
                it.press.seal(draft.sealed);
            });
            it.pages = it.press.pages();
        });
    }
}

/// What the author is busy with: a form, or one field of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// Everything that a form prints.
    Place(Place),
    /// What one field prints.
    Text(TextAt),
}

impl Spot {
    /// Whether it prints what comes from this text. The fields of an entry print
    /// one paragraph together.
    pub fn prints(self, source: TextAt) -> bool {
        match self {
            Self::Text(at @ TextAt::Entry(..)) => Place::of(source) == Place::of(at),
            Self::Text(at) => source == at,
            Self::Place(place) => Place::of(source) == place,
        }
    }
}

/// The rows that print a place.
fn rows_of(draft: &Draft, place: Place) -> Vec<Row> {
    use crate::model::draft::HeadField::{Addressee, Date, Signature, Title};
    match place {
        Place::Head => [Title, Addressee, Signature, Date].map(Row::Head).to_vec(),
        Place::Elements => vec![Row::Masthead, Row::BelowTitle, Row::Note, Row::Imprint],
        Place::Layout => Vec::new(),
        Place::Node(id) if draft.section(id).is_some() => {
            vec![Row::Heading(id), Row::AttachmentNote]
        }
        Place::Node(id) => {
            let section = draft.entry_idx(id).map(|(idx, _)| draft.sections[idx].id);
            section.map(|section| Row::Entry(section, id)).into_iter().collect()
        }
    }
}
