//! Whole files, read back part by part: their text and their parts.

mod elements;

use std::io::{Cursor, Read};

use super::{Properties, docx};
use crate::assemble::{Document, Paragraph, Role, RowLook, Run, RunKind};
use crate::model::draft::{HeadField, TextAt};
use crate::model::profile::{Profile, presets};

fn paragraph(role: Role, runs: &[(RunKind, &str)]) -> Paragraph {
    let run = |&(kind, text): &(RunKind, &str)| Run { kind, text: text.to_owned() };
    let source = TextAt::Head(HeadField::Title);
    Paragraph { role, runs: runs.iter().map(run).collect(), source }
}

fn body(text: &str) -> Paragraph {
    paragraph(Role::Body, &[(RunKind::Text, text)])
}

fn part(file: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut content = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut content).unwrap();
    content
}

fn file(paragraphs: Vec<Paragraph>, profile: &Profile) -> Vec<u8> {
    docx(&Document { paragraphs, ..Document::default() }, profile, &Properties::default())
}

fn document_xml(paragraphs: Vec<Paragraph>) -> String {
    part(&file(paragraphs, &Profile::default()), "word/document.xml")
}

fn text(role: Role, text: &str) -> Paragraph {
    paragraph(role, &[(RunKind::Text, text)])
}

fn row(is_header: bool, is_landscape: bool, cells: &[&str]) -> Paragraph {
    let cells: Vec<_> = cells.iter().map(|it| (RunKind::Cell, *it)).collect();
    paragraph(Role::Row(RowLook { is_header, is_landscape }), &cells)
}

/// The text of every paragraph, read the way that other programs read it.
fn texts(xml: &str) -> Vec<String> {
    let paragraph = |it: &str| {
        let it = it.split("</w:p>").next().unwrap_or_default();
        let it = it.replace("<w:tab/>", "<w:t>\t</w:t>").replace("<w:br/>", "<w:t>\n</w:t>");
        let runs = it.split("<w:t").skip(1).map(|it| {
            let text = it.split("</w:t>").next().and_then(|it| it.split_once('>'));
            quick_xml::escape::unescape(text.unwrap_or_default().1).unwrap().into_owned()
        });
        runs.collect()
    };
    xml.split("<w:p>").skip(1).map(paragraph).collect()
}

/// Checks that the body's text comes back as `expected`.
#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(texts(&document_xml(vec![body(text)])), [expected]);
}

#[test]
fn text_comes_back_as_it_went_in() {
    let kept = [
        "",
        " 前后有空格 ",
        "　　全角空格",
        "一\t二\t\t三",
        "<w:p>&amp;\"']]>",
        "👩‍👩‍👧‍👦🇨🇳 𠮷 é",
        "\u{200F}שלום\u{202E} \u{200B}\u{FEFF}\u{2028}",
        "“双引号”‘单引号’——……·",
    ];
    for text in kept {
        check(text, text);
    }
    check(&"字".repeat(10_000), &"字".repeat(10_000));
}

#[test]
fn text_that_breaks_the_promise_does_not_break_the_file() {
    check("一\0二\u{FFFF}三", "一二三");
    check("一\n二\r\n三", "一\n二\n三");
}

#[test]
fn text_behind_a_heading_takes_the_face_of_the_body() {
    let runs =
        [(RunKind::Number, "（一）"), (RunKind::Heading, "标题。"), (RunKind::Text, "正文。")];
    let xml = document_xml(vec![paragraph(Role::Heading(2), &runs)]);
    assert_eq!(texts(&xml), ["（一）标题。正文。"]);
    assert_eq!(xml.matches("<w:rStyle").count(), 1);
    let styled = xml.split(r#"<w:rStyle w:val="RunIn"/>"#).nth(1).unwrap();
    assert!(styled.contains("正文。") && !styled.contains("标题。"));
}

#[test]
fn leads_have_a_style_of_their_own() {
    let runs = [(RunKind::Number, "一是"), (RunKind::Lead, "领句。"), (RunKind::Text, "其余。")];
    let xml = document_xml(vec![paragraph(Role::Item, &runs)]);
    assert_eq!(xml.matches(r#"<w:rStyle w:val="Lead"/>"#).count(), 1);
}

#[test]
fn a_blank_line_is_space_and_not_a_paragraph() {
    let closing = || {
        let name = paragraph(Role::Signature, &[(RunKind::Text, "某某县人民政府")]);
        [name, paragraph(Role::Date, &[(RunKind::Text, "2020年1月8日")])]
    };
    let xml = document_xml([body("正文。")].into_iter().chain(closing()).collect());
    assert_eq!(texts(&xml).len(), 3);
    assert_eq!(xml.matches(r#"<w:spacing w:before="579"/>"#).count(), 1);
    assert!(!document_xml(closing().to_vec()).contains("w:before"));
}

#[test]
fn an_empty_document_is_a_file_too() {
    let xml = document_xml(vec![]);
    assert!(xml.contains("<w:body><w:sectPr>"));
    assert_eq!(texts(&document_xml(vec![paragraph(Role::Body, &[])])), [""]);
}

#[test]
fn a_thousand_items_are_a_thousand_paragraphs() {
    let items: Vec<Paragraph> = (0..1000)
        .map(|n| paragraph(Role::Item, &[(RunKind::Lead, &format!("第{n}条。"))]))
        .collect();
    let texts = texts(&document_xml(items));
    assert_eq!(texts.len(), 1000);
    assert_eq!(texts[999], "第999条。");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document =
        Document { paragraphs: vec![body("正文。"), body("其余。")], ..Document::default() };
    let properties = Properties { title: "标题".to_owned(), ..Properties::default() };
    let write = || docx(&document, &Profile::default(), &properties);
    let file = write();
    assert_eq!(file, write());
    let mut zip = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
    for idx in 0..zip.len() {
        let entry = zip.by_index(idx).unwrap();
        assert_eq!(entry.last_modified().map(|it| it.year()), Some(1980), "part {idx}");
    }
}

#[test]
fn every_part_is_listed_and_every_reference_leads_to_one() {
    let turned = vec![row(false, true, &["甲"]), body("文")];
    for paragraphs in [Vec::new(), turned] {
        for profile in presets() {
            let file = file(paragraphs.clone(), &profile);
            let zip = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
            let names: Vec<_> = zip.file_names().map(Result::unwrap).collect();
            assert_eq!(names[0], "[Content_Types].xml");
            let types = part(&file, "[Content_Types].xml");
            for name in names.iter().filter(|it| it.ends_with(".xml") && !it.starts_with('[')) {
                assert!(types.contains(&format!("PartName=\"/{name}\"")), "{name}");
            }
            let links = part(&file, "word/_rels/document.xml.rels");
            for link in links.split("Target=\"").skip(1) {
                let target = format!("word/{}", link.split('"').next().unwrap_or_default());
                assert!(names.iter().any(|it| *it == target), "{target}");
            }
            for id in part(&file, "word/document.xml").split("r:id=\"").skip(1) {
                let id = id.split('"').next().unwrap_or_default();
                assert!(links.contains(&format!("Id=\"{id}\"")), "{id}");
            }
        }
    }
}
