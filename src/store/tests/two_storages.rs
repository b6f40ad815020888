//! What one of the two storages has alone, and what one of them refuses.

use crate::store::card::Place;
use crate::store::codec;
use crate::store::open::OpenError;
use crate::store::shelf::{Hold, Saved, Shelf};
use crate::store::tests::watched::Watched;
use crate::store::tests::{NOW, done, draft, holds, loaded, memory};
use crate::store::texts::{Batch, Error, Memory};
use crate::store::versions::Reason;

#[test]
fn a_text_that_is_gone_comes_from_the_other_storage() {
    let a = codec::write(&draft("a", "甲"), 7, 1);
    for (quick, durable) in [
        (memory([("draft:a:old", &a)]), Memory::default()),
        (Memory::default(), memory([("draft:a", &a)])),
    ] {
        let shelf = loaded(&quick, &durable, "new");
        assert_eq!(done(shelf.open("a")).unwrap().record.revision, 7);
        assert_eq!(durable.texts()["draft:a"], a);
    }
    let shelf = loaded(&Memory::default(), &Memory::default(), "new");
    assert_eq!(done(shelf.open("a")), Err(OpenError::Absent));
}

#[test]
fn what_another_tab_has_written_since_is_not_removed() {
    let (quick, durable) = (Memory::default(), Memory::default());
    let first = loaded(&quick, &durable, "first");
    done(first.add(&draft("a", "甲"), NOW));
    let mut own = done(first.open("a")).unwrap().hold.unwrap();
    let second = loaded(&quick, &durable, "second");
    let mut hold = done(second.open("a")).unwrap().hold.unwrap();
    assert!(first.hold_fast(&mut own, &draft("a", "刚写的"), NOW));
    assert!(matches!(done(second.save(&mut hold, &draft("a", "乙"), NOW)), Saved::Kept(_)));
    assert!(quick.texts()["draft:a:first"].contains("刚写的"));
}

#[test]
fn a_removed_draft_does_not_come_back_from_what_was_only_held() {
    let (quick, durable) = (Memory::default(), Memory::default());
    let shelf = loaded(&quick, &durable, "tab");
    done(shelf.add(&draft("a", "甲"), NOW));
    let mut hold = done(shelf.open("a")).unwrap().hold.unwrap();
    assert!(shelf.hold_fast(&mut hold, &draft("a", "乙"), NOW));
    let twin = quick.texts()["draft:a:tab"].clone();
    done(shelf.remove("a")).unwrap();
    // The browser dies, and its quick storage is what it was before.
    quick.apply(&Batch::putting("draft:a:tab", twin)).unwrap();
    assert!(!loaded(&quick, &durable, "new").has("a"));
}

#[test]
fn what_was_done_while_the_durable_storage_was_missing_is_moved_there() {
    let (quick, durable) = (Memory::default(), Memory::default());
    let both = loaded(&quick, &durable, "first");
    done(both.add(&draft("a", "甲"), NOW));
    done(both.add(&draft("b", "乙"), NOW));
    let mut alone = Shelf::<_, Memory>::new(Some(quick.clone()), None, "second");
    done(alone.load(NOW));
    done(alone.keep_version("a", codec::write(&draft("a", "旧"), 1, 1), Reason::Auto, "")).unwrap();
    done(alone.put("a", Place::Archive, NOW)).unwrap();
    done(alone.remove("b")).unwrap();
    let both = loaded(&quick, &durable, "third");
    assert_eq!(done(both.versions("a")).unwrap().len(), 1);
    assert_eq!(both.stay("a").place, Place::Archive);
    // What the author could not see when removing it is not thrown away unseen.
    assert_eq!(both.stay("b").place, Place::Bin);
    done(both.put("b", Place::Desk, NOW)).unwrap();
    assert_eq!(loaded(&quick, &durable, "fourth").stay("b").place, Place::Desk);
}

#[test]
fn what_the_durable_storage_cannot_take_is_listed_and_opened() {
    let a = codec::write(&draft("a", "甲"), 3, 1);
    let shelf = loaded(&memory([("draft:a", &a)]), &Memory::with_room(10), "tab");
    assert!(shelf.has("a"));
    assert_eq!(done(shelf.open("a")).unwrap().record.draft.title, "甲");
}

#[test]
fn a_text_that_could_not_be_kept_at_opening_is_kept_by_the_next_save() {
    let old = codec::write(&draft("a", "甲"), 3, 1);
    let twin = codec::write(&draft("a", "乙"), 4, 1);
    let quick = memory([("draft:a:tab", "broken"), ("draft:a:old", &twin)]);
    // There is room for the draft, but at first not for what lies beside it.
    let durable = Memory::with_room(old.len() + 100);
    durable.apply(&Batch::putting("draft:a", &*old)).unwrap();
    let shelf = loaded(&quick, &durable, "tab");
    let mut hold = done(shelf.open("a")).unwrap().hold.unwrap();
    assert_eq!(done(shelf.save(&mut hold, &draft("a", "丙"), NOW)), Saved::Failed(Error::Full));
    assert_eq!(durable.texts()["draft:a"], old);
    assert!(holds(&quick, "broken"));
    let roomy = memory([("draft:a", &old)]);
    let shelf = Shelf::new(Some(quick.clone()), Some(roomy.clone()), "tab");
    assert!(matches!(done(shelf.save(&mut hold, &draft("a", "丙"), NOW)), Saved::Kept(_)));
    assert!(holds(&roomy, &old) && holds(&roomy, "broken"));
}

#[test]
fn the_page_opens_what_is_settled_and_leaves_the_rest_to_the_worker() {
    let (quick, durable) = (Memory::default(), Memory::default());
    let shelf = loaded(&quick, &durable, "one");
    done(shelf.add(&draft("a", "甲"), NOW));
    let whole = done(loaded(&quick, &durable, "two").open("a")).unwrap();
    let settled = done(loaded(&quick, &durable, "two").open_settled("a")).unwrap();
    assert_eq!(settled, Some(whole));
    let mut hold = done(shelf.open("a")).unwrap().hold.unwrap();
    assert!(shelf.hold_fast(&mut hold, &draft("a", "乙"), NOW));
    assert_eq!(done(loaded(&quick, &durable, "two").open_settled("a")), Ok(None));
}

#[test]
fn what_a_broken_storage_refuses_is_held_and_it_is_not_written_again() {
    let (quick, durable) = (Watched::default(), Watched::default());
    durable.is_breaking.set(true);
    let shelf = Shelf::new(Some(quick.clone()), Some(durable.clone()), "tab");
    let mut hold = Hold { id: "a".to_owned(), ..Hold::default() };
    for title in ["甲", "乙"] {
        assert_eq!(done(shelf.save(&mut hold, &draft("a", title), NOW)), Saved::Held);
        assert!(quick.memory.texts()["draft:a:tab"].contains(title));
    }
    assert!(shelf.is_closed() && shelf.lasts());
    // A memory in place of the quick storage holds nothing that would last.
    let shelf = Shelf::new(Some(Memory::default()), Some(durable), "tab");
    let saved = done(shelf.save(&mut hold, &draft("a", "丙"), NOW));
    assert_eq!(saved, Saved::Failed(Error::Denied));
    assert!(!shelf.lasts());
}
