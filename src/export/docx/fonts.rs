//! Which fonts there are: those of a run, and the part `fontTable.xml`.

use crate::layout::press::Press;
use crate::model::profile::Face;

use super::frame::WORD;
use super::properties::Fonts;
use super::xml::{Value, Xml};

const TIMES: &str = "Times New Roman";

/// The fonts of a face: one for every script, so that quotes and digits keep to
/// the grid, unless the profile wants Latin letters and digits otherwise.
pub(super) fn of(face: Face, press: &Press) -> Fonts<'_> {
    let font = press.profile().font(face);
    Fonts::Faces(if press.looks().latin_times() { TIMES } else { font }, font)
}

/// Writes `word/fontTable.xml`.
pub(super) fn part(press: &Press) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut xml = Xml::part();
    xml.element("w:fonts", &[WORD], |xml| {
        for (face, stand_ins) in Face::ALL.into_iter().zip(STAND_INS) {
            let name = press.profile().font(face);
            // Two faces may be one font, which the table has once.
            if names.contains(&name) {
                continue;
            }
            names.push(name);
            let stand_in = stand_ins.into_iter().find(|it| *it != name);
            xml.element("w:font", &[("w:name", name.into())], |xml| {
                xml.value("w:altName", stand_in.into());
                // 0x86 is GB2312; without it Word may stand in a Latin font.
                xml.markup(r#"<w:charset w:val="86"/><w:family w:val="auto"/>"#);
                xml.markup(r#"<w:pitch w:val="variable"/>"#);
            });
        }
        if press.looks().latin_times() && !names.contains(&TIMES) {
            xml.element("w:font", &[("w:name", Value::Word(TIMES))], |xml| {
                xml.markup(r#"<w:charset w:val="00"/><w:family w:val="roman"/>"#);
                xml.markup(r#"<w:pitch w:val="variable"/>"#);
            });
        }
    });
    xml.finish()
}

/// What may take the place of each face, in their order.
const STAND_INS: [[&str; 2]; 5] = [
    ["仿宋", "FangSong"],
    ["楷体", "KaiTi"],
    ["SimHei", "黑体"],
    ["SimSun", "宋体"],
    ["华文中宋", "STZhongsong"],
];
