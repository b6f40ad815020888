//! Keyed lists, all through one instance of Leptos's `For`.
//!
//! `For` is generic over its rows, and a copy of it for every list was a tenth
//! of the page's code. Rows here are boxed instead.

use std::hash::{Hash, Hasher};
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
        Self { key: hashed(&key), make: Arc::new(move || make().into_any()) }
    }
}

/// A key as a number.
pub fn hashed(key: &impl Hash) -> u64 {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    key.hash(&mut hasher);
    hasher.finish()
}

/// FNV-1a. The standard library's hasher withstands attacks, which keys of rows
/// need not, and is ten times the code wherever a key is made.
struct Fnv(u64);

impl Hasher for Fnv {
    #[inline(never)]
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
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
