//! A report from a file or from the clipboard becomes a draft; the worker draws it.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::route::Route;
use crate::ui::desk::Desk;
use crate::ui::scene::{Scene, SceneView};
use crate::ui::top_bar::LanguageButton;
use crate::ui::words::words;

/// The screen.
#[component]
pub fn Import() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let home = Callback::new(move |()| desk.go(Route::Home));
    let scene = Scene::new("import", desk.take_handed(), home);
    let drop = move |ev: ev::DragEvent| {
        ev.prevent_default();
        if let Some(file) = dropped(&ev) {
            scene.play("file", "", &file);
        }
    };
    view! {
        <div
            class="import"
            on:dragover=move |ev: ev::DragEvent| ev.prevent_default()
            on:drop=drop
        >
            <header class="bar">
                <a class="mark" href="#/" aria-label=words!(app.home)>
                    "成文"
                </a>
                <h1 class="bar__name">{words!(home.open_title)}</h1>
                <span class="bar__gap"></span>
                <LanguageButton />
            </header>
            <main id="content">
                <SceneView scene />
            </main>
        </div>
    }
}

/// The file that was dropped.
pub fn dropped(ev: &ev::DragEvent) -> Option<JsValue> {
    Some(ev.data_transfer()?.files()?.get(0)?.into())
}
