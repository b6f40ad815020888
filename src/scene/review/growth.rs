//! Two successive years side by side: 同比, in words, as bars, as an annex.

use maud::{Markup, html};

use crate::assemble::assemble;
use crate::import::build;
use crate::import::json;
use crate::import::recognise::Reading;
use crate::import::source;
use crate::ledger::growth::{Growth, growth};
use crate::ledger::sheet;
use crate::model::draft::Draft;
use crate::scene::event::Event;
use crate::scene::import::refused;
use crate::scene::reply::{Op, Reply};
use crate::scene::review::ledger::annexed;
use crate::scene::words::{Locale, say};

/// Last year's report, once it was chosen.
#[derive(Debug, Default)]
pub(super) struct State {
    last: Option<Draft>,
    /// The other drafts on the shelf: id and name.
    drafts: Vec<(String, String)>,
}

/// Does what the author asks of the two years; none where the act is about something else.
pub(super) fn play(state: &mut State, event: &Event<'_>, draft: &Draft) -> Option<Reply> {
    match event.deed() {
        ("drafts", _) => {
            let pair = |line: &str| {
                let (id, name) = line.split_once('\t')?;
                (id != draft.id).then(|| (id.to_owned(), name.to_owned()))
            };
            state.drafts = event.value.lines().filter_map(pair).collect();
        }
        ("growth-pick", _) if event.value.is_empty() => {}
        ("growth-pick", _) => {
            let fetch = Op::Fetch(event.value.to_owned(), "growth-draft".to_owned());
            return Some(Reply::none().with(fetch));
        }
        ("growth-draft", _) => state.last = json::read_text(event.value).ok(),
        ("growth-file", _) => {
            let Some((name, bytes)) = event.file else { return Some(Reply::none()) };
            if let Ok(last) = json::read(bytes) {
                state.last = Some(last);
                return Some(Reply::none());
            }
            match source::read(bytes, name) {
                Ok(it) => state.last = Some(build::draft(&Reading::new(it.lines), "last").0),
                Err(refusal) => {
                    let said = Op::Warn(refused(event.locale, refusal));
                    return Some(Reply::none().with(said));
                }
            }
        }
        ("growth-annex", _) => {
            let Some(last) = &state.last else { return Some(Reply::none()) };
            let rows = sheet::growth(&growth(last, draft));
            let title = &sheet::words().growth_title;
            let add = |it: &mut Draft| sheet::annex(it, title, &rows);
            return Some(annexed(draft, event.locale, add));
        }
        _ => return None,
    }
    Some(Reply::none())
}

/// The panel.
pub(super) fn draw(state: &State, draft: &Draft, locale: Locale) -> Markup {
    let rows = state.last.as_ref().map(|last| growth(last, draft));
    html! {
        div class="scene__row" {
            @if !state.drafts.is_empty() {
                label for="growth-pick" { (say!(locale, growth.pick)) }
                select id="growth-pick" data-act="growth-pick" {
                    option value="" { (say!(locale, growth.choose)) }
                    @for (id, name) in &state.drafts {
                        option value=(id) selected[state.last.as_ref().is_some_and(|it| it.id == *id)] { (name) }
                    }
                }
            }
            label for="growth-file" { (say!(locale, growth.file)) }
            input type="file" id="growth-file" data-act="growth-file" accept=".docx,.txt,.md,.json";
        }
        @match (&state.last, &rows) {
            (Some(last), Some(rows)) if !rows.is_empty() => {
                p role="status" {
                    (say!(locale, growth.summary, title = title(last), n = rows.len()))
                }
                button type="button" id="growth-annex" data-act="growth-annex" { (say!(locale, growth.annex)) }
                table {
                    thead {
                        tr {
                            th scope="col" { (say!(locale, ledger.figure)) }
                            th scope="col" { (say!(locale, board.last)) }
                            th scope="col" { (say!(locale, board.now)) }
                            th scope="col" { (say!(locale, growth.change)) }
                        }
                    }
                    tbody { @for row in rows { (one(locale, row)) } }
                }
            }
            (Some(_), _) => p role="status" { (say!(locale, growth.none)) },
            _ => p { (say!(locale, growth.intro)) },
        }
    }
}

fn title(draft: &Draft) -> String {
    let document = assemble(draft);
    let title = document.paragraphs.first().map(|it| it.text());
    draft.display_name().lines().next().map(str::to_owned).or(title).unwrap_or_default()
}

fn one(locale: Locale, row: &Growth) -> Markup {
    html! {
        tr {
            td { (row.label) @if !row.heading.is_empty() { br; span class="scene__small" { (row.heading) } } }
            td { (row.old) }
            td { (row.new) @if let Some(bars) = row.bars { (chart(locale, row, bars)) } }
            td { (row.difference) @if !row.phrase.is_empty() { br; (row.phrase) } }
        }
    }
}

/// Two bars, last year's above this year's.
fn chart(locale: Locale, row: &Growth, (old, new): (u16, u16)) -> Markup {
    let name = say!(locale, growth.chart, old = row.old, new = row.new);
    html! {
        svg class="scene__chart" viewBox="-60 0 1060 260" width="127" height="31" role="img"
            preserveAspectRatio="none" aria-label=(name) {
            rect class="scene__bar--last" x="0" y="0" height="110" width=(old) {}
            rect class="scene__bar" x="0" y="150" height="110" width=(new) {}
        }
    }
}
