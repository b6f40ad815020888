//! Short messages at the foot of the page: what was done, and how to take it back.

use std::sync::Arc;

use chengwen_view::view;
use leptos::prelude::*;

use crate::ui::words::words;

/// The messages on show; in the context of the whole page.
#[derive(Clone, Copy)]
pub struct Notices {
    notice: RwSignal<Option<Notice>>,
    count: StoredValue<u64>,
}

#[derive(Clone)]
struct Notice {
    n: u64,
    text: String,
    is_error: bool,
    undo: Option<Undo>,
}

/// A way back. It is counted by reference and not a `Callback`, which would be
/// gone with the row or the form that a removal takes off the page.
type Undo = Arc<dyn Fn() + Send + Sync>;

/// How long a message stays; errors stay until they are closed.
const SHOWN: std::time::Duration = std::time::Duration::from_secs(8);

impl Notices {
    /// No messages.
    pub fn new() -> Self {
        Self { notice: RwSignal::new(None), count: StoredValue::new(0) }
    }

    /// Says what was done.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), false, None);
    }

    /// Says what was done and offers to take it back.
    pub fn say_with_undo(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.show(text.into(), false, Some(Arc::new(undo)));
    }

    /// Says what went wrong; stays until it is closed.
    pub fn warn(self, text: impl Into<String>) {
        self.show(text.into(), true, None);
    }

    /// Says what went wrong with something that nobody asked for: not in place of an
    /// error that is still on show.
    pub fn mention(self, text: impl Into<String>) {
        let is_taken = |it: &Option<Notice>| it.as_ref().is_some_and(|it| it.is_error);
        if !self.notice.with_untracked(is_taken) {
            self.warn(text);
        }
    }

    /// Takes the message away.
    pub fn clear(self) {
        self.notice.set(None);
    }

    fn show(self, text: String, is_error: bool, undo: Option<Undo>) {
        self.count.update_value(|it| *it += 1);
        let n = self.count.get_value();
        self.notice.set(Some(Notice { n, text, is_error, undo }));
        if !is_error {
            let expire = move || {
                if self.notice.with_untracked(|it| it.as_ref().is_some_and(|it| it.n == n)) {
                    self.notice.set(None);
                }
            };
            set_timeout(expire, SHOWN);
        }
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}

/// Shows the message.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let notices = expect_context::<Notices>();
    let text = move |wants_error: bool| {
        notices.notice.with(|it| {
            let it = it.as_ref().filter(|it| it.is_error == wants_error);
            it.map(|it| it.text.clone()).unwrap_or_default()
        })
    };
    let undo = move || {
        notices.notice.get().and_then(|it| it.undo).map(|undo| {
            let take_back = move |_| {
                notices.clear();
                undo();
            };
            view! {
                <button type="button" on:click=take_back>
                    {words!(app.undo)}
                </button>
            }
        })
    };
    let is_shown = move || notices.notice.with(Option::is_some);
    view! {
        <div
            class="notice"
            class:notice--shown=is_shown
            class:notice--error=Signal::derive(move || !text(true).is_empty())
        >
            <p role="status" aria-label=words!(notice.region)>
                {Signal::derive(move || text(false))}
            </p>
            <p role="alert">{Signal::derive(move || text(true))}</p>
            {undo}
            <Show when=is_shown>
                <button
                    type="button"
                    class="quiet"
                    aria-label=words!(app.close)
                    on:click=move |_| notices.clear()
                >
                    "×"
                </button>
            </Show>
        </div>
    }
}
