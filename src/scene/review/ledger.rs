//! Every figure of the report with its source and its state, and what can be handed
//! out of them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, html};

use crate::check::Finding;
use crate::export;
use crate::ledger::board::{self, Row};
use crate::ledger::change::{self, Remark};
use crate::ledger::sheet;
use crate::model::draft::Draft;
use crate::model::edit::Edit;
use crate::model::notes::Proof;
use crate::scene::event::Event;
use crate::scene::reply::{Op, Reply};
use crate::scene::review::board::{applied, key, label, row, sentence};
use crate::scene::review::parts::set;
use crate::scene::words::{Locale, say};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// So many rows are shown at first, and so many more each time.
const SHOWN: usize = 120;

/// The states in the order in which they are offered.
const PROOFS: [(&str, Proof); 3] =
    [("unproved", Proof::Unproved), ("proved", Proof::Proved), ("estimated", Proof::Estimated)];

/// What the author looks at.
#[derive(Debug)]
pub(super) struct State {
    /// Words that a row must have.
    query: String,
    order: Order,
    only_open: bool,
    n_shown: usize,
}

/// How the rows are sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Text,
    Label,
    Source,
}

impl Default for State {
    fn default() -> Self {
        Self { query: String::new(), order: Order::Text, only_open: false, n_shown: SHOWN }
    }
}

/// Does what the author asks of the ledger; none where the act is about something else.
pub(super) fn play(state: &mut State, event: &Event<'_>, draft: &Draft) -> Option<Reply> {
    let (deed, about) = event.deed();
    let figure = || row(&board::rows(draft), about).and_then(|it| it.figure);
    let remark = |remark: Remark| {
        let edit = figure().and_then(|it| change::remark(draft, &it, remark));
        Some(applied(draft, edit, event.locale))
    };
    match deed {
        "ledger-query" => event.value.trim().clone_into(&mut state.query),
        "ledger-open" => state.only_open = !state.only_open,
        "ledger-more" => state.n_shown += SHOWN,
        "ledger-order" => {
            state.order = match event.value {
                "label" => Order::Label,
                "source" => Order::Source,
                _ => Order::Text,
            };
        }
        "source" => return remark(Remark::Source(event.value.trim().to_owned())),
        "material" => return remark(Remark::Material(event.value.trim().to_owned())),
        "proof" => {
            let proof = PROOFS.iter().find(|(it, _)| *it == event.value);
            return remark(Remark::Proof(proof.map_or(Proof::Unproved, |it| it.1)));
        }
        "annex" => {
            let (title, rows) = match about {
                "materials" => (&sheet::words().materials_title, sheet::materials(draft)),
                _ => (&sheet::words().ledger_title, sheet::ledger(draft)),
            };
            let add = |it: &mut Draft| sheet::annex(it, title, &rows);
            return Some(annexed(draft, event.locale, add));
        }
        "xlsx" => return Some(xlsx(draft, event.locale)),
        _ => return None,
    }
    Some(Reply::none())
}

/// 数据核对表 and 印证材料目录 as a file for a spreadsheet.
fn xlsx(draft: &Draft, locale: Locale) -> Reply {
    let words = sheet::words();
    let sheets = [
        (words.ledger_title.as_str(), sheet::ledger(draft)),
        (words.materials_title.as_str(), sheet::materials(draft)),
    ];
    match export::xlsx(&sheets) {
        Some(bytes) => {
            let name = format!("{}.xlsx", sheet::words().ledger_title);
            Reply::none().with(Op::File(name, XLSX.to_owned(), STANDARD.encode(bytes)))
        }
        None => Reply::none().with(Op::Warn(say!(locale, ledger.no_xlsx).to_owned())),
    }
}

/// The draft with one more annex.
pub(super) fn annexed(
    draft: &Draft,
    locale: Locale,
    add: impl FnOnce(&mut Draft) -> Edit,
) -> Reply {
    let mut draft = draft.clone();
    add(&mut draft).apply(&mut draft);
    set(&draft).with(Op::Say(say!(locale, ledger.annexed).to_owned()))
}

/// The panel. `findings` are the contradictions among figures.
pub(super) fn draw(state: &State, draft: &Draft, locale: Locale, findings: &[Finding]) -> Markup {
    let query = &state.query;
    let fits = |it: &Row| {
        let has = |text: &str| text.contains(query.as_str());
        let is_open = it.note.proof == Proof::Unproved;
        it.figure.as_ref().is_some_and(|figure| {
            it.is_figure()
                && (!state.only_open || is_open)
                && (query.is_empty()
                    || has(&figure.label)
                    || has(&figure.sentence)
                    || has(&it.note.source)
                    || has(&it.note.material))
        })
    };
    let rows = board::rows(draft);
    let summary = board::summary(draft, &rows);
    let mut rows: Vec<_> = rows.into_iter().filter(fits).collect();
    match state.order {
        Order::Text => {}
        Order::Label => rows.sort_by_key(|it| it.figure.as_ref().map(|it| it.label.clone())),
        Order::Source => rows.sort_by_key(|it| it.note.source.clone()),
    }
    let n_differ = findings.iter().filter(|it| it.rule == "C14").count();
    html! {
        p role="status" {
            (say!(locale, ledger.summary, n = summary.figures, unproved = summary.unproved))
            @if 0 < n_differ { " " (say!(locale, ledger.differ, n = n_differ)) }
        }
        div class="scene__row" {
            label for="ledger-query" { (say!(locale, ledger.query)) }
            input type="text" id="ledger-query" data-act="ledger-query" value=(query) autocomplete="off";
            label for="ledger-order" { (say!(locale, ledger.order)) }
            select id="ledger-order" data-act="ledger-order" {
                option value="text" selected[state.order == Order::Text] { (say!(locale, ledger.by_text)) }
                option value="label" selected[state.order == Order::Label] { (say!(locale, ledger.by_label)) }
                option value="source" selected[state.order == Order::Source] { (say!(locale, ledger.by_source)) }
            }
            button type="button" id="ledger-open" data-act="ledger-open" aria-pressed=(state.only_open) {
                (say!(locale, ledger.only_open))
            }
        }
        div class="scene__row" {
            button type="button" id="ledger-xlsx" data-act="xlsx" { (say!(locale, ledger.xlsx)) }
            button type="button" id="annex-ledger" data-act="annex ledger" { (say!(locale, ledger.annex)) }
            button type="button" id="annex-materials" data-act="annex materials" { (say!(locale, ledger.materials)) }
        }
        @if rows.is_empty() { p { (say!(locale, ledger.none)) } } @else {
            table {
                thead {
                    tr {
                        th scope="col" { (say!(locale, ledger.figure)) }
                        th scope="col" { (say!(locale, ledger.value)) }
                        th scope="col" { (say!(locale, ledger.source)) }
                        th scope="col" { (say!(locale, ledger.material)) }
                        th scope="col" { (say!(locale, ledger.proof)) }
                    }
                }
                tbody {
                    @for row in rows.iter().take(state.n_shown) { (one(locale, row)) }
                }
            }
        }
        @if state.n_shown < rows.len() {
            button type="button" id="ledger-more" data-act="ledger-more" {
                (say!(locale, review.more, n = rows.len() - state.n_shown))
            }
        }
    }
}

fn one(locale: Locale, row: &Row) -> Markup {
    let Some(figure) = &row.figure else { return html! {} };
    let (key, label) = (key(figure), &label(figure));
    html! {
        tr {
            td class="scene__text" {
                strong { (label) }
                @if !figure.period.is_empty() { " " span class="scene__small" { (figure.period) } }
                br;
                (sentence(figure))
                " "
                button type="button" class="quiet" id={ "figure-" (key) } data-act={ "figure " (key) }
                    aria-label=(say!(locale, board.go_to, value = figure.whole())) { (say!(locale, review.go)) }
            }
            td {
                input type="text" id={ "value-" (key) } data-act={ "value " (key) } value=(figure.written)
                    autocomplete="off" aria-label=(say!(locale, ledger.value_of, label = label));
                " " (figure.unit)
            }
            td {
                input type="text" id={ "source-" (key) } data-act={ "source " (key) } value=(row.note.source)
                    autocomplete="off" aria-label=(say!(locale, ledger.source_of, label = label));
            }
            td {
                input type="text" id={ "material-" (key) } data-act={ "material " (key) } value=(row.note.material)
                    autocomplete="off" aria-label=(say!(locale, ledger.material_of, label = label));
            }
            td {
                select id={ "proof-" (key) } data-act={ "proof " (key) }
                    aria-label=(say!(locale, ledger.proof_of, label = label)) {
                    @for (id, proof) in PROOFS {
                        option value=(id) selected[row.note.proof == proof] { (proof_name(locale, proof)) }
                    }
                }
            }
        }
    }
}

/// What a state is called.
pub(super) fn proof_name(locale: Locale, proof: Proof) -> &'static str {
    match proof {
        Proof::Unproved => say!(locale, ledger.unproved),
        Proof::Proved => say!(locale, ledger.proved),
        Proof::Estimated => say!(locale, ledger.estimated),
    }
}
