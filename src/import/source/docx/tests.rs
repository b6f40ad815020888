//! Documents as other programs write them, and as nobody should.

use std::io::{Cursor, Write};

use super::read;
use crate::import::line::Hint;
use crate::import::notice::Notice;
use crate::import::source::{self, Refusal};

const NAMESPACES: &str = concat!(
    r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
    r#"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#,
    r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#
);

fn container(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> String {
    format!("<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>")
}

fn docx(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = document(body);
    let mut parts =
        vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", document.as_str())];
    parts.extend(others);
    container(&parts)
}

fn lines(body: &str) -> (Vec<String>, Vec<Notice>) {
    let source = read(&docx(body, &[])).unwrap();
    (source.lines.into_iter().map(|it| it.text).collect(), source.notices)
}

#[test]
fn insertions_are_taken_and_deletions_left_out() {
    let (lines, notices) = lines(
        "<w:p><w:r><w:t>馆藏</w:t></w:r><w:ins><w:r><w:t>三千卷</w:t></w:r></w:ins><w:del><w:r><w:delText>两千卷</w:delText></w:r></w:del></w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>开放</w:t></w:r></w:p><w:p><w:r><w:t>五百卷</w:t></w:r></w:p>\
         <w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>",
    );
    assert_eq!(lines, ["馆藏三千卷", "开放五百卷", "移来"]);
    assert_eq!(notices, [Notice::Insertions(2), Notice::Deletions(3)]);
}

#[test]
fn one_branch_of_a_choice_is_taken() {
    let (lines, notices) = lines(
        "<w:p><w:r><w:t>甲</w:t><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:br/><w:t>乙</w:t></mc:Choice>\
         <mc:Fallback><w:t>丙</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>\
         <w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>框外</w:t></w:r></w:p>\
         <w:p><w:r><w:drawing/></w:r></w:p>",
    );
    assert_eq!(lines, ["甲乙", "框外"]);
    assert_eq!(notices, [Notice::TextBox("框中".to_owned()), Notice::Pictures(1)]);
}

#[test]
fn breaks_tabs_and_symbols_are_text() {
    let (lines, notices) = lines(
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:br w:type=\"page\"/>\
         <w:t>丁</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>\
         <w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DATE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>1月5日</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>\
         <w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>",
    );
    assert_eq!(lines, ["甲\t乙", "丙丁✓", "1月5日藏", "a+b"]);
    assert_eq!(notices, [Notice::Formulas(1), Notice::Hidden(1)]);
}

#[test]
fn tables_are_rows_of_cells() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let wide = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p><w:p><w:r><w:t>（卷）</w:t></w:r></w:p></w:tc>";
    let inner =
        format!("<w:tc><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p/></w:tc>", cell("内"), cell("表"));
    let body = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr><w:tr>{wide}{}</w:tr><w:tr>{}{}{inner}</w:tr></w:tbl><w:p><w:r><w:t>表后</w:t></w:r></w:p>",
        cell("甲"),
        cell("乙"),
        cell("丙"),
        cell("3"),
        cell(""),
        cell("丁")
    );
    let source = read(&docx(&body, &[])).unwrap();
    let lines: Vec<_> = source.lines.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(lines, ["甲\t乙\t丙", "合计 （卷）\t\t3", "\t丁\t内 表", "表后"]);
    assert_eq!(source.lines[2].hint, Hint::Row(1));
}

#[test]
fn what_stands_outside_the_text_is_said() {
    let rels = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="1" Type="http://x/header" Target="header1.xml"/><Relationship Id="2" Type="http://x/footer" Target="../word/footer1.xml"/>
        <Relationship Id="3" Type="http://x/hyperlink" Target="https://example.cn" TargetMode="External"/></Relationships>"#;
    let part = |name: &str, inner: &str| format!("<w:{name} {NAMESPACES}>{inner}</w:{name}>");
    let text = "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>";
    let number = "<w:p><w:r><w:t>第 3 页</w:t></w:r></w:p>";
    let notes = part(
        "footnotes",
        "<w:footnote w:type=\"separator\"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>见馆志。</w:t></w:r></w:p></w:footnote>",
    );
    let comments = part("comments", "<w:comment><w:p><w:r><w:t>再核</w:t></w:r></w:p></w:comment>");
    let bytes = docx(
        "<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        &[
            ("word/_rels/document.xml.rels", rels),
            ("word/header1.xml", &part("hdr", text)),
            ("word/footer1.xml", &part("ftr", number)),
            ("word/footnotes.xml", &notes),
            ("word/comments.xml", &comments),
        ],
    );
    let notices = read(&bytes).unwrap().notices;
    let expected = [
        Notice::Note("见馆志。".to_owned()),
        Notice::Comments(1),
        Notice::Header("内部资料".to_owned()),
    ];
    assert_eq!(notices, expected);
}

#[test]
fn documents_of_other_programs_have_their_numbers_and_tables() {
    let expected = include_str!("../../../../tests/import/expected.txt");
    let files: [&[u8]; 2] = [
        include_bytes!("../../../../tests/import/python-docx.docx"),
        include_bytes!("../../../../tests/import/libreoffice.docx"),
    ];
    for file in files {
        let source = read(file).unwrap();
        let text: String = source.lines.iter().map(|it| it.text.trim().to_owned() + "\n").collect();
        assert_eq!(text, expected);
        assert_eq!(source.lines[0].hint, Hint::Title);
        assert_eq!(source.lines[1].hint, Hint::Heading(1));
        assert!(source.notices.contains(&Notice::Header("内部资料".to_owned())));
        assert!(source.notices.contains(&Notice::Insertions(1)));
        assert!(source.notices.contains(&Notice::Deletions(1)));
    }
}

#[test]
fn documents_made_to_do_harm_are_refused() {
    let dtd = format!(
        "<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
        document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")
    );
    let entity = document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>");
    let bomb = format!("<w:document>{}", " ".repeat(60 * 1024 * 1024));
    for (part, expected) in [
        (dtd.as_str(), Refusal::Declarations),
        (entity.as_str(), Refusal::Declarations),
        (bomb.as_str(), Refusal::Bomb),
        ("<w:document", Refusal::Damaged("XML")),
    ] {
        let bytes = container(&[("[Content_Types].xml", ""), ("word/document.xml", part)]);
        assert_eq!(read(&bytes), Err(expected));
    }
    let deep = document(&format!("<w:p><w:r>{}<w:t>深</w:t>", "<w:ins>".repeat(100_000)));
    let _ = read(&container(&[("[Content_Types].xml", ""), ("word/document.xml", &deep)]));
}

#[test]
fn what_is_no_document_is_said() {
    for (parts, expected) in [
        (
            vec![("[Content_Types].xml", ""), ("word/styles.xml", "")],
            Refusal::MissingPart("word/document.xml"),
        ),
        (vec![("word/document.xml", "")], Refusal::MissingPart("[Content_Types].xml")),
        (vec![("[Content_Types].xml", ""), ("xl/workbook.xml", "")], Refusal::Sheet),
        (vec![("a.txt", "")], Refusal::Archive),
        (vec![("mimetype", "application/vnd.oasis.opendocument.text")], Refusal::OpenDocument),
    ] {
        assert_eq!(read(&container(&parts)), Err(expected));
    }
    let empty = docx("<w:p/>", &[]);
    assert_eq!(read(&empty), Err(Refusal::Empty));
    // A file that is cut off anywhere is refused or read, and never a panic.
    let whole = docx("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", &[]);
    for n in 0..whole.len() {
        let _ = source::read(&whole[..n], "a.docx");
    }
    for n in 0..whole.len() {
        let mut changed = whole.clone();
        changed[n] ^= 0x55;
        let _ = source::read(&changed, "a.docx");
    }
}
