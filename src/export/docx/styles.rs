//! The parts that say how things look: `styles.xml` and `fontTable.xml`.

use super::gb9704::{DEFAULT_PARAGRAPH, DEFAULT_RUN, FONTS, NORMAL, STYLES, Style, StyleKind};
use super::xml::{Value, Xml};

const NAMESPACE: (&str, Value) =
    ("xmlns:w", Value::Word("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));

/// Writes `word/styles.xml`.
pub(super) fn styles() -> String {
    let mut xml = Xml::part();
    xml.element("w:styles", &[NAMESPACE], |xml| {
        xml.element("w:docDefaults", &[], |xml| {
            xml.element("w:rPrDefault", &[], |xml| DEFAULT_RUN.write(xml));
            xml.element("w:pPrDefault", &[], |xml| DEFAULT_PARAGRAPH.write(xml));
        });
        for style in &STYLES {
            write(style, xml);
        }
        xml.markup(OTHER_DEFAULTS);
    });
    xml.finish()
}

/// Writes `word/fontTable.xml`.
pub(super) fn font_table() -> String {
    let mut xml = Xml::part();
    xml.element("w:fonts", &[NAMESPACE], |xml| {
        for (name, stand_in) in FONTS {
            xml.element("w:font", &[("w:name", name.into())], |xml| {
                xml.value("w:altName", stand_in.into());
                // 0x86 is GB2312; without it Word may stand in a Latin font.
                xml.markup(r#"<w:charset w:val="86"/><w:family w:val="auto"/>"#);
                xml.markup(r#"<w:pitch w:val="variable"/>"#);
            });
        }
    });
    xml.finish()
}

/// The defaults that Word wants for the kinds of style that we do not use.
const OTHER_DEFAULTS: &str = concat!(
    r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
    r#"<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>"#,
    r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal">"#,
    r#"<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>"#,
    r#"<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>"#,
    r#"<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>"#,
    r#"<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
    r#"<w:style w:type="numbering" w:default="1" w:styleId="NoList">"#,
    r#"<w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>"#,
);

fn write(style: &Style, xml: &mut Xml) {
    let is_character = style.kind == StyleKind::Character;
    let attributes = [
        ("w:type", if is_character { "character" } else { "paragraph" }.into()),
        ("w:default", (style.id == NORMAL).then_some(1).into()),
        ("w:customStyle", (style.kind != StyleKind::BuiltIn).then_some(1).into()),
        ("w:styleId", style.id.into()),
    ];
    xml.element("w:style", &attributes, |xml| {
        xml.value("w:name", style.name.into());
        xml.value("w:basedOn", (!is_character && style.id != NORMAL).then_some(NORMAL).into());
        xml.value("w:next", style.next.into());
        xml.switch("w:qFormat", Some(true));
        if !is_character {
            style.paragraph.write(xml);
        }
        style.run.write(xml);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_that_is_named_is_there() {
        let xml = styles();
        for reference in ["w:basedOn", "w:next"] {
            for named in xml.split(&format!("<{reference} w:val=\"")).skip(1) {
                let id = named.split('"').next().unwrap_or_default();
                assert!(STYLES.iter().any(|it| it.id == id), "{reference} {id}");
            }
        }
    }

    #[test]
    fn styles_name_no_theme_and_no_colour() {
        let xml = styles();
        assert!(!xml.contains("Theme") && !xml.contains("w:color"));
    }

    #[test]
    fn every_font_that_a_style_takes_is_in_the_table() {
        let (styles, table) = (styles(), font_table());
        for face in styles.split("w:eastAsia=\"").skip(1) {
            let face = face.split('"').next().unwrap_or_default();
            assert!(face == "zh-CN" || table.contains(&format!("w:name=\"{face}\"")), "{face}");
        }
    }
}
