//! Elements and texts of an XML part, names by their namespaces.

use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use crate::import::source::Refusal;

/// The namespaces that matter here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// WordprocessingML, transitional or strict.
    Word,
    /// Markup compatibility.
    Choice,
    /// Formulas.
    Math,
    /// Any other.
    Other,
}

/// A piece of a part.
pub(super) enum Piece<'a> {
    /// An element begins.
    Start(Space, Element<'a>),
    /// An element ends.
    End(Space, String),
    /// Characters.
    Text(String),
}

/// The start of an element.
pub(super) struct Element<'a> {
    pub(super) name: String,
    start: BytesStart<'a>,
}

impl Element<'_> {
    /// The value of an attribute, by its local name.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|it| it.key.local_name().as_ref() == name)?;
        Some(found.normalized_value(XmlVersion::default()).ok()?.into_owned())
    }

    /// The value of `w:val`.
    pub(super) fn value(&self) -> Option<String> {
        self.get("val")
    }

    /// Whether a switch such as `w:vanish` is on.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }
}

/// Reads a part from its beginning to its end.
pub(super) struct Parts<'a> {
    reader: NsReader<&'a [u8]>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader }
    }

    /// The next piece, or `None` at the end. Declarations, and entities other
    /// than those of XML itself, are what no Word document has.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'a>>, Refusal> {
        const BROKEN: Refusal = Refusal::Damaged("XML");
        loop {
            let (space, event) = self.reader.read_resolved_event().map_err(|_| BROKEN)?;
            let space = named(&space);
            return Ok(Some(match event {
                Event::Start(start) | Event::Empty(start) => {
                    let name = start.local_name().as_ref().to_owned();
                    Piece::Start(space, Element { name, start })
                }
                Event::End(end) => Piece::End(space, end.local_name().as_ref().to_owned()),
                Event::Text(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Piece::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(name) => {
                    let c = match name.resolve_char_ref() {
                        Ok(Some(c)) => c,
                        Ok(None) => match name.xml10_content().as_ref() {
                            "amp" => '&',
                            "lt" => '<',
                            "gt" => '>',
                            "quot" => '"',
                            "apos" => '\'',
                            _ => return Err(Refusal::Declarations),
                        },
                        Err(_) => return Err(BROKEN),
                    };
                    Piece::Text(c.to_string())
                }
                Event::DocType(_) => return Err(Refusal::Declarations),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
                Event::Eof => return Ok(None),
            }));
        }
    }
}

fn named(space: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(it) = space else { return Space::Other };
    match it.as_ref() {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Choice,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        _ => Space::Other,
    }
}
