//! Keyed lists, all through one instance of Leptos's `For`.
//!
//! `For` is generic over its rows, and a copy of it for every list was a tenth
//! of the page's code. Rows here are boxed instead.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use chengwen_view::view;
use leptos::prelude::*;

/// A row: what tells it from the others, and how it is made.
#[derive(Clone)]
pub struct Each {
    key: u64,
    make: Arc<dyn Fn() -> AnyView + Send + Sync>,
}

impl Each {
    /// A row that is made anew only when `key` is new to the list.
    pub fn new<V: IntoView + 'static>(
        key: impl Hash,
        make: impl Fn() -> V + Send + Sync + 'static,
    ) -> Self {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        Self { key: hasher.finish(), make: Arc::new(move || make().into_any()) }
    }
}

/// A list that follows `rows`: rows that stay are moved, not made anew.
pub fn each(rows: impl Fn() -> Vec<Each> + Send + Sync + 'static) -> AnyView {
    list(Signal::derive(rows))
}

fn list(rows: Signal<Vec<Each>>) -> AnyView {
    view! {
        <For each=move || rows.get() key=|it| it.key let:row>
            {(row.make)()}
        </For>
    }
    .into_any()
}
