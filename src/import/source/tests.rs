//! Encodings, and files that are not what their names say.

use super::{Refusal, read};
use crate::import::notice::Notice;

const TEXT: &str = "云溪市档案馆2025年工作总结\r\n\r\n　　全年接待查档3600人次。\n";

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn texts_are_read_in_the_usual_encodings() {
    let gb = encoding_rs::GB18030.encode(TEXT).0.into_owned();
    let utf8 = TEXT.as_bytes().to_vec();
    let mark = |mark: &[u8], bytes: Vec<u8>| [mark.to_vec(), bytes].concat();
    let named = |name| vec![Notice::Encoding(name)];
    for (bytes, notices) in [
        (utf8.clone(), vec![]),
        (mark(b"\xef\xbb\xbf", utf8), vec![]),
        (mark(b"\xff\xfe", wide(TEXT, u16::to_le_bytes)), named("UTF-16LE")),
        (mark(b"\xfe\xff", wide(TEXT, u16::to_be_bytes)), named("UTF-16BE")),
        (wide(TEXT, u16::to_le_bytes), named("UTF-16LE")),
        (gb, named("GB18030")),
    ] {
        let source = read(&bytes, "a.txt").unwrap();
        let lines: Vec<_> = source.lines.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(lines, ["云溪市档案馆2025年工作总结", "全年接待查档3600人次。"]);
        assert_eq!(source.notices, notices);
    }
}

#[test]
fn files_are_what_they_hold_whatever_their_names() {
    let program: Vec<u8> =
        (0..8000u32).map(|it| (it.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let compound = |name: &str| {
        [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), vec![0; 600], wide(name, u16::to_le_bytes)]
            .concat()
    };
    for (bytes, expected) in [
        (b"%PDF-1.7\n".to_vec(), Refusal::Pdf),
        (b"\x89PNG\r\n\x1a\n".to_vec(), Refusal::Picture),
        (b"\xff\xd8\xff\xe0".to_vec(), Refusal::Picture),
        (b"{\\rtf1".to_vec(), Refusal::Rtf),
        (b"<!DOCTYPE html><p>".to_vec(), Refusal::WebPage),
        (b"Rar!\x1a\x07\x01".to_vec(), Refusal::Archive),
        (compound("WordDocument"), Refusal::Doc),
        (compound("WpsDocument"), Refusal::Wps),
        (compound("Workbook"), Refusal::Sheet),
        (compound("EncryptedPackage"), Refusal::Encrypted),
        (b"\n \t\n".to_vec(), Refusal::Empty),
        (Vec::new(), Refusal::Empty),
        (program, Refusal::Binary),
    ] {
        for name in ["a.txt", "a.docx", "a.md"] {
            assert_eq!(read(&bytes, name), Err(expected), "{name}");
        }
    }
    assert_eq!(read(&vec![b' '; super::LIMIT + 1], "a.txt"), Err(Refusal::TooLarge));
}

#[test]
fn characters_that_nothing_can_hold_are_dropped_and_said() {
    let source = read("甲\u{0}乙\u{1}\n丙".as_bytes(), "a.txt").unwrap();
    assert_eq!(source.lines[0].text, "甲乙");
    assert_eq!(source.notices, [Notice::Controls(2)]);
}

#[test]
fn a_megabyte_is_read_in_well_under_a_second_and_a_line_may_be_all_of_it() {
    let long = "一是修库房，".repeat(60_000);
    assert_eq!(read(long.as_bytes(), "a.txt").unwrap().lines.len(), 1);
}
