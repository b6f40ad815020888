//! The roles that an author can give a line, with their names.

use crate::import::recognise::{Reading, Role};
use crate::scene::words::{Locale, say};

/// The roles in the order in which they are offered, with the words that stand for
/// them in the page.
pub(super) const OFFERED: [(&str, Role); 22] = [
    ("body", Role::Body),
    ("h0", Role::Heading(0)),
    ("h1", Role::Heading(1)),
    ("h2", Role::Heading(2)),
    ("h3", Role::Heading(3)),
    ("h4", Role::Heading(4)),
    ("h5", Role::Heading(5)),
    ("r1", Role::RunIn(1)),
    ("r2", Role::RunIn(2)),
    ("r3", Role::RunIn(3)),
    ("r4", Role::RunIn(4)),
    ("r5", Role::RunIn(5)),
    ("point", Role::Point),
    ("i3", Role::Item(3)),
    ("i4", Role::Item(4)),
    ("title", Role::Title),
    ("subtitle", Role::Subtitle),
    ("byline", Role::Byline),
    ("addressee", Role::Addressee),
    ("signature", Role::Signature),
    ("date", Role::Date),
    ("residue", Role::Residue),
];

/// The role with this word.
pub(super) fn of_id(id: &str) -> Option<Role> {
    OFFERED.iter().find(|(it, _)| *it == id).map(|(_, role)| *role)
}

/// What a line becomes that is said to be a heading: of the level that its marker
/// has, or of the level of the heading before it.
pub(super) fn heading(reading: &Reading, idx: usize) -> Role {
    if let Some(level) = reading.role(idx).level() {
        return Role::Heading(level);
    }
    let before = (0..idx).rev().find_map(|it| match reading.role(it) {
        Role::Heading(level) | Role::RunIn(level) => Some(level),
        _ => None,
    });
    Role::Heading(before.unwrap_or(1))
}

/// What a role is called.
pub(super) fn name(locale: Locale, role: Role) -> String {
    let name = match role {
        Role::Residue => say!(locale, import.residue),
        Role::Front => say!(locale, import.front),
        Role::Title => say!(locale, import.title),
        Role::Subtitle => say!(locale, import.subtitle),
        Role::Byline => say!(locale, import.byline),
        Role::Addressee => say!(locale, import.addressee),
        Role::Body => say!(locale, import.body),
        Role::Heading(0) => say!(locale, import.part),
        Role::Heading(n) => return say!(locale, import.heading, n = n),
        Role::RunIn(n) => return say!(locale, import.run_in, n = n),
        Role::Item(n) => return say!(locale, import.item, n = n),
        Role::Point => say!(locale, import.point),
        Role::Row => say!(locale, import.row),
        Role::Closing => say!(locale, import.closing),
        Role::Tail => say!(locale, import.tail),
        Role::AttachmentNote => say!(locale, import.attachment_note),
        Role::Signature => say!(locale, import.signature),
        Role::Date => say!(locale, import.date),
        Role::AttachmentLabel => say!(locale, import.attachment_label),
        Role::AttachmentTitle => say!(locale, import.attachment_title),
        Role::Glossary => say!(locale, import.glossary),
        Role::After => say!(locale, import.after),
    };
    name.to_owned()
}
