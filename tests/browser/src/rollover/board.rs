//! Which figures are changed, and how that is done on the board.

use std::collections::BTreeMap;

use chengwen::ledger::board as native;
use chengwen::ledger::{Figure, change};
use chengwen::model::draft::Draft;
use chengwen::model::notes::Turn;

use crate::clock::{self, PATIENCE};
use crate::keys::Key;
use crate::page::Page;
use crate::words::{Locale, Words};

/// A figure that is to have another value.
pub(super) struct Choice {
    /// The name of its field.
    pub(super) name: String,
    /// Which of the fields of this name it is.
    pub(super) nth: usize,
    /// The new value.
    pub(super) new: String,
    /// The figure, then those that change with it.
    pub(super) targets: Vec<Figure>,
}

/// The first, the middle and the last figure of the board and so on, each with
/// another digit.
pub(super) fn choose(draft: &Draft, n: usize) -> Vec<Choice> {
    let rows = native::rows(draft);
    let all: Vec<_> = rows.iter().filter_map(|it| it.figure.clone()).collect();
    // The order of the board, and the names of its fields.
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    let mut listed = Vec::new();
    for (_, _, rows) in native::by_section(draft, rows) {
        for row in rows {
            let Some(figure) = row.figure.as_ref() else { continue };
            if !row.is_figure() && row.turn == Turn::New {
                continue;
            }
            let name = field_name(&figure.label, &row.note.last);
            let seen = names.entry(name.clone()).or_default();
            let nth = *seen;
            *seen += 1;
            if row.is_figure()
                && let Some(new) = other_digit(&figure.written)
            {
                listed.push((name, nth, new, figure.clone()));
            }
        }
    }
    let mut chosen: Vec<Choice> = Vec::new();
    let wanted = n.min(listed.len());
    for idx in 0..wanted {
        let from = if wanted < 2 { 0 } else { idx * (listed.len() - 1) / (wanted - 1) };
        // What another one has taken along is not changed twice.
        let is_free = |it: &&(String, usize, String, Figure)| {
            !chosen.iter().any(|choice| choice.targets.iter().any(|taken| is_same(taken, &it.3)))
        };
        let (before, after) = listed.split_at(from);
        let found = after.iter().find(is_free).or_else(|| before.iter().rev().find(is_free));
        let Some((name, nth, new, figure)) = found else { break };
        let mut targets = vec![figure.clone()];
        targets.extend(change::linked(&all, figure));
        chosen.push(Choice { name: name.clone(), nth: *nth, new: new.clone(), targets });
    }
    chosen
}

fn is_same(a: &Figure, b: &Figure) -> bool {
    (a.at, &a.value_range) == (b.at, &b.value_range)
}

/// What moves on with the year of the report.
pub(super) fn sure(draft: &Draft) -> Vec<(Figure, String)> {
    let rows = native::rows(draft).into_iter();
    rows.filter_map(|it| Some((it.figure?, it.proposal.filter(|it| it.is_sure)?.new))).collect()
}

/// The value with its last digit made another one.
fn other_digit(value: &str) -> Option<String> {
    let mut chars: Vec<char> = value.chars().collect();
    let digit = chars.iter_mut().rev().find(|it| it.is_ascii_digit())?;
    *digit = match *digit {
        '9' => '8',
        it => char::from_digit(it.to_digit(10)? + 1, 10)?,
    };
    Some(chars.into_iter().collect())
}

fn words() -> Words {
    Words::of(Locale::Chinese)
}

fn field_name(label: &str, last: &str) -> String {
    let name = words().filled("board.value", &[("label", label), ("last", last)]);
    // As a screen reader says it.
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Page {
    /// What the board says of the figures, by the names of the blanks in its words.
    #[track_caller]
    pub fn board_summary(&self) -> BTreeMap<String, String> {
        self.session.settle();
        let mut said = String::new();
        let read = clock::wait(PATIENCE, || {
            said = self.any("status").within(self.word("review.title")).text();
            words().read("board.summary", &said)
        });
        read.unwrap_or_else(|| panic!("the board says {said:?}"))
    }

    /// Types another value into a field of the board.
    #[track_caller]
    pub(super) fn change_on_board(&self, choice: &Choice) {
        let within = self.word("review.title");
        let field = || self.any("textbox").named(&choice.name).within(&within).nth(choice.nth);
        self.show_all_rows(&choice.name, choice.nth);
        field().fill(&choice.new);
        self.session.press(&[Key::Tab]);
        self.session.settle();
    }

    /// A long board shows the rest on request.
    #[track_caller]
    fn show_all_rows(&self, name: &str, nth: usize) {
        let within = self.word("review.title");
        let is_there = || self.any("textbox").named(name).within(&within).nth(nth).is_there();
        self.session.settle();
        while !is_there() {
            let before = self.word_before("review.more");
            let buttons = self.any("button").within(&within).names();
            let more = buttons.into_iter().find(|it| it.starts_with(&before));
            let more =
                more.unwrap_or_else(|| panic!("no field {name} no. {} on the board", nth + 1));
            self.button_named(&more).click();
            self.session.settle();
        }
    }

    /// Accepts all years that are sure; nothing where there are none.
    #[track_caller]
    pub fn move_years_on(&self, n: usize) {
        if n != 0 {
            self.button_named(&self.word_with("board.accept_all", &n.to_string())).click();
            self.session.settle();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::other_digit;

    #[test]
    fn another_digit_is_the_least_change() {
        assert_eq!(other_digit("2300余").as_deref(), Some("2301余"));
        assert_eq!(other_digit("9.9").as_deref(), Some("9.8"));
        assert_eq!(other_digit("数十"), None);
    }
}
