//! One sheet of the paper, every line in its place.

use std::hash::{DefaultHasher, Hash, Hasher};

use chengwen_view::view;
use leptos::prelude::*;

use crate::export::html::{face, line_class, line_style, rule_style, run_style};
use crate::layout::{Placed, Rule, Sheet};
use crate::model::edit::Place;
use crate::ui::browser::focus_at;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::proof::{Proof, prints};
use crate::ui::text_field::field_id;
use crate::ui::words::words;

/// A sheet with its texts and rules.
#[component]
pub fn PaperPage(
    /// Its page number, from one.
    number: usize,
    /// What the paper lights up.
    lit: Signal<Place>,
) -> impl IntoView {
    let (proof, desk) = (expect_context::<Proof>(), expect_context::<Desk>());
    let sheet = Memo::new(move |_| proof.sheet(number));
    let is_turned = Memo::new(move |_| sheet.with(|it| it.is_turned));
    let line = move |it: &Placed| {
        let it = it.clone();
        Each::new(key(&it), move || view! { <Line it=it.clone() lit desk /> })
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
fn Line(it: Placed, lit: Signal<Place>, desk: Desk) -> impl IntoView {
    let source = it.source;
    let is_lit = move || source.is_some_and(|it| prints(it, lit.get()));
    let words = it.text();
    let go = move |_| {
        let Some(at) = source else { return };
        // A selection is for copying, not for going anywhere.
        let selected = window().get_selection().ok().flatten();
        if selected.is_some_and(|it| !it.is_collapsed()) {
            return;
        }
        desk.go_to(Place::of(at));
        focus_at(field_id(at), words.clone());
    };
    let runs = it.runs.iter().map(|run| {
        view! { <span class=face(run.look.face) prop:style=run_style(&run.look)>{run.text.clone()}</span> }
    });
    view! {
        <p
            class=line_class(it.align)
            class:line--lit=is_lit
            data-first=it.is_first.then_some("")
            prop:style=line_style(&it)
            on:click=go
        >
            {runs.collect_view()}
        </p>
    }
}

fn key(it: &Placed) -> u64 {
    let mut hasher = DefaultHasher::new();
    it.hash(&mut hasher);
    hasher.finish()
}
