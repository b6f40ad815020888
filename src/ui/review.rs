//! What was found in the report: when it is looked for, and the panel about it. The
//! worker draws it (`scene::review`), under the fields and on the panels too.

use std::time::Duration;

use chengwen_view::view;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::ui::bench::Bench;
use crate::ui::browser::element;
use crate::ui::desk::Desk;
use crate::ui::panels::PanelHead;
use crate::ui::scene::{Scene, SceneView};
use crate::ui::words::{locale, words};

/// The panel.
#[component]
pub fn ReviewPanel() -> impl IntoView {
    let scene = expect_context::<Scene>();
    view! {
        <section
            class="panel panel--review"
            id="review-panel"
            tabindex="-1"
            aria-label=words!(review.title)
        >
            <PanelHead name=words!(review.title) />
            <SceneView scene />
        </section>
    }
}

/// What is said of the draft, and under which fields, follows when typing pauses.
pub fn look_again(bench: Bench, desk: Desk, review: Scene) {
    let is_due = StoredValue::new(false);
    Effect::new(move |_| {
        bench.with_all(|_| ());
        desk.place();
        locale();
        if is_due.try_update_value(|it| std::mem::replace(it, true)) == Some(false) {
            wait(bench, review, is_due, bench.n_changes(), 0);
        }
    });
}

/// Looks when nothing has changed for a moment. Who types on and on is looked after
/// every few seconds.
fn wait(bench: Bench, review: Scene, is_due: StoredValue<bool>, seen: u64, n: u8) {
    const PAUSE: Duration = Duration::from_millis(600);
    const MOST: u8 = 5;
    let look = move || {
        let now = bench.n_changes();
        if now != seen && n < MOST {
            wait(bench, review, is_due, now, n + 1);
        } else if is_due.try_set_value(false).is_none() {
            // Else the workbench is gone.
            look(review);
        }
    };
    set_timeout(look, PAUSE);
}

/// Has what was found drawn where there are places for it.
pub fn look(review: Scene) {
    review.play("look", &slots(), &JsValue::UNDEFINED);
}

/// The ids of the places under the fields of the form and on the panels.
fn slots() -> String {
    let slots = document().get_elements_by_class_name("found");
    let slots = (0..slots.length()).filter_map(|it| slots.item(it)).map(|it| it.id());
    // The panel is drawn where it is.
    let panel = element("review-panel").map(|it| it.id());
    slots.chain(panel).collect::<Vec<_>>().join(" ")
}
