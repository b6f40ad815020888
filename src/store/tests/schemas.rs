//! What other versions of the program wrote: the earlier ones, and one to come.

use crate::import::json;
use crate::import::json::Refusal;
use crate::model::draft::Draft;
use crate::store::backup::Backup;
use crate::store::codec;
use crate::store::codec::Fault;
use crate::store::merge::{Summary, merge};
use crate::store::open::OpenError;
use crate::store::shelf::Saved;
use crate::store::tests::{NOW, done, draft, holds, loaded, memory, outside};
use crate::store::texts::{Error, Memory};
use crate::store::versions::Reason;

/// A stored draft, and the draft file that is in it.
fn records() -> [(&'static str, &'static str); 4] {
    let mixture = include_str!("../../../tests/suite/mixture/draft.json");
    let elements = include_str!("../../../tests/suite/elements/draft.json");
    let imported = include_str!("../../../tests/store/imported.json");
    [
        (include_str!("../../../tests/store/schema1.record"), mixture),
        (include_str!("../../../tests/store/schema2-0.1.record"), elements),
        (include_str!("../../../tests/store/schema2.record"), elements),
        (include_str!("../../../tests/store/schema3.record"), imported),
    ]
}

const NEWER: &str = include_str!("../../../tests/store/schema99.record");
const OTHER: &str = include_str!("../../../tests/store/schema99-other.record");

#[test]
fn what_every_version_wrote_is_opened_and_written() {
    for (record, file) in records() {
        let expected = json::read_text(file).unwrap();
        let id = expected.id.as_str();
        let key = format!("draft:{id}");
        for (quick, durable) in [
            (memory([(&key, record)]), Memory::default()),
            (Memory::default(), memory([(&key, record)])),
            (memory([(&key, record)]), memory([(&key, record)])),
        ] {
            let shelf = loaded(&quick, &durable, "new");
            let opened = done(shelf.open(id)).unwrap();
            assert_eq!((&opened.record.draft, opened.record.revision), (&expected, 7));
            assert_eq!(durable.texts()[&key], record);
            let mut hold = opened.hold.unwrap();
            let saved = done(shelf.save(&mut hold, &expected, NOW));
            assert_eq!(saved, Saved::Kept(codec::head(&durable.texts()[&key]).to_owned()));
            let opened = done(loaded(&quick, &durable, "later").open(id)).unwrap();
            assert_eq!((opened.record.draft, opened.record.revision), (expected.clone(), 8));
        }
    }
}

#[test]
fn what_a_newer_version_wrote_is_looked_at_and_never_written() {
    let older = codec::write(&Draft { id: "elements".into(), ..draft("a", "旧") }, 9, 1);
    for text in [NEWER, OTHER] {
        for (quick, durable) in [
            (Memory::default(), memory([("draft:elements", text)])),
            (memory([("draft:elements:new", text)]), Memory::default()),
            (memory([("draft:elements:old", &older)]), memory([("draft:elements", text)])),
            (memory([("draft:elements", text)]), memory([("draft:elements", &older)])),
        ] {
            let shelf = loaded(&quick, &durable, "tab");
            let has_older = holds(&quick, &older) || holds(&durable, &older);
            match done(shelf.open("elements")) {
                Ok(opened) if text == NEWER => {
                    assert_eq!((opened.hold, opened.text.as_str()), (None, NEWER));
                    assert!(opened.record.draft.title.contains("云溪市档案馆"));
                }
                // Of what cannot be looked at at all, the older text is left.
                Ok(opened) => assert!(has_older && opened.text == older),
                Err(error) => {
                    let newer = Fault::Refused(Refusal::Newer(99));
                    assert_eq!(error, OpenError::Fault(newer));
                    assert!(!has_older && text == OTHER);
                }
            }
            done(shelf.keep_version("elements", text.to_owned(), Reason::Auto, "")).unwrap();
            for n in 0..60 {
                let version = codec::write(&draft("elements", "版"), n, NOW);
                done(shelf.keep_version("elements", version, Reason::Auto, "")).unwrap();
            }
            done(shelf.make_room()).unwrap();
            let here = done(shelf.everything()).unwrap();
            let backup = Backup::new([("draft:elements".to_owned(), older.clone())].into(), NOW);
            let (batch, _) = merge(&here, &backup, outside());
            done(shelf.take_in(batch)).unwrap();
            loaded(&quick, &durable, "later");
            assert!(holds(&quick, text) || holds(&durable, text));
        }
    }
    // Alone under its key it stays there, byte by byte, whoever writes.
    let durable = memory([("draft:elements", NEWER)]);
    let shelf = loaded(&Memory::default(), &durable, "tab");
    let saved = done(shelf.add(&draft("elements", "新"), NOW));
    assert_eq!(saved, Saved::Failed(Error::Conflict));
    let backup = Backup::new([("draft:elements".to_owned(), older)].into(), NOW);
    let (batch, summary) = merge(&durable.texts(), &backup, outside());
    done(shelf.take_in(batch)).unwrap();
    assert_eq!(summary, Summary { both: 1, ..Summary::default() });
    assert_eq!(durable.texts()["draft:elements"], NEWER);
    assert_eq!(done(shelf.open("copy")).unwrap().record.draft.title, "旧");
}
