//! What was understood: every line with what it is taken for, beside the outline.

use maud::{Markup, html};

use crate::import::recognise::{Certainty, Reading, Role};
use crate::scene::import::{Filter, Read, choose, roles};
use crate::scene::reply::Reply;
use crate::scene::words::{Locale, grouped, say};

/// More lines than this are drawn all at once when they change.
const ONE_BY_ONE: usize = 60;
/// A line is shown up to so many characters; the whole of it on request.
const SHORT: usize = 90;
/// A heading in the outline is shown up to so many characters.
const NAME: usize = 28;

/// The whole review.
pub(super) fn draw(locale: Locale, read: &Read, year: &str) -> Markup {
    let shown = read.shown();
    html! {
        (summary(locale, read))
        @if !read.notices.is_empty() {
            ul class="panel__lacking" aria-label=(say!(locale, import.notices)) {
                @for notice in &read.notices { li { (choose::notice(locale, notice)) } }
            }
        }
        div class="scene__row" {
            button type="button" class="primary" id="import-make" data-act="make" {
                (say!(locale, import.make))
            }
            (choose::turn(locale, year))
            button type="button" class="quiet" id="import-another" data-act="another" {
                (say!(locale, import.another))
            }
        }
        p class="scene__small" { (say!(locale, import.make_note)) }
        div class="scene__sides" {
            section aria-label=(say!(locale, import.lines)) {
                p class="scene__small" { (say!(locale, import.keys)) }
                ol class="scene__list" {
                    @for idx in shown.iter().take(read.n_shown) { (line(locale, &read.reading, *idx)) }
                }
                @if read.n_shown < shown.len() {
                    button type="button" id="import-more" data-act="more" {
                        (say!(locale, import.more, n = shown.len() - read.n_shown))
                    }
                }
            }
            (outline(locale, &read.reading))
        }
    }
}

/// What is drawn anew after a correction: the lines that are read otherwise now.
pub(super) fn changed(locale: Locale, read: &Read, before: &Reading, year: &str) -> Reply {
    let now = &read.reading;
    let differs = |idx: &usize| {
        now.decisions().get(*idx) != before.decisions().get(*idx)
            || now.is_removed(*idx) != before.is_removed(*idx)
    };
    let changed: Vec<_> = (0..now.lines().len()).filter(differs).collect();
    if ONE_BY_ONE < changed.len() {
        return Reply::scene(draw(locale, read, year));
    }
    let mut reply = Reply::none()
        .replace("import-summary", summary(locale, read))
        .replace("import-outline", outline(locale, now));
    for idx in changed {
        reply = reply.replace(&format!("line-{idx}"), line(locale, now, idx));
    }
    reply
}

/// What was found, and which lines to show.
fn summary(locale: Locale, read: &Read) -> Markup {
    let reading = &read.reading;
    let n = |fits: &dyn Fn(Role) -> bool| {
        (0..reading.lines().len()).filter(|it| fits(reading.role(*it))).count()
    };
    let n_lines = reading.lines().len();
    let headings = n(&|it| matches!(it, Role::Heading(_) | Role::RunIn(_)));
    let items = n(&|it| matches!(it, Role::Item(_) | Role::Point));
    let residue = n(&|it| it == Role::Residue);
    let left = (0..n_lines).filter(|it| !reading.is_removed(*it)).count();
    let doubts =
        reading.decisions().iter().filter(|it| it.certainty == Certainty::Doubtful).count();
    let length: u32 = reading.lines().iter().map(|it| crate::model::length::length(&it.text)).sum();
    let choice = |filter: Filter, act: &str, name: String| {
        html! {
            button type="button" id={ "import-" (act) } data-act={ "filter " (act) }
                aria-pressed=(read.filter == filter) { (name) }
        }
    };
    html! {
        div id="import-summary" {
            p role="status" {
                (say!(locale, import.summary, lines = n_lines, length = grouped(length),
                    headings = headings, items = items, left = left))
            }
            div class="tabs tabs--always" role="group" aria-label=(say!(locale, import.show)) {
                (choice(Filter::Doubtful, "doubtful", say!(locale, import.doubtful, n = doubts)))
                (choice(Filter::Residue, "residue", say!(locale, import.residue_n, n = residue)))
                (choice(Filter::All, "all", say!(locale, import.all, n = n_lines)))
            }
            @if 0 < residue && n_lines - left < residue {
                button type="button" id="import-drop" data-act="residue" {
                    (say!(locale, import.drop_residue, n = residue))
                }
            }
        }
    }
}

/// One line: what it is taken for, how to correct that, and what it says.
fn line(locale: Locale, reading: &Reading, idx: usize) -> Markup {
    let role = reading.role(idx);
    let text = reading.lines().get(idx).map_or("", |it| it.text.as_str());
    let certainty = reading.decisions().get(idx).map_or(Certainty::Sure, |it| it.certainty);
    let is_removed = reading.is_removed(idx);
    let n = idx + 1;
    let offered = roles::OFFERED.iter().any(|(_, it)| *it == role);
    let is_long = SHORT < text.chars().count();
    html! {
        li id={ "line-" (idx) } tabindex="0" data-row=(idx) data-keys="h i b t u Delete ArrowLeft ArrowRight"
            data-sure=(if certainty == Certainty::Doubtful { "no" } else { "yes" })
            aria-label=(say!(locale, import.line, n = n)) {
            div class="scene__row" {
                span class="scene__small" { (n) }
                select id={ "role-" (idx) } data-act={ "role " (idx) }
                    aria-label=(say!(locale, import.role, n = n)) {
                    @if !offered { option value="" selected { (roles::name(locale, role)) } }
                    @for (id, it) in roles::OFFERED {
                        option value=(id) selected[it == role] { (roles::name(locale, it)) }
                    }
                }
                @if role.level().is_some() {
                    button type="button" class="quiet" id={ "up-" (idx) } data-act={ "up " (idx) }
                        aria-label=(say!(locale, import.up, n = n)) { "←" }
                    button type="button" class="quiet" id={ "down-" (idx) } data-act={ "down " (idx) }
                        aria-label=(say!(locale, import.down, n = n)) { "→" }
                }
                @if certainty == Certainty::Doubtful {
                    span class="chip chip--warn" { (say!(locale, import.unsure)) }
                }
                @if role == Role::Residue || is_removed {
                    button type="button" class="quiet" id={ "drop-" (idx) } data-act={ "drop " (idx) }
                        aria-label=(say!(locale, import.drop_nth, n = n)) aria-pressed=(is_removed) {
                        (say!(locale, import.drop))
                    }
                }
            }
            @if is_long {
                details {
                    summary class={ "scene__text" @if is_removed { " scene__gone" } } {
                        (text.chars().take(SHORT).collect::<String>()) "…"
                    }
                    p class="scene__text" { (text) }
                }
            } @else {
                p class={ "scene__text" @if is_removed { " scene__gone" } } { (text) }
            }
        }
    }
}

/// The headings, each a way to its line.
fn outline(locale: Locale, reading: &Reading) -> Markup {
    let is_heading = |idx: &usize| {
        matches!(reading.role(*idx), Role::Title | Role::Heading(_) | Role::RunIn(_))
            && !reading.is_removed(*idx)
    };
    let headings: Vec<_> = (0..reading.lines().len()).filter(is_heading).collect();
    html! {
        nav class="scene__side" id="import-outline" aria-label=(say!(locale, import.outline)) {
            h2 { (say!(locale, import.outline)) }
            @if headings.is_empty() { p { (say!(locale, import.no_outline)) } }
            ol class="scene__outline" {
                @for idx in headings {
                    li class={ "l" (reading.role(idx).level().unwrap_or(0)) } {
                        button type="button" class="quiet" id={ "outline-" (idx) } data-act={ "jump " (idx) } {
                            (reading.lines().get(idx).map_or("", |it| it.text.as_str())
                                .chars().take(NAME).collect::<String>())
                        }
                    }
                }
            }
        }
    }
}
