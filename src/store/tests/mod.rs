//! The shelf in two storages.

mod damaged;
mod past;
mod schemas;
mod two_storages;
pub(super) mod watched;

use std::future::Future;
use std::task::{Context, Poll, Waker};

use crate::model::draft::Draft;
use crate::model::kind::Kind;
use crate::store::load::Found;
use crate::store::merge::Outside;
use crate::store::shelf::Shelf;
use crate::store::texts::{Batch, Memory};

pub(super) const NOW: u64 = 1_766_000_000_000;

/// Memories answer at once.
#[track_caller]
pub(super) fn done<T>(answer: impl Future<Output = T>) -> T {
    let mut answer = std::pin::pin!(answer);
    match answer.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => panic!("a memory takes no time"),
    }
}

pub(super) fn draft(id: &str, title: &str) -> Draft {
    let draft = Kind::custom().draft(id.to_owned(), "", "");
    Draft { title: title.to_owned(), sections: Vec::new(), ..draft }
}

pub(super) fn memory<const N: usize>(texts: [(&str, &str); N]) -> Memory {
    let memory = Memory::default();
    for (key, text) in texts {
        memory.apply(&Batch::putting(key, text)).unwrap();
    }
    memory
}

pub(super) fn loaded(quick: &Memory, durable: &Memory, tab: &str) -> Shelf<Memory, Memory> {
    let mut shelf = Shelf::new(Some(quick.clone()), Some(durable.clone()), tab);
    if done(shelf.load(NOW)) == Found::ToMend {
        done(shelf.mend(NOW)).unwrap();
    }
    shelf
}

pub(super) fn outside() -> Outside<impl FnMut() -> String> {
    let new_id = || "copy".to_owned();
    Outside { new_id, suffix: "（备份）".to_owned(), now: NOW }
}

pub(super) fn holds(memory: &Memory, text: &str) -> bool {
    memory.texts().values().any(|it| it == text)
}
