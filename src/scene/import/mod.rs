//! A report from a file or from the clipboard becomes a draft: what was understood
//! is shown, and can be corrected, before anything is made.

mod choose;
mod review;
mod roles;

use crate::export;
use crate::import::build;
use crate::import::json;
use crate::import::notice::Notice;
use crate::import::recognise::{Certainty, Reading, Role};
use crate::import::source::{self, Refusal};
use crate::model::draft::Draft;
use crate::scene::Scene;
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::words::Locale;

/// So many lines are shown at first, and so many more each time.
const SHOWN: usize = 300;

/// The import.
#[derive(Debug, Default)]
pub struct Import {
    read: Option<Read>,
    /// Why the last file was not taken.
    refusal: Option<Refusal>,
}

/// A text that was read.
#[derive(Debug)]
struct Read {
    reading: Reading,
    notices: Vec<Notice>,
    filter: Filter,
    n_shown: usize,
    /// The year that a new draft would be for, in digits.
    year: String,
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
        let (deed, about) = event.deed();
        match (deed, &mut self.read) {
            // A file or a text may have been handed on.
            ("open" | "file" | "text", read) => {
                if deed != "open" || read.is_none() {
                    return self.take(event);
                }
            }
            ("another", _) => *self = Self::default(),
            ("leave", _) => return Reply::none().with(Op::Close),
            ("words", _) => {}
            (_, Some(read)) => return read.play(event, deed, about),
            (_, None) => return Reply::none(),
        }
        self.draw(event.locale)
    }
}

impl Import {
    fn draw(&self, locale: Locale) -> Reply {
        Reply::scene(match &self.read {
            None => choose::draw(locale, self.refusal),
            Some(read) => review::draw(locale, read),
        })
    }

    /// Takes a file or a pasted text in. One that is refused leaves what there is.
    fn take(&mut self, event: &Event<'_>) -> Reply {
        let (name, bytes) = event.file.unwrap_or(("", event.value.as_bytes()));
        if event.file.is_none() && event.value.trim().is_empty() {
            return self.draw(event.locale);
        }
        // A draft file is a draft already.
        if let Ok(draft) = json::read(bytes) {
            return create(&draft);
        }
        match source::read(bytes, name) {
            Ok(source) => {
                self.refusal = None;
                self.read = Some(Read::of(source, event.today));
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
    fn of(source: source::Source, today: &str) -> Self {
        let reading = Reading::new(source.lines);
        let doubts = reading.decisions().iter().any(|it| it.certainty == Certainty::Doubtful);
        let filter = if doubts { Filter::Doubtful } else { Filter::All };
        let year = today.split('年').next().unwrap_or_default().to_owned();
        Self { reading, notices: source.notices, filter, n_shown: SHOWN, year }
    }

    fn play(&mut self, event: &Event<'_>, deed: &str, about: &str) -> Reply {
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
                return Reply::scene(review::draw(event.locale, self)).with(focus);
            }
            "year" => {
                event.value.trim().clone_into(&mut self.year);
                return Reply::none();
            }
            "make" => return create(&build::draft(&self.reading, "").0),
            _ => {
                let Some(idx) = idx() else { return Reply::none() };
                let before = self.reading.clone();
                self.correct(idx, deed, about, event.value);
                return review::changed(event.locale, self, &before);
            }
        }
        Reply::scene(review::draw(event.locale, self))
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
