//! Text boxes, for what stands in its place whatever the text does: 版记 at the
//! foot of the last page, and the page number beside a turned one.

use crate::layout::units::Emu;

use super::xml::{Value, Xml};

/// The namespaces of parts that hold text boxes.
pub(super) const NAMESPACES: [(&str, Value<'_>); 5] = [
    WORD,
    ("xmlns:r", Value::Word("http://schemas.openxmlformats.org/officeDocument/2006/relationships")),
    ("xmlns:mc", Value::Word("http://schemas.openxmlformats.org/markup-compatibility/2006")),
    (
        "xmlns:wp",
        Value::Word("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ),
    ("xmlns:wps", Value::Word("http://schemas.microsoft.com/office/word/2010/wordprocessingShape")),
];

/// The namespace of every part.
pub(super) const WORD: (&str, Value<'_>) =
    ("xmlns:w", Value::Word("http://schemas.openxmlformats.org/wordprocessingml/2006/main"));

/// Where a text box stands, and how large it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    /// What it is called in Word's list of objects.
    pub(super) name: &'static str,
    /// From the left edge of the sheet or of 版心.
    pub(super) x: Emu,
    /// From the upper edge.
    pub(super) y: Emu,
    /// Its width.
    pub(super) width: Emu,
    /// Its height.
    pub(super) height: Emu,
    /// Whether it stands beside 版心, and its text runs from top to bottom. Else
    /// it stands in 版心, keeps lines of text away, and grows with what is in it.
    pub(super) is_beside: bool,
}

impl Frame {
    /// Writes a run that anchors the text box; `content` writes what is in it.
    pub(super) fn write(self, content: &dyn Fn(&mut Xml), xml: &mut Xml) {
        let extent = [("cx", self.width.into()), ("cy", self.height.into())];
        xml.markup("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>");
        xml.markup(ANCHOR);
        let from = if self.is_beside { "page" } else { "margin" };
        for (name, offset) in [("wp:positionH", self.x), ("wp:positionV", self.y)] {
            xml.element(name, &[("relativeFrom", from.into())], |xml| {
                xml.element("wp:posOffset", &[], |xml| xml.text(&offset.to_string()));
            });
        }
        xml.empty("wp:extent", &extent);
        xml.markup(if self.is_beside { "<wp:wrapNone/>" } else { "<wp:wrapTopAndBottom/>" });
        let id = 1 + i32::from(self.is_beside);
        xml.empty("wp:docPr", &[("id", id.into()), ("name", self.name.into())]);
        xml.markup(GRAPHIC);
        xml.empty("a:ext", &extent);
        xml.markup(SHAPE);
        content(xml);
        xml.markup("</w:txbxContent></wps:txbx>");
        let body = [
            ("vert", if self.is_beside { "vert" } else { "horz" }.into()),
            ("wrap", "square".into()),
            ("lIns", 0.into()),
            ("tIns", 0.into()),
            ("rIns", 0.into()),
            ("bIns", 0.into()),
        ];
        xml.element("wps:bodyPr", &body, |xml| {
            xml.markup(if self.is_beside { "<a:noAutofit/>" } else { "<a:spAutoFit/>" });
        });
        xml.markup("</wps:wsp></a:graphicData></a:graphic></wp:anchor>");
        xml.markup("</w:drawing></mc:Choice></mc:AlternateContent></w:r>");
    }
}

const ANCHOR: &str = concat!(
    r#"<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" "#,
    r#"behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>"#,
);

const GRAPHIC: &str = concat!(
    r#"<wp:cNvGraphicFramePr/>"#,
    r#"<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">"#,
    r#"<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">"#,
    r#"<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>"#,
);

const SHAPE: &str = concat!(
    r#"</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>"#,
    r#"<a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx><w:txbxContent>"#,
);
