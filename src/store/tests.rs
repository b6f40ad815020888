//! The shelf in two storages: what is damaged, what other versions wrote, what one of
//! the storages has alone.

use std::collections::BTreeMap;
use std::future::Future;
use std::task::{Context, Poll, Waker};

use crate::import::json::{self, Refusal};
use crate::model::draft::Draft;
use crate::model::kind::Kind;
use crate::store::backup::Backup;
use crate::store::card::Place;
use crate::store::codec::{self, Fault};
use crate::store::load::Found;
use crate::store::merge::{Outside, Summary, merge};
use crate::store::open::OpenError;
use crate::store::shelf::{Hold, Saved, Shelf};
use crate::store::texts::{Asking, Batch, Committing, Error, Memory, Store};
use crate::store::versions::{self, Mark, Reason};

const NOW: u64 = 1_766_000_000_000;

/// Memories answer at once.
#[track_caller]
fn done<T>(answer: impl Future<Output = T>) -> T {
    let mut answer = std::pin::pin!(answer);
    match answer.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("a memory takes no time"),
    }
}

fn draft(id: &str, title: &str) -> Draft {
    let draft = Kind::custom().draft(id.to_owned(), "", "");
    Draft { title: title.to_owned(), sections: Vec::new(), ..draft }
}

fn memory<const N: usize>(texts: [(&str, &str); N]) -> Memory {
    let memory = Memory::default();
    for (key, text) in texts {
        memory.apply(&Batch::putting(key, text)).unwrap();
    }
    memory
}

fn loaded(quick: &Memory, durable: &Memory, tab: &str) -> Shelf<Memory, Memory> {
    let mut shelf = Shelf::new(Some(quick.clone()), Some(durable.clone()), tab);
    if done(shelf.load(NOW)) == Found::ToMend {
        done(shelf.mend(NOW)).unwrap();
    }
    shelf
}

fn outside() -> Outside<impl FnMut() -> String> {
    let new_id = || "copy".to_owned();
    Outside { new_id, suffix: "（备份）".to_owned(), now: NOW }
}

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

fn holds(memory: &Memory, text: &str) -> bool {
    memory.texts().values().any(|it| it == text)
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

/// A stored draft, and the draft file that is in it.
fn records() -> [(&'static str, &'static str); 4] {
    let mixture = include_str!("../../tests/suite/mixture/draft.json");
    let elements = include_str!("../../tests/suite/elements/draft.json");
    let imported = include_str!("../../tests/store/imported.json");
    [
        (include_str!("../../tests/store/schema1.record"), mixture),
        (include_str!("../../tests/store/schema2-0.1.record"), elements),
        (include_str!("../../tests/store/schema2.record"), elements),
        (include_str!("../../tests/store/schema3.record"), imported),
    ]
}

const NEWER: &str = include_str!("../../tests/store/schema99.record");
const OTHER: &str = include_str!("../../tests/store/schema99-other.record");

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

/// A memory that a full disk has broken: it fails, and takes nothing after that.
#[derive(Clone, Default)]
struct Broken {
    memory: Memory,
    is_closed: std::rc::Rc<std::cell::Cell<bool>>,
}

impl Store for Broken {
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>> {
        self.memory.read(prefix)
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>> {
        self.memory.keys(prefix)
    }

    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>> {
        self.memory.get(key)
    }

    fn commit(&self, _: Batch) -> Committing {
        assert!(!self.is_closed.replace(true), "it is written after it has failed");
        Box::pin(std::future::ready(Err(Error::Failed("UnknownError".to_owned()))))
    }

    fn is_closed(&self) -> bool {
        self.is_closed.get()
    }
}

/// A memory that lasts.
#[derive(Clone, Default)]
struct Lasting(Memory);

impl Store for Lasting {
    fn read<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<(String, String)>> {
        self.0.read(prefix)
    }

    fn keys<'a>(&'a self, prefix: &'a str) -> Asking<'a, Vec<String>> {
        self.0.keys(prefix)
    }

    fn get<'a>(&'a self, key: &'a str) -> Asking<'a, Option<String>> {
        self.0.get(key)
    }

    fn commit(&self, batch: Batch) -> Committing {
        self.0.commit(batch)
    }
}

#[test]
fn what_a_broken_storage_refuses_is_held_and_it_is_not_written_again() {
    let (quick, durable) = (Lasting::default(), Broken::default());
    let shelf = Shelf::new(Some(quick.clone()), Some(durable.clone()), "tab");
    let mut hold = Hold { id: "a".to_owned(), ..Hold::default() };
    for title in ["甲", "乙"] {
        assert_eq!(done(shelf.save(&mut hold, &draft("a", title), NOW)), Saved::Held);
        assert!(quick.0.texts()["draft:a:tab"].contains(title));
    }
    assert!(shelf.is_closed() && shelf.lasts());
    // A memory in place of the quick storage holds nothing that would last.
    let shelf = Shelf::new(Some(Memory::default()), Some(durable), "tab");
    let saved = done(shelf.save(&mut hold, &draft("a", "丙"), NOW));
    assert_eq!(saved, Saved::Failed(Error::Denied));
    assert!(!shelf.lasts());
}
