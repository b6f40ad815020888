//! What the tabs of one browser tell each other. A word may get lost: nothing
//! depends on it but comfort.

use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// Who listens to the other tabs.
type Listener = Rc<dyn Fn(&str)>;

/// The other tabs.
#[derive(Clone, Copy)]
pub struct Tabs {
    channel: StoredValue<Option<BroadcastChannel>, LocalStorage>,
    listener: StoredValue<Option<Listener>, LocalStorage>,
}

impl Tabs {
    /// Begins to listen; `changed` is called when another tab has written.
    pub fn new(changed: impl Fn() + 'static) -> Self {
        let channel = BroadcastChannel::new("chengwen").ok();
        let listener = StoredValue::new_local(None::<Listener>);
        if let Some(channel) = &channel {
            let heard = Closure::<dyn Fn(MessageEvent)>::new(move |message: MessageEvent| {
                let Some(line) = message.data().as_string() else { return };
                if line.starts_with("saved") {
                    changed();
                }
                if let Some(listener) = listener.get_value() {
                    listener(&line);
                }
            });
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            // It listens as long as the page lives.
            heard.forget();
        }
        Self { channel: StoredValue::new_local(channel), listener }
    }

    /// Tells all other tabs.
    pub fn say(self, line: &str) {
        self.channel.with_value(|it| {
            if let Some(channel) = it {
                let _ = channel.post_message(&line.into());
            }
        });
    }

    /// Has somebody listen, in place of whoever did.
    pub fn listen(self, listener: Option<Listener>) {
        self.listener.set_value(listener);
    }
}
