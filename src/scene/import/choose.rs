//! The first step: a file or a pasted text; and what is said of either.

use maud::{Markup, html};

use crate::import::notice::Notice;
use crate::import::source::Refusal;
use crate::model::draft::Draft;
use crate::scene::words::{Locale, say};

/// A place to choose a file, and one to paste into.
pub(super) fn draw(locale: Locale, refusal: Option<Refusal>) -> Markup {
    html! {
        p { (say!(locale, import.intro)) }
        @if let Some(refusal) = refusal {
            p class="panel__lacking" role="alert" { (refused(locale, refusal)) }
        }
        div class="scene__row" {
            label for="import-file" { (say!(locale, import.file)) }
            input type="file" id="import-file" data-act="file"
                accept=".docx,.txt,.md,.json,.doc,.wps,text/plain";
        }
        p class="scene__small" { (say!(locale, import.drop_here)) }
        div class="field" {
            label for="import-text" { (say!(locale, import.paste)) }
            textarea id="import-text" data-act="text" spellcheck="false" rows="12" {}
        }
        div class="scene__row" {
            // A field tells of its text when it is left.
            button type="button" class="primary" id="import-go" { (say!(locale, import.go)) }
            button type="button" class="quiet" id="import-leave" data-act="leave" {
                (say!(locale, import.leave))
            }
        }
    }
}

/// A draft that is to be last year's: what will come of it, and for which year.
pub(super) fn last(locale: Locale, last: &Draft, year: &str) -> Markup {
    html! {
        p { (say!(locale, import.last_intro, title = last.display_name())) }
        div class="scene__row" {
            (turn(locale, year))
            button type="button" class="quiet" id="import-leave" data-act="leave" {
                (say!(locale, import.leave))
            }
        }
    }
}

/// The year of a new draft, and the button that makes it.
pub(super) fn turn(locale: Locale, year: &str) -> Markup {
    html! {
        label for="import-year" { (say!(locale, import.year)) }
        input type="text" id="import-year" inputmode="numeric" maxlength="4" size="5"
            autocomplete="off" data-act="year" value=(year);
        button type="button" id="import-turn" data-act="turn" { (say!(locale, import.turn)) }
    }
}

/// Why a file was not taken, and what to do.
pub(in crate::scene) fn refused(locale: Locale, refusal: Refusal) -> String {
    let why = match locale {
        Locale::Chinese => refusal.chinese(),
        Locale::English => refusal.to_string(),
    };
    say!(locale, import.refused, why = why)
}

/// What the author should know of how a text came.
pub(super) fn notice(locale: Locale, notice: &Notice) -> String {
    match notice {
        Notice::Controls(n) => say!(locale, import.controls, n = n),
        Notice::Encoding(name) => say!(locale, import.encoding, name = name),
        Notice::Marks(n) => say!(locale, import.marks, n = n),
        Notice::AutoNumbers(n) => say!(locale, import.auto_numbers, n = n),
        Notice::Insertions(n) => say!(locale, import.insertions, n = n),
        Notice::Deletions(n) => say!(locale, import.deletions, n = n),
        Notice::Comments(n) => say!(locale, import.comments, n = n),
        Notice::Header(text) => say!(locale, import.header, text = text),
        Notice::Footer(text) => say!(locale, import.footer, text = text),
        Notice::Note(text) => say!(locale, import.footnote, text = text),
        Notice::TextBox(text) => say!(locale, import.text_box, text = text),
        Notice::Pictures(n) => say!(locale, import.pictures, n = n),
        Notice::Formulas(n) => say!(locale, import.formulas, n = n),
        Notice::Hidden(n) => say!(locale, import.hidden, n = n),
        Notice::Residue(n) => say!(locale, import.residue_left, n = n),
        Notice::AsWritten(n) => say!(locale, import.as_written, n = n),
        Notice::Plain(n) => say!(locale, import.plain, n = n),
    }
}
