//! How Word treats the whole document: `settings.xml`.

use super::gb9704::EM;
use super::xml::{Value, Xml};

const NAMESPACE: (&str, Value) =
    ("xmlns:w", Value::Word("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));

/// Writes `word/settings.xml`.
pub(super) fn settings() -> String {
    let mut xml = Xml::part();
    xml.element("w:settings", &[NAMESPACE], |xml| {
        xml.empty("w:zoom", &[("w:percent", 100.into())]);
        xml.value("w:defaultTabStop", (2 * EM).into());
        xml.switch("w:evenAndOddHeaders", Some(true));
        // Squeezed marks would put more than 28 characters into a line.
        xml.value("w:characterSpacingControl", "doNotCompress".into());
        xml.markup(COMPATIBILITY);
    });
    xml.finish()
}

/// Without this Word opens a file as one of Word 2007, in compatibility mode.
const COMPATIBILITY: &str = concat!(
    r#"<w:compat><w:compatSetting w:name="compatibilityMode" "#,
    r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>"#,
);
