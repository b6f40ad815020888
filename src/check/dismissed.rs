//! Findings that the author has looked at and left, with the reason.
//!
//! A dismissal is remembered by the words it concerned and their sentence, not
//! by a place: it stays when paragraphs move, and falls when the sentence is
//! written anew.

use crate::check::finding::Finding;
use crate::check::text::Text;
use crate::model::notes::Dismissed;

/// The dismissal of a finding; of its first place, if it has several.
pub fn dismiss(text: &Text, finding: &Finding, reason: &str) -> Dismissed {
    Dismissed {
        rule: finding.rule.to_owned(),
        text: finding.text().to_owned(),
        sentence: sentence(text, finding),
        reason: reason.to_owned(),
    }
}

/// The dismissal that concerns this finding, if there is one.
pub fn find<'a>(
    text: &Text,
    finding: &Finding,
    dismissed: &'a [Dismissed],
) -> Option<&'a Dismissed> {
    let mut of_rule = dismissed
        .iter()
        .filter(|it| it.rule == finding.rule && it.text == finding.text())
        .peekable();
    of_rule.peek()?;
    let sentence = sentence(text, finding);
    of_rule.find(|it| it.sentence == sentence)
}

fn sentence(text: &Text, finding: &Finding) -> String {
    let place = finding.place();
    let Some(para) = text.paras.get(place.paragraph) else { return String::new() };
    para.slice(para.sentence(place.start))
}
