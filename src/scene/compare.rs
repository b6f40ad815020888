//! What has changed between two versions of a report, figures first.

use maud::{Markup, html};

use crate::assemble::assemble;
use crate::compare::compare;
use crate::compare::listing::{Kind, Listing, Part, Row};
use crate::compare::{Sign, Span};
use crate::import::json;
use crate::scene::Scene;
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::words::{Locale, grouped, say};

/// So many changes are shown at first, and so many more each time.
const SHOWN: usize = 200;

/// The changes from an older text (the value of `open`, a draft file behind what
/// the two are called and a line break) to the draft that is open.
#[derive(Debug, Default)]
pub struct Compare {
    names: String,
    listing: Listing,
    only_figures: bool,
    n_shown: usize,
}

impl Scene for Compare {
    fn play(&mut self, event: &Event<'_>) -> Reply {
        match event.deed() {
            ("open", _) => {
                let (names, old) = event.value.split_once('\n').unwrap_or_default();
                let (Ok(old), Some(new)) = (json::read_text(old), event.draft) else {
                    return Reply::none().with(Op::Close);
                };
                self.names = names.to_owned();
                self.listing = Listing::of(&compare(&assemble(&old), &assemble(new)));
                self.n_shown = SHOWN;
            }
            ("all", _) => self.only_figures = false,
            ("figures", _) => self.only_figures = true,
            ("more", _) => self.n_shown += SHOWN,
            // The language has changed.
            ("words", _) => {}
            _ => return Reply::none(),
        }
        Reply::scene(self.draw(event.locale))
    }
}

impl Compare {
    fn draw(&self, locale: Locale) -> Markup {
        html! {
            div class="compare" {
                p class="compare__versions" { (self.names) }
                @if self.listing.rows.is_empty() {
                    p role="status" { (say!(locale, compare.same)) }
                } @else {
                    (self.changes(locale))
                }
            }
        }
    }

    /// The counts and the list.
    fn changes(&self, locale: Locale) -> Markup {
        let counts = &self.listing.counts;
        let (n, n_figures) = (self.listing.rows.len(), counts.with_figures as usize);
        let summary = say!(
            locale,
            compare.summary,
            n = n,
            figures = n_figures,
            added = counts.added,
            removed = counts.removed,
            moved = counts.moved,
            old = grouped(counts.old_length),
            new = grouped(counts.new_length)
        );
        // Changes of figures stand first in the list.
        let end = if self.only_figures { n_figures } else { n };
        let shown = end.min(self.n_shown);
        let list = |name: &str, from: usize, to: usize| {
            let rows = self.listing.rows.get(from..to.min(shown)).unwrap_or_default();
            html! {
                @if !rows.is_empty() {
                    h3 { (name) }
                    ol class="compare__list" { @for row in rows { (change(locale, row)) } }
                }
            }
        };
        let choice = |act: &str, is_chosen: bool, name: String| {
            html! { button type="button" id={ "compare-" (act) } data-act=(act) aria-pressed=(is_chosen) { (name) } }
        };
        html! {
            p class="compare__summary" role="status" { (summary) }
            @if 0 < n_figures {
                div class="tabs tabs--always" role="group" aria-label=(say!(locale, compare.show)) {
                    (choice("all", !self.only_figures, say!(locale, compare.all, n = n)))
                    (choice("figures", self.only_figures, say!(locale, compare.only_figures, n = n_figures)))
                }
            }
            (list(say!(locale, compare.figures), 0, n_figures))
            (list(say!(locale, compare.others), n_figures, n))
            @if shown < end {
                button type="button" id="compare-more" data-act="more" {
                    (say!(locale, compare.more, n = end - shown))
                }
            }
        }
    }
}

/// One change: what happened and where, the figures, the words.
fn change(locale: Locale, row: &Row) -> Markup {
    let happened = match row.kind {
        Kind::Added => say!(locale, compare.added),
        Kind::Removed => say!(locale, compare.removed),
        Kind::Changed => say!(locale, compare.changed),
        Kind::Moved => say!(locale, compare.moved),
        Kind::MovedAndChanged => say!(locale, compare.moved_and_changed),
    };
    let chip = match row.kind {
        Kind::Added => "chip chip--ok",
        Kind::Removed => "chip chip--bad",
        Kind::Changed | Kind::Moved | Kind::MovedAndChanged => "chip chip--note",
    };
    let mut place = vec![
        if row.heading.is_empty() { part(locale, row.part) } else { row.heading.clone() },
        say!(locale, compare.place, n = row.place),
    ];
    place.extend(row.from.map(|it| say!(locale, compare.from, n = it)));
    place.extend(row.was.map(|it| format!("{} → {}", part(locale, it), part(locale, row.part))));
    let or_none = |it: &str| {
        if it.is_empty() { say!(locale, compare.none).to_owned() } else { it.to_owned() }
    };
    html! {
        li {
            p class="compare__where" {
                span class=(chip) { (happened) }
                " "
                (place.join(" · "))
            }
            @if !row.numbers.is_empty() {
                ul class="compare__figures" {
                    @for (old, new) in &row.numbers { li { (or_none(old)) " → " (or_none(new)) } }
                }
            }
            p class="compare__text" { @for span in &row.spans { (piece(locale, span)) } }
        }
    }
}

/// A piece of text. What happened to it is told by line and by word, not by
/// colour alone.
fn piece(locale: Locale, span: &Span) -> Markup {
    let hidden = |words: &str| html! { span class="visually-hidden" { (words) } };
    match span.sign {
        Sign::Kept => html! { span { (span.text) } },
        Sign::Removed => html! { del { (hidden(say!(locale, compare.deleted))) (span.text) } },
        Sign::Added => html! { ins { (hidden(say!(locale, compare.inserted))) (span.text) } },
    }
}

fn part(locale: Locale, part: Part) -> String {
    match part {
        Part::Title => say!(locale, compare.title).to_owned(),
        Part::Heading(level) => say!(locale, compare.heading, n = level),
        Part::Item => say!(locale, compare.item).to_owned(),
        Part::Body => say!(locale, compare.body).to_owned(),
        Part::Row => say!(locale, compare.row).to_owned(),
        Part::HeaderRow => say!(locale, compare.header_row).to_owned(),
        Part::Other => say!(locale, compare.other).to_owned(),
    }
}
