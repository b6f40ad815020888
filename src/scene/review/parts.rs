//! Small pieces that several parts of the review draw.

use maud::{Markup, html};

use crate::check::listing::around;
use crate::check::{Finding, Level, Text, words};
use crate::export;
use crate::model::draft::Draft;
use crate::scene::reply::{Op, Reply};
use crate::scene::words::{Locale, say};

/// A word for a level, with its colour.
pub(super) fn level(locale: Locale, level: Level) -> Markup {
    let (class, name) = match level {
        Level::Error => ("chip chip--bad", say!(locale, review.error)),
        Level::Doubt => ("chip chip--warn", say!(locale, review.doubt)),
        Level::Hint => ("chip chip--note", say!(locale, review.hint)),
    };
    html! { span class=(class) { (name) } }
}

/// Puts the draft in place of the one that is open.
pub(super) fn set(draft: &Draft) -> Reply {
    let text = String::from_utf8_lossy(&export::json(draft)).into_owned();
    Reply::none().with(Op::Set(text))
}

/// What a finding says.
pub(super) fn message(locale: Locale, finding: &Finding) -> String {
    words::message(finding, locale)
}

/// What names a finding while texts change round it.
pub(super) fn key(finding: &Finding) -> String {
    let place = finding.place();
    format!("{}-{}-{}-{}", finding.rule, place.paragraph, place.start, finding.kind)
}

/// The words of a finding among their neighbours.
pub(super) fn context(text: &Text, finding: &Finding) -> Markup {
    let Some([before, itself, after]) = around(text, finding.place()) else { return html! {} };
    html! { (before) mark { (itself) } (after) }
}
