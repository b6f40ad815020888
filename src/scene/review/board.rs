//! Last year's figures, years and sentences in this year's draft, one by one.

use maud::{Markup, html};

use crate::ledger::board::{self, Row, Summary};
use crate::ledger::change;
use crate::ledger::figures::Figure;
use crate::ledger::proposal::Reason;
use crate::ledger::rollover;
use crate::model::draft::Draft;
use crate::model::edit::Edit;
use crate::model::notes::Turn;
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::review::parts::set;
use crate::scene::words::{Locale, say};
use crate::store::journal::field_id;

/// So many rows are shown at first, and so many more each time.
const SHOWN: usize = 120;
/// So many characters of a sentence stand on either side of its figure.
const CONTEXT: usize = 30;

/// What the author looks at.
#[derive(Debug)]
pub(super) struct State {
    /// Whether rows that need nothing more are left out.
    only_open: bool,
    n_shown: usize,
}

impl Default for State {
    fn default() -> Self {
        Self { only_open: false, n_shown: SHOWN }
    }
}

/// What names a row while others change: its owner, and which of the owner's figures
/// it is.
pub(super) fn key(figure: &Figure) -> String {
    format!("{}-{}", figure.owner.map_or(0, |it| it.0), figure.nth)
}

/// The row with this name.
pub(super) fn row(rows: &[Row], about: &str) -> Option<Row> {
    rows.iter().find(|it| it.figure.as_ref().is_some_and(|it| key(it) == about)).cloned()
}

/// Does what the author asks of a row; none where the act is about something else.
pub(super) fn play(state: &mut State, event: &Event<'_>, draft: &Draft) -> Option<Reply> {
    let (deed, about) = event.deed();
    let rows = || board::rows(draft);
    let figure = || row(&rows(), about).and_then(|it| it.figure);
    let edit = match deed {
        "board-open" => {
            state.only_open = !state.only_open;
            return Some(Reply::none());
        }
        "board-more" => {
            state.n_shown += SHOWN;
            return Some(Reply::none());
        }
        "value" => figure().and_then(|it| change::set_value(draft, &it, event.value, true)),
        "keep" => figure().and_then(|it| board::confirm(draft, &it)),
        "accept" => row(&rows(), about).and_then(|it| board::accept(draft, &it)),
        "accept-all" => {
            let done = applied(draft, board::accept_sure(draft), event.locale);
            return Some(done.in_bulk());
        }
        "take-out" => figure().and_then(|it| change::take_out(draft, &it, change::Extent::Clause)),
        "figure" => {
            let shown = figure().map(|it| Reply::none().with(show(draft, &it)));
            return Some(shown.unwrap_or_default());
        }
        _ => return None,
    };
    Some(applied(draft, edit, event.locale))
}

/// Where a figure stands in the form.
pub(super) fn show(draft: &Draft, figure: &Figure) -> Op {
    let text = draft.text(figure.at).unwrap_or_default();
    Op::Show(field_id(figure.at), text.chars().take(figure.value_range.start).collect())
}

/// The draft after an edit; where there is none, that is said.
pub(super) fn applied(draft: &Draft, edit: Option<Edit>, locale: Locale) -> Reply {
    match edit {
        Some(edit) => {
            let mut draft = draft.clone();
            edit.apply(&mut draft);
            set(&draft)
        }
        None => Reply::none().with(Op::Say(say!(locale, board.unchanged).to_owned())),
    }
}

/// The panel.
pub(super) fn draw(state: &State, draft: &Draft, locale: Locale) -> Markup {
    let Some(turned) = draft.notes.read().rollover else {
        return html! { p { (say!(locale, board.none)) } };
    };
    let rows = board::rows(draft);
    let all: Vec<_> = rows.iter().filter_map(|it| it.figure.clone()).collect();
    let summary = board::summary(draft, &rows);
    let wanted = |it: &&Row| {
        (!state.only_open || it.turn == Turn::Open) && (it.is_figure() || it.turn != Turn::New)
    };
    let n_wanted = rows.iter().filter(wanted).count();
    let n_sure = rows.iter().filter(|it| it.proposal.as_ref().is_some_and(|it| it.is_sure)).count();
    // So many rows from the first group on, and no groups without rows.
    let mut n_left = state.n_shown;
    let groups =
        board::by_section(draft, rows).into_iter().filter_map(|(section, heading, rows)| {
            let rows: Vec<_> = rows.into_iter().filter(|it| wanted(&it)).take(n_left).collect();
            n_left -= rows.len();
            (!rows.is_empty()).then_some((section, heading, rows))
        });
    let groups: Vec<_> = groups.collect();
    html! {
        p role="status" { (counted(locale, turned.from, turned.to, &summary)) }
        div class="scene__row" {
            @if 0 < n_sure {
                button type="button" class="primary" id="board-accept" data-act="accept-all" {
                    (say!(locale, board.accept_all, n = n_sure))
                }
            }
            button type="button" id="board-open" data-act="board-open" aria-pressed=(state.only_open) {
                (say!(locale, board.only_open))
            }
        }
        @for (section, heading, rows) in &groups {
            h3 {
                @if !heading.is_empty() { (heading) }
                @else if section.is_some() { (say!(locale, board.unheaded)) }
                @else { (say!(locale, board.outside)) }
            }
            (table(&all, locale, rows))
        }
        @if n_wanted == 0 { p { (say!(locale, board.all_done)) } }
        @if state.n_shown < n_wanted {
            button type="button" id="board-more" data-act="board-more" {
                (say!(locale, review.more, n = n_wanted - state.n_shown))
            }
        }
        (unchanged(draft, locale))
    }
}

/// What there is and what is left, in one sentence.
pub(super) fn counted(locale: Locale, from: u32, to: u32, it: &Summary) -> String {
    say!(
        locale,
        board.summary,
        from = from,
        to = to,
        numerals = it.numerals,
        open = it.open,
        updated = it.updated,
        kept = it.kept,
        dropped = it.dropped,
        proposals = it.proposals,
        unchanged = it.unchanged,
        sentences = it.sentences
    )
}

fn table(all: &[Figure], locale: Locale, rows: &[Row]) -> Markup {
    html! {
        table {
            thead {
                tr {
                    th scope="col" { (say!(locale, board.sentence)) }
                    th scope="col" { (say!(locale, board.last)) }
                    th scope="col" { (say!(locale, board.now)) }
                    th scope="col" { (say!(locale, board.state)) }
                }
            }
            tbody { @for row in rows { (one(all, locale, row)) } }
        }
    }
}

fn one(all: &[Figure], locale: Locale, row: &Row) -> Markup {
    let Some(figure) = &row.figure else {
        return html! {
            tr {
                td { (row.note.label) }
                td { (row.note.last) }
                td { "—" }
                td { (turn(locale, Turn::Dropped)) }
            }
        };
    };
    let key = key(figure);
    let n_linked = change::linked(all, figure).len();
    html! {
        tr {
            td class="scene__text" {
                (sentence(figure))
                @if 0 < n_linked {
                    span class="scene__small" { " " (say!(locale, board.linked, n = n_linked)) }
                }
            }
            td { (row.note.last) }
            td {
                input type="text" id={ "value-" (key) } data-act={ "value " (key) } value=(figure.written)
                    autocomplete="off"
                    aria-label=(say!(locale, board.value, label = label(figure), last = row.note.last));
                @if !figure.unit.is_empty() { " " (figure.unit) }
                @if let Some(proposal) = &row.proposal {
                    div class="scene__small" { (reason(locale, &proposal.reason)) }
                    // What had better stay is for the button that keeps it.
                    @if proposal.new != figure.written {
                        button type="button" id={ "accept-" (key) } data-act={ "accept " (key) } {
                            (say!(locale, board.accept, new = proposal.new))
                        }
                    }
                }
            }
            td {
                (turn(locale, row.turn))
                div class="scene__row" {
                    @if row.turn == Turn::Open {
                        button type="button" class="quiet" id={ "keep-" (key) } data-act={ "keep " (key) }
                            aria-label=(say!(locale, board.keep_this, value = figure.whole())) {
                            (say!(locale, board.keep))
                        }
                        @if row.is_figure() {
                            button type="button" class="quiet" id={ "out-" (key) } data-act={ "take-out " (key) }
                                aria-label=(say!(locale, board.take_out_this, value = figure.whole())) {
                                (say!(locale, board.take_out))
                            }
                        }
                    }
                    button type="button" class="quiet" id={ "figure-" (key) } data-act={ "figure " (key) }
                        aria-label=(say!(locale, board.go_to, value = figure.whole())) {
                        (say!(locale, review.go))
                    }
                }
            }
        }
    }
}

/// The figure in its sentence, shortened on both sides.
pub(super) fn sentence(figure: &Figure) -> Markup {
    let chars: Vec<char> = figure.sentence.chars().collect();
    let (start, end) = (figure.in_sentence.start, figure.in_sentence.end);
    let (from, to) = (start.saturating_sub(CONTEXT), (end + CONTEXT).min(chars.len()));
    let slice = |range: std::ops::Range<usize>| {
        chars.get(range).unwrap_or_default().iter().collect::<String>()
    };
    html! {
        @if 0 < from { "…" }
        (slice(from..start)) mark { (slice(start..end)) } (slice(end..to))
        @if to < chars.len() { "…" }
    }
}

/// What a figure counts; where no words say it, those that stand before it.
pub(super) fn label(figure: &Figure) -> String {
    const WORDS: usize = 8;
    if !figure.label.trim().is_empty() {
        return figure.label.clone();
    }
    let start = figure.in_sentence.start;
    let words = figure.sentence.chars().take(start).skip(start.saturating_sub(WORDS));
    let words: String = words.collect();
    if words.trim().is_empty() { figure.whole() } else { words }
}

/// How far a figure has come, in a word with a colour.
pub(super) fn turn(locale: Locale, turn: Turn) -> Markup {
    let (class, name) = match turn {
        Turn::Open => ("chip chip--warn", say!(locale, board.open)),
        Turn::Updated => ("chip chip--ok", say!(locale, board.updated)),
        Turn::Kept => ("chip chip--ok", say!(locale, board.kept)),
        Turn::Dropped => ("chip", say!(locale, board.dropped)),
        Turn::New => ("chip chip--note", say!(locale, board.new)),
    };
    html! { span class=(class) { (name) } }
}

fn reason(locale: Locale, reason: &Reason) -> &'static str {
    match reason {
        Reason::Year => say!(locale, board.why_year),
        Reason::YearInName => say!(locale, board.why_name),
        Reason::YearStays => say!(locale, board.why_stays),
        Reason::Number => say!(locale, board.why_number),
        Reason::Session => say!(locale, board.why_session),
        Reason::Term => say!(locale, board.why_term),
        Reason::Anniversary => say!(locale, board.why_anniversary),
        Reason::Relative => say!(locale, board.why_relative),
        Reason::AsOf => say!(locale, board.why_as_of),
        Reason::Date => say!(locale, board.why_date),
    }
}

/// The sentences that stand as they did last year.
fn unchanged(draft: &Draft, locale: Locale) -> Markup {
    let same = rollover::unchanged(draft);
    html! {
        @if !same.is_empty() {
            details {
                summary { (say!(locale, board.same, n = same.len())) }
                ol class="scene__list" {
                    @for it in same.iter().take(SHOWN) { li class="scene__text" { (it.text) } }
                }
            }
        }
    }
}
