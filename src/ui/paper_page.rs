//! One sheet of the paper, every line in its place.

use chengwen_view::view;
use leptos::prelude::*;

use crate::assemble::Numbers;
use crate::export::html::{face, line_class, line_style, rule_style, run_style};
use crate::layout::{Placed, Rule, Sheet};
use crate::model::draft::{Draft, Part, TextAt};
use crate::model::edit::Place;
use crate::store::journal::field_id;
use crate::ui::bench::Bench;
use crate::ui::browser::focus_at;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each, hashed};
use crate::ui::proof::{Proof, Spot};
use crate::ui::scene::Scene;
use crate::ui::words::words;

/// A sheet with its texts and rules.
#[component]
pub fn PaperPage(
    /// Its page number, from one.
    number: usize,
    /// What the paper lights up.
    lit: Signal<Spot>,
) -> impl IntoView {
    let (proof, desk) = (expect_context::<Proof>(), expect_context::<Desk>());
    let sheet = Memo::new(move |_| proof.sheet(number));
    let is_turned = Memo::new(move |_| sheet.with(|it| it.is_turned));
    let line = move |it: &Placed| {
        let it = it.clone();
        Each::new(hashed(&it), move || view! { <Line it=it.clone() lit desk /> })
    };
    let texts = move || sheet.with(|it| it.texts.iter().map(line).collect());
    let folio = move || sheet.with(|it| it.folio.iter().map(line).collect());
    let rule = |it: &Rule| {
        let it = *it;
        Each::new(it, move || {
            let class = if it.red { "sheet__rule sheet__rule--red" } else { "sheet__rule" };
            view! { <i class=class prop:style=rule_style(&it)></i> }
        })
    };
    let rules = move || sheet.with(|it: &Sheet| it.rules.iter().map(rule).collect());
    view! {
        <article
            class="sheet"
            lang="zh-CN"
            aria-label=words!(paper.page, n = number)
            style:--page=(number - 1).to_string()
        >
            <div class="sheet__side" class:sheet__side--turned=is_turned>
                {each(rules)}
                {each(texts)}
            </div>
            {each(folio)}
        </article>
    }
}

#[component]
fn Line(it: Placed, lit: Signal<Spot>, desk: Desk) -> impl IntoView {
    let source = it.source;
    let is_lit = move || source.is_some_and(|it| lit.get().prints(it));
    let bench = expect_context::<Bench>();
    let (words, offset) = (it.text(), it.offset);
    let review = expect_context::<Scene>();
    let is_found = move || source.is_some_and(|it| review.found.with(|all| all.contains(&it)));
    let go = move |_| {
        let Some(at) = source else { return };
        // A selection is for copying, not for going anywhere.
        let selected = window().get_selection().ok().flatten();
        if selected.is_some_and(|it| !it.is_collapsed()) {
            return;
        }
        let (at, before) = bench.with(|it| field_of(it, at, &bench.numbers(), offset, &words));
        desk.go_to(Place::of(at));
        focus_at(field_id(at), before);
    };
    let runs = it.runs.iter().map(|run| {
        view! { <span class=face(run.look.face) prop:style=run_style(&run.look)>{run.text.clone()}</span> }
    });
    view! {
        <p
            class=line_class(it.align)
            class:line--lit=is_lit
            class:line--found=is_found
            data-first=it.is_first.then_some("")
            prop:style=line_style(&it)
            on:click=go
        >
            {runs.collect_view()}
        </p>
    }
}

/// The field in which a line begins, and what stands there before it: an item
/// prints the texts of several fields as one paragraph.
fn field_of(
    draft: &Draft,
    at: TextAt,
    numbers: &Numbers,
    offset: usize,
    words: &str,
) -> (TextAt, String) {
    let entry = match at {
        TextAt::Entry(id, _) => draft.entry(id),
        _ => None,
    };
    let Some(entry) = entry else {
        let before = draft.text(at).and_then(|it| it.split_once(words)).map(|it| it.0);
        return (at, before.unwrap_or_default().to_owned());
    };
    // What is printed before the line, less the number, field by field; a lead
    // may have got a stop that is not in its field.
    let mut left = offset.saturating_sub(numbers.of(entry.id).len());
    for part in Part::ALL {
        let text = entry.part(part);
        let here = TextAt::Entry(entry.id, part);
        if left < text.len() {
            let near = (left.saturating_sub(6)..=left + 6)
                .filter(|&it| text.is_char_boundary(it))
                .find(|&it| begins_alike(&text[it..], words));
            if let Some(near) = near {
                return (here, text[..near].to_owned());
            }
            // A text of several paragraphs: their offsets begin anew.
            if let Some(found) = text.find(words) {
                return (here, text[..found].to_owned());
            }
        }
        left = left.saturating_sub(text.trim().len());
    }
    (at, String::new())
}

/// Whether a text begins as a line does; the line may go on in another field.
fn begins_alike(text: &str, line: &str) -> bool {
    const ALIKE: usize = 6;
    !text.is_empty() && text.chars().zip(line.chars()).take(ALIKE).all(|(a, b)| a == b)
}
