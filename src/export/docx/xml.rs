//! Writes XML into one string, balanced and escaped by construction.

use std::fmt::Write;

use quick_xml::escape::partial_escape;

/// An XML part under construction.
///
/// Names are words of this program. Text of the document, and the names of fonts
/// that a profile chooses, are escaped wherever they enter.
pub(super) struct Xml(String);

/// What an attribute may hold; an absent one is not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value<'a> {
    Absent,
    Number(i32),
    Word(&'a str),
}

/// Names and values of attributes.
pub(super) type Attributes<'a> = [(&'static str, Value<'a>)];

impl Xml {
    /// Starts a part with the XML declaration.
    pub(super) fn part() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// Makes room, so that a long part is not copied as it grows.
    pub(super) fn reserve(&mut self, bytes: usize) {
        self.0.reserve(bytes);
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.start(name, attributes);
        self.0.push_str("/>");
    }

    /// Writes an element without content, unless it would have no attributes.
    pub(super) fn filled(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        if attributes.iter().any(|(_, value)| *value != Value::Absent) {
            self.empty(name, attributes);
        }
    }

    /// Writes an element around what `content` writes.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        self.0.push('>');
        content(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// Writes a property that is on, off or inherited (CT_OnOff).
    pub(super) fn switch(&mut self, name: &'static str, on: Option<bool>) {
        match on {
            Some(true) => self.empty(name, &[]),
            Some(false) => self.empty(name, &[("w:val", Value::Number(0))]),
            None => {}
        }
    }

    /// Writes a property that is one value, unless it is inherited.
    pub(super) fn value(&mut self, name: &'static str, value: Value<'_>) {
        if value != Value::Absent {
            self.empty(name, &[("w:val", value)]);
        }
    }

    /// Writes text of the document, less the characters that XML 1.0 forbids.
    pub(super) fn text(&mut self, text: &str) {
        for piece in text.split(is_forbidden) {
            self.0.push_str(&partial_escape(piece));
        }
    }

    /// Writes markup that is the same in every document.
    pub(super) fn markup(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Gives the finished text.
    pub(super) fn finish(self) -> String {
        self.0
    }

    fn start(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            match value {
                Value::Absent => {}
                Value::Number(number) => write!(self.0, " {name}=\"{number}\"")
                    .expect("a string takes whatever is written to it"),
                Value::Word(word) => {
                    for piece in [" ", name, "=\""] {
                        self.0.push_str(piece);
                    }
                    // What `text` escapes is all but the quotes round a value.
                    for (idx, piece) in word.split('"').enumerate() {
                        if idx != 0 {
                            self.0.push_str("&quot;");
                        }
                        self.text(piece);
                    }
                    self.0.push('"');
                }
            }
        }
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(word: &'a str) -> Self {
        Self::Word(word)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

/// Whether XML 1.0 has no way to say the character (its production `Char`).
fn is_forbidden(it: char) -> bool {
    matches!(it, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut xml = Xml(String::new());
        xml.text(text);
        assert_eq!(xml.finish(), expected);
    }

    #[test]
    fn text_is_escaped() {
        check("甲<乙>&丙", "甲&lt;乙&gt;&amp;丙");
        check("&amp;", "&amp;amp;");
        check("]]>", "]]&gt;");
        check("“引号”'\"", "“引号”'\"");
    }

    #[test]
    fn text_loses_only_what_xml_forbids() {
        check("甲\0乙\u{1B}丙\u{FFFE}丁\u{FFFF}", "甲乙丙丁");
        check(
            "👩‍👩‍👧 \u{200F}\u{202E}𠮷\u{FEFF}\u{85}\u{7F}",
            "👩‍👩‍👧 \u{200F}\u{202E}𠮷\u{FEFF}\u{85}\u{7F}",
        );
    }

    #[test]
    fn absent_attributes_and_values_are_not_written() {
        let mut xml = Xml(String::new());
        xml.empty("a", &[("b", Value::Absent), ("c", 1.into()), ("d", Some("词").into())]);
        xml.value("e", None::<i32>.into());
        xml.switch("f", None);
        xml.switch("g", Some(false));
        xml.element("h", &[], |xml| xml.switch("i", Some(true)));
        assert_eq!(xml.finish(), r#"<a c="1" d="词"/><g w:val="0"/><h><i/></h>"#);
    }

    #[test]
    fn attributes_are_escaped() {
        let mut xml = Xml(String::new());
        xml.value("a", "\"甲\"<&>\0'".into());
        assert_eq!(xml.finish(), r#"<a w:val="&quot;甲&quot;&lt;&amp;&gt;'"/>"#);
    }
}
