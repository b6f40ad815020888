//! How the elements of a document and the parameters of a profile are written.

use super::{body, document_xml, file, paragraph, part, row, text, texts};
use crate::assemble::{Role, RowLook, RunKind};
use crate::model::profile::{Parameter, Profile, presets};

#[test]
fn every_role_has_its_style() {
    let roles = [
        (Role::CopyNumber, "CopyNumber"),
        (Role::Secrecy, "Secrecy"),
        (Role::Urgency, "Urgency"),
        (Role::IssuerMark, "IssuerMark"),
        (Role::DocumentNumber, "DocumentNumber"),
        (Role::Title, "Title"),
        (Role::Addressee, "Addressee"),
        (Role::Heading(0), "Heading1"),
        (Role::Heading(1), "Heading1"),
        (Role::Heading(4), "Heading4"),
        (Role::Heading(255), "Heading4"),
        (Role::Item, "Item"),
        (Role::Body, "Body"),
        (Role::Caption, "TableCaption"),
        (Role::Row(RowLook { is_header: true, is_landscape: false }), "TableHead"),
        (Role::Row(RowLook { is_header: false, is_landscape: true }), "TableText"),
        (Role::AttachmentNote, "AttachmentNote"),
        (Role::Signature, "Issuer"),
        (Role::Date, "IssueDate"),
        (Role::Note, "Note"),
        (Role::AttachmentLabel, "AttachmentLabel"),
        (Role::AttachmentTitle, "AttachmentTitle"),
        (Role::CopyTo, "CopyTo"),
        (Role::Printed, "Printed"),
    ];
    for (role, style) in roles {
        let file = file(vec![text(role, "文")], &Profile::default());
        let xml = part(&file, "word/document.xml");
        assert!(xml.contains(&format!(r#"<w:pPr><w:pStyle w:val="{style}"/>"#)), "{role:?}");
        assert!(xml.contains(">文</w:t>"), "{role:?}");
        let styles = part(&file, "word/styles.xml");
        assert!(styles.contains(&format!(r#"w:styleId="{style}""#)), "{role:?}");
    }
}

#[test]
fn every_style_that_is_named_is_there_and_none_has_a_theme() {
    for profile in presets() {
        let styles = part(&file(vec![body("文")], &profile), "word/styles.xml");
        for reference in ["w:basedOn", "w:next"] {
            for named in styles.split(&format!("<{reference} w:val=\"")).skip(1) {
                let id = named.split('"').next().unwrap_or_default();
                assert!(styles.contains(&format!("w:styleId=\"{id}\"")), "{reference} {id}");
            }
        }
        assert!(!styles.contains("Theme"));
        // Red is 发文机关标志 and nothing else.
        assert_eq!(styles.matches("w:color").count(), 1);
        assert_eq!(styles.matches(r#"<w:color w:val="FF0000"/>"#).count(), 1);
    }
}

#[test]
fn fonts_are_those_of_the_profile_in_every_slot_and_in_the_table() {
    let profile = Profile::default()
        .with(Parameter::FangSongFont, "仿宋 (新)")
        .with(Parameter::LatinTimes, "on");
    for profile in presets().into_iter().chain([profile]) {
        let file = file(vec![body("文")], &profile);
        let (styles, table) = (part(&file, "word/styles.xml"), part(&file, "word/fontTable.xml"));
        for fonts in styles.split("<w:rFonts ").skip(1) {
            let fonts = fonts.split("/>").next().unwrap_or_default();
            for slot in ["ascii", "hAnsi", "eastAsia", "cs"] {
                let face = fonts.split_once(&format!("w:{slot}=\"")).unwrap_or_default().1;
                let face = face.split('"').next().unwrap_or_default();
                assert!(table.contains(&format!("<w:font w:name=\"{face}\">")), "{slot} {face}");
            }
        }
        let names: Vec<_> = table.split("<w:font w:name=").skip(1).collect();
        assert!(names.iter().enumerate().all(|(idx, it)| !names[..idx].contains(it)));
    }
}

#[test]
fn a_profile_sets_page_size_pitch_and_spacing() {
    let profile = Profile::default()
        .with(Parameter::TopMargin, "30")
        .with(Parameter::BodySize, "15")
        .with(Parameter::LinePitch, "28")
        .with(Parameter::FirstIndent, "0")
        .with(Parameter::Mirrored, "on")
        .with(Parameter::Heading1Bold, "on");
    let runs = [(RunKind::Heading, "标题。"), (RunKind::Text, "正文。")];
    let file = file(vec![paragraph(Role::Heading(1), &runs)], &profile);
    let xml = part(&file, "word/document.xml");
    assert!(xml.contains(r#"<w:pgMar w:top="1701""#), "{xml}");
    // Two styles that are both bold would cancel each other out.
    assert!(
        xml.contains(r#"<w:b w:val="0"/><w:bCs w:val="0"/></w:rPr><w:t xml:space="preserve">正文"#)
    );
    let styles = part(&file, "word/styles.xml");
    assert!(
        styles.contains(r#"w:line="560" w:lineRule="exact""#)
            && styles.contains(r#"<w:sz w:val="30"/>"#)
    );
    assert!(!styles.contains("firstLine"));
    assert!(part(&file, "word/settings.xml").contains("<w:mirrorMargins/>"));
}

#[test]
fn page_numbers_stand_where_the_profile_wants_them() {
    let xml = |place| {
        let profile = Profile::default().with(Parameter::NumberPlace, place);
        let file = file(vec![body("文")], &profile);
        (part(&file, "word/document.xml"), part(&file, "word/settings.xml"))
    };
    let (outer, settings) = xml("outer");
    assert_eq!(outer.matches("<w:footerReference").count(), 2);
    assert!(settings.contains("<w:evenAndOddHeaders/>"));
    assert!(outer.contains(r#"w:footer="1446""#), "{outer}");
    let (center, settings) = xml("center");
    assert_eq!(center.matches("<w:footerReference").count(), 1);
    assert!(!settings.contains("evenAndOdd"));
    assert!(!xml("none").0.contains("<w:footerReference"));
}

#[test]
fn a_title_is_broken_into_lines_that_are_not_part_of_its_text() {
    let title = "云溪市档案馆关于2025年度馆藏档案抢救保护和开放利用工作情况的报告";
    let xml = document_xml(vec![text(Role::Title, title)]);
    let choices: Vec<_> = xml.split("<mc:AlternateContent>").collect();
    assert!(choices.len() == 2 || choices.len() == 3, "{xml}");
    let lines = xml.replace("<w:br/>", "");
    assert_eq!(texts(&lines).concat(), title);
}

#[test]
fn a_table_keeps_its_header_and_its_rows_whole() {
    let rows = [row(true, false, &["门类", "卷"]), row(false, false, &["户籍", ""])];
    let xml = document_xml([&[body("文")], &rows[..]].concat());
    assert_eq!(xml.matches("<w:tr>").count(), 2);
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 1);
    assert_eq!(xml.matches("<w:cantSplit/>").count(), 2);
    assert_eq!(xml.matches(r#"<w:tblLayout w:type="fixed"/>"#).count(), 1);
    assert_eq!(texts(&xml), ["文", "门类", "卷", "户籍", "", ""]);
    // A document does not end with a table.
    assert!(xml.contains("</w:tbl><w:p>"));
}

#[test]
fn a_turned_table_has_a_section_of_its_own() {
    let xml = document_xml(vec![body("前"), row(false, true, &["甲"]), body("后")]);
    let sections = xml.split("<w:sectPr>").skip(1);
    let orients: Vec<_> = sections.map(|it| it.contains("w:orient")).collect();
    assert_eq!(orients, [false, true, false]);
    assert_eq!(xml.matches(r#"w:orient="landscape""#).count(), 1);
    let only = document_xml(vec![row(false, true, &["甲"])]);
    assert_eq!(only.matches("<w:sectPr>").count(), 1);
    assert!(only.contains("landscape"));
}

#[test]
fn the_imprint_hangs_on_the_last_paragraph_of_the_text() {
    let imprint =
        [text(Role::CopyTo, "省档案馆。"), text(Role::Printed, "办公室\t2025年1月8日印发")];
    let xml = document_xml([&[body("前"), body("后")], &imprint[..]].concat());
    let before = xml.split("<mc:AlternateContent>").next().unwrap();
    assert!(before.ends_with("后</w:t></w:r><w:r>"), "{before}");
    assert_eq!(xml.matches("<w:txbxContent>").count(), 1);
    // A page full of text leaves no room, so the imprint takes the next one.
    let full = vec![body("字"); 22];
    let xml = document_xml([&full[..], &imprint[..]].concat());
    assert!(xml.contains("</w:r></w:p><w:p><w:pPr><w:pageBreakBefore/>"), "{xml}");
}

#[test]
fn the_closing_takes_the_last_paragraph_along() {
    let closing = [text(Role::Signature, "办公室"), text(Role::Date, "2025年1月8日")];
    let xml = document_xml([&[body("前"), body("后")], &closing[..]].concat());
    let keeps: Vec<_> = xml.split("<w:p>").skip(1).map(|it| it.contains("<w:keepNext/>")).collect();
    assert_eq!(keeps, [false, true, true, false]);
    // LibreOffice would move all of it, so one that fills a page is left alone.
    let long = body(&"字".repeat(28 * 20));
    let xml = document_xml([&[long], &closing[..]].concat());
    assert_eq!(xml.matches("<w:keepNext/>").count(), 1);
}

#[test]
fn a_heading_keeps_with_its_text_unless_the_text_runs_on() {
    let alone = document_xml(vec![paragraph(Role::Heading(1), &[(RunKind::Heading, "标题")])]);
    assert!(!alone.contains("keepNext"));
    let runs = [(RunKind::Heading, "标题。"), (RunKind::Text, "正文。")];
    let run_in = document_xml(vec![paragraph(Role::Heading(2), &runs)]);
    assert!(run_in.contains(r#"<w:keepNext w:val="0"/>"#));
}

#[test]
fn the_red_rule_is_the_border_of_the_last_line_of_the_masthead() {
    let marks = ["云溪市档案馆", "云溪市财政局", "文件"];
    let mut paragraphs: Vec<_> = marks.iter().map(|it| text(Role::IssuerMark, it)).collect();
    paragraphs.push(text(Role::DocumentNumber, "云档发〔2025〕1号"));
    paragraphs.push(text(Role::Title, "报告"));
    let xml = document_xml(paragraphs.clone());
    assert_eq!(xml.matches("FF0000").count(), 1);
    assert!(xml.contains(r#"<w:pStyle w:val="DocumentNumber"/><w:pBdr>"#));
    // 文件 stands beside the names, in the second of two cells.
    assert_eq!(xml.matches("<w:tc>").count(), 2);
    assert_eq!(texts(&xml)[..5], [&marks[..], &["云档发〔2025〕1号", "报告"]].concat());
    paragraphs.remove(3);
    let xml = document_xml(paragraphs);
    assert!(xml.contains("<w:tblBorders><w:bottom"), "{xml}");
}
