//! Which field of the draft a line goes to. Fields print in a fixed order, so
//! zones never go back.

use crate::import::recognise::{Reading, Role};

/// Where a line goes, in the order of print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
    AboveTitle,
    Title,
    Subtitle,
    Byline,
    Addressee,
    Text,
    Signature,
    Date,
    BelowDate,
    Attached,
}

/// The zone of each kept line.
pub(super) fn zones(reading: &Reading, kept: &[usize]) -> Vec<Zone> {
    let role = |at: usize| kept.get(at).map(|&idx| reading.role(idx));
    let n = kept.len();
    // An attachment has a label and a name, or it is text like any other.
    let begins = |at: usize| {
        role(at) == Some(Role::AttachmentLabel) && role(at + 1) == Some(Role::AttachmentTitle)
    };
    let text_end = (0..n).find(|&at| begins(at)).unwrap_or(n);
    let is_end = |at: &usize| {
        matches!(
            role(*at),
            Some(Role::Signature | Role::Date | Role::After | Role::Residue | Role::Tail)
        )
    };
    let stop = text_end - (0..text_end).rev().take_while(is_end).count();
    let is_closing = |at: &usize| matches!(role(*at), Some(Role::Signature | Role::Date));
    let first = (stop..text_end).find(is_closing).unwrap_or(text_end);
    let mut zones = head(&role, first);
    zones.resize(first, Zone::Text);
    let last = (first..text_end).rfind(is_closing);
    let date = last.filter(|&at| role(at) == Some(Role::Date));
    for at in first..text_end {
        zones.push(match (date, last) {
            (Some(date), _) if at == date => Zone::Date,
            (_, Some(last)) if at <= last => Zone::Signature,
            _ => Zone::BelowDate,
        });
    }
    zones.resize(n, Zone::Attached);
    zones
}

/// The zones before the text. Lines of the page stay between those they stand
/// between.
fn head(role: &impl Fn(usize) -> Option<Role>, end: usize) -> Vec<Zone> {
    let mut zones = Vec::new();
    let mut zone = Zone::AboveTitle;
    for at in 0..end {
        let beside = |zone: Zone| if zone == Zone::Title { Zone::Subtitle } else { zone };
        zone = match role(at) {
            Some(Role::Title) if zone <= Zone::Title => Zone::Title,
            Some(Role::Subtitle) => zone.max(Zone::Subtitle),
            Some(Role::Byline) => zone.max(Zone::Byline),
            Some(Role::Addressee) => {
                zones.push(Zone::Addressee);
                break;
            }
            Some(Role::Title | Role::Residue | Role::Front) => beside(zone),
            _ => break,
        };
        zones.push(zone);
    }
    zones
}
