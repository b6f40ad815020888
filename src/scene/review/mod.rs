//! What there is to look after before a report goes out: findings, figures, last
//! year, and the sheet that goes with it.
//!
//! The scene stands behind the whole workbench: besides its panel it fills the
//! places under the fields, the count in the bar, and the marks on the paper.

mod beside;
mod board;
mod findings;
mod growth;
mod ledger;
mod parts;
mod rules;
mod submission;

use maud::html;

use crate::assemble::{Document, assemble};
use crate::check::{self, Finding, Settings, Text};
use crate::model::draft::Draft;
use crate::model::notes::Notes;
use crate::scene::Scene;
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::words::{Locale, say};

/// The review of the draft that is open.
#[derive(Debug, Default)]
pub struct Review {
    /// None until the panel is opened: then the one that has most to say.
    tab: Option<Tab>,
    settings: Settings,
    findings: findings::State,
    board: board::State,
    ledger: ledger::State,
    growth: growth::State,
    rules: rules::State,
    /// What the panel showed last: the same is not sent again.
    shown: String,
}

/// What the page names among the places to fill when the panel is on it.
const PANEL: &str = "review-panel";

/// What the panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Findings,
    Board,
    Ledger,
    Growth,
    Submission,
    Rules,
}

impl Tab {
    const ALL: [Self; 6] =
        [Self::Findings, Self::Board, Self::Ledger, Self::Growth, Self::Submission, Self::Rules];

    fn id(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::Board => "board",
            Self::Ledger => "ledger",
            Self::Growth => "growth",
            Self::Submission => "submission",
            Self::Rules => "rules",
        }
    }

    fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::Findings => say!(locale, review.findings),
            Self::Board => say!(locale, review.board),
            Self::Ledger => say!(locale, review.ledger),
            Self::Growth => say!(locale, review.growth),
            Self::Submission => say!(locale, review.submission),
            Self::Rules => say!(locale, review.rules),
        }
    }
}

/// The draft with what the checks say of it.
struct Look<'a> {
    draft: &'a Draft,
    document: Document,
    notes: Notes,
    text: Text,
    /// Those that the author has not set aside, and those that he has.
    found: Vec<Finding>,
    dismissed: Vec<Finding>,
    locale: Locale,
}

impl<'a> Look<'a> {
    fn at(draft: &'a Draft, settings: &Settings, locale: Locale) -> Self {
        let document = assemble(draft);
        let text = Text::of(&document);
        let all = check::all(&text, settings);
        let notes = draft.notes.read();
        let (dismissed, found) =
            all.into_iter().partition(|it| findings::is_dismissed(&text, it, &notes));
        Self { draft, document, notes, text, found, dismissed, locale }
    }
}

impl Scene for Review {
    fn play(&mut self, event: &Event<'_>) -> Reply {
        let Some(draft) = event.draft else { return Reply::none() };
        let (deed, about) = event.deed();
        match deed {
            "open" | "sync" => {
                if let Ok(settings) = Settings::read(event.value.as_bytes()) {
                    self.settings = settings;
                }
            }
            "tab" => self.tab = Tab::ALL.into_iter().find(|it| it.id() == about),
            _ => {}
        }
        // What came from last year begins with last year's figures.
        let is_turned = draft.notes.read().rollover.is_some();
        self.tab.get_or_insert(if is_turned { Tab::Board } else { Tab::Findings });
        let look = Look::at(draft, &self.settings, event.locale);
        let reply = match deed {
            "look" => {
                let reply = beside::reply(&look, event.value);
                let is_open = event.value.split(' ').any(|it| it == PANEL);
                return if is_open { self.redrawn(&look, event.today, reply) } else { reply };
            }
            "open" | "sync" | "words" | "tab" => {
                self.shown.clear();
                // The drafts that there are to compare with.
                let list = (about == Tab::Growth.id()).then(|| Op::List("drafts".to_owned()));
                list.map_or_else(Reply::none, |it| Reply::none().with(it))
            }
            _ => self.act(event, &look),
        };
        // Other rules find other things.
        let has_other_rules = reply.ops().iter().any(|it| matches!(it, Op::Remember(..)));
        let look =
            if has_other_rules { Look::at(draft, &self.settings, event.locale) } else { look };
        self.redrawn(&look, event.today, reply)
    }
}

impl Review {
    /// Has the part do what the author asks for that the words of the act belong to.
    /// What is asked under a field is asked whatever the panel shows.
    fn act(&mut self, event: &Event<'_>, look: &Look<'_>) -> Reply {
        let done = findings::play(&mut self.findings, event, look)
            .or_else(|| board::play(&mut self.board, event, look.draft))
            .or_else(|| ledger::play(&mut self.ledger, event, look.draft))
            .or_else(|| growth::play(&mut self.growth, event, look.draft))
            .or_else(|| submission::play(event, look))
            .or_else(|| rules::play(&mut self.rules, &mut self.settings, event));
        done.unwrap_or_default()
    }

    /// The reply with the panel, where it has changed.
    fn redrawn(&mut self, look: &Look<'_>, today: &str, reply: Reply) -> Reply {
        // What a change makes of the panel is seen when the page has made it.
        if reply.ops().iter().any(|it| matches!(it, Op::Set(_) | Op::Change(_))) {
            return reply.with(Op::Again);
        }
        let (locale, tab) = (look.locale, self.tab.unwrap_or(Tab::Findings));
        let panel = html! {
            div class="tabs tabs--always scene__tools" role="group" aria-label=(say!(locale, review.tabs)) {
                @for it in Tab::ALL {
                    button type="button" id={ "review-" (it.id()) } data-act={ "tab " (it.id()) }
                        aria-pressed=(tab == it) { (it.name(locale)) }
                }
            }
            @match tab {
                Tab::Findings => (findings::draw(&self.findings, look)),
                Tab::Board => (board::draw(&self.board, look.draft, locale)),
                Tab::Ledger => (ledger::draw(&self.ledger, look.draft, locale, &look.found)),
                Tab::Growth => (growth::draw(&self.growth, look.draft, locale)),
                Tab::Submission => (submission::draw(look, today)),
                Tab::Rules => (rules::draw(&self.rules, &self.settings, locale)),
            }
        };
        let panel = panel.into_string();
        if panel == self.shown {
            return reply;
        }
        self.shown.clone_from(&panel);
        reply.with(Op::Fill(String::new(), panel))
    }
}
