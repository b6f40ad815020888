//! Takes a backup in beside what there is: nothing is overwritten, nothing that
//! was removed comes back unasked.
//!
//! Which of two texts of a draft is newer is known when one of them is among the
//! versions of the other. Where that cannot be known both stay, the one from the
//! backup as a draft of its own.

use std::collections::BTreeMap;

use crate::import::json;
use crate::model::draft::Draft;
use crate::store::backup::Backup;
use crate::store::card::{Card, Place, Stay};
use crate::store::codec::{self, Fault, Head, Record};
use crate::store::journal::Journal;
use crate::store::keys::{
    ASIDE, CARD, DRAFT, GRAVE, KIND, MARK, PLACE, PROFILE, TYPING, VERSION, draft_id,
};
use crate::store::open::put_version;
use crate::store::texts::Batch;
use crate::store::versions::{Mark, Reason, mark_key, text_key};

/// What a merge needs from outside.
#[derive(Debug)]
pub struct Outside<I> {
    /// A fresh id for a draft.
    pub new_id: I,
    /// What is put behind the name of a draft that is kept beside another.
    pub suffix: String,
    /// The time, in milliseconds since 1970.
    pub now: u64,
}

/// What a merge does, to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Drafts that were not there.
    pub added: usize,
    /// Drafts of which the backup has a later text; the earlier one is a version now.
    pub advanced: usize,
    /// Drafts of which both texts stay.
    pub both: usize,
    /// Drafts that are the same, or later here.
    pub same: usize,
    /// Drafts of the backup that were removed here, and stay so.
    pub removed: usize,
    /// Drafts that were removed where the backup was made; they lie in the bin now.
    pub binned: usize,
    /// Texts that cannot be read; they are put aside as they are.
    pub unreadable: usize,
}

impl Summary {
    fn counts(self) -> [usize; 7] {
        let Self { added, advanced, both, same, removed, binned, unreadable } = self;
        [added, advanced, both, same, removed, binned, unreadable]
    }

    /// As it is sent to the page.
    pub fn write(&self) -> String {
        self.counts().map(|it| it.to_string()).join(" ")
    }

    /// Reads what [`Summary::write`] wrote.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = text.split(' ').map(|it| it.parse().ok());
        let mut next = || numbers.next()?;
        Some(Self {
            added: next()?,
            advanced: next()?,
            both: next()?,
            same: next()?,
            removed: next()?,
            binned: next()?,
            unreadable: next()?,
        })
    }
}

/// What one draft has in a set of texts.
#[derive(Default)]
struct Texts {
    readable: Vec<(Record, String)>,
    unreadable: Vec<String>,
    journals: Vec<Journal>,
    /// What the versions are called.
    versions: Vec<String>,
    grave: Option<u64>,
}

/// Plans to take a backup in beside what there is.
pub fn merge<I>(
    here: &BTreeMap<String, String>,
    backup: &Backup,
    mut outside: Outside<I>,
) -> (Batch, Summary)
where
    I: FnMut() -> String,
{
    let (ours, theirs) = (by_draft(here), by_draft(&backup.texts));
    let mut batch = Batch::default();
    let mut summary = Summary::default();
    for (id, mut their) in theirs {
        let our = ours.get(&id);
        replay(&mut their, outside.now);
        their.readable.sort_by_key(|(it, _)| std::cmp::Reverse(it.revision));
        let mut readable = their.readable.into_iter();
        let best = readable.next();
        for (_, text) in readable {
            keep(&mut batch, here, &id, text, Reason::Other);
        }
        for text in their.unreadable {
            let key = format!("{DRAFT}{id}");
            summary.unreadable += 1;
            if best.is_none() && our.is_none() && !batch.put.contains_key(&key) {
                batch.put.insert(key, text);
            } else {
                put_aside(&mut batch, &id, &text);
            }
        }
        let mine = our.and_then(|it| it.readable.iter().max_by_key(|(it, _)| it.revision));
        match (best, mine) {
            (None, Some((mine, _))) if their.grave.is_some_and(|it| mine.revision <= it) => {
                put_stay(&mut batch, &id, Stay { place: Place::Bin, since: outside.now });
                summary.binned += 1;
            }
            (None, _) => {
                if let Some(grave) = their.grave {
                    batch.put.entry(format!("{GRAVE}{id}")).or_insert(grave.to_string());
                }
            }
            (Some((best, text)), None) => {
                let removed = our.and_then(|it| it.grave);
                let mine = our.map(|it| it.unreadable.as_slice()).unwrap_or_default();
                if removed.is_some_and(|it| best.revision <= it) {
                    summary.removed += 1;
                } else if mine.iter().any(|it| is_newer(it)) {
                    put_beside(&mut batch, best, &mut outside);
                    summary.both += 1;
                } else {
                    for text in mine {
                        put_aside(&mut batch, &id, text);
                    }
                    put_draft(&mut batch, &id, &best.draft, best.saved, text);
                    summary.added += 1;
                }
            }
            (Some((best, text)), Some((mine, my_text))) => {
                let (their_name, my_name) = (name(&best.head), name(&mine.head));
                let knows = |versions: &[String], name: &str| versions.iter().any(|it| it == name);
                let my_versions = our.map(|it| it.versions.as_slice()).unwrap_or_default();
                if best.draft == mine.draft || knows(my_versions, &their_name) {
                    summary.same += 1;
                } else if knows(&their.versions, &my_name) {
                    keep(&mut batch, here, &id, my_text.clone(), Reason::Backup);
                    keep(&mut batch, here, &id, text.clone(), Reason::Backup);
                    let text = if mine.revision < best.revision {
                        text
                    } else {
                        codec::write(&best.draft, mine.revision + 1, best.saved)
                    };
                    put_draft(&mut batch, &id, &best.draft, best.saved, text);
                    summary.advanced += 1;
                } else {
                    put_beside(&mut batch, best, &mut outside);
                    summary.both += 1;
                }
            }
        }
    }
    for (key, text) in &backup.texts {
        let has_home = [VERSION, MARK, PLACE, KIND, PROFILE, ASIDE];
        if has_home.iter().any(|it| key.starts_with(it)) && !here.contains_key(key) {
            batch.put.entry(key.clone()).or_insert_with(|| text.clone());
        }
    }
    (batch, summary)
}

/// Plans to put a backup in place of all there is.
pub fn replace(here: &BTreeMap<String, String>, backup: &Backup, now: u64) -> Batch {
    let outside = Outside { new_id: String::new, suffix: String::new(), now };
    let (mut batch, _) = merge(&BTreeMap::new(), backup, outside);
    let kept = |it: &&String| !it.starts_with("setting:") && !batch.put.contains_key(*it);
    batch.remove = here.keys().filter(kept).cloned().collect();
    batch
}

/// What there is of each draft.
fn by_draft(texts: &BTreeMap<String, String>) -> BTreeMap<String, Texts> {
    let mut drafts: BTreeMap<String, Texts> = BTreeMap::new();
    for (key, text) in texts {
        if let Some(id) = draft_id(key) {
            let draft = drafts.entry(id.to_owned()).or_default();
            match codec::read(text) {
                Ok(record) => draft.readable.push((record, text.clone())),
                Err(_) => draft.unreadable.push(text.clone()),
            }
        } else if let Some(id) = key.strip_prefix(GRAVE) {
            drafts.entry(id.to_owned()).or_default().grave = text.parse().ok();
        } else if key.starts_with(TYPING) {
            if let Some(journal) = Journal::read(text) {
                drafts.entry(journal.draft.clone()).or_default().journals.push(journal);
            }
        } else if let Some((id, version)) = key.strip_prefix(MARK).and_then(|it| it.split_once(':'))
        {
            drafts.entry(id.to_owned()).or_default().versions.push(version.to_owned());
        }
    }
    drafts
}

/// Puts what was typed last into the texts it was typed in.
fn replay(texts: &mut Texts, now: u64) {
    for journal in std::mem::take(&mut texts.journals) {
        let base = texts.readable.iter().find(|(it, _)| it.revision == journal.revision);
        let newest = texts.readable.iter().max_by_key(|(it, _)| it.revision);
        let Some((record, _)) = base.or(newest) else { continue };
        let mut draft = record.draft.clone();
        let Some(edit) = journal.edit(&draft) else { continue };
        edit.apply(&mut draft);
        let text = codec::write(&draft, record.revision + 1, now);
        texts.readable.extend(codec::read(&text).ok().map(|record| (record, text)));
    }
}

fn name(head: &str) -> String {
    Head::read(head).map(|it| it.name()).unwrap_or_default()
}

fn keep(
    batch: &mut Batch,
    here: &BTreeMap<String, String>,
    id: &str,
    text: String,
    reason: Reason,
) {
    let Ok(record) = codec::read(&text) else { return };
    let length = Card::of(&record.draft, 0).length;
    if let Some(mark) = Mark::of(&text, reason, length) {
        // A version that has a name keeps it.
        let key = mark_key(id, &mark.version);
        let known: Option<Mark> = here.get(&key).and_then(|it| Mark::read(it));
        if known.is_some_and(|it| it.is_kept()) {
            batch.put.insert(text_key(id, &mark.version), text);
        } else if !batch.put.contains_key(&key) {
            put_version(batch, id, &mark, text);
        }
    }
}

fn put_draft(batch: &mut Batch, id: &str, draft: &Draft, saved: u64, text: String) {
    batch.put.insert(format!("{DRAFT}{id}"), text);
    let card = Card { id: id.to_owned(), ..Card::of(draft, saved) };
    batch.put.insert(format!("{CARD}{id}"), card.write());
}

/// Puts the draft of a backup beside the one that is here.
fn put_beside<I: FnMut() -> String>(batch: &mut Batch, record: Record, outside: &mut Outside<I>) {
    let name = format!("{}{}", record.draft.display_name(), outside.suffix);
    let draft = Draft { id: (outside.new_id)(), name, ..record.draft };
    let text = codec::write(&draft, record.revision, record.saved);
    put_draft(batch, &draft.id, &draft, record.saved, text);
}

fn put_aside(batch: &mut Batch, id: &str, text: &str) {
    let crc = crate::model::checksum::crc32(text.as_bytes());
    batch.put.insert(format!("{ASIDE}{id}:{crc:08x}"), text.to_owned());
}

/// Whether a newer version of the program has written a text.
fn is_newer(text: &str) -> bool {
    matches!(codec::read(text), Err(Fault::Refused(json::Refusal::Newer(_))))
}

fn put_stay(batch: &mut Batch, id: &str, stay: Stay) {
    batch.put.insert(format!("{PLACE}{id}"), stay.write());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::{HeadField, TextAt};
    use crate::model::kind::Kind;
    use crate::store::journal::field_id;

    fn draft(title: &str) -> Draft {
        let draft = Kind::custom().draft("a".to_owned(), "云溪市档案馆", "2025");
        Draft { title: title.to_owned(), ..draft }
    }

    fn texts<const N: usize>(texts: [(&str, String); N]) -> BTreeMap<String, String> {
        texts.map(|(key, text)| (key.to_owned(), text)).into()
    }

    fn outside() -> Outside<impl FnMut() -> String> {
        Outside { new_id: || "b".to_owned(), suffix: "（备份）".to_owned(), now: 9 }
    }

    #[track_caller]
    fn merged(
        here: BTreeMap<String, String>,
        there: BTreeMap<String, String>,
        expected: Summary,
    ) -> BTreeMap<String, String> {
        let (batch, summary) = merge(&here, &Backup::new(there, 0), outside());
        assert_eq!(summary, expected);
        assert!(batch.remove.is_empty());
        let mut all = here;
        all.extend(batch.put);
        all
    }

    fn title(texts: &BTreeMap<String, String>, key: &str) -> String {
        codec::read(&texts[key]).unwrap().draft.title
    }

    #[test]
    fn a_summary_is_read_as_it_is_sent() {
        let summary = Summary { added: 2, unreadable: 1, ..Summary::default() };
        assert_eq!(Summary::read(&summary.write()), Some(summary));
        assert_eq!(Summary::read("1 2"), None);
    }

    #[test]
    fn an_absent_draft_is_added() {
        let there = texts([("draft:a", codec::write(&draft("甲"), 3, 1))]);
        let all = merged(BTreeMap::new(), there, Summary { added: 1, ..Summary::default() });
        assert_eq!(title(&all, "draft:a"), "甲");
    }

    #[test]
    fn a_removed_draft_stays_removed_until_it_was_written_again() {
        let there = texts([("draft:a", codec::write(&draft("甲"), 3, 1))]);
        let grave = |revision: u64| texts([("grave:a", revision.to_string())]);
        let all = merged(grave(3), there.clone(), Summary { removed: 1, ..Summary::default() });
        assert!(!all.contains_key("draft:a"));
        merged(grave(2), there, Summary { added: 1, ..Summary::default() });
    }

    #[test]
    fn what_was_removed_there_lies_in_the_bin_here() {
        let here = texts([("draft:a", codec::write(&draft("甲"), 3, 1))]);
        let there = texts([("grave:a", "3".to_owned())]);
        let all = merged(here, there, Summary { binned: 1, ..Summary::default() });
        assert!(all["place:a"].contains("Bin"));
        assert_eq!(title(&all, "draft:a"), "甲");
    }

    #[test]
    fn of_unrelated_texts_both_stay() {
        let here = texts([("draft:a", codec::write(&draft("甲"), 3, 1))]);
        let there = texts([("draft:a", codec::write(&draft("乙"), 7, 1))]);
        let all = merged(here, there, Summary { both: 1, ..Summary::default() });
        assert_eq!(title(&all, "draft:a"), "甲");
        assert_eq!(title(&all, "draft:b"), "乙");
        let copy = codec::read(&all["draft:b"]).unwrap().draft;
        assert_eq!((copy.id.as_str(), copy.name.as_str()), ("b", "乙（备份）"));
    }

    #[test]
    fn a_text_that_descends_from_ours_takes_its_place() {
        let old = codec::write(&draft("甲"), 3, 1);
        let mark = Mark::of(&old, Reason::Backup, 1).unwrap();
        let key = mark_key("a", &mark.version);
        let line = mark.write();
        let newer = codec::write(&draft("乙"), 7, 1);
        let with_mark = |text: &String| texts([("draft:a", text.clone()), (&key, line.clone())]);
        let here = texts([("draft:a", old.clone())]);
        let advanced = Summary { advanced: 1, ..Summary::default() };
        let all = merged(here, with_mark(&newer), advanced);
        assert_eq!(title(&all, "draft:a"), "乙");
        assert!(all.contains_key(&crate::store::versions::text_key("a", &mark.version)));
        // And the other way round ours is the later one.
        let there = texts([("draft:a", old)]);
        let all = merged(with_mark(&newer), there, Summary { same: 1, ..Summary::default() });
        assert_eq!(title(&all, "draft:a"), "乙");
    }

    #[test]
    fn a_rescue_file_brings_what_was_typed_last() {
        let there = texts([
            ("draft:a:0a0a0a0a", codec::write(&draft("甲"), 3, 1)),
            ("draft:a", codec::write(&draft("旧"), 2, 1)),
            (
                "typing:0a0a0a0a",
                format!("a\u{1f}3\u{1f}{}\u{1f}刚写的", field_id(TextAt::Head(HeadField::Title))),
            ),
        ]);
        let all = merged(BTreeMap::new(), there, Summary { added: 1, ..Summary::default() });
        assert_eq!(title(&all, "draft:a"), "刚写的");
        assert_eq!(all.keys().filter(|it| it.starts_with(VERSION)).count(), 2);
    }

    #[test]
    fn what_cannot_be_read_is_kept_as_it_is() {
        let there = texts([("draft:a", "broken".to_owned())]);
        let unreadable = Summary { unreadable: 1, ..Summary::default() };
        let all = merged(BTreeMap::new(), there.clone(), unreadable);
        assert_eq!(all["draft:a"], "broken");
        let here = texts([("draft:a", codec::write(&draft("甲"), 3, 1))]);
        let all = merged(here, there, unreadable);
        assert_eq!(title(&all, "draft:a"), "甲");
        assert!(all.values().any(|it| it == "broken"));
    }

    #[test]
    fn a_replacement_leaves_only_the_backup() {
        let here = texts([
            ("draft:z", codec::write(&draft("甲"), 3, 1)),
            ("setting:language", "en".to_owned()),
        ]);
        let there = texts([("draft:a", codec::write(&draft("乙"), 7, 1))]);
        let batch = replace(&here, &Backup::new(there, 0), 9);
        assert_eq!(batch.remove, ["draft:z"]);
        assert_eq!(title(&batch.put, "draft:a"), "乙");
    }
}
