//! The outline: every step of the report, what is missing in it, and its order.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::model::act;
use crate::model::draft::{Draft, Entry, NodeId, TextAt};
use crate::model::edit::Place;
use crate::model::kind::Slot;
use crate::route::Route;
use crate::store::journal::field_id;
use crate::ui::bench::Bench;
use crate::ui::browser::focus_later;
use crate::ui::desk::Desk;
use crate::ui::each::{Each, each};
use crate::ui::words::{t, words};

/// One step of the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Step {
    place: Place,
    /// How far it stands in: sections by level, items one further.
    depth: u8,
    is_item: bool,
}

/// A pointer that drags a step.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Drag {
    id: NodeId,
    from: i32,
    moving: bool,
    target: Option<(NodeId, bool)>,
}

/// How far a pointer must move before a press becomes a drag, in CSS pixels.
const DRAG_PX: i32 = 6;

/// The outline of the draft.
#[component]
pub fn Outline() -> impl IntoView {
    let bench = expect_context::<Bench>();
    let steps = Signal::derive(move || bench.with_shape(steps));
    let drag = RwSignal::new(None::<Drag>);
    let open_slots = move || {
        bench.with_shape(|draft| {
            bench.with_kind(|kind| {
                let name = |it: &Slot| (it.slot.clone(), it.name.clone());
                kind.open_slots(draft).map(name).collect::<Vec<_>>()
            })
        })
    };
    let desk = expect_context::<Desk>();
    let add_slot = move |slot: &str| {
        let kind = bench.kind();
        if let Some(id) = bench.act(|draft| act::add_slot(draft, &kind, slot)) {
            desk.go_to(Place::Node(id));
        }
    };
    let slot = move |(slot, name): (String, String)| {
        let name = Signal::derive(move || t!(outline.add_slot, name = name.clone()));
        let slot = StoredValue::new(slot);
        view! {
            <li>
                <button
                    type="button"
                    class="outline__add"
                    on:click=move |_| slot.with_value(|it| add_slot(it))
                >
                    <span aria-hidden="true">"＋ "</span>
                    {name}
                </button>
            </li>
        }
    };
    let slots = move || {
        let row = |it: (String, String)| Each::new(it.clone(), move || slot(it.clone()));
        open_slots().into_iter().map(row).collect()
    };
    let add_section = move |_| {
        let id = bench.act(|draft| {
            let at = act::end_of_sections(draft);
            Some(act::add_section(draft, at, 1))
        });
        if let Some(id) = id {
            desk.go_to(Place::Node(id));
            focus_later(field_id(TextAt::Heading(id)));
        }
    };
    let add_attachment = move |_| {
        if let Some(id) = bench.act(|draft| Some(act::add_attachment(draft))) {
            desk.go_to(Place::Node(id));
            focus_later(field_id(TextAt::Heading(id)));
        }
    };
    let total = move || bench.total();
    view! {
        <nav id="outline" class="outline" aria-label=words!(bench.report_outline)>
            <ol
                class="outline__steps"
                on:pointermove=move |ev| drag_on(drag, &ev)
                on:pointerup=move |_| drop_step(bench, drag)
                on:pointercancel=move |_| drag.set(None)
            >
                {each(move || {
                    let row = |step| Each::new(step, move || view! { <StepRow step drag /> });
                    steps.get().into_iter().map(row).collect()
                })}
            </ol>
            <ul class="outline__more">
                {each(slots)}
                <li>
                    <button type="button" class="outline__add" on:click=add_section>
                        <span aria-hidden="true">"＋ "</span>
                        {words!(outline.add_section)}
                    </button>
                </li>
                <li>
                    <button type="button" class="outline__add" on:click=add_attachment>
                        <span aria-hidden="true">"＋ "</span>
                        {words!(outline.add_attachment)}
                    </button>
                </li>
            </ul>
            <div class="outline__goal">
                <p>
                    {words!(outline.progress, done = total().n_done, all = total().n_forms)}
                </p>
                <progress
                    aria-hidden="true"
                    max=Signal::derive(move || total().n_forms)
                    prop:value=Signal::derive(move || total().n_done)
                ></progress>
                <p class="outline__tip">{words!(outline.hint)}</p>
            </div>
        </nav>
    }
}

/// One step: where it is, what is missing, and a handle to move it.
#[component]
fn StepRow(step: Step, drag: RwSignal<Option<Drag>>) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let place = step.place;
    let missing = move || match place {
        Place::Node(id) if !step.is_item => bench.section_tally(id).missing,
        _ => bench.tally(place).missing,
    };
    let length = move || match place {
        Place::Node(id) if !step.is_item => bench.section_tally(id).length,
        _ => bench.tally(place).length,
    };
    let is_now = Memo::new(move |_| is_open(bench, desk.place(), place));
    let href = move || {
        let route = desk.draft_id().map(|id| Route::Draft { id, place });
        route.unwrap_or_default().hash()
    };
    let moved = move |ev: ev::KeyboardEvent| {
        let Place::Node(id) = place else { return };
        let up = match ev.key().as_str() {
            "ArrowUp" if ev.alt_key() => true,
            "ArrowDown" if ev.alt_key() => false,
            _ => return,
        };
        ev.prevent_default();
        if bench.plan(|draft| act::shift(draft, id, up)) {
            focus_later(format!("step-{}", id.0));
        }
    };
    let grab = move |ev: ev::PointerEvent| {
        if let Place::Node(id) = place
            && ev.button() == 0
        {
            drag.set(Some(Drag { id, from: ev.client_y(), moving: false, target: None }));
        }
    };
    let id = match place {
        Place::Head => "step-head".to_owned(),
        Place::Elements => "step-elements".to_owned(),
        Place::Layout => "step-layout".to_owned(),
        Place::Node(id) => format!("step-{}", id.0),
    };
    let mark = move || match drag.get().and_then(|it| it.target) {
        Some((target, behind)) if Place::Node(target) == place => {
            if behind {
                "behind"
            } else {
                "before"
            }
        }
        _ => "",
    };
    let is_optional = matches!(place, Place::Elements | Place::Layout);
    let is_dragged = move || drag.get().is_some_and(|it| it.moving && Place::Node(it.id) == place);
    let state = move || match missing() {
        0 => t!(outline.done).to_owned(),
        n => t!(outline.part, n = n),
    };
    view! {
        <li class="step" class:step--dragged=is_dragged data-drop=mark>
            <a
                id=id
                class="step__link"
                data-depth=step.depth
                data-step=match place {
                    Place::Head | Place::Elements | Place::Layout => String::new(),
                    Place::Node(id) => id.0.to_string(),
                }
                draggable="false"
                href=href
                aria-current=Signal::derive(move || is_now.get().then_some("page"))
                on:keydown=moved
                on:pointerdown=grab
            >
                <span
                    class="step__dot"
                    class:step__dot--done=Signal::derive(move || missing() == 0)
                    aria-hidden="true"
                ></span>
                <span class="step__label">{Signal::derive(move || label(bench, place))}</span>
            </a>
            <span class="step__count" class:step__count--missing=Signal::derive(move || 0 < missing())>
                <span class="visually-hidden">{state}</span>
                <span aria-hidden="true">
                    {move || match missing() {
                        // What is optional, or never printed, has no length to speak of.
                        0 if is_optional && length() == 0 => String::new(),
                        0 => t!(section.length, n = length()),
                        n => t!(bench.missing, n = n),
                    }}
                </span>
            </span>
        </li>
    }
}

/// What a step is called: number and heading or lead, or what the kind calls it.
pub fn label(bench: Bench, place: Place) -> String {
    let id = match place {
        Place::Head => return t!(outline.head).to_owned(),
        Place::Elements => return t!(outline.elements).to_owned(),
        Place::Layout => return t!(outline.layout).to_owned(),
        Place::Node(id) => id,
    };
    let number = bench.number(id);
    let name = bench.with_place(place, |draft| match draft.section(id) {
        Some(section) if !section.has_heading() => {
            let name = bench.with_kind(|it| it.slot(&section.slot).map(|it| it.name.clone()));
            name.unwrap_or_else(|| t!(outline.text_section).to_owned())
        }
        Some(section) => {
            let heading = match section.heading.trim() {
                "" => t!(outline.untitled_section).to_owned(),
                _ => section.heading.clone(),
            };
            if section.attached {
                let before = draft.sections.iter().take_while(|it| it.id != id);
                let n = before.filter(|it| it.attached).count() + 1;
                t!(outline.attachment, n = n, name = heading)
            } else {
                heading
            }
        }
        None => draft.entry(id).map(beginning).unwrap_or_default(),
    });
    format!("{number}{name}")
}

/// The first words of an entry.
pub fn beginning(entry: &Entry) -> String {
    const LONGEST: usize = 24;
    let text = crate::model::draft::Part::ALL
        .into_iter()
        .map(|it| entry.part(it).trim())
        .find(|it| !it.is_empty());
    match text {
        Some(text) => text.chars().take(LONGEST).collect(),
        None => t!(outline.untitled_item).to_owned(),
    }
}

fn steps(draft: &Draft) -> Vec<Step> {
    let fixed = |place| Step { place, depth: 0, is_item: false };
    let mut steps = vec![fixed(Place::Head), fixed(Place::Elements), fixed(Place::Layout)];
    for (idx, section) in draft.sections.iter().enumerate() {
        // What is within an attachment stands one further in than the attachment.
        let level = section.level + u8::from(draft.n_body() < idx && !section.attached);
        let depth = level.saturating_sub(1);
        steps.push(Step { place: Place::Node(section.id), depth, is_item: false });
        let items = section.entries.iter().filter(|it| it.is_item());
        steps.extend(items.map(|it| Step {
            place: Place::Node(it.id),
            depth: depth + 1,
            is_item: true,
        }));
    }
    steps
}

/// Whether `place` is the step of the form that is open; a paragraph belongs to
/// the form of its section.
fn is_open(bench: Bench, open: Place, place: Place) -> bool {
    if open == place {
        return true;
    }
    let Place::Node(id) = open else { return false };
    bench.with_shape(|draft| {
        let section = draft.entry_idx(id).map(|(section_idx, entry_idx)| {
            let section = &draft.sections[section_idx];
            (section.id, section.entries[entry_idx].is_item())
        });
        matches!(section, Some((section, false)) if Place::Node(section) == place)
    })
}

fn drag_on(drag: RwSignal<Option<Drag>>, ev: &ev::PointerEvent) {
    let Some(mut it) = drag.get_untracked() else { return };
    if ev.buttons() == 0 {
        drag.set(None);
        return;
    }
    if !it.moving && (ev.client_y() - it.from).abs() < DRAG_PX {
        return;
    }
    it.moving = true;
    it.target = step_at(ev).filter(|(target, _)| *target != it.id);
    if drag.get_untracked() != Some(it) {
        drag.set(Some(it));
    }
}

/// The step under the pointer, and whether the pointer is in its lower half.
fn step_at(ev: &ev::PointerEvent) -> Option<(NodeId, bool)> {
    let under = document().element_from_point(ev.client_x() as f32, ev.client_y() as f32)?;
    let row: Element = under.closest(".step").ok()??;
    let link = row.query_selector("[data-step]").ok()??;
    let id = link.get_attribute("data-step")?.parse().ok()?;
    let area = row.unchecked_into::<Element>().get_bounding_client_rect();
    let behind = area.top() + area.height() / 2.0 < f64::from(ev.client_y());
    Some((NodeId(id), behind))
}

/// Drops what is dragged where the pointer was last.
fn drop_step(bench: Bench, drag: RwSignal<Option<Drag>>) {
    let Some(it) = drag.get_untracked() else { return };
    drag.set(None);
    if let Some((target, behind)) = it.target.filter(|_| it.moving) {
        bench.plan(|draft| act::place(draft, it.id, target, behind));
    }
}
