//! What is no report is refused in a sentence, and nothing is made of it.

use std::io::{Cursor, Write};

use chengwen::import::source::{self, Refusal};
use chengwen_browser::Page;
use zip::write::SimpleFileOptions;

use crate::texts::REPORT;

/// A Word file that would be far larger than any report.
fn bomb() -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("[Content_Types].xml", SimpleFileOptions::default()).unwrap();
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    let block = [b' '; 1 << 20];
    for _ in 0..80 {
        zip.write_all(&block).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The beginning of a compound file, as Word 97 wrote it.
fn compound() -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512, 0);
    bytes.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

fn bad_files() -> Vec<(&'static str, Vec<u8>, Refusal)> {
    vec![
        ("报告.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj".to_vec(), Refusal::Pdf),
        ("报告.doc", compound(), Refusal::Doc),
        ("扫描.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Refusal::Picture),
        ("报告.docx", bomb(), Refusal::Bomb),
        ("空.txt", Vec::new(), Refusal::Empty),
        ("空行.txt", b"\n \n\t\n".to_vec(), Refusal::Empty),
        ("程序.txt", [b"\x7fELF\x02\x01\x01".as_slice(), &[0; 60]].concat(), Refusal::Binary),
    ]
}

fn sentence(page: &Page, refusal: Refusal) -> String {
    page.word_with("import.refused", &refusal.chinese())
}

#[test]
fn bad_files_are_refused_in_a_sentence_and_nothing_is_made() {
    let page = Page::open();
    page.import_report(REPORT);
    page.saved();
    page.go_home();
    let before = page.stored_drafts();
    let names = page.any("link").within(page.word("drafts.title")).names();
    for (name, bytes, refusal) in bad_files() {
        assert_eq!(source::read(&bytes, name).unwrap_err(), refusal, "{name}");
        // Handed on from the list of drafts.
        page.moving(|| page.give_file(name, &bytes));
        page.expect_alert(&sentence(&page, refusal));
        // Once more, where the import is open.
        page.give_file(name, &bytes);
        page.expect_alert(&sentence(&page, refusal));
        assert_eq!(page.alerts().len(), 1, "{name}: {:?}", page.alerts());
        assert_eq!(page.stored_drafts(), before, "{name}");
        page.moving(|| page.button("import.leave").click());
        page.heading(&page.word("home.title")).element();
        assert_eq!(page.any("link").within(page.word("drafts.title")).names(), names, "{name}");
    }
    page.assert_clean();
}

#[test]
fn a_bad_file_takes_nothing_away_from_the_report_that_is_looked_over() {
    let page = Page::open();
    page.open_import();
    page.paste_report(REPORT);
    let (name, bytes, refusal) = bad_files().swap_remove(0);
    page.drop_file(&page.any("main"), name, &bytes);
    page.expect_alert(&sentence(&page, refusal));
    page.moving(|| page.button("import.make").click());
    assert_eq!(page.export_lines(), REPORT.lines().collect::<Vec<_>>());
    page.assert_clean();
}

#[test]
fn a_wrong_year_is_told_and_makes_nothing() {
    let page = Page::open();
    page.open_import();
    page.paste_report(REPORT);
    for year in ["", "26", "二〇二六", "9999"] {
        page.textbox("import.year").fill(year);
        page.button("import.turn").click();
        page.expect_alert(&page.word("import.not_a_year"));
        assert!(page.stored_drafts().is_empty(), "{year}");
        assert!(page.session.hash().contains("import"), "{}", page.session.hash());
    }
    page.textbox("import.year").fill("2026");
    page.moving(|| page.button("import.turn").click());
    page.expect_on_paper("青溪县图书馆2025年度工作总结");
    page.assert_clean();
}
