//! The page as a whole: which screen, in which language.

use chengwen_view::view;
use leptos::ev;
use leptos::prelude::*;

use crate::route::Route;
use crate::ui::browser::{element, keep_offline};
use crate::ui::desk::Desk;
use crate::ui::home::Home;
use crate::ui::new_report::NewReport;
use crate::ui::notices::{NoticeBar, Notices};
use crate::ui::words::{Locale, locale, set_locale, t, tag, words};
use crate::ui::workbench::Workbench;

/// Which screen is shown; the place within a draft is the workbench's own affair.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Screen {
    Home,
    New,
    Draft(String),
}

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    provide_context(desk);
    provide_context(Notices::new());
    if desk.shelf().setting("language").as_deref() == Some(tag(Locale::en)) {
        set_locale(Locale::en);
    }
    if let Some(boot) = element("boot") {
        boot.remove();
    }
    keep_offline();
    window_event_listener(ev::hashchange, move |_| desk.follow());
    // Another tab has written: the list is not what it was.
    window_event_listener(ev::storage, move |_| desk.shelf_changed.notify());
    Effect::new(move |_| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", tag(locale()));
        }
        document().set_title(t!(app.name));
    });
    let screen = Memo::new(move |_| match desk.route() {
        Route::Home => Screen::Home,
        Route::New => Screen::New,
        Route::Draft { id, .. } => Screen::Draft(id),
    });
    view! {
        <a class="skip" href="#content" on:click=skip>
            {words!(app.skip)}
        </a>
        {move || match screen.get() {
            Screen::Home => view! { <Home /> }.into_any(),
            Screen::New => view! { <NewReport /> }.into_any(),
            Screen::Draft(id) => view! { <Workbench id /> }.into_any(),
        }}
        <NoticeBar />
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
