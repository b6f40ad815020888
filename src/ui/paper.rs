//! The paper: the report as it will be printed, live, one row a form.
//!
//! Every row follows its own place of the draft, so a keystroke changes the
//! paragraphs of one row; rows out of sight are skipped by the browser
//! (`content-visibility`), so a long report costs what is visible of it.

use leptos::prelude::*;
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::assemble::document::{Paragraph, Role, RunKind};
use crate::model::draft::{Draft, HeadField, TextAt};
use crate::model::edit::Place;
use crate::ui::bench::{Bench, Row};
use crate::ui::browser::{element, focus_later};
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::text_field::field_id;
use crate::ui::words::words;

/// The report on paper.
#[component]
pub fn Paper() -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let rows = Memo::new(move |_| bench.with_shape(rows));
    // The browser scrolls; nothing of the page's state depends on where to.
    Effect::new(move |before: Option<Place>| {
        let place = desk.place();
        if before.is_some_and(|it| it != place) {
            show(place);
        }
        place
    });
    view! {
        <section id="paper" class="paper" aria-label=words!(bench.paper) tabindex="0">
            <article class="sheet" lang="zh-CN">
                <Show when=move || bench.total().length == 0>
                    <p class="sheet__empty">{words!(paper.empty)}</p>
                </Show>
                {each(move || {
                    let row = |row| Each::new(row, move || view! { <PaperRow row /> });
                    rows.get().into_iter().map(row).collect()
                })}
            </article>
        </section>
    }
}

/// What one form prints.
#[component]
fn PaperRow(row: Row) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let paragraphs = Memo::new(move |_| bench.paragraphs(row));
    let place = place(row);
    let is_lit = Memo::new(move |_| desk.place() == place);
    let id = match row {
        Row::Head(_) => None,
        Row::Heading(id) | Row::Entry(_, id) => Some(format!("paper-{}", id.0)),
    };
    let go = move |at: TextAt| {
        // A selection is for copying, not for going anywhere.
        let selected = window().get_selection().ok().flatten();
        if selected.is_some_and(|it| !it.is_collapsed()) {
            return;
        }
        desk.go_to(place);
        focus_later(field_id(at));
    };
    view! {
        <div id=id class="sheet__row" class:sheet__row--lit=Signal::derive(move || is_lit.get())>
            {move || {
                paragraphs
                    .get()
                    .into_iter()
                    .map(|it| {
                        let (at, class) = (it.source, class(it.role));
                        view! {
                            <p class=class on:click=move |_| go(at)>
                                {runs(it)}
                            </p>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}

fn runs(paragraph: Paragraph) -> impl IntoView {
    paragraph
        .runs
        .into_iter()
        .map(|run| {
            let class = match run.kind {
                RunKind::Number => "sheet__number",
                RunKind::Heading => "sheet__words",
                RunKind::Lead => "sheet__lead",
                RunKind::Text => "sheet__text",
            };
            view! { <span class=class>{run.text}</span> }
        })
        .collect_view()
}

fn class(role: Role) -> &'static str {
    match role {
        Role::Title => "sheet__title",
        Role::Addressee => "sheet__addressee",
        Role::Heading(1) => "sheet__heading sheet__heading--1",
        Role::Heading(2) => "sheet__heading sheet__heading--2",
        Role::Heading(_) => "sheet__heading",
        Role::Item => "sheet__item",
        Role::Body => "sheet__body",
        Role::Signature => "sheet__signature",
        Role::Date => "sheet__date",
    }
}

fn rows(draft: &Draft) -> Vec<Row> {
    let mut rows = vec![Row::Head(HeadField::Title), Row::Head(HeadField::Addressee)];
    for section in &draft.sections {
        rows.push(Row::Heading(section.id));
        rows.extend(section.entries.iter().map(|it| Row::Entry(section.id, it.id)));
    }
    rows.extend([Row::Head(HeadField::Signature), Row::Head(HeadField::Date)]);
    rows
}

fn place(row: Row) -> Place {
    match row {
        Row::Head(_) => Place::Head,
        Row::Heading(id) | Row::Entry(_, id) => Place::Node(id),
    }
}

/// Scrolls the paper to what a form prints, if it is out of sight.
fn show(place: Place) {
    request_animation_frame(move || match place {
        Place::Head => {
            if let Some(paper) = element("paper") {
                paper.set_scroll_top(0);
            }
        }
        Place::Node(id) => {
            let Some(row) = element(&format!("paper-{}", id.0)) else { return };
            let Some(paper) = element("paper") else { return };
            let (row_area, paper_area) =
                (row.get_bounding_client_rect(), paper.get_bounding_client_rect());
            let is_seen =
                paper_area.top() <= row_area.top() && row_area.top() < paper_area.bottom() - 40.0;
            // On a narrow page the paper is folded away and has no height.
            if !is_seen && 0.0 < paper_area.height() {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Center);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    });
}
