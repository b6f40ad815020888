//! The panels over the workbench, of which one is open at most.

use chengwen_view::view;
use leptos::prelude::*;

use crate::ui::browser::focus_later;
use crate::ui::words::words;

/// Which panel is open over the workbench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// Find and replace.
    Find,
    /// Versions.
    Versions,
    /// What was found, the figures, last year.
    Review,
    /// Export.
    Export,
}

/// The panel that is open, one at most; in the context of the workbench.
#[derive(Clone, Copy, Default)]
pub struct Panels(RwSignal<Option<Panel>>);

impl Panels {
    /// Whether this one is open; followed.
    pub fn is_open(self, panel: Panel) -> bool {
        self.0.get() == Some(panel)
    }

    /// Opens this one and puts the keyboard into it, or closes it.
    pub fn toggle(self, panel: Panel) {
        if self.0.get_untracked() == Some(panel) {
            self.close();
        } else {
            self.0.set(Some(panel));
            let first = match panel {
                Panel::Find => "find-query",
                Panel::Versions => "version-name",
                Panel::Review => "review-panel",
                Panel::Export => "export-first",
            };
            focus_later(first.to_owned());
        }
    }

    /// Closes the one that is open.
    pub fn close(self) {
        self.0.set(None);
    }
}

/// The head of a panel: its name, and the way to close it.
#[component]
pub fn PanelHead(
    /// What the panel is called.
    name: Signal<String>,
) -> impl IntoView {
    let panels = expect_context::<Panels>();
    view! {
        <div class="panel__head">
            <h2>{name}</h2>
            <button
                type="button"
                class="quiet"
                aria-label=words!(app.close)
                on:click=move |_| panels.close()
            >
                "×"
            </button>
        </div>
    }
}
