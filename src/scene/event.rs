//! What a scene is told.

use crate::model::draft::Draft;
use crate::scene::words::Locale;

/// Something that the author did, or the first look at a scene.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    /// What to do: `open` at first, later the words of `data-act`, of which the
    /// first names the deed and the others say to what.
    pub act: &'a str,
    /// What the field of the element holds; a tick is `on`.
    pub value: &'a str,
    /// The draft that is open, as it is now.
    pub draft: Option<&'a Draft>,
    /// A file or text that the page handed on: bytes, behind its name.
    pub file: Option<(&'a str, &'a [u8])>,
    /// The language of the words.
    pub locale: Locale,
    /// The day, `2026年11月23日`, by the clock of the machine.
    pub today: &'a str,
}

impl<'a> Event<'a> {
    /// The first word of the act, and the others.
    pub fn deed(&self) -> (&'a str, &'a str) {
        self.act.split_once(' ').unwrap_or((self.act, ""))
    }
}
