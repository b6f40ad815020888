//! A profile file: refused, or a layout that pages can be made with.

#![no_main]

use chengwen::assemble::assemble;
use chengwen::export;
use chengwen::import::profile;
use chengwen::layout::Press;
use chengwen::model::kind::Kind;
use chengwen_fuzz as _;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(profile) = profile::read(bytes) else { return };
    let written = export::profile(&profile);
    assert_eq!(profile::read(&written).as_ref(), Ok(&profile), "it reads differently");
    let document = assemble(&Kind::custom().draft("d1".to_owned(), "云溪市档案馆", "2025"));
    let _ = Press::of(&document, &profile).pages();
    let _ = export::docx(&document, &profile, &Default::default());
});
