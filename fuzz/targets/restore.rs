//! What is found in the storage: any text is a draft or a fault, never a panic.

#![no_main]

use chengwen::import::json::SCHEMA;
use chengwen::model::checksum::crc32;
use chengwen::store::card::Card;
use chengwen::store::codec::{self, Head};
use chengwen::store::journal::Journal;
use chengwen::store::versions::{Mark, Reason};
use chengwen_fuzz as _;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    check(&text);
    // By chance no checksum is ever right, and what is behind it would stay unread.
    let crc = crc32(text.as_bytes());
    check(&format!("chengwen {SCHEMA} 1 1 {crc:08x}\n{text}"));
    let _ = Journal::read(&text);
});

/// What was read is read again from what is written of it.
fn check(text: &str) {
    let _ = Head::read(codec::head(text)).map(|it| it.name());
    let _ = codec::read_newer(text);
    let card = Card::of_text("d1", text);
    let _ = Mark::of(text, Reason::Other, card.length);
    let Ok(record) = codec::read(text) else {
        assert!(card.fault.is_some(), "the list says nothing of a draft that cannot be read");
        return;
    };
    let written = codec::write(&record.draft, record.revision, record.saved);
    let again = codec::read(&written).expect("what was written cannot be read");
    assert_eq!((again.revision, again.saved), (record.revision, record.saved));
    assert_eq!(again.draft, record.draft);
}
