//! The strip above the panes: why the draft cannot be written here, or is not
//! saved, and what to do.

use chengwen_view::view;
use leptos::prelude::*;

use crate::export;
use crate::ui::bench::{Bench, SaveStatus};
use crate::ui::browser::download;
use crate::ui::dates;
use crate::ui::desk::Desk;
use crate::ui::notices::Notices;
use crate::ui::occupancy::Occupancy;
use crate::ui::refusals;
use crate::ui::words::{t, words};

/// The strip; nothing while all is well.
#[component]
pub fn Strip() -> impl IntoView {
    let (bench, notices) = (expect_context::<Bench>(), expect_context::<Notices>());
    let (occupancy, desk) = (expect_context::<Occupancy>(), expect_context::<Desk>());
    let text = move || match bench.status() {
        SaveStatus::Reading if occupancy.is_elsewhere() => t!(tabs.elsewhere).to_owned(),
        SaveStatus::Reading if !desk.shelf().is_closed() => t!(tabs.newer).to_owned(),
        SaveStatus::Reading | SaveStatus::Held(_) => t!(save.held_more).to_owned(),
        SaveStatus::Failed(_) => t!(save.failed_more).to_owned(),
        SaveStatus::Saved(_) | SaveStatus::Unsaved => String::new(),
    };
    let text = Memo::new(move |_| text());
    let is_elsewhere = move || bench.status() == SaveStatus::Reading && occupancy.is_elsewhere();
    let save_file = move |_| {
        let (name, bytes) = bench.with(|it| {
            (format!("{}.json", export::file_name(it, &dates::today_digits())), export::json(it))
        });
        match download(&name, "application/json", &bytes) {
            Ok(()) => notices.say(t!(export.done, name = name)),
            Err(error) => notices.warn(refusals::script(&error)),
        }
    };
    view! {
        <Show when=move || text.with(|it| !it.is_empty())>
            <div class="strip">
                <p role="alert">{Signal::derive(move || text.get())}</p>
                <Show when=is_elsewhere>
                    <button type="button" on:click=move |_| occupancy.take_over()>
                        {words!(tabs.take_over)}
                    </button>
                </Show>
                <Show when=move || !is_elsewhere()>
                    <button type="button" on:click=save_file>
                        {words!(save.to_file)}
                    </button>
                </Show>
            </div>
        </Show>
    }
}
