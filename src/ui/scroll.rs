//! How far the panes of the workbench are scrolled, over a reload.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::browser::element;
use crate::ui::desk::Desk;

/// The panes whose place is kept over a reload.
const SCROLLED: [&str; 3] = ["form", "paper", "outline"];

/// Remembers how far the panes are scrolled: `ROUTE form paper outline`.
pub fn remember_scroll(desk: Desk, id: &str) {
    let route = untrack(|| desk.route());
    if route.draft() != Some(id) {
        return;
    }
    let tops = SCROLLED.map(|it| element(it).map_or(0, |it| it.scroll_top()).to_string());
    desk.shelf().remember("scroll", &format!("{} {}", route.hash(), tops.join(" ")));
}

/// Scrolls the panes to where they were, if this is the same form again.
pub fn restore_scroll(desk: Desk, id: &str) {
    let route = untrack(|| desk.route());
    let Some(text) = desk.shelf().setting("scroll") else { return };
    let mut words = text.split(' ');
    if route.draft() != Some(id) || words.next() != Some(Route::hash(&route).as_str()) {
        return;
    }
    let tops: Vec<i32> = words.filter_map(|it| it.parse().ok()).collect();
    // Rows out of sight get their height when they are reached, so the paper
    // takes a second look.
    let scroll = move || {
        for (name, top) in SCROLLED.iter().zip(&tops) {
            if let Some(pane) = element(name) {
                pane.set_scroll_top(*top);
            }
        }
    };
    request_animation_frame(move || {
        scroll();
        request_animation_frame(scroll);
    });
}
