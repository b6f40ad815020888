//! 版头, 附件说明, 附注 and 版记: the words that the standard puts round what
//! the author fills in.

use crate::assemble::document::{Paragraph, Role, Run, RunKind};
use crate::model::clean;
use crate::model::draft::{Draft, Section, TextAt};
use crate::model::element::Element;

/// Names in a row of 签发人 (GB/T 9704-2012, 7.2.6).
const NAMES_IN_ROW: usize = 2;

/// What stands above the red rule, in the order of 7.2.
pub(super) fn masthead(draft: &Draft) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let lines = [
        (Element::CopyNumber, Role::CopyNumber),
        (Element::Secrecy, Role::Secrecy),
        (Element::Urgency, Role::Urgency),
        (Element::IssuerMark, Role::IssuerMark),
    ];
    for (element, role) in lines {
        paragraphs.extend(plain(draft, &[element], role));
    }
    paragraphs.extend(numbers_and_signatories(draft));
    paragraphs.extend(plain(draft, &[Element::AboveTitle], Role::Body));
    paragraphs
}

/// What stands between the title and 主送机关.
pub(super) fn below_title(draft: &Draft) -> Vec<Paragraph> {
    plain(draft, &Element::BELOW_TITLE, Role::Subtitle)
}

/// 发文字号, in the line of the last names of 签发人 where there are any (7.2.5).
fn numbers_and_signatories(draft: &Draft) -> Vec<Paragraph> {
    let number: String = clean::paragraphs(draft.element(Element::DocumentNumber)).collect();
    let names = draft.element(Element::Signatory);
    let names: Vec<_> = names
        .split(|c: char| c.is_whitespace() || "、，,".contains(c))
        .filter(|it| !it.is_empty())
        .flat_map(clean::paragraphs)
        .collect();
    let mut rows: Vec<_> = names.chunks(NAMES_IN_ROW).map(|it| it.join("　")).collect();
    if rows.is_empty() {
        rows.push(String::new());
    }
    let n_rows = rows.len();
    let row = |(idx, names): (usize, String)| {
        let mut runs = Vec::new();
        let is_last = idx + 1 == n_rows;
        if is_last && !number.is_empty() {
            runs.push(run(RunKind::Text, &number));
        }
        if !names.is_empty() {
            runs.push(run(RunKind::Label, if idx == 0 { "\t签发人：" } else { "\t" }));
            runs.push(run(RunKind::Name, &names));
        }
        let element = if is_last && !number.is_empty() {
            Element::DocumentNumber
        } else {
            Element::Signatory
        };
        Paragraph { role: Role::DocumentNumber, runs, source: TextAt::Element(element) }
    };
    rows.into_iter().enumerate().map(row).filter(|it| !it.runs.is_empty()).collect()
}

/// The list of attachments: `附件：名称`, or `附件：1.名称`, `2.名称` (7.3.4).
pub(super) fn attachment_note(draft: &Draft) -> Vec<Paragraph> {
    let mut attachments = attachments(draft);
    // What an imported text says of its attachments stands in it as it is.
    attachments.retain(|(it, _)| it.written.is_none());
    let mut paragraphs = Vec::new();
    for (idx, (section, name)) in attachments.iter().enumerate() {
        let mut runs = Vec::new();
        if idx == 0 {
            runs.push(run(RunKind::Label, "附件："));
        }
        if 1 < attachments.len() {
            runs.push(run(RunKind::Number, &format!("{}.", idx + 1)));
        }
        runs.push(run(RunKind::Text, name));
        let source = TextAt::Heading(section.id);
        paragraphs.push(Paragraph { role: Role::AttachmentNote, runs, source });
    }
    paragraphs
}

/// The label and the title of an attachment (7.3.7).
pub(super) fn attachment(draft: &Draft, section: &Section) -> Vec<Paragraph> {
    let attachments = attachments(draft);
    let Some(idx) = attachments.iter().position(|(it, _)| it.id == section.id) else {
        return Vec::new();
    };
    let label = match section.written.as_deref().map(clean::number) {
        Some(written) => written.trim_end().to_owned(),
        None if attachments.len() == 1 => "附件".to_owned(),
        None => format!("附件{}", idx + 1),
    };
    let source = TextAt::Heading(section.id);
    let paragraph =
        |role, text: &str| Paragraph { role, runs: vec![run(RunKind::Text, text)], source };
    let name = &attachments[idx].1;
    let title = paragraph(Role::AttachmentTitle, name);
    match label.is_empty() {
        true => vec![title],
        false => vec![paragraph(Role::AttachmentLabel, &label), title],
    }
}

/// The attachments that print, with their names. One that has no name yet but
/// something in it is there all the same.
fn attachments(draft: &Draft) -> Vec<(&Section, String)> {
    let sections = &draft.sections;
    let starts = (draft.n_body()..sections.len()).filter(|&idx| sections[idx].attached);
    let named = starts.filter_map(|idx| {
        let section = &sections[idx];
        let name: String = clean::paragraphs(&section.heading).collect();
        let is_blank = || sections[draft.subtree(idx)].iter().all(Section::is_blank);
        match name.is_empty() {
            true if is_blank() => None,
            true => Some((section, UNNAMED.to_owned())),
            false => Some((section, name)),
        }
    });
    named.collect()
}

/// What stands for the name of an attachment that has none yet.
const UNNAMED: &str = "【待补：附件名称】";

/// The lines of elements that print as they stand.
fn plain(draft: &Draft, elements: &[Element], role: Role) -> Vec<Paragraph> {
    let lines = |&element: &Element| {
        clean::paragraphs(draft.element(element)).map(move |text| Paragraph {
            role,
            runs: vec![run(RunKind::Text, &text)],
            source: TextAt::Element(element),
        })
    };
    elements.iter().flat_map(lines).collect()
}

/// 附注, in round brackets (7.3.6).
pub(super) fn note(draft: &Draft) -> Vec<Paragraph> {
    let bracketed = |text: &str| {
        if text.starts_with(['（', '(']) { text.to_owned() } else { format!("（{text}）") }
    };
    let notes = clean::paragraphs(draft.element(Element::Note)).map(|text| Paragraph {
        role: Role::Note,
        runs: vec![run(RunKind::Text, &bracketed(&text))],
        source: TextAt::Element(Element::Note),
    });
    notes.chain(plain(draft, &[Element::BelowDate], Role::Body)).collect()
}

/// 抄送机关, 印发机关 and 印发日期 (7.4).
pub(super) fn imprint(draft: &Draft) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let copy_to: String = clean::paragraphs(draft.element(Element::CopyTo)).collect();
    if !copy_to.is_empty() {
        let stop = if copy_to.ends_with('。') { "" } else { "。" };
        paragraphs.push(Paragraph {
            role: Role::CopyTo,
            runs: vec![run(RunKind::Label, "抄送："), run(RunKind::Text, &(copy_to + stop))],
            source: TextAt::Element(Element::CopyTo),
        });
    }
    let by: String = clean::paragraphs(draft.element(Element::PrintedBy)).collect();
    let on: String = clean::paragraphs(draft.element(Element::PrintedOn)).collect();
    let mut runs = Vec::new();
    if !by.is_empty() {
        runs.push(run(RunKind::Text, &by));
    }
    if !on.is_empty() {
        let word = if on.ends_with("印发") { "" } else { "印发" };
        runs.push(run(RunKind::Text, &format!("\t{on}{word}")));
    }
    if !runs.is_empty() {
        let element = if by.is_empty() { Element::PrintedOn } else { Element::PrintedBy };
        paragraphs.push(Paragraph { role: Role::Printed, runs, source: TextAt::Element(element) });
    }
    paragraphs
}

fn run(kind: RunKind, text: &str) -> Run {
    Run { kind, text: text.to_owned() }
}
