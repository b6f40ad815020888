//! The page as a whole: which screen, in which language.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::route::Route;
use crate::store::mend::Report;
use crate::ui::browser::element;
use crate::ui::desk::{Desk, Shelf};
use crate::ui::home::Home;
use crate::ui::import::Import;
use crate::ui::new_report::NewReport;
use crate::ui::notices::{NoticeBar, Notices};
use crate::ui::rescue;
use crate::ui::update::UpdateBar;
use crate::ui::words::{locale, t, words};
use crate::ui::workbench::Workbench;

/// The longest text that is put into a field at once, in UTF-16 units.
const PASTED: u32 = 300_000;

/// Which screen is shown; the place within a draft is the workbench's own affair.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Screen {
    Home,
    New,
    Import,
    Draft(String),
}

/// The page.
#[component]
pub fn App(
    /// The drafts as they were found.
    shelf: Shelf,
    /// What was mended when they were read.
    mended: Report,
) -> impl IntoView {
    let desk = Desk::new(shelf);
    provide_context(desk);
    let notices = Notices::new();
    provide_context(notices);
    tell(notices, mended);
    if let Some(boot) = element("boot") {
        boot.remove();
    }
    rescue::listen_for_drills();
    // No field is made for a whole archive: the browser would draw it for minutes.
    window_event_listener_untyped("beforeinput", move |ev| {
        let data = js_sys::Reflect::get(&ev, &"data".into()).unwrap_or_default();
        if data.dyn_ref::<js_sys::JsString>().is_some_and(|it| PASTED < it.length()) {
            ev.prevent_default();
            notices.warn(t!(app.too_long));
        }
    });
    window_event_listener(ev::hashchange, move |_| desk.follow());
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", locale().tag());
        }
        document().set_title(t!(app.name));
    });
    let screen = Memo::new(move |_| match desk.route() {
        Route::Home => Screen::Home,
        Route::New => Screen::New,
        Route::Import => Screen::Import,
        Route::Draft { id, .. } => Screen::Draft(id),
    });
    view! {
        <a class="skip" href="#content" on:click=skip>
            {words!(app.skip)}
        </a>
        {move || match screen.get() {
            Screen::Home => view! { <Home /> }.into_any(),
            Screen::New => view! { <NewReport /> }.into_any(),
            Screen::Import => view! { <Import /> }.into_any(),
            Screen::Draft(id) => view! { <Workbench id /> }.into_any(),
        }}
        <NoticeBar />
        <UpdateBar save=Callback::new(move |()| desk.save_open()) />
    }
}

/// Says what was mended when the drafts were read.
fn tell(notices: Notices, mended: Report) {
    if 0 < mended.given_back {
        notices.warn(t!(tabs.given_back, n = mended.given_back));
    } else if mended.quick_lost {
        notices.say(t!(tabs.quick_lost));
    } else if 0 < mended.emptied {
        notices.say(t!(tabs.emptied, n = mended.emptied));
    }
}

/// Skips to the content; the address belongs to the routes.
fn skip(ev: ev::MouseEvent) {
    ev.prevent_default();
    if let Some(content) = element("content") {
        let _ = content.set_attribute("tabindex", "-1");
        let _ = content.focus();
    }
}
