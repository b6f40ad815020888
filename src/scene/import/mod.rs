//! A report from a file or from the clipboard becomes a draft: what was understood
//! is shown, and can be corrected, before anything is made.

mod choose;
mod review;
mod roles;

pub(super) use choose::refused;

use crate::export;
use crate::import::build;
use crate::import::json;
use crate::import::notice::Notice;
use crate::import::recognise::{Certainty, Reading, Role};
use crate::import::source::{self, Refusal};
use crate::ledger::rollover;
use crate::model::draft::Draft;
use crate::scene::Scene;
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::words::{Locale, say};

/// So many lines are shown at first, and so many more each time.
const SHOWN: usize = 60;

/// The import.
#[derive(Debug, Default)]
pub struct Import {
    read: Option<Read>,
    /// A draft that is to be last year's; its lines need no reading.
    last: Option<Draft>,
    /// Why the last file was not taken.
    refusal: Option<Refusal>,
    /// The year that a new draft would be for, in digits.
    year: String,
}

/// A text that was read.
#[derive(Debug)]
struct Read {
    reading: Reading,
    notices: Vec<Notice>,
    filter: Filter,
    n_shown: usize,
}

/// Which lines are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Filter {
    #[default]
    All,
    Doubtful,
    Residue,
}

impl Scene for Import {
    fn play(&mut self, event: &Event<'_>) -> Reply {
        let (deed, _) = event.deed();
        if deed == "open" && self.year.is_empty() {
            event.today.split('年').next().unwrap_or_default().clone_into(&mut self.year);
        }
        match (deed, &mut self.read) {
            // A file or a text may have been handed on.
            ("open" | "file" | "text", read) => {
                if deed != "open" || (read.is_none() && self.last.is_none()) {
                    return self.take(event);
                }
            }
            ("another", _) => {
                *self = Self { year: std::mem::take(&mut self.year), ..Self::default() };
            }
            ("leave", _) => return Reply::none().with(Op::Close),
            ("words", _) => {}
            ("year", _) => {
                event.value.trim().clone_into(&mut self.year);
                return Reply::none();
            }
            ("turn", _) => return self.turn(event.locale),
            (_, Some(read)) => return read.play(event, &self.year),
            (_, None) => return Reply::none(),
        }
        self.draw(event.locale)
    }
}

impl Import {
    fn draw(&self, locale: Locale) -> Reply {
        Reply::scene(match (&self.read, &self.last) {
            (Some(read), _) => review::draw(locale, read, &self.year),
            (None, Some(last)) => choose::last(locale, last, &self.year),
            (None, None) => choose::draw(locale, self.refusal),
        })
    }

    /// Makes the draft of a new year of what was read, with last year's figures listed.
    fn turn(&self, locale: Locale) -> Reply {
        let year = self.year.parse::<u32>().ok().filter(|it| (1949..=2199).contains(it));
        let Some(to) = year else {
            let said = say!(locale, import.not_a_year).to_owned();
            return Reply::none().with(Op::Warn(said)).with(Op::Focus("import-year".to_owned()));
        };
        let last = match (&self.read, &self.last) {
            (Some(read), _) => build::draft(&read.reading, "").0,
            (None, Some(last)) => last.clone(),
            (None, None) => return Reply::none(),
        };
        let from = rollover::year(&last).unwrap_or(to - 1);
        create(&rollover::start(&last, String::new(), from, to))
    }

    /// Takes a file or a pasted text in. One that is refused leaves what there is.
    fn take(&mut self, event: &Event<'_>) -> Reply {
        let (name, bytes) = event.file.unwrap_or(("", event.value.as_bytes()));
        if event.file.is_none() && event.value.trim().is_empty() {
            return self.draw(event.locale);
        }
        // A draft file is a draft already; one that the page hands on as a text is to
        // be last year's.
        if let Ok(draft) = json::read(bytes) {
            if event.file.is_some() {
                return create(&draft);
            }
            self.last = Some(draft);
            return self.draw(event.locale);
        }
        match source::read(bytes, name) {
            Ok(source) => {
                self.refusal = None;
                self.read = Some(Read::of(source));
                self.draw(event.locale)
            }
            Err(refusal) => {
                self.refusal = Some(refusal);
                match self.read {
                    None => self.draw(event.locale).with(Op::Focus("import-file".to_owned())),
                    Some(_) => Reply::none().with(Op::Warn(choose::refused(event.locale, refusal))),
                }
            }
        }
    }
}

impl Read {
    fn of(source: source::Source) -> Self {
        let reading = Reading::new(source.lines);
        let doubts = reading.decisions().iter().any(|it| it.certainty == Certainty::Doubtful);
        let filter = if doubts { Filter::Doubtful } else { Filter::All };
        Self { reading, notices: source.notices, filter, n_shown: SHOWN }
    }

    fn play(&mut self, event: &Event<'_>, year: &str) -> Reply {
        let (deed, about) = event.deed();
        let idx = || about.rsplit(' ').next().and_then(|it| it.parse::<usize>().ok());
        match deed {
            "filter" => {
                self.filter = match about {
                    "doubtful" => Filter::Doubtful,
                    "residue" => Filter::Residue,
                    _ => Filter::All,
                };
                self.n_shown = SHOWN;
            }
            "more" => self.n_shown += SHOWN,
            "residue" => self.reading.remove_residue(),
            "jump" => {
                let row = idx().unwrap_or(0);
                self.filter = Filter::All;
                self.n_shown = self.n_shown.max(row + SHOWN / 2);
                let focus = Op::Focus(format!("line-{row}"));
                return Reply::scene(review::draw(event.locale, self, year)).with(focus);
            }
            "make" => return create(&build::draft(&self.reading, "").0),
            _ => {
                let Some(idx) = idx() else { return Reply::none() };
                let before = self.reading.clone();
                self.correct(idx, deed, about, event.value);
                return review::changed(event.locale, self, &before, year);
            }
        }
        Reply::scene(review::draw(event.locale, self, year))
    }

    /// Takes the author's word for a line: from its list of roles, or by a key.
    fn correct(&mut self, idx: usize, deed: &str, about: &str, value: &str) {
        let reading = &mut self.reading;
        match (deed, about.split(' ').next().unwrap_or_default()) {
            ("role", _) => {
                if let Some(role) = roles::of_id(value) {
                    reading.set_removed(idx, false);
                    reading.set(idx, role);
                }
            }
            ("drop", _) => reading.set_removed(idx, !reading.is_removed(idx)),
            ("up", _) | ("key", "ArrowLeft") => reading.shift(idx, false),
            ("down", _) | ("key", "ArrowRight") => reading.shift(idx, true),
            ("key", "Delete") => reading.set_removed(idx, !reading.is_removed(idx)),
            ("key", "h") => reading.set(idx, roles::heading(reading, idx)),
            ("key", "i") => reading.set(idx, Role::Point),
            ("key", "b") => reading.set(idx, Role::Body),
            ("key", "t") => reading.set(idx, Role::Title),
            ("key", "u") => reading.unset(idx),
            _ => {}
        }
    }

    /// The lines that are shown, by their numbers.
    fn shown(&self) -> Vec<usize> {
        let fits = |idx: &usize| match self.filter {
            Filter::All => true,
            Filter::Doubtful => {
                let decision = self.reading.decisions().get(*idx);
                decision.is_some_and(|it| it.certainty == Certainty::Doubtful)
            }
            Filter::Residue => self.reading.role(*idx) == Role::Residue,
        };
        (0..self.reading.lines().len()).filter(fits).collect()
    }
}

fn create(draft: &Draft) -> Reply {
    let text = String::from_utf8_lossy(&export::json(draft)).into_owned();
    Reply::none().with(Op::Create(text))
}
