//! What the list shows of a draft. It can always be made again from the draft.

use crate::assemble;
use crate::model::draft::Draft;
use crate::model::length::length;
use crate::model::missing;
use crate::store::codec::{self, Fault};
use crate::store::line;

/// What the list shows of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The draft's id.
    pub id: String,
    /// Its name or title; may be empty.
    pub name: String,
    /// The id of its report kind.
    pub kind: String,
    /// Its length in 字.
    pub length: u32,
    /// How many places wait for the author.
    pub missing: u32,
    /// When it was last saved, in milliseconds since 1970; for display.
    pub saved: u64,
    /// Where it lies.
    pub place: Place,
    /// Why it cannot be opened, if it cannot.
    pub fault: Option<Fault>,
}

/// Where a draft lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Place {
    /// In the list.
    #[default]
    Desk,
    /// Finished and put away.
    Archive,
    /// In the recycle bin.
    Bin,
}

/// Where a draft lies, and since when. It is kept apart from the draft: a tab
/// that still writes must not fetch it back from the bin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stay {
    /// The place.
    pub place: Place,
    /// When it was put there, in milliseconds since 1970.
    pub since: u64,
}

/// How long the recycle bin keeps a draft.
pub const BIN_DAYS: u64 = 30;

const DAY_MS: u64 = 86_400_000;

/// What becomes of a draft that lies somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It stays.
    Stays,
    /// Its time in the bin is over.
    Goes,
    /// The clock has jumped: its time begins anew. A clock that is years off
    /// must not empty the bin.
    Renewed,
}

/// The places by the names under which they are kept.
const PLACES: [(&str, Place); 3] =
    [("Desk", Place::Desk), ("Archive", Place::Archive), ("Bin", Place::Bin)];

impl Stay {
    /// As it is kept: the place and the time.
    pub fn write(self) -> String {
        let name = PLACES.iter().find(|(_, it)| *it == self.place).map_or("", |(name, _)| name);
        line::join([name, &self.since.to_string()])
    }

    /// Reads what [`Stay::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let mut fields = line::fields(text);
        let name = fields.next()?;
        let (_, place) = PLACES.into_iter().find(|(it, _)| *it == name)?;
        Some(Self { place, since: line::number(&mut fields)? })
    }

    /// Where a draft of version 0.1 lay, which kept that in its card (JSON).
    pub fn of_0_1(card: &str) -> Self {
        let named = |(name, _): &(&str, Place)| card.contains(&format!("\"place\":\"{name}\""));
        let place = PLACES.into_iter().find(named).map(|(_, it)| it).unwrap_or_default();
        Self { place, since: 0 }
    }

    /// What becomes of the draft at this time.
    pub fn fate(self, now: u64) -> Fate {
        if self.place != Place::Bin {
            return Fate::Stays;
        }
        match now.checked_sub(self.since).map(|it| it / DAY_MS) {
            Some(days) if days < BIN_DAYS => Fate::Stays,
            // Whoever was away for longer gets the time again, too.
            Some(days) if days < 4 * BIN_DAYS => Fate::Goes,
            _ => Fate::Renewed,
        }
    }

    /// How many days the bin still keeps it.
    pub fn days_left(self, now: u64) -> u64 {
        BIN_DAYS.saturating_sub(now.saturating_sub(self.since) / DAY_MS)
    }
}

impl Card {
    /// As it is kept; the place is kept apart.
    pub fn write(&self) -> String {
        let numbers = [u64::from(self.length), u64::from(self.missing), self.saved];
        let [length, missing, saved] = numbers.map(|it| it.to_string());
        line::join([&self.id, &self.kind, &length, &missing, &saved, &self.name])
    }

    /// Reads what [`Card::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let mut fields = line::fields(text);
        let (id, kind) = (fields.next()?.to_owned(), fields.next()?.to_owned());
        let length = u32::try_from(line::number(&mut fields)?).ok()?;
        let missing = u32::try_from(line::number(&mut fields)?).ok()?;
        let saved = line::number(&mut fields)?;
        let name = fields.next()?.to_owned();
        Some(Self { id, name, kind, length, missing, saved, place: Place::Desk, fault: None })
    }

    /// The card of a draft.
    pub fn of(draft: &Draft, saved: u64) -> Self {
        Self {
            id: draft.id.clone(),
            name: draft.display_name().to_owned(),
            kind: draft.kind.clone(),
            length: length_of(draft),
            missing: missing::in_draft(draft),
            saved,
            place: Place::Desk,
            fault: None,
        }
    }

    /// The card of a stored text, whether it can be read or not.
    pub fn of_text(id: &str, text: &str) -> Self {
        match codec::read(text) {
            Ok(record) => Self { id: id.to_owned(), ..Self::of(&record.draft, record.saved) },
            Err(fault) => Self {
                id: id.to_owned(),
                name: String::new(),
                kind: String::new(),
                length: 0,
                missing: 0,
                saved: 0,
                place: Place::Desk,
                fault: Some(fault),
            },
        }
    }
}

/// The length of the whole report in 字.
pub fn length_of(draft: &Draft) -> u32 {
    assemble::assemble(draft).paragraphs.iter().map(|it| length(&it.text())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(place: Place, days: i64, expected: Fate) {
        let since = 1_000 * DAY_MS;
        let now = since.saturating_add_signed(days * DAY_MS as i64);
        assert_eq!(Stay { place, since }.fate(now), expected);
    }

    #[test]
    fn what_was_written_is_read_back() {
        let draft =
            crate::model::kind::Kind::custom().draft("a".to_owned(), "云溪市档案馆", "2025");
        let card = Card::of(&draft, 7);
        assert_eq!(Card::read(&card.write()), Some(card));
        assert_eq!(Card::read("{"), None);
        let stay = Stay { place: Place::Bin, since: 3 };
        assert_eq!(Stay::read(&stay.write()), Some(stay));
        assert_eq!(Stay::read(""), None);
        assert_eq!(Stay::of_0_1(r#"{"id":"a","place":"Archive"}"#).place, Place::Archive);
        assert_eq!(Stay::of_0_1("{").place, Place::Desk);
    }

    #[test]
    fn the_bin_keeps_thirty_days_by_any_clock() {
        check(Place::Bin, 29, Fate::Stays);
        check(Place::Bin, 31, Fate::Goes);
        check(Place::Bin, 3650, Fate::Renewed);
        check(Place::Bin, -3650, Fate::Renewed);
        check(Place::Archive, 31, Fate::Stays);
    }
}
