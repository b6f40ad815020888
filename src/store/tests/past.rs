//! Versions: their budget, their names, and what is left of a draft without them.

use crate::store::backup::Backup;
use crate::store::merge::merge;
use crate::store::tests::{NOW, done, draft, loaded, memory, outside};
use crate::store::texts::{Batch, Memory, Store};
use crate::store::versions::{Mark, Reason};
use crate::store::{codec, versions};

#[test]
fn the_budget_of_versions_is_kept_and_names_stay() {
    let durable = Memory::default();
    let shelf = loaded(&Memory::default(), &durable, "tab");
    done(shelf.add(&draft("a", "甲"), NOW));
    for n in 1..=2 * versions::KEPT as u64 {
        let text = codec::write(&draft("a", &n.to_string()), n, NOW + n * 1000);
        let reason = if n == 5 { Reason::Named } else { Reason::Auto };
        done(shelf.keep_version("a", text, reason, "定稿")).unwrap();
    }
    let marks = done(shelf.versions("a")).unwrap();
    assert_eq!(marks.len(), versions::KEPT + 1);
    assert!(
        marks.iter().any(|it| it.reason == Reason::Named && it.version.starts_with("00000005"))
    );
    let n_texts = durable.texts().keys().filter(|it| it.starts_with("version:a:")).count();
    assert_eq!(n_texts, marks.len());
}

/// A version with a name, and a text of the same revision that lies elsewhere too.
#[track_caller]
fn check_name_stays(keep: impl Fn(&Memory, &Memory, &str)) {
    let (old, new) = (codec::write(&draft("a", "甲"), 3, 1), codec::write(&draft("a", "乙"), 4, 1));
    let (quick, durable) = (memory([]), memory([("draft:a", &new)]));
    let shelf = loaded(&quick, &durable, "tab");
    done(shelf.keep_version("a", old.clone(), Reason::Named, "定稿")).unwrap();
    keep(&quick, &durable, &old);
    let marks: Vec<Mark> = done(shelf.versions("a")).unwrap();
    let own = marks.iter().find(|it| it.version.starts_with("00000003")).unwrap();
    assert_eq!((own.reason, own.name.as_str()), (Reason::Named, "定稿"));
}

#[test]
fn a_version_that_has_a_name_keeps_it() {
    check_name_stays(|quick, durable, old| {
        quick.apply(&Batch::putting("draft:a:old", old)).unwrap();
        assert_eq!(done(loaded(quick, durable, "new").open("a")).unwrap().others, 1);
    });
    check_name_stays(|quick, durable, old| {
        let there = [
            ("draft:a".to_owned(), codec::write(&draft("a", "丙"), 9, 1)),
            ("draft:a:old".to_owned(), old.to_owned()),
        ];
        let (batch, _) = merge(&durable.texts(), &Backup::new(there.into(), NOW), outside());
        done(loaded(quick, durable, "new").take_in(batch)).unwrap();
    });
}

#[test]
fn a_version_without_its_draft_becomes_the_draft() {
    let durable = Memory::default();
    let shelf = loaded(&Memory::default(), &durable, "tab");
    for n in 1..=2 {
        let text = codec::write(&draft("a", &n.to_string()), n, NOW);
        done(shelf.keep_version("a", text, Reason::Auto, "")).unwrap();
    }
    let shelf = loaded(&Memory::default(), &durable, "new");
    assert_eq!(done(shelf.open("a")).unwrap().record.draft.title, "2");
    assert!(done(durable.get("version:a:missing")).unwrap().is_none());
}

#[test]
fn room_is_made_of_versions_and_never_of_drafts() {
    let full = Memory::default();
    let shelf = loaded(&Memory::default(), &full, "tab");
    done(shelf.add(&draft("a", "甲"), NOW));
    for n in 1..=8 {
        let text = codec::write(&draft("a", &n.to_string()), n, NOW);
        let reason = if n == 2 { Reason::Named } else { Reason::Auto };
        done(shelf.keep_version("a", text, reason, "定稿")).unwrap();
    }
    // Not even a mark can be put in any more.
    let room = full.texts().values().map(String::len).sum();
    let durable = Memory::with_room(room);
    for (key, text) in full.texts() {
        durable.apply(&Batch::putting(key, text)).unwrap();
    }
    let shelf = loaded(&Memory::default(), &durable, "new");
    let text = codec::write(&draft("a", "新"), 9, NOW);
    done(shelf.keep_version("a", text, Reason::Auto, "")).unwrap();
    let kept: Vec<_> = done(shelf.versions("a")).unwrap();
    let kept: Vec<_> = kept.iter().map(|it| &it.version[..8]).collect();
    assert_eq!(kept, ["00000002", "00000006", "00000007", "00000008", "00000009"]);
    assert_eq!(done(shelf.open("a")).unwrap().record.draft.title, "甲");
}

#[test]
fn a_mark_without_its_text_is_no_version() {
    let durable = Memory::default();
    let shelf = loaded(&Memory::default(), &durable, "tab");
    let text = codec::write(&draft("a", "甲"), 1, NOW);
    done(shelf.keep_version("a", text.clone(), Reason::Auto, "")).unwrap();
    let key = done(durable.keys("version:")).unwrap();
    durable.apply(&Batch::removing(key.clone())).unwrap();
    assert!(done(shelf.versions("a")).unwrap().is_empty());
    done(shelf.keep_version("a", text.clone(), Reason::Auto, "")).unwrap();
    assert_eq!(durable.texts()[&key[0]], text);
}
