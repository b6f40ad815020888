//! A draft file: refused, or a draft that can be shown, laid out and written.

#![no_main]

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import::json;
use chengwen::layout::Press;
use chengwen_fuzz as _;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(draft) = json::read(bytes) else { return };
    let written = export::json(&draft);
    assert_eq!(json::read(&written).as_ref(), Ok(&draft), "what is written reads differently");
    let document = assemble(&draft);
    let _ = export::txt(&document);
    let _ = Press::of(&document, &draft.profile).pages();
    let _ = export::docx(&document, &draft.profile, &export::properties(&draft));
});
