//! Versions of a draft: when one is kept, and which go when there are too many.
//!
//! The budget of one draft: at most [`KEPT`] versions that nobody named, of which
//! the newest [`RECENT`] are never thinned, and [`BYTES`] bytes of all. Versions
//! that the author named stay until the author removes them, or until there is no
//! room for the draft itself.

use crate::store::codec::{self, Head};
use crate::store::keys::{MARK, VERSION};
use crate::store::line;

/// Between two versions that are kept by themselves, at least so many
/// milliseconds of editing.
pub const APART_MS: f64 = 120_000.0;

/// How many versions of a draft are kept beside those that the author named.
pub const KEPT: usize = 50;

/// How many of these are never thinned.
pub const RECENT: usize = 20;

/// How many bytes the versions of a draft take at most.
pub const BYTES: u64 = 24 * 1024 * 1024;

/// Why a version was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Time to keep one.
    Auto,
    /// Before a file was taken into the draft.
    Import,
    /// Before an older version was brought back.
    Restore,
    /// Before many places were changed at once.
    Bulk,
    /// Before the report was exported.
    Export,
    /// Part of a backup, made or taken in.
    Backup,
    /// It was written in another window, or by a page that had broken down, and
    /// was not the newest.
    Other,
    /// The author gave it a name.
    Named,
}

/// The reasons by the numbers under which they are kept; new ones come last.
const REASONS: [Reason; 8] = [
    Reason::Auto,
    Reason::Import,
    Reason::Restore,
    Reason::Bulk,
    Reason::Export,
    Reason::Backup,
    Reason::Other,
    Reason::Named,
];

/// What is known of a version without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The name of the revision, as [`Head::name`] gives it.
    pub version: String,
    /// When it was saved, in milliseconds since 1970; for display.
    pub saved: u64,
    /// Why it was kept.
    pub reason: Reason,
    /// What the author called it; may be empty.
    pub name: String,
    /// Its length in 字.
    pub length: u32,
    /// The size of its text in bytes. 0 when the text has been thinned out and only
    /// this is left, to tell that there was such a revision.
    pub bytes: u64,
}

impl Reason {
    /// The number under which it is kept.
    pub fn number(self) -> usize {
        REASONS.iter().position(|it| *it == self).unwrap_or(0)
    }

    /// The reason of this number.
    pub fn of(number: usize) -> Self {
        REASONS.get(number).copied().unwrap_or(Self::Auto)
    }
}

impl Mark {
    /// What is known of a stored draft; none where its first line is not ours.
    pub fn of(text: &str, reason: Reason, length: u32) -> Option<Self> {
        let head = Head::read(codec::head(text))?;
        let (version, saved, bytes) = (head.name(), head.saved, text.len() as u64);
        Some(Self { version, saved, reason, name: String::new(), length, bytes })
    }

    /// As it is kept.
    pub fn write(&self) -> String {
        let numbers = [self.saved, self.reason.number() as u64, self.length.into(), self.bytes];
        let [saved, reason, length, bytes] = numbers.map(|it| it.to_string());
        line::join([&self.version, &saved, &reason, &length, &bytes, &self.name])
    }

    /// Reads what [`Mark::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let mut fields = line::fields(text);
        let version = fields.next()?.to_owned();
        let saved = line::number(&mut fields)?;
        let reason = usize::try_from(line::number(&mut fields)?).ok()?;
        let reason = Reason::of(reason);
        let length = u32::try_from(line::number(&mut fields)?).ok()?;
        let bytes = line::number(&mut fields)?;
        let name = fields.next()?.to_owned();
        Some(Self { version, saved, reason, name, length, bytes })
    }

    /// Whether the text is there.
    pub fn is_kept(&self) -> bool {
        0 < self.bytes
    }
}

/// The key of a version's text.
pub fn text_key(draft: &str, version: &str) -> String {
    format!("{VERSION}{draft}:{version}")
}

/// The key of a version's mark.
pub fn mark_key(draft: &str, version: &str) -> String {
    format!("{MARK}{draft}:{version}")
}

/// Which versions are thinned out, given all marks of a draft in order. The
/// clock is not asked: a wrong one must not empty the list.
pub fn surplus(marks: &[Mark]) -> Vec<String> {
    let mut kept: Vec<&Mark> = marks.iter().filter(|it| it.is_kept()).collect();
    let mut gone = Vec::new();
    loop {
        let unnamed: Vec<usize> =
            (0..kept.len()).filter(|n| kept[*n].reason != Reason::Named).collect();
        let bytes: u64 = kept.iter().map(|it| it.bytes).sum();
        let is_over = KEPT < unnamed.len() || (BYTES < bytes && 1 < kept.len());
        let spare = unnamed.len().min(RECENT);
        // Too many bytes can only be helped by letting go of recent ones too.
        let spare = if BYTES < bytes { spare.min(3) } else { spare };
        let old = &unnamed[..unnamed.len() - spare];
        if !is_over || old.is_empty() {
            return gone;
        }
        // The one that is missed least: its neighbours lie closest together.
        let gap = |n: &&usize| {
            let at = |n: Option<usize>| n.and_then(|it| kept.get(it)).map_or(0, |it| it.saved);
            at(Some(**n + 1)).saturating_sub(at(n.checked_sub(1)))
        };
        let Some(least) = old.iter().min_by_key(gap).copied() else { return gone };
        gone.push(kept.remove(least).version.clone());
    }
}

/// Which versions go when the storage has no room: all that nobody named, but
/// the newest three.
pub fn dispensable(marks: &[Mark]) -> Vec<String> {
    let mut unnamed: Vec<_> =
        marks.iter().filter(|it| it.is_kept() && it.reason != Reason::Named).collect();
    unnamed.truncate(unnamed.len().saturating_sub(3));
    unnamed.into_iter().map(|it| it.version.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(n: u64, reason: Reason) -> Mark {
        let version = format!("{n:08}-00000000");
        Mark { version, saved: n * 1000, reason, name: String::new(), length: 1, bytes: 10 }
    }

    #[test]
    fn what_was_written_is_read_back() {
        for reason in REASONS {
            let named = Mark { name: "送审稿".to_owned(), ..mark(3, reason) };
            assert_eq!(Mark::read(&named.write()), Some(named));
        }
        assert_eq!(Mark::read("{"), None);
    }

    #[test]
    fn few_versions_all_stay() {
        let marks: Vec<_> = (0..KEPT as u64).map(|n| mark(n, Reason::Auto)).collect();
        assert!(surplus(&marks).is_empty());
    }

    #[test]
    fn many_versions_are_thinned_but_for_the_newest_and_the_named() {
        let mut marks: Vec<_> = (0..200).map(|n| mark(n, Reason::Auto)).collect();
        marks[3].reason = Reason::Named;
        let gone = surplus(&marks);
        assert_eq!(marks.len() - gone.len(), KEPT + 1);
        assert!(!gone.contains(&marks[3].version));
        assert!(marks[180..].iter().all(|it| !gone.contains(&it.version)));
    }

    #[test]
    fn thinning_leaves_old_and_new_ones() {
        let marks: Vec<_> = (0..200).map(|n| mark(n, Reason::Auto)).collect();
        let gone = surplus(&marks);
        let left = marks.iter().filter(|it| !gone.contains(&it.version));
        let early = left.filter(|it| it.saved < 90_000).count();
        assert!(10 < early, "{early} of the first half are left");
    }

    #[test]
    fn a_wrong_clock_empties_nothing() {
        let mut marks: Vec<_> = (0..60).map(|n| mark(n, Reason::Auto)).collect();
        for (n, it) in marks.iter_mut().enumerate() {
            it.saved = if n % 2 == 0 { 0 } else { u64::MAX };
        }
        assert_eq!(surplus(&marks).len(), 60 - KEPT);
    }

    #[test]
    fn too_many_bytes_go_however_few_the_versions() {
        let mut marks: Vec<_> = (0..10).map(|n| mark(n, Reason::Auto)).collect();
        for it in &mut marks {
            it.bytes = BYTES / 4;
        }
        assert_eq!(surplus(&marks).len(), 6);
        assert_eq!(dispensable(&marks).len(), 7);
    }
}
