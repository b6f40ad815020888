//! The page number below the text: `— 1 —` (GB/T 9704-2012, 7.5).

use super::properties::{Fonts, ParagraphProperties, RunProperties};
use super::xml::{Value, Xml};

const NAMESPACE: (&str, Value) =
    ("xmlns:w", Value::Word("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));

/// Writes a footer part whose one paragraph is the page number.
pub(super) fn footer(paragraph: &ParagraphProperties) -> String {
    let mut xml = Xml::part();
    xml.element("w:ftr", &[NAMESPACE], |xml| {
        xml.element("w:p", &[], |xml| {
            paragraph.write(xml);
            run(xml, r#"<w:t xml:space="preserve">— </w:t>"#);
            run(xml, r#"<w:fldChar w:fldCharType="begin"/>"#);
            run(xml, r#"<w:instrText xml:space="preserve"> PAGE </w:instrText>"#);
            run(xml, r#"<w:fldChar w:fldCharType="separate"/>"#);
            run(xml, "<w:t>1</w:t>");
            run(xml, r#"<w:fldChar w:fldCharType="end"/>"#);
            run(xml, r#"<w:t xml:space="preserve"> —</w:t>"#);
        });
    });
    xml.finish()
}

fn run(xml: &mut Xml, content: &'static str) {
    let properties = RunProperties { fonts: Some(Fonts::EastAsian), ..RunProperties::INHERITED };
    xml.element("w:r", &[], |xml| {
        properties.write(xml);
        xml.markup(content);
    });
}
