//! What stands outside the panel: under the fields, in the bar, on the paper.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use crate::check::{Finding, Level, field};
use crate::ledger::board::{self, Summary};
use crate::model::draft::TextAt;
use crate::scene::reply::{Op, Reply};
use crate::scene::review::Look;
use crate::scene::review::parts::{key, level, message};
use crate::scene::words::{Locale, say};
use crate::store::journal::field_id;

/// So many findings are shown under a field; the panel has the others.
const SHOWN: usize = 3;

/// The place in the export panel that says what is not confirmed.
const UNCONFIRMED: &str = "unconfirmed";

/// Fills the places with these ids, the count and the marks.
pub(super) fn reply(look: &Look<'_>, slots: &str) -> Reply {
    let mut fields: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    let mut marks = BTreeSet::new();
    for finding in &look.found {
        let at: BTreeSet<_> = finding.spots.iter().map(|it| at(look, it.place)).collect();
        for at in at.into_iter().flatten() {
            fields.entry(field_id(at)).or_default().push(finding);
        }
        if finding.level != Level::Hint {
            let paragraphs = finding.spots.iter().map(|it| it.place.paragraph);
            let sources = paragraphs.filter_map(|it| look.document.paragraphs.get(it));
            marks.extend(sources.map(|it| field_id(it.source)));
        }
    }
    let mut reply =
        Reply::none().fill("review-count", count(look)).with(Op::Mark(marks.into_iter().collect()));
    for slot in slots.split(' ') {
        if let Some(field) = slot.strip_suffix("-found") {
            let found = fields.get(field);
            reply = reply.fill(slot, under(look.locale, found.map_or(&[][..], Vec::as_slice)));
        } else if slot == UNCONFIRMED {
            reply = reply.fill(slot, unconfirmed(look));
        }
    }
    reply
}

/// What nobody has confirmed of last year's, for the one who is about to export.
fn unconfirmed(look: &Look<'_>) -> Markup {
    let rows = board::rows(look.draft);
    let Summary { open, proposals, .. } = board::summary(look.draft, &rows);
    html! {
        @if look.notes.rollover.is_some() && 0 < open + proposals {
            p { (say!(look.locale, board.left, open = open, proposals = proposals)) }
            button type="button" class="quiet" data-press="review-panel-button" data-act="tab board" {
                (say!(look.locale, board.go))
            }
        }
    }
}

/// The field that a place belongs to: the one that holds its words, or the one that
/// its paragraph comes from.
pub(super) fn at(look: &Look<'_>, place: crate::check::Place) -> Option<TextAt> {
    let held = field::of(look.draft, &look.document, place).map(|(at, _)| at);
    held.or_else(|| look.document.paragraphs.get(place.paragraph).map(|it| it.source))
}

fn count(look: &Look<'_>) -> Markup {
    let n = |level| look.found.iter().filter(|it| it.level == level).count();
    html! {
        @for of in [Level::Error, Level::Doubt] {
            @if 0 < n(of) {
                @match of {
                    Level::Error => span class="chip chip--bad" { (say!(look.locale, review.n_errors, n = n(of))) },
                    _ => span class="chip chip--warn" { (say!(look.locale, review.n_doubts, n = n(of))) },
                }
            }
        }
    }
}

fn under(locale: Locale, found: &[&Finding]) -> Markup {
    html! {
        @if !found.is_empty() {
            ul aria-label=(say!(locale, review.under)) {
                @for finding in found.iter().take(SHOWN) {
                    li {
                        (level(locale, finding.level)) " " (message(locale, finding)) " "
                        @if let Some(fix) = finding.fix() {
                            button type="button" class="quiet" id={ "under-fix-" (key(finding)) }
                                data-act={ "fix " (key(finding)) } {
                                @if fix.is_empty() { (say!(locale, review.take_out, text = finding.text())) }
                                @else { (say!(locale, review.fix, text = finding.text(), fix = fix)) }
                            }
                        }
                    }
                }
                @if SHOWN < found.len() {
                    li { (say!(locale, review.more_under, n = found.len() - SHOWN)) }
                }
            }
        }
    }
}
