//! Lines → what each of them is: title, heading, item, 署名, residue of a page.
//!
//! The form of a line says what it may be, its place says what it is. Nothing is
//! dropped and nothing is moved: a reading is one decision for each line.

pub mod form;
mod head;
mod levels;
pub mod marker;
mod residue;
mod role;
pub mod runs;
mod salutation;
mod table;
mod tail;

use std::collections::{BTreeMap, BTreeSet};

pub use levels::run_in;
pub use role::{Certainty, DEEPEST, Decision, Role};

use crate::import::line::Line;

/// The lines of a text with a decision for each, which the author can correct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    lines: Vec<Line>,
    decisions: Vec<Decision>,
    said: BTreeMap<usize, Role>,
    removed: BTreeSet<usize>,
}

impl Reading {
    /// Reads the lines. Total: every line gets a role.
    pub fn new(lines: Vec<Line>) -> Self {
        let mut reading =
            Self { lines, decisions: Vec::new(), said: BTreeMap::new(), removed: BTreeSet::new() };
        reading.derive();
        reading
    }

    /// The lines in the order of the source.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The decisions, one a line.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// What a line is; [`Role::Body`] where there is no such line.
    pub fn role(&self, idx: usize) -> Role {
        self.decisions.get(idx).map_or(Role::Body, |it| it.role)
    }

    /// Takes the author's word for a line; what follows from it is read again.
    pub fn set(&mut self, idx: usize, role: Role) {
        if idx < self.lines.len() {
            self.said.insert(idx, role);
            self.derive();
        }
    }

    /// Forgets the author's word for a line.
    pub fn unset(&mut self, idx: usize) {
        if self.said.remove(&idx).is_some() {
            self.derive();
        }
    }

    /// Moves a heading or item one level up (to the left) or down. A line that
    /// is none stays as it is.
    pub fn shift(&mut self, idx: usize, deeper: bool) {
        let role = self.role(idx);
        if let Some(level) = role.level() {
            let level = if deeper { level.saturating_add(1) } else { level.saturating_sub(1) };
            self.set(idx, role.with_level(level));
        }
    }

    /// Leaves a line out of the draft, or takes it back in.
    pub fn set_removed(&mut self, idx: usize, removed: bool) {
        if removed && idx < self.lines.len() {
            self.removed.insert(idx);
        } else {
            self.removed.remove(&idx);
        }
    }

    /// Leaves out every line that is taken for residue of a page.
    pub fn remove_residue(&mut self) {
        let residue = (0..self.lines.len()).filter(|&idx| self.role(idx) == Role::Residue);
        let residue: Vec<_> = residue.collect();
        self.removed.extend(residue);
    }

    /// Whether the author has left the line out.
    pub fn is_removed(&self, idx: usize) -> bool {
        self.removed.contains(&idx)
    }

    /// The lines in the order in which they want to be looked at: the uncertain
    /// ones first, equally certain ones as they stand.
    pub fn by_doubt(&self) -> Vec<usize> {
        let mut order: Vec<_> = (0..self.lines.len()).collect();
        order.sort_by_key(|&idx| self.decisions.get(idx).map(|it| it.certainty));
        order
    }

    fn derive(&mut self) {
        self.decisions = decide(&self.lines, &self.said);
    }
}

/// The lines with what has been decided so far.
struct Pass<'a> {
    lines: &'a [Line],
    decisions: Vec<Option<Decision>>,
    /// The markers that are used as such.
    markers: Vec<Option<marker::Marker>>,
}

impl Pass<'_> {
    fn text(&self, idx: usize) -> &str {
        self.lines.get(idx).map_or("", |it| it.text.as_str())
    }

    fn role(&self, idx: usize) -> Option<Role> {
        self.decisions.get(idx).copied().flatten().map(|it| it.role)
    }

    fn is_open(&self, idx: usize) -> bool {
        self.decisions.get(idx).is_some_and(Option::is_none)
    }

    fn has_marker(&self, idx: usize) -> bool {
        self.markers.get(idx).is_some_and(Option::is_some)
    }

    /// Decides what is still open; what has been said or settled stays.
    fn take(&mut self, idx: usize, role: Role, certainty: Certainty) {
        if let Some(it @ None) = self.decisions.get_mut(idx) {
            *it = Some(Decision { role, certainty });
        }
    }
}

fn decide(lines: &[Line], said: &BTreeMap<usize, Role>) -> Vec<Decision> {
    let said = |idx| {
        let role = said.get(&idx).copied()?;
        Some(Decision { role, certainty: Certainty::Said })
    };
    let mut pass =
        Pass { lines, decisions: (0..lines.len()).map(said).collect(), markers: Vec::new() };
    levels::rows(&mut pass);
    levels::markers(&mut pass);
    let start = head::read(&mut pass);
    let end = tail::attachments(&mut pass, start);
    tail::signature(&mut pass, start, end);
    levels::nodes(&mut pass);
    levels::rest(&mut pass, start);
    let body = Decision { role: Role::Body, certainty: Certainty::Sure };
    pass.decisions.into_iter().map(|it| it.unwrap_or(body)).collect()
}
