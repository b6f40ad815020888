//! How Word treats the whole document: `settings.xml`.

use crate::layout::measures::Measures;
use crate::layout::units::twips;
use crate::model::profile::{NumberPlace, Profile};

use super::frame::WORD;
use super::xml::Xml;

/// Writes `word/settings.xml`.
pub(super) fn settings(profile: &Profile, measures: &Measures) -> String {
    let mut xml = Xml::part();
    xml.element("w:settings", &[WORD], |xml| {
        xml.empty("w:zoom", &[("w:percent", 100.into())]);
        xml.switch("w:mirrorMargins", measures.mirrored.then_some(true));
        xml.value("w:defaultTabStop", twips(measures.ems(200)).into());
        let has_sides = profile.number_place() == NumberPlace::Outer;
        xml.switch("w:evenAndOddHeaders", has_sides.then_some(true));
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
