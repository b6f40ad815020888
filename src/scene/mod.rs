//! Scenes: the parts of the page that are drawn beside it.
//!
//! A scene is what a server would be to a page without a program: it is told what
//! the author did, keeps what it needs to remember, and answers with pieces of
//! HTML and with things for the page to do. It is pure, so that it is tested
//! natively, and the worker plays it, so that it costs the first load nothing.
//! The page's end is `ui/scene.rs`: one listener, and a dozen lines for each kind
//! of [`reply::Op`].
//!
//! In its HTML an element with `data-act` is something to do: a click on a button,
//! a change of a field, or a key out of `data-keys` comes back as an [`event::Event`]
//! with that word. One with `data-press` hands a click on to the element with that id,
//! as a button does to the choice of a file behind it, before it does what it does itself.

pub mod words;

pub mod event;

pub mod reply;

pub mod parts;

pub mod compare;

pub mod import;

pub mod layout;

pub mod differences;

pub mod review;

#[cfg(test)]
mod tests;

use crate::scene::event::Event;
use crate::scene::reply::Reply;

/// A scene while it is on the page.
pub trait Scene {
    /// Draws it for the first time (`event.act` is `open`), or does what the author
    /// asks. A scene answers every event, with nothing to do where it means nothing
    /// to it.
    fn play(&mut self, event: &Event<'_>) -> Reply;
}

/// The scene of this name; none where there is no such scene.
pub fn named(name: &str) -> Option<Box<dyn Scene>> {
    match name {
        "compare" => Some(Box::new(compare::Compare::default())),
        "import" => Some(Box::new(import::Import::default())),
        "review" => Some(Box::new(review::Review::default())),
        "differences" => Some(Box::new(differences::Differences::default())),
        "layout" => Some(Box::new(layout::LayoutForm::default())),
        _ => None,
    }
}
