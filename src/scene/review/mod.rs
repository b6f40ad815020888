//! What there is to look after before a report goes out: findings, figures, last
//! year, and the sheet that goes with it.
//!
//! The scene stands behind the whole workbench: besides its panel it fills the
//! places under the fields, the count in the bar, and the marks on the paper.

mod beside;
mod findings;
mod parts;

use maud::html;

use crate::assemble::{Document, assemble};
use crate::check::{self, Finding, Settings, Text};
use crate::model::draft::Draft;
use crate::scene::Scene;
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::words::{Locale, say};

/// The review of the draft that is open.
#[derive(Debug, Default)]
pub struct Review {
    tab: Tab,
    settings: Settings,
    findings: findings::State,
    /// What the panel showed last: the same is not sent again.
    shown: String,
}

/// What the panel shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Tab {
    #[default]
    Findings,
}

impl Tab {
    const ALL: [Self; 1] = [Self::Findings];

    fn id(self) -> &'static str {
        match self {
            Self::Findings => "findings",
        }
    }

    fn name(self, locale: Locale) -> &'static str {
        match self {
            Self::Findings => say!(locale, review.findings),
        }
    }
}

/// The draft with what the checks say of it.
pub(super) struct Look<'a> {
    draft: &'a Draft,
    document: Document,
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
        let (dismissed, found) =
            all.into_iter().partition(|it| findings::is_dismissed(&text, it, draft));
        Self { draft, document, text, found, dismissed, locale }
    }
}

impl Scene for Review {
    fn play(&mut self, event: &Event<'_>) -> Reply {
        let Some(draft) = event.draft else { return Reply::none() };
        let (deed, about) = event.deed();
        if deed == "open"
            && let Ok(settings) = Settings::read(event.value.as_bytes())
        {
            self.settings = settings;
        }
        if deed == "tab"
            && let Some(tab) = Tab::ALL.into_iter().find(|it| it.id() == about)
        {
            self.tab = tab;
        }
        let look = Look::at(draft, &self.settings, event.locale);
        match deed {
            "look" => {
                let reply = beside::reply(&look, event.value);
                self.redrawn(&look, reply)
            }
            "open" | "tab" | "words" => {
                self.shown.clear();
                self.redrawn(&look, Reply::none())
            }
            _ => {
                let reply = findings::play(&mut self.findings, event, &look);
                self.redrawn(&look, reply)
            }
        }
    }
}

impl Review {
    /// The reply with the panel, where it has changed.
    fn redrawn(&mut self, look: &Look<'_>, reply: Reply) -> Reply {
        let panel = html! {
            div class="tabs tabs--always" role="group" aria-label=(say!(look.locale, review.tabs)) {
                @for tab in Tab::ALL {
                    button type="button" id={ "review-" (tab.id()) } data-act={ "tab " (tab.id()) }
                        aria-pressed=(self.tab == tab) { (tab.name(look.locale)) }
                }
            }
            @match self.tab {
                Tab::Findings => (findings::draw(&self.findings, look)),
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
