//! The form for a section: what it is for, its heading, its items and paragraphs.

use chengwen_view::view;
use leptos::prelude::*;

use crate::model::act;
use crate::model::draft::{LEVELS, NodeId, TextAt};
use crate::model::edit::{Edit, Form, Place};
use crate::model::kind::Slot;
use crate::model::pattern::Pattern;
use crate::store::journal::field_id;
use crate::ui::bench::Bench;
use crate::ui::browser::focus_later;
use crate::ui::desk::Desk;
use crate::ui::entries::Entries;
use crate::ui::head_form::PatternSelect;
use crate::ui::notices::Notices;
use crate::ui::outline;
use crate::ui::text_field::TextField;
use crate::ui::words::{t, words};

/// What items may be numbered with; empty is no number.
const ITEMS: &[&str] = &["一是", "一要", "第一，", "（一）", "1.", "（1）", "①", ""];

/// The form for a section.
#[component]
pub fn SectionForm(
    /// The section.
    id: NodeId,
) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let place = Place::Node(id);
    let section = bench.with(|it| it.section(id).map(|it| (it.slot.clone(), it.attached)));
    let (slot, is_attached) = section.unwrap_or_default();
    let slot = bench.with_kind(|it| it.slot(&slot).cloned());
    let level =
        Memo::new(move |_| bench.with_place(place, |it| it.section(id).map_or(0, |it| it.level)));
    let tally = move || bench.section_tally(id);
    let target = slot.as_ref().map_or(0, |it| it.target);
    let count = move || match target {
        0 => t!(section.length, n = tally().length),
        target => t!(section.length_of, n = tally().length, target = target),
    };
    let add_sub = move |_| {
        let added = bench.act(|draft| {
            let idx = draft.section_idx(id)?;
            let (at, level) = (draft.subtree(idx).end, draft.sections[idx].level + 1);
            Some(act::add_section(draft, at, level))
        });
        open_new_section(desk, added);
    };
    let add_after = move |_| {
        let added = bench.act(|draft| {
            let idx = draft.section_idx(id)?;
            let (at, level) = (draft.subtree(idx).end, draft.sections[idx].level.max(1));
            Some(act::add_section(draft, at, level))
        });
        open_new_section(desk, added);
    };
    let (label, hint) = if is_attached {
        (words!(section.attachment_name), words!(section.attachment_hint))
    } else {
        (words!(section.heading), words!(section.heading_hint))
    };
    view! {
        <h2 class="form__title">{Signal::derive(move || outline::label(bench, place))}</h2>
        <p class="form__count">{count}</p>
        <Guidance kind_slot=slot.clone() is_attached />
        <Show when=move || is_attached || 0 < level.get()>
            <TextField at=TextAt::Heading(id) label=label hint=hint />
        </Show>
        <Entries id kind_slot=slot />
        <Settings id level is_attached />
        <div class="form__foot">
            <MoveButtons id />
            <Show when=move || is_attached || (1..LEVELS as u8).contains(&level.get())>
                <button type="button" on:click=add_sub>
                    {words!(section.add_sub)}
                </button>
            </Show>
            // A section behind an attachment would be a part of it.
            <Show when=move || !is_attached>
                <button type="button" on:click=add_after>
                    {words!(section.add_after)}
                </button>
            </Show>
        </div>
    }
}

fn open_new_section(desk: Desk, added: Option<NodeId>) {
    if let Some(id) = added {
        desk.go_to(Place::Node(id));
        focus_later(field_id(TextAt::Heading(id)));
    }
}

/// What the kind says about the section.
#[component]
fn Guidance(kind_slot: Option<Slot>, is_attached: bool) -> impl IntoView {
    let Some(slot) = kind_slot else {
        let why =
            if is_attached { words!(section.why_attachment) } else { words!(section.why_custom) };
        return view! { <p class="form__why">{why}</p> }.into_any();
    };
    view! {
        <p class="form__why">{slot.purpose}</p>
        <details class="guidance">
            <summary>{words!(section.good)}</summary>
            <ul>{slot.good.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}</ul>
            <p class="guidance__example">
                <b>{words!(section.example)}</b>
                <span>{slot.example}</span>
            </p>
        </details>
    }
    .into_any()
}

/// How the section is printed: numbering, and but for attachments level and
/// run-in heading.
#[component]
fn Settings(id: NodeId, level: Memo<u8>, is_attached: bool) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let place = Place::Node(id);
    let form = Signal::derive(move || bench.with_place(place, |it| it.section(id).map(Form::of)));
    let items = Memo::new(move |_| {
        form.with(|it| it.as_ref().map(|it| it.items.as_str().to_owned()).unwrap_or_default())
    });
    let run_in = move || form.with(|it| it.as_ref().is_some_and(|it| it.run_in));
    let set = move |change: &dyn Fn(&mut Form)| {
        if let Some(mut form) = form.get_untracked() {
            change(&mut form);
            bench.apply(Edit::Form { section: id, form });
        }
    };
    let set_level = move |ev| {
        let level = event_target_value(&ev).parse().unwrap_or(1);
        bench.plan(|draft| act::set_level(draft, id, level));
    };
    let set_items = move |ev| {
        if let Ok(items) = Pattern::try_from(event_target_value(&ev)) {
            set(&|it| it.items = items.clone());
        }
    };
    let set_run_in = move |ev| {
        let run_in = event_target_checked(&ev);
        set(&|it| it.run_in = run_in);
    };
    let levels = [1, 2, 3, 4, 0].into_iter().map(|it: u8| {
        let name = move || match it {
            0 => t!(section.level_0),
            1 => t!(section.level_1),
            2 => t!(section.level_2),
            3 => t!(section.level_3),
            _ => t!(section.level_4),
        };
        view! {
            <option value=it.to_string() selected=Signal::derive(move || level.get() == it)>
                {name}
            </option>
        }
    });
    let levels = levels.collect_view();
    let level_field = view! {
        <div class="field field--short">
            <div class="field__label">
                <label for="section-level">{words!(section.level)}</label>
            </div>
            <select
                id="section-level"
                on:change=set_level
                prop:value=Signal::derive(move || level.get().to_string())
            >
                {levels}
            </select>
        </div>
    };
    view! {
        <div class="settings">
            <div class="field field--short">
                <div class="field__label">
                    <label for="section-items">{words!(section.items)}</label>
                </div>
                <PatternSelect
                    id="section-items".to_owned()
                    choices=ITEMS
                    now=items
                    on_choose=Callback::new(set_items)
                />
            </div>
            {(!is_attached).then_some(level_field)}
            <Show when=move || 0 < level.get()>
                <label class="check">
                    <input type="checkbox" prop:checked=run_in on:change=set_run_in />
                    <span>{words!(section.run_in)}</span>
                </label>
            </Show>
        </div>
    }
}

/// Moves the open section or item, or removes it.
#[component]
pub fn MoveButtons(
    /// The section or item.
    id: NodeId,
) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let notices = expect_context::<Notices>();
    let is_section = bench.with(|it| it.section(id).is_some());
    let can = move |up| bench.with_shape(|draft| act::shift(draft, id, up).is_some());
    let shift = move |up| {
        bench.plan(|draft| act::shift(draft, id, up));
    };
    let remove = move |_| {
        let name = untrack(|| outline::label(bench, Place::Node(id)));
        let next = bench.with(|draft| neighbour(draft, id));
        if bench.plan(|draft| act::remove(draft, id)) {
            desk.go_to(next);
            let n_changes = bench.n_changes();
            let undo = move || {
                if let Some(place) = bench.undo_change(n_changes) {
                    desk.go_to(place);
                }
            };
            notices.say_with_undo(t!(section.removed, name = name), undo);
        }
    };
    view! {
        <button
            type="button"
            class="quiet"
            disabled=Signal::derive(move || !can(true))
            on:click=move |_| shift(true)
        >
            <span aria-hidden="true">"↑ "</span>
            {words!(section.up)}
        </button>
        <button
            type="button"
            class="quiet"
            disabled=Signal::derive(move || !can(false))
            on:click=move |_| shift(false)
        >
            <span aria-hidden="true">"↓ "</span>
            {words!(section.down)}
        </button>
        <button type="button" class="quiet" on:click=remove>
            {move || if is_section { t!(section.remove) } else { t!(item.remove) }}
        </button>
    }
}

/// Where to look when this section or item is gone: its section, or the section
/// before.
fn neighbour(draft: &crate::model::draft::Draft, id: NodeId) -> Place {
    if let Some((section_idx, _)) = draft.entry_idx(id) {
        return Place::Node(draft.sections[section_idx].id);
    }
    let before = draft.section_idx(id).and_then(|it| it.checked_sub(1));
    before.map_or(Place::Head, |it| Place::Node(draft.sections[it].id))
}
