//! A backup: refused, or taken in so that nothing that was here is lost.
//!
//! An input is one backup, or two with a line of `=` between: what is here, and
//! what is taken in.

#![no_main]

use std::collections::BTreeMap;

use chengwen::model::checksum::crc32;
use chengwen::store::backup::Backup;
use chengwen::store::codec::{self, Head};
use chengwen::store::keys::DRAFT;
use chengwen::store::merge::{Outside, merge, replace};
use chengwen_fuzz as _;
use libfuzzer_sys::fuzz_target;

type Texts = BTreeMap<String, String>;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (here, theirs) = text.split_once("\n=\n").unwrap_or(("", &text));
    let here = Backup::read(here.as_bytes()).map(mended).unwrap_or_default();
    let Ok(backup) = Backup::read(theirs.as_bytes()) else { return };
    let read = Backup::read(&backup.write());
    assert_eq!(read.as_ref(), Ok(&backup), "what is written reads differently");
    let backup = Backup { texts: mended(backup.clone()), ..backup };
    let merged = taken_in(&here, &backup);
    // Once more changes nothing but what is kept twice.
    taken_in(&merged, &backup);
    let _ = replace(&here, &backup, 1);
});

/// What there is after a merge; fails when a text of a draft is gone.
fn taken_in(here: &Texts, backup: &Backup) -> Texts {
    let mut n = 0;
    let new_id = || {
        n += 1;
        format!("new{n}-{}", here.len())
    };
    let outside = Outside { new_id, suffix: "（备份）".to_owned(), now: 1 };
    let (batch, _) = merge(here, backup, outside);
    assert_eq!(batch.remove, [""; 0], "a merge removes");
    let mut after = here.clone();
    after.extend(batch.put);
    for (key, text) in here.iter().filter(|(key, _)| key.starts_with(DRAFT)) {
        assert!(after.values().any(|it| it == text), "{key} is gone");
    }
    after
}

/// The texts with their checksums right: by chance none ever is.
fn mended(backup: Backup) -> Texts {
    let mend = |text: String| {
        let Some(Head { schema, revision, saved, .. }) = Head::read(codec::head(&text)) else {
            return text;
        };
        let file = codec::file(&text);
        let line = format!("chengwen {schema} {revision} {saved} {:08x}", crc32(file.as_bytes()));
        format!("{line} {:08x}\n{file}", crc32(line.as_bytes()))
    };
    backup.texts.into_iter().map(|(key, text)| (key, mend(text))).collect()
}
