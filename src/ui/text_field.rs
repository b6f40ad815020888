//! A labelled field that grows with its text, bound to one place of the draft.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use web_sys::HtmlTextAreaElement;

use crate::model::draft::TextAt;
use crate::store::journal::field_id;
use crate::ui::bench::Bench;
use crate::ui::browser::focus_later;
use crate::ui::words::words;

/// A field for the text at a place of the draft.
///
/// While an input method composes a word the draft is left alone; it takes the
/// text when the word is whole.
#[component]
pub fn TextField(
    /// The place.
    at: TextAt,
    /// The label above the field.
    #[prop(into)]
    label: Signal<String>,
    /// A few words beside the label.
    #[prop(into, optional)]
    hint: Option<Signal<String>>,
    /// Lines of an empty field; one line takes no line breaks.
    #[prop(default = 1)]
    rows: u32,
    /// Beginnings that one click puts in.
    #[prop(optional)]
    starters: Vec<String>,
    /// Whole texts of which one click puts one in place of what is written.
    #[prop(optional)]
    choices: Vec<String>,
) -> impl IntoView {
    let bench = expect_context::<Bench>();
    let id = field_id(at);
    let hint_id = format!("{id}-hint");
    let text = Memo::new(move |_| bench.text(at));
    let take = move |ev: &ev::Event| {
        let value = event_target::<HtmlTextAreaElement>(ev).value();
        // One line means one: a pasted line break becomes nothing.
        let value = if rows == 1 { value.replace(['\r', '\n'], "") } else { value };
        bench.write(at, value);
    };
    let typed = move |ev: ev::Event| {
        if !is_composing(&ev) {
            take(&ev);
        }
    };
    let composed = move |ev: ev::CompositionEvent| take(&ev);
    let keep_to_one_line = move |ev: ev::KeyboardEvent| {
        if rows == 1 && ev.key() == "Enter" && !ev.is_composing() {
            ev.prevent_default();
        }
    };
    let described_by = hint.map(|_| hint_id.clone());
    view! {
        <div class="field">
            <div class="field__label">
                <label for=id.clone()>{label}</label>
                {hint.map(|hint| view! { <span class="field__hint" id=hint_id>{hint}</span> })}
            </div>
            // The copy of the text in the attribute gives the box its height.
            <div class="field__box" data-text=Signal::derive(move || text.get() + "\n")>
                <textarea
                    id=id.clone()
                    rows=rows
                    aria-describedby=described_by
                    spellcheck="false"
                    prop:value=Signal::derive(move || text.get())
                    on:input=typed
                    on:compositionend=composed
                    on:keydown=keep_to_one_line
                ></textarea>
            </div>
            // The review fills it.
            <div class="found" id=format!("{id}-found")></div>
            {ready_texts(at, choices, id.clone(), false)}
            {ready_texts(at, starters, id, true)}
        </div>
    }
}

/// Texts that are put into a field by one click: behind what is written, where
/// they are beginnings, else in its place.
fn ready_texts(at: TextAt, texts: Vec<String>, id: String, are_starters: bool) -> AnyView {
    let bench = expect_context::<Bench>();
    if texts.is_empty() {
        return ().into_any();
    }
    let buttons = texts
        .into_iter()
        .map(|text| {
            let id = id.clone();
            let (shown, name) = (text.clone(), text.clone());
            let put = move |_| {
                let before = bench.with(|it| it.text(at).unwrap_or_default().to_owned());
                bench.write(at, if are_starters { before + &text } else { text.clone() });
                focus_later(id.clone());
            };
            view! {
                <li>
                    <button
                        type="button"
                        aria-label=words!(section.use_starter, text = name.clone())
                        on:click=put
                    >
                        {shown}
                    </button>
                </li>
            }
        })
        .collect_view();
    if !are_starters {
        return view! { <ul class="starters starters--open">{buttons}</ul> }.into_any();
    }
    view! {
        <details class="starters">
            <summary>{words!(section.starters)}</summary>
            <ul>{buttons}</ul>
        </details>
    }
    .into_any()
}

/// Whether an input method has not finished its word yet.
pub fn is_composing(ev: &ev::Event) -> bool {
    use wasm_bindgen::JsCast;
    ev.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing)
}
