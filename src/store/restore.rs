//! Backup and restore as the worker does them, beside the page: it reads the
//! durable storage itself and is given what the quick one holds, which only the
//! page can reach.

use std::collections::BTreeSet;

use crate::store::backup::Backup;
use crate::store::keys::{DRAFT, draft_id};
use crate::store::merge::{self, Outside, Summary};
use crate::store::shelf::Shelf;
use crate::store::texts::{Error, Memory, Store};

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
    let shelf = Shelf::new(Some(quick.clone()), durable, "");
    let here = shelf.everything().await?;
    let (batch, summary) = if whole {
        let batch = merge::replace(&here, backup, outside.now);
        let added = batch.put.keys().filter(|it| it.starts_with(DRAFT)).count();
        (batch, Summary { added, ..Summary::default() })
    } else {
        merge::merge(&here, backup, outside)
    };
    shelf.take_in(batch).await?;
    Ok(summary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;
    use crate::store::codec;
    use crate::store::shelf::done;
    use crate::store::texts::Batch;

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
}
