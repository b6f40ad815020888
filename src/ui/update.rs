//! Tells that a new version of the page is ready, and goes over to it on the
//! author's word alone: code is never swapped under a draft that is being written.

use chengwen_view::view;
use leptos::prelude::*;

use crate::ui::rescue;
use crate::ui::words::words;

/// Keeps the page for use without a network, and offers a new version when one is
/// there. `save` is called before the page is loaded again.
#[component]
pub fn UpdateBar(
    /// Called before the page is loaded again.
    save: Callback<()>,
) -> impl IntoView {
    let is_ready = RwSignal::new(false);
    // `public/rescue.js` speaks with the service worker: a version that does not
    // start can then be replaced, too.
    window_event_listener_untyped("chengwen:update", move |_| is_ready.set(true));
    rescue::call("offline", &[]);
    let go = move |_| {
        save.run(());
        rescue::call("update", &[]);
    };
    view! {
        <Show when=move || is_ready.get()>
            <div class="notice notice--update notice--shown" role="status">
                <p>{words!(update.ready)}</p>
                <button type="button" on:click=go>
                    {words!(update.go)}
                </button>
            </div>
        </Show>
    }
}
