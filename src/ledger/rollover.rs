//! Last year's report becomes this year's draft.

use std::collections::BTreeSet;

use crate::ledger::change;
use crate::ledger::chars::is_stop;
use crate::ledger::figures::{Figure, figures};
use crate::ledger::find::Kind;
use crate::ledger::proposal;
use crate::model::draft::{Draft, TextAt};
use crate::model::notes::{Carried, FigureNote, Notes, Rollover, Turn};

/// The year that a report is about: that of its title, else the one that it names
/// most often.
pub fn year(draft: &Draft) -> Option<u32> {
    let found = figures(draft);
    let years = found.iter().filter(|it| it.kind == Kind::Year);
    let years: Vec<(TextAt, u32)> =
        years.filter_map(|it| Some((it.at, proposal::arabic_year(&it.written)?))).collect();
    let title = TextAt::Head(crate::model::draft::HeadField::Title);
    if let Some(it) = years.iter().find(|it| it.0 == title) {
        return Some(it.1);
    }
    let count = |year: u32| years.iter().filter(|it| it.1 == year).count();
    let named: BTreeSet<u32> = years.iter().map(|it| it.1).collect();
    named.into_iter().max_by_key(|&it| (count(it), it))
}

/// This year's draft, made of last year's report: its text as it was, and of every
/// figure that it has to be looked at.
pub fn start(last: &Draft, id: String, from: u32, to: u32) -> Draft {
    let mut draft = last.clone();
    draft.id = id;
    draft.name.clear();
    let found = figures(last);
    let before = last.notes.read();
    let known = crate::ledger::align::align(&found, &before.figures);
    let note = |(idx, figure): (usize, &Figure)| {
        let old = known.notes.get(idx).copied().flatten().and_then(|it| before.figures.get(it));
        FigureNote {
            last: figure.written.clone(),
            turn: Turn::Open,
            // The same department will be asked again; what it proved was last year's.
            source: old.map(|it| it.source.clone()).unwrap_or_default(),
            ..change::note(figure)
        }
    };
    let listed = |it: &(usize, &Figure)| it.1.is_listed() || !it.1.kind.is_figure();
    let notes = Notes {
        figures: found.iter().enumerate().filter(listed).map(note).collect(),
        rollover: Some(Rollover {
            from,
            to,
            sentences: sentences(last).into_iter().map(|it| name(&it.text)).collect(),
        }),
        dismissed: Vec::new(),
    };
    draft.notes = Carried::of(&notes);
    draft
}

/// A sentence of the body, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// The field.
    pub at: TextAt,
    /// Its words, without the spaces round them.
    pub text: String,
}

/// The sentences of the sections, in reading order. Shorter ones than eight
/// characters are the same in all reports and say nothing.
pub fn sentences(draft: &Draft) -> Vec<Sentence> {
    const SHORTEST: usize = 8;
    let mut found = Vec::new();
    for (at, text) in draft.texts() {
        let is_table = |id| draft.entry(id).is_some_and(|it| it.table.is_some());
        match at {
            TextAt::Entry(..) => {}
            TextAt::Head(_) | TextAt::Element(_) | TextAt::Heading(_) => continue,
        }
        if text.is_empty() || matches!(at, TextAt::Entry(id, _) if is_table(id)) {
            continue;
        }
        for words in text.split_inclusive(is_stop) {
            let words = words.trim();
            if SHORTEST <= words.chars().count() {
                found.push(Sentence { at, text: words.to_owned() });
            }
        }
    }
    found
}

/// The sentences that stand as they did last year; none where the draft did not
/// come from last year's.
pub fn unchanged(draft: &Draft) -> Vec<Sentence> {
    let Some(rollover) = draft.notes.read().rollover else { return Vec::new() };
    let last: BTreeSet<&str> = rollover.sentences.iter().map(String::as_str).collect();
    sentences(draft).into_iter().filter(|it| last.contains(name(&it.text).as_str())).collect()
}

/// The name of a sentence: FNV-1a of its letters, so that another space or another
/// width of a comma makes no other sentence.
fn name(sentence: &str) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in sentence.chars().filter(|it| it.is_alphanumeric()) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{hash:016x}")
}
