//! A kind file: refused, or a kind that drafts can be begun with.

#![no_main]

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import::kind;
use chengwen_fuzz as _;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(kind) = kind::read(bytes) else { return };
    assert_eq!(kind::read(&export::kind(&kind)).as_ref(), Ok(&kind), "it reads differently");
    let draft = kind.draft("d1".to_owned(), "云溪市档案馆", "2025");
    let _ = export::txt(&assemble(&draft));
});
