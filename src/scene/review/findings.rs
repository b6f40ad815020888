//! The findings, by level: go there, mend, or set aside with a reason.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::check::fix::{self, Fix};
use crate::check::{Finding, Level, Text, dismissed, field};
use crate::model::draft::Draft;
use crate::model::notes::{Carried, Notes};
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::review::Look;
use crate::scene::review::beside::at;
use crate::scene::review::parts::{context, key, level, message, set};
use crate::scene::words::say;
use crate::store::journal::field_id;

/// So many findings are shown at first, and so many more each time.
const SHOWN: usize = 60;

/// What the author looks at.
#[derive(Debug)]
pub(super) struct State {
    /// The levels that are left out.
    hidden: BTreeSet<Level>,
    n_shown: usize,
    /// Whether the safe fixes are laid out to be looked at.
    previews: bool,
    /// The finding that is about to be set aside.
    leaving: String,
}

impl Default for State {
    fn default() -> Self {
        Self {
            hidden: BTreeSet::from([Level::Hint]),
            n_shown: SHOWN,
            previews: false,
            leaving: String::new(),
        }
    }
}

/// Whether the author has set a finding aside.
pub(super) fn is_dismissed(text: &Text, finding: &Finding, notes: &Notes) -> bool {
    dismissed::find(text, finding, &notes.dismissed).is_some()
}

/// Does what the author asks of a finding; none where the act is about something else.
pub(super) fn play(state: &mut State, event: &Event<'_>, look: &Look<'_>) -> Option<Reply> {
    let (deed, about) = event.deed();
    let finding = || look.found.iter().find(|it| key(it) == about);
    match deed {
        "level" => {
            let level = Level::ALL.into_iter().find(|it| format!("{it:?}") == about);
            if let Some(level) = level
                && !state.hidden.remove(&level)
            {
                state.hidden.insert(level);
            }
        }
        "more" => state.n_shown += SHOWN,
        "preview" => {
            state.previews = !state.previews;
            return Some(Reply::none().with(Op::Focus("fix-all".to_owned())));
        }
        "fix-all" => {
            state.previews = false;
            return Some(mend(look, &fix::safe(&look.text, &look.found)).in_bulk());
        }
        "fix" => {
            let Some(finding) = finding() else { return Some(Reply::none()) };
            let fixes: Vec<_> = finding
                .spots
                .iter()
                .filter_map(|it| fix::fix(&look.text, finding.rule, it.place, it.fix.as_deref()?))
                .collect();
            return Some(mend(look, &fixes));
        }
        "show" => {
            let (about, nth) = about.split_once(' ').unwrap_or((about, "0"));
            let finding = look.found.iter().find(|it| key(it) == about);
            let nth: usize = nth.parse().unwrap_or(0);
            if let Some(spot) = finding.and_then(|it| it.spots.get(nth))
                && let Some(at_field) = at(look, spot.place)
            {
                let held = field::of(look.draft, &look.document, spot.place);
                let before = held.and_then(|(at, range)| look.draft.text(at)?.get(..range.start));
                let before = before.unwrap_or_default().to_owned();
                return Some(Reply::none().with(Op::Show(field_id(at_field), before)));
            }
        }
        "leave" => {
            state.leaving = if state.leaving == about { String::new() } else { about.to_owned() };
            return Some(Reply::none().with(Op::Focus("leave-reason".to_owned())));
        }
        "left" => {
            // The button and the field both say so.
            if std::mem::take(&mut state.leaving) != about {
                return Some(Reply::none());
            }
            let Some(finding) = finding() else { return Some(Reply::none()) };
            let mut notes = look.notes.clone();
            notes.dismissed.push(dismissed::dismiss(&look.text, finding, event.value.trim()));
            return Some(set(&Draft { notes: Carried::of(&notes), ..look.draft.clone() }));
        }
        "restore" => {
            let finding = look.dismissed.iter().find(|it| key(it) == about);
            let left =
                finding.and_then(|it| dismissed::find(&look.text, it, &look.notes.dismissed));
            let mut notes = look.notes.clone();
            notes.dismissed.retain(|it| Some(it) != left);
            return Some(set(&Draft { notes: Carried::of(&notes), ..look.draft.clone() }));
        }
        _ => return None,
    }
    Some(Reply::none())
}

/// Makes fixes as one step that can be taken back.
fn mend(look: &Look<'_>, fixes: &[Fix]) -> Reply {
    let mut draft = look.draft.clone();
    let Some(edit) = fix::step(look.draft, &look.document, fixes) else {
        return Reply::none().with(Op::Warn(say!(look.locale, review.not_mended).to_owned()));
    };
    edit.apply(&mut draft);
    let said = say!(look.locale, review.mended, n = fixes.len());
    set(&draft).with(Op::Say(said))
}

/// The panel.
pub(super) fn draw(state: &State, look: &Look<'_>) -> Markup {
    let locale = look.locale;
    let of = |level| look.found.iter().filter(move |it| it.level == level);
    let shown: Vec<_> =
        Level::ALL.into_iter().filter(|it| !state.hidden.contains(it)).flat_map(of).collect();
    let fixes = fix::safe(&look.text, &look.found);
    html! {
        @if look.found.is_empty() {
            p role="status" { (say!(locale, review.nothing)) }
        } @else {
            div class="scene__row" role="group" aria-label=(say!(locale, review.levels)) {
                @for it in Level::ALL {
                    button type="button" id={ "level-" (it.name()) } data-act={ "level " (format!("{it:?}")) }
                        aria-pressed=(!state.hidden.contains(&it)) {
                        (level(locale, it)) " " (of(it).count())
                    }
                }
                @if !fixes.is_empty() {
                    button type="button" id="fix-preview" data-act="preview" aria-expanded=(state.previews) {
                        (say!(locale, review.fix_all, n = fixes.len()))
                    }
                }
            }
            @if state.previews && !fixes.is_empty() { (previews(look, &fixes)) }
            ol class="scene__list" {
                @for finding in shown.iter().take(state.n_shown) { (one(state, look, finding)) }
            }
            @if state.n_shown < shown.len() {
                button type="button" id="findings-more" data-act="more" {
                    (say!(locale, review.more, n = shown.len() - state.n_shown))
                }
            }
        }
        @if !look.dismissed.is_empty() {
            details {
                summary { (say!(locale, review.dismissed, n = look.dismissed.len())) }
                ol class="scene__list" {
                    @for finding in &look.dismissed {
                        li {
                            p { (level(locale, finding.level)) " " (message(locale, finding)) }
                            p class="scene__text scene__small" {
                                (context(&look.text, finding))
                                @if let Some(it) = dismissed::find(&look.text, finding, &look.notes.dismissed)
                                    && !it.reason.is_empty() {
                                    " " (say!(locale, review.because, reason = it.reason))
                                }
                            }
                            button type="button" class="quiet" id={ "restore-" (key(finding)) }
                                data-act={ "restore " (key(finding)) } { (say!(locale, review.restore)) }
                        }
                    }
                }
            }
        }
    }
}

/// Every safe fix, before it is made.
fn previews(look: &Look<'_>, fixes: &[Fix]) -> Markup {
    let locale = look.locale;
    html! {
        section aria-label=(say!(locale, review.previews)) {
            div class="scene__row" {
                button type="button" class="primary" id="fix-all" data-act="fix-all" {
                    (say!(locale, review.fix_these, n = fixes.len()))
                }
                button type="button" id="fix-none" data-act="preview" { (say!(locale, review.cancel)) }
            }
            ol class="scene__list" {
                @for fix in fixes {
                    li class="scene__text" {
                        (fix.before) del { (fix.old) } ins { (fix.new) } (fix.after)
                        " " span class="scene__small" { (fix.rule) }
                    }
                }
            }
        }
    }
}

fn one(state: &State, look: &Look<'_>, finding: &Finding) -> Markup {
    let (locale, key) = (look.locale, key(finding));
    let n = finding.spots.len();
    html! {
        li {
            p { (level(locale, finding.level)) " " (message(locale, finding)) }
            p class="scene__text" { (context(&look.text, finding)) }
            p class="scene__small" { (finding.rule) " · " (finding.source.show()) }
            @if 1 < n {
                details {
                    summary { (say!(locale, review.places, n = n)) }
                    div class="scene__row" {
                        @for idx in 0..n {
                            button type="button" class="quiet" id={ "go-" (key) "-" (idx) }
                                data-act={ "show " (key) " " (idx) }
                                aria-label=(say!(locale, review.go_nth, n = idx + 1)) { (idx + 1) }
                        }
                    }
                }
            }
            div class="scene__row" {
                button type="button" id={ "go-" (key) } data-act={ "show " (key) " 0" } {
                    (say!(locale, review.go))
                }
                @if let Some(fix) = finding.fix() {
                    button type="button" id={ "fix-" (key) } data-act={ "fix " (key) } {
                        @if fix.is_empty() { (say!(locale, review.take_out, text = finding.text())) }
                        @else { (say!(locale, review.fix, text = finding.text(), fix = fix)) }
                    }
                }
                button type="button" class="quiet" id={ "leave-" (key) } data-act={ "leave " (key) }
                    aria-expanded=(state.leaving == key) { (say!(locale, review.leave)) }
            }
            @if state.leaving == key {
                div class="scene__row" {
                    label for="leave-reason" { (say!(locale, review.reason)) }
                    input type="text" id="leave-reason" autocomplete="off" data-act={ "left " (key) };
                    button type="button" id="leave-plain" data-act={ "left " (key) } {
                        (say!(locale, review.leave_so))
                    }
                }
            }
        }
    }
}
