//! A button that lets the author choose a file.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

/// A button, and behind it the browser's own choice of a file.
#[component]
pub fn FileButton(
    /// What the button says.
    label: Signal<String>,
    /// Which files the browser offers, JSON where nothing is said.
    #[prop(default = ".json,application/json")]
    accept: &'static str,
    /// Called with the file that was chosen.
    on_file: Callback<File>,
) -> impl IntoView {
    let choose = |ev: ev::MouseEvent| {
        // The input stands behind its button.
        let button = ev.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        let input = button.and_then(|it| it.next_element_sibling());
        if let Some(input) = input.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
            input.click();
        }
    };
    let chosen = move |ev: ev::Event| {
        let input = event_target::<HtmlInputElement>(&ev);
        let file = input.files().and_then(|it| it.get(0));
        // The same file may be chosen again.
        input.set_value("");
        if let Some(file) = file {
            on_file.run(file);
        }
    };
    view! {
        <button type="button" on:click=choose>
            {label}
        </button>
        <input
            type="file"
            accept=accept
            class="visually-hidden"
            tabindex="-1"
            aria-label=label
            on:change=chosen
        />
    }
}
