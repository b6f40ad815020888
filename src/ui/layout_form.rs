//! The layout of the draft on the page; the worker draws it (`scene::layout`).

use chengwen_view::view;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::model::edit::Place;
use crate::ui::bench::Bench;
use crate::ui::desk::Desk;
use crate::ui::scene::{Scene, SceneView};

/// A scene about the layout of the draft: it is told when the layout changes, or what
/// there is to choose from.
#[component]
pub fn LayoutScene(
    /// The name of the scene.
    name: &'static str,
) -> impl IntoView {
    let (bench, desk) = (expect_context::<Bench>(), expect_context::<Desk>());
    let own = move || desk.shelf().layouts();
    let scene = Scene::new(name, (own(), JsValue::UNDEFINED), Callback::new(|()| ()));
    Effect::new(move |before: Option<()>| {
        desk.shelf_changed.track();
        bench.with_place(Place::Layout, |_| ());
        if before.is_some() {
            scene.tell(own());
        }
    });
    view! { <SceneView scene /> }
}
