//! What is still to be written, counted where it is missing.

use crate::model::draft::{Draft, Entry};

/// How many places of an entry wait for the author: placeholders, an empty
/// lead where the form asks for one, and an entry with nothing in it.
pub fn in_entry(entry: &Entry) -> u32 {
    if entry.is_blank() {
        return 1;
    }
    let lead = entry.parted && entry.lead.trim().is_empty();
    let texts = [
        &entry.lead,
        &entry.practice,
        &entry.figures,
        &entry.result,
        &entry.recognition,
        &entry.text,
    ];
    u32::from(lead) + texts.iter().map(|it| placeholders(it)).sum::<u32>()
}

/// How many places of the section at `idx` itself wait, its entries left out: a
/// heading that is empty, or a section with neither entries nor subsections.
pub fn in_section(draft: &Draft, idx: usize) -> u32 {
    let Some(section) = draft.sections.get(idx) else { return 0 };
    let heading = section.has_heading() && section.heading.trim().is_empty();
    let bare = section.entries.is_empty() && draft.subtree(idx).len() == 1;
    u32::from(heading) + u32::from(bare) + placeholders(&section.heading)
}

/// How many places of the title, addressee, signature and date wait. Only the
/// title is asked of every report.
pub fn in_head(draft: &Draft) -> u32 {
    u32::from(draft.title.trim().is_empty())
        + [&draft.title, &draft.addressee, &draft.signature, &draft.date]
            .iter()
            .map(|it| placeholders(it))
            .sum::<u32>()
}

/// How many places of the optional elements wait.
pub fn in_elements(draft: &Draft) -> u32 {
    draft.elements.values().map(|it| placeholders(it)).sum()
}

/// How many places of the whole draft wait.
pub fn in_draft(draft: &Draft) -> u32 {
    let sections = draft.sections.iter().enumerate().map(|(idx, section)| {
        in_section(draft, idx) + section.entries.iter().map(in_entry).sum::<u32>()
    });
    in_head(draft) + in_elements(draft) + sections.sum::<u32>()
}

/// Counts what a starter leaves to be filled in: `【待补】`, `【待补：人数】` and
/// other `【…】` that hold nothing or begin with 待, and a single `…`. 【 】 around
/// finished words is ordinary punctuation, and so is the Chinese ellipsis, which
/// has two signs (GB/T 15834-2011, 4.11).
pub fn placeholders(text: &str) -> u32 {
    in_brackets(text) + gaps(text)
}

/// Single `…` outside of 【 】.
fn gaps(text: &str) -> u32 {
    let mut n = 0;
    let (mut run, mut is_bracketed) = (0, false);
    for c in text.chars().chain(['\n']) {
        if c == '…' {
            run += 1;
            continue;
        }
        n += u32::from(run == 1 && !is_bracketed);
        run = 0;
        is_bracketed = match c {
            '【' => true,
            '】' => false,
            _ => is_bracketed,
        };
    }
    n
}

fn in_brackets(text: &str) -> u32 {
    let mut n = 0;
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('【') {
        rest = after;
        if let Some((inside, after)) = after.split_once('】') {
            let inside = inside.trim();
            if inside.is_empty() || inside.starts_with('待') || inside.starts_with('…') {
                n += 1;
                rest = after;
            }
        }
    }
    n
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::NodeId;

    #[test]
    fn placeholders_are_counted_and_brackets_are_not() {
        assert_eq!(placeholders("举办【待补】期，培训【待补：人数】人次【】。"), 3);
        assert_eq!(placeholders("见【附件一】，【"), 0);
        assert_eq!(placeholders("【【待补】"), 1);
    }

    #[test]
    fn a_gap_of_a_starter_is_counted_and_an_ellipsis_is_not() {
        assert_eq!(placeholders("依托…等平台，举办…期。"), 2);
        assert_eq!(placeholders("政策、资金、人才……样样都要。"), 0);
        assert_eq!(placeholders("【…】"), 1);
        assert_eq!(placeholders("…"), 1);
    }

    #[test]
    fn a_section_of_subsections_alone_lacks_nothing() {
        let mut draft = crate::model::kind::Kind::custom().draft("d".to_owned(), "", "");
        draft.sections.clear();
        for level in [1, 2] {
            let (edit, id) = crate::model::act::add_section(&mut draft, usize::MAX, level);
            edit.apply(&mut draft);
            let at = crate::model::draft::TextAt::Heading(id);
            *draft.text_mut(at).unwrap() = "标题".to_owned();
        }
        assert_eq!((in_section(&draft, 0), in_section(&draft, 1)), (0, 1));
    }

    #[test]
    fn an_empty_item_waits_once() {
        assert_eq!(in_entry(&Entry::new(NodeId(1), true)), 1);
    }

    #[test]
    fn a_parted_item_wants_its_lead() {
        let mut entry = Entry::new(NodeId(1), true);
        entry.practice = "举办【待补】期。".to_owned();
        assert_eq!(in_entry(&entry), 2);
        entry.lead = "抓培训".to_owned();
        assert_eq!(in_entry(&entry), 1);
    }
}
