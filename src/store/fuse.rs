//! Whether the page has broken down: what it would store after that may be half a
//! change.

use js_sys::Reflect;

/// Asks `public/rescue.js`, which outlives the program and hears of its end. A
/// program that stops at once has no time to tell.
pub(super) fn is_blown() -> bool {
    let rescue = Reflect::get(&js_sys::global(), &"chengwenRescue".into());
    let dead = rescue.and_then(|it| Reflect::get(&it, &"dead".into()));
    dead.is_ok_and(|it| it.is_truthy())
}
