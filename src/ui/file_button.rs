//! A button that lets the author choose a file.

use leptos::ev;
use leptos::prelude::*;
use web_sys::{File, HtmlInputElement};

/// A button, and behind it the browser's own choice of a JSON file.
#[component]
pub fn FileButton(
    /// What the button says.
    label: Signal<String>,
    /// Called with the file that was chosen.
    on_file: Callback<File>,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
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
            node_ref=input
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            tabindex="-1"
            aria-label=label
            on:change=chosen
        />
    }
}
