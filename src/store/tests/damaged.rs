//! What is damaged in one storage or in both, and what a backup makes of it.

use std::collections::BTreeMap;

use crate::store::backup::Backup;
use crate::store::codec;
use crate::store::merge::merge;
use crate::store::open::OpenError;
use crate::store::shelf::{Saved, Shelf};
use crate::store::tests::{NOW, done, draft, holds, loaded, memory, outside};
use crate::store::texts::{Batch, Memory};

/// Texts that a storage can hold: one byte of a text changed, or its end cut off.
fn damaged(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for n in 0..text.len() {
        for other in [text.as_bytes()[n] ^ 1, b'9', b'\r'] {
            let mut bytes = text.as_bytes().to_vec();
            bytes[n] = other;
            all.extend(String::from_utf8(bytes).ok().filter(|it| it != text));
        }
        all.extend(text.get(..n).map(str::to_owned));
    }
    all
}

#[track_caller]
fn check_neighbour(shelf: &Shelf<Memory, Memory>, what: &str) {
    assert!(shelf.list().iter().any(|it| it.id == "b" && it.fault.is_none()), "{what}");
    let opened = done(shelf.open("b")).unwrap();
    assert_eq!(opened.record.draft, draft("b", "乙"), "{what}");
    assert!(opened.hold.is_some(), "{what}");
}

#[test]
fn of_a_damaged_text_and_a_whole_one_the_whole_one_is_opened() {
    let (a, b) = (codec::write(&draft("a", "甲"), 7, 1), codec::write(&draft("b", "乙"), 3, 1));
    for broken in damaged(&a) {
        for in_quick in [true, false] {
            let (quick_text, durable_text) = if in_quick { (&broken, &a) } else { (&a, &broken) };
            let quick = memory([("draft:a:old", quick_text), ("draft:b:old", &b)]);
            let durable = memory([("draft:a", durable_text), ("draft:b", &b)]);
            let shelf = loaded(&quick, &durable, "new");
            let opened = done(shelf.open("a")).unwrap();
            assert_eq!(opened.record.draft, draft("a", "甲"), "{broken}");
            assert_eq!(opened.record.revision, 7, "{broken}");
            let mut hold = opened.hold.unwrap();
            assert!(holds(&quick, &broken) || holds(&durable, &broken), "{broken}");
            assert!(matches!(done(shelf.save(&mut hold, &draft("a", "丙"), NOW)), Saved::Kept(_)));
            assert_eq!(done(shelf.open("a")).unwrap().record.draft, draft("a", "丙"), "{broken}");
            assert!(holds(&quick, &broken) || holds(&durable, &broken), "{broken}");
            check_neighbour(&shelf, &broken);
        }
    }
}

#[test]
fn a_damaged_text_without_another_is_listed_and_stays() {
    let (a, b) = (codec::write(&draft("a", "甲"), 7, 1), codec::write(&draft("b", "乙"), 3, 1));
    for broken in damaged(&a) {
        for key in ["draft:a", "draft:a:old"] {
            let in_quick = key != "draft:a";
            let quick = if in_quick { memory([(key, &broken)]) } else { Memory::default() };
            let durable = memory([("draft:b", &b)]);
            if !in_quick {
                durable.apply(&Batch::putting(key, &broken)).unwrap();
            }
            let shelf = loaded(&quick, &durable, "new");
            let card = shelf.list().into_iter().find(|it| it.id == "a").unwrap();
            match done(shelf.open("a")) {
                Ok(opened) => {
                    // The line above it is damaged, the draft is whole.
                    assert_eq!(opened.record.draft, draft("a", "甲"), "{broken}");
                    assert!(opened.hold.is_some() && card.fault.is_none(), "{broken}");
                }
                Err(error) => {
                    assert!(matches!(error, OpenError::Fault(_)), "{broken}: {error}");
                    assert!(card.fault.is_some(), "{broken}");
                    assert_eq!(done(shelf.raw("a")), Ok(Some(broken.clone())));
                }
            }
            assert_eq!(durable.texts()["draft:a"], broken);
            check_neighbour(&shelf, &broken);
        }
    }
}

#[test]
fn a_damaged_draft_is_put_aside_when_a_backup_has_it_whole() {
    let durable = memory([("draft:a", "broken")]);
    let shelf = loaded(&Memory::default(), &durable, "tab");
    let there = [("draft:a".to_owned(), codec::write(&draft("a", "甲"), 3, 1))];
    let (batch, _) = merge(&durable.texts(), &Backup::new(there.into(), NOW), outside());
    done(shelf.take_in(batch)).unwrap();
    assert_eq!(done(shelf.open("a")).unwrap().record.draft.title, "甲");
    assert!(holds(&durable, "broken"));
}

#[test]
fn a_backup_brings_two_broken_texts_of_one_draft_whole() {
    let there = [("draft:a", "broken"), ("draft:a:old", "too")];
    let there = there.map(|(key, text)| (key.to_owned(), text.to_owned()));
    let (batch, _) = merge(&BTreeMap::new(), &Backup::new(there.into(), NOW), outside());
    assert!(batch.put.values().any(|it| it == "broken"));
    assert!(batch.put.values().any(|it| it == "too"));
    // Nor does a broken text bring back what was removed.
    let here = [("grave:a".to_owned(), "3".to_owned())].into();
    let there = [("draft:a".to_owned(), "broken".to_owned())];
    let (batch, _) = merge(&here, &Backup::new(there.into(), NOW), outside());
    assert!(!batch.put.contains_key("draft:a"));
}
