//! The form for an item: its lead among its siblings' leads, then its parts.

use chengwen_view::view;
use leptos::prelude::*;

use crate::model::act;
use crate::model::draft::{Entry, NodeId, Part, TextAt};
use crate::model::edit::Place;
use crate::model::kind::Starters;
use crate::model::length::length;
use crate::route::Route;
use crate::store::journal::field_id;
use crate::ui::bench::Bench;
use crate::ui::browser::focus_later;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::outline;
use crate::ui::section_form::MoveButtons;
use crate::ui::text_field::TextField;
use crate::ui::words::{t, words};

/// The form for an item.
#[component]
pub fn ItemForm(
    /// The item.
    id: NodeId,
) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let place = Place::Node(id);
    let starters = bench.with(|draft| {
        let (section_idx, _) = draft.entry_idx(id)?;
        let slot = &draft.sections[section_idx].slot;
        bench.with_kind(|kind| Some(kind.slot(slot)?.items.as_ref()?.starters.clone()))
    });
    let starters = StoredValue::new(starters.unwrap_or_default());
    let is_parted =
        Memo::new(move |_| bench.with_place(place, |it| it.entry(id).is_some_and(|it| it.parted)));
    let set_parted = move |parted: bool| {
        if parted == is_parted.get_untracked() {
            return;
        }
        bench.plan(|draft| {
            let entry = draft.entry(id)?.clone();
            act::replace_entry(draft, if parted { entry.parted() } else { entry.joined() })
        });
    };
    let lead_hint = Signal::derive(move || {
        let n = bench.with_place(place, |it| it.entry(id).map_or(0, |it| length(&it.lead)));
        format!("{}　{}", t!(item.lead_hint), t!(item.lead_count, n = n))
    });
    let back = move || {
        let section = bench.with_shape(|draft| {
            draft.entry_idx(id).map(|(section_idx, _)| Place::Node(draft.sections[section_idx].id))
        });
        let place = section.unwrap_or(Place::Head);
        desk.draft_id().map(|id| Route::Draft { id, place }).unwrap_or_default().hash()
    };
    let add_after = move |_| {
        let added = bench.act(|draft| {
            let (section_idx, entry_idx) = draft.entry_idx(id)?;
            act::add_entry(draft, draft.sections[section_idx].id, entry_idx + 1, true)
        });
        if let Some(item) = added {
            desk.go_to(Place::Node(item));
            focus_later(field_id(TextAt::Entry(item, Part::Lead)));
        }
    };
    let part = move |part: Part, hint: Signal<String>| {
        let starters = starters.with_value(|it| of(it, part).to_vec());
        let label = crate::ui::entries::part_name(part);
        view! { <TextField at=TextAt::Entry(id, part) label hint rows=3 starters /> }
    };
    view! {
        <p class="form__back">
            <a href=back>{words!(item.back)}</a>
        </p>
        <h2 class="form__title">{Signal::derive(move || outline::label(bench, place))}</h2>
        <p class="form__why">{words!(item.why)}</p>
        <fieldset class="choice">
            <legend class="visually-hidden">{words!(item.mode)}</legend>
            <label>
                <input
                    type="radio"
                    name="mode"
                    prop:checked=Signal::derive(move || is_parted.get())
                    on:change=move |_| set_parted(true)
                />
                <span>{words!(item.parts)}</span>
            </label>
            <label>
                <input
                    type="radio"
                    name="mode"
                    prop:checked=Signal::derive(move || !is_parted.get())
                    on:change=move |_| set_parted(false)
                />
                <span>{words!(item.whole)}</span>
            </label>
        </fieldset>
        <TextField
            at=TextAt::Entry(id, Part::Lead)
            label=words!(item.lead)
            hint=lead_hint
            starters=starters.with_value(|it| it.lead.clone())
        />
        <Siblings id />
        {move || {
            if is_parted.get() {
                view! {
                    {part(Part::Practice, words!(item.practice_hint))}
                    {part(Part::Figures, words!(item.figures_hint))}
                    {part(Part::Result, words!(item.result_hint))}
                    {part(Part::Recognition, words!(item.recognition_hint))}
                }
                    .into_any()
            } else {
                view! {
                    <TextField
                        at=TextAt::Entry(id, Part::Text)
                        label=words!(item.text)
                        hint=words!(item.text_hint)
                        rows=8
                    />
                }
                    .into_any()
            }
        }}
        <div class="form__foot">
            <MoveButtons id />
            <button type="button" on:click=add_after>
                {words!(item.add_after)}
            </button>
            <Neighbours id />
        </div>
    }
}

fn of(starters: &Starters, part: Part) -> &[String] {
    match part {
        Part::Lead => &starters.lead,
        Part::Practice => &starters.practice,
        Part::Figures => &starters.figures,
        Part::Result => &starters.result,
        Part::Recognition => &starters.recognition,
        Part::Text => &[],
    }
}

/// The leads of the same section, this one marked.
#[component]
fn Siblings(id: NodeId) -> impl IntoView {
    /// Of a long list the nearest ones are enough to run parallel with.
    const NEAR: usize = 5;
    let bench = expect_context::<Bench>();
    let siblings = Signal::derive(move || {
        bench.with_shape(|draft| {
            let Some((section_idx, _)) = draft.entry_idx(id) else { return Vec::new() };
            let items: Vec<_> = draft.sections[section_idx]
                .entries
                .iter()
                .filter(|it| it.is_item())
                .map(|it| it.id)
                .collect();
            let own = items.iter().position(|it| *it == id).unwrap_or(0);
            let from = own.saturating_sub(NEAR);
            items[from..].iter().copied().take(2 * NEAR + 1).collect()
        })
    });
    let row = move |it: NodeId| {
        let lead = move || bench.with_place(Place::Node(it), |draft| draft.entry(it).map(lead));
        view! {
            <li class:leads__own=it == id>
                <span>{Signal::derive(move || bench.number(it))}</span>
                <span>{move || lead().flatten().unwrap_or_else(|| "—".to_owned())}</span>
            </li>
        }
    };
    view! {
        <Show when=move || siblings.with(|it| 1 < it.len())>
            <section class="leads" aria-label=words!(item.siblings)>
                <p>{words!(item.siblings)}</p>
                <ol>
                    {each(move || {
                        siblings.get().into_iter().map(|it| Each::new(it, move || row(it))).collect()
                    })}
                </ol>
            </section>
        </Show>
    }
}

fn lead(entry: &Entry) -> Option<String> {
    let lead = entry.lead.trim();
    (!lead.is_empty()).then(|| lead.to_owned())
}

/// The way to the items before and behind, over the borders of sections.
#[component]
fn Neighbours(id: NodeId) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let neighbour = move |step: isize| {
        bench.with_shape(|draft| {
            let items: Vec<_> = draft
                .sections
                .iter()
                .flat_map(|it| &it.entries)
                .filter(|it| it.is_item())
                .map(|it| it.id)
                .collect();
            let own = items.iter().position(|it| *it == id)?;
            items.get(own.checked_add_signed(step)?).copied()
        })
    };
    let go = move |step| {
        if let Some(item) = untrack(|| neighbour(step)) {
            desk.go_to(Place::Node(item));
        }
    };
    view! {
        <span class="form__gap"></span>
        <button
            type="button"
            disabled=Signal::derive(move || neighbour(-1).is_none())
            on:click=move |_| go(-1)
        >
            {words!(item.previous)}
        </button>
        <button
            type="button"
            disabled=Signal::derive(move || neighbour(1).is_none())
            on:click=move |_| go(1)
        >
            {words!(item.next)}
        </button>
    }
}
