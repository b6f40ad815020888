//! A reading → a draft that prints the same paragraphs.
//!
//! What a form of ours would print otherwise stands as it is written: first
//! numbers, then single paragraphs, at the worst the whole text. The draft is
//! assembled and compared before it is handed out, so no reading loses a character.

mod body;
mod kind;
mod numbering;
mod zones;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::assemble::assemble;
use crate::import::line::Line;
use crate::import::notice::Notice;
use crate::import::recognise::{Reading, Role};
use crate::model::draft::{Draft, Entry, Section, headings, items};
use crate::model::element::Element;
use crate::model::kind::CUSTOM;
use crate::model::profile::Profile;
use zones::Zone;

/// Builds the draft of a reading, without the lines that were left out.
pub fn draft(reading: &Reading, id: &str) -> (Draft, Vec<Notice>) {
    let kept: Vec<_> = (0..reading.lines().len()).filter(|&it| !reading.is_removed(it)).collect();
    let (mut draft, n_plain) = structured(reading, &kept, id);
    numbering::number(&mut draft);
    kind::choose(&mut draft);
    let lines = || kept.iter().map(|&idx| &reading.lines()[idx]);
    let mut notices = Vec::new();
    if !prints(&draft, lines()) {
        draft = plain(lines(), id);
        notices.push(Notice::Plain(kept.len()));
    } else if n_plain != 0 {
        notices.push(Notice::Plain(n_plain));
    }
    let n_residue = kept.iter().filter(|&&idx| reading.role(idx) == Role::Residue).count();
    if n_residue != 0 {
        notices.push(Notice::Residue(n_residue));
    }
    let n_written = numbering::n_written(&draft);
    if n_written != 0 {
        notices.push(Notice::AsWritten(n_written));
    }
    (draft, notices)
}

/// Whether the draft prints these lines and nothing else; spaces at the ends of
/// a line are the layout's.
fn prints<'a>(draft: &Draft, lines: impl Iterator<Item = &'a Line>) -> bool {
    let document = assemble(draft);
    let printed = document.paragraphs.iter().map(|it| it.text());
    let mut printed = printed.filter(|it| !it.trim().is_empty());
    let mut lines = lines.filter(|it| !it.text.trim().is_empty());
    loop {
        match (printed.next(), lines.next()) {
            (None, None) => return true,
            (Some(printed), Some(line)) if printed.trim() == line.text.trim() => {}
            _ => return false,
        }
    }
}

fn empty(id: &str) -> Draft {
    Draft {
        id: id.to_owned(),
        kind: CUSTOM.to_owned(),
        name: String::new(),
        title: String::new(),
        addressee: String::new(),
        sections: Vec::new(),
        signature: String::new(),
        date: String::new(),
        elements: BTreeMap::new(),
        sealed: false,
        profile: Profile::default(),
        notes: crate::model::notes::Carried::default(),
        headings: headings(),
        target: 0,
        next_id: 1,
    }
}

/// A section of text without a heading.
fn opening(draft: &mut Draft) -> Section {
    Section {
        id: draft.take_id(),
        slot: String::new(),
        level: 0,
        heading: String::new(),
        run_in: false,
        attached: false,
        written: None,
        items: items(),
        entries: Vec::new(),
    }
}

/// The draft by the roles of the lines, and how many lines had to be plain.
fn structured(reading: &Reading, kept: &[usize], id: &str) -> (Draft, usize) {
    let mut draft = empty(id);
    let zones = zones::zones(reading, kept);
    let mut body = body::Body::default();
    let mut at = 0;
    while let (Some(&idx), Some(&zone)) = (kept.get(at), zones.get(at)) {
        let end = at + zones.iter().skip(at).take_while(|&&it| it == zone).count();
        let lines = kept.get(at..end).unwrap_or_default();
        let text = |lines: &[usize]| {
            let lines: Vec<_> = lines.iter().map(|&it| reading.lines()[it].text.as_str()).collect();
            lines.join("\n")
        };
        let element = match zone {
            Zone::Text | Zone::Attached => {
                body.lines(&mut draft, reading, lines);
                at = end;
                continue;
            }
            Zone::AboveTitle => Some(Element::AboveTitle),
            Zone::Subtitle => Some(Element::Subtitle),
            Zone::Byline => Some(Element::Byline),
            Zone::BelowDate => Some(Element::BelowDate),
            Zone::Title | Zone::Addressee | Zone::Signature | Zone::Date => None,
        };
        if let Some(element) = element {
            draft.elements.insert(element, text(lines));
        }
        match zone {
            Zone::Title => draft.title = text(lines),
            Zone::Addressee => draft.addressee = text(&[idx]),
            Zone::Signature => draft.signature = text(lines),
            Zone::Date => draft.date = text(lines),
            _ => {}
        }
        at = end;
    }
    (draft, body.n_plain())
}

/// The draft that has every line as a plain paragraph, which prints any text.
fn plain<'a>(lines: impl Iterator<Item = &'a Line>, id: &str) -> Draft {
    let mut draft = empty(id);
    let mut section = opening(&mut draft);
    for line in lines {
        let id = draft.take_id();
        section.entries.push(Entry { text: line.text.clone(), ..Entry::new(id, false) });
    }
    draft.sections.push(section);
    draft
}
