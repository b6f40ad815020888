//! Backup and restore as the worker does them, beside the page: it reads the
//! durable storage itself and is given what the quick one holds, which only the
//! page can reach.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::backup::Backup;
use crate::store::keys::{DRAFT, draft_id};
use crate::store::merge::{self, Outside, Summary};
use crate::store::shelf::Shelf;
use crate::store::texts::{Batch, Error, Expected, Memory, Store};

/// The bytes of a backup of everything. The text that each draft has now becomes
/// known as a version, so that a later merge can tell what came after what.
pub async fn backup<D>(quick: &Memory, durable: Option<D>, now: u64) -> Result<Vec<u8>, Error>
where
    D: Store + Clone + 'static,
{
    let shelf = Shelf::new(Some(quick.clone()), durable, "");
    // Where there is no room for that the backup is worth more.
    let _ = shelf.mark_all().await;
    Ok(Backup::new(shelf.everything().await?, now).write())
}

/// How many drafts a backup holds.
pub fn count(backup: &Backup) -> usize {
    backup.texts.keys().filter_map(|it| draft_id(it)).collect::<BTreeSet<_>>().len()
}

/// Takes a backup in: beside what there is, or in place of it.
pub async fn restore<D, I>(
    quick: &Memory,
    durable: Option<D>,
    backup: &Backup,
    whole: bool,
    outside: Outside<I>,
) -> Result<Summary, Error>
where
    D: Store + Clone + 'static,
    I: FnMut() -> String,
{
    /// Who writes so often that this is not enough will be told.
    const TRIES: usize = 5;
    let Outside { mut new_id, suffix, now } = outside;
    let shelf = Shelf::new(Some(quick.clone()), durable, "");
    for n in 1.. {
        let outside = Outside { new_id: &mut new_id, suffix: suffix.clone(), now };
        let (batch, summary) = plan(&shelf, backup, whole, outside).await?;
        match shelf.take_in(batch).await {
            // Another tab has saved meanwhile.
            Err(Error::Conflict) if n < TRIES => {}
            taken => return taken.map(|()| summary),
        }
    }
    Err(Error::Conflict)
}

/// What is to be changed, and what must still be there for that.
pub(super) async fn plan<Q, D, I>(
    shelf: &Shelf<Q, D>,
    backup: &Backup,
    whole: bool,
    outside: Outside<I>,
) -> Result<(Batch, Summary), Error>
where
    Q: Store + Clone + 'static,
    D: Store + Clone + 'static,
    I: FnMut() -> String,
{
    // Before all the rest is read: what is written from here on is seen by its absence.
    let seen: BTreeMap<_, _> = shelf.read(DRAFT).await?.into_iter().collect();
    let here = shelf.everything().await?;
    let (mut batch, summary) = if whole {
        let batch = merge::replace(&here, backup, outside.now);
        let added = batch.put.keys().filter(|it| it.starts_with(DRAFT)).count();
        (batch, Summary { added, ..Summary::default() })
    } else {
        merge::merge(&here, backup, outside)
    };
    let changed = batch.put.keys().chain(&batch.remove).filter(|it| it.starts_with(DRAFT));
    batch.expect = changed.map(|it| Expected::new(it.clone(), seen.get(it).cloned())).collect();
    Ok((batch, summary))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::draft::Draft;
    use crate::model::kind::Kind;
    use crate::store::codec;
    use crate::store::shelf::done;
    use crate::store::tests::watched::Watched;

    #[test]
    fn a_whole_restore_clears_both_storages_and_a_backup_brings_all_back() {
        let draft = Kind::custom().draft("a".to_owned(), "云溪市档案馆", "2025");
        let (quick, durable) = (Memory::default(), Memory::default());
        quick.apply(&Batch::putting("draft:a:t", codec::write(&draft, 1, 1))).unwrap();
        durable.apply(&Batch::putting("draft:a", codec::write(&draft, 1, 1))).unwrap();
        let bytes = done(backup(&quick, Some(durable.clone()), 7)).unwrap();
        let saved = Backup::read(&bytes).unwrap();
        assert_eq!(count(&saved), 1);
        let nothing = Backup::new(Default::default(), 0);
        let outside = || Outside { new_id: String::new, suffix: String::new(), now: 8 };
        let whole = restore(&quick, Some(durable.clone()), &nothing, true, outside());
        done(whole).unwrap();
        assert!(quick.texts().is_empty());
        assert!(durable.texts().is_empty());
        let back = done(restore(&quick, Some(durable.clone()), &saved, false, outside())).unwrap();
        assert_eq!(back.added, 1);
        assert_eq!(codec::read(&durable.texts()["draft:a"]).unwrap().draft, draft);
    }
    #[test]
    fn what_another_tab_saves_meanwhile_is_not_written_over() {
        let text = |title: &str, revision| {
            let draft = Kind::custom().draft("a".to_owned(), "", "");
            codec::write(&Draft { title: title.to_owned(), ..draft }, revision, revision)
        };
        // On another machine it went on from what is here.
        let there = Memory::default();
        let mut bytes = Vec::new();
        for (title, revision) in [("原来的", 1), ("备份里的", 9)] {
            there.apply(&Batch::putting("draft:a", text(title, revision))).unwrap();
            bytes = done(backup(&Memory::default(), Some(there.clone()), 9)).unwrap();
        }
        let backup = Backup::read(&bytes).unwrap();
        let restored = |whole, n_saves| {
            let durable = Watched::default();
            durable.memory.apply(&Batch::putting("draft:a", text("原来的", 1))).unwrap();
            let save = |n: u64| Batch::putting("draft:a", text(&format!("第{n}次"), n + 1));
            durable.others.replace((1..=n_saves).rev().map(save).collect());
            let outside = Outside { new_id: || "b".to_owned(), suffix: String::new(), now: 10 };
            let quick = Memory::default();
            let told = done(restore(&quick, Some(durable.clone()), &backup, whole, outside));
            (told, durable.memory.texts())
        };
        let (told, texts) = restored(false, 0);
        assert_eq!(told, Ok(Summary { advanced: 1, ..Summary::default() }));
        assert_eq!(texts["draft:a"], text("备份里的", 9));
        let (told, texts) = restored(false, 1);
        assert_eq!(told, Ok(Summary { both: 1, ..Summary::default() }));
        assert_eq!(texts["draft:a"], text("第1次", 2));
        assert!(texts["draft:b"].contains("备份里的"));
        // Who saves without end is not written over, and it is told.
        let (told, texts) = restored(true, 9);
        assert_eq!(told, Err(Error::Conflict));
        assert_eq!(texts["draft:a"], text("第5次", 6));
    }
}
