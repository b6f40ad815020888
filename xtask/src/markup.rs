//! Finds the tags of a page that the build has written.
//!
//! It knows what this page has: comments, quoted attributes, and scripts and
//! styles, whose text may look like tags and is none.

use std::ops::Range;

/// An opening tag; of a script or a style, with its text and its closing tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Its name, as it is written.
    pub name: &'a str,
    /// Where it stands in the page, in bytes.
    pub range: Range<usize>,
    /// The text of a script or a style; empty for any other.
    pub text: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute; empty when it has none.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (key, after) = rest.split_at(end);
            let (value, after) = match after.strip_prefix('=') {
                Some(value) => quoted(value),
                None => ("", after),
            };
            if key == name {
                return Some(value);
            }
            rest = after.trim_start();
        }
        None
    }

    /// Whether it is a script that lies in the page and runs.
    pub fn is_inline_script(&self) -> bool {
        let runs = matches!(self.attribute("type"), None | Some("module"));
        self.name == "script" && runs && self.attribute("src").is_none()
    }
}

/// All tags of the page, in its order.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|it| it + at) {
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            at = start + rest.find("-->").map_or(rest.len(), |it| it + 3);
            continue;
        }
        let name = &rest[1..];
        let name = &name[..name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len())];
        let open = start + tag_end(rest);
        at = open;
        if name.is_empty() {
            continue;
        }
        let attributes = html[start + 1 + name.len()..open].trim_end_matches('>');
        let attributes = attributes.trim_end_matches('/');
        let mut text = "";
        if matches!(name, "script" | "style") {
            let close = format!("</{name}>");
            let end = html[open..].find(&close).map_or(html.len(), |it| it + open);
            text = &html[open..end];
            at = (end + close.len()).min(html.len());
        }
        tags.push(Tag { name, range: start..at, text, attributes });
    }
    tags
}

/// The length of the tag that this begins with; a `>` in quotes is none.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (idx, c) in rest.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '>' => return idx + 1,
            None => quote = Some(c).filter(|it| matches!(it, '"' | '\'')),
        }
    }
    rest.len()
}

/// The value at the beginning of this, and what comes after it.
fn quoted(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_tags_with_their_attributes_and_texts() {
        let html = "<!DOCTYPE html><html lang=\"zh\"><!-- <script>no</script> -->\
                    <meta content=\"a > b\" /><script type=module defer>if (a<b) '<link>'</script>\
                    </html>";
        let tags = tags(html);
        let names: Vec<_> = tags.iter().map(|it| it.name).collect();
        assert_eq!(names, ["html", "meta", "script"]);
        assert_eq!(tags[1].attribute("content"), Some("a > b"));
        let script = &tags[2];
        assert_eq!(script.text, "if (a<b) '<link>'");
        assert_eq!(script.attribute("type"), Some("module"));
        assert_eq!(script.attribute("defer"), Some(""));
        assert_eq!(script.attribute("src"), None);
        assert!(html[script.range.clone()].ends_with("'</script>"));
    }

    #[test]
    fn what_has_another_type_is_no_script() {
        let check = |html, expected| assert_eq!(tags(html)[0].is_inline_script(), expected);
        check("<script>a</script>", true);
        check("<script type=\"module\">a</script>", true);
        check("<script type=\"text/plain\">a</script>", false);
        check("<script src=\"a.js\"></script>", false);
    }

    #[test]
    fn a_page_that_breaks_off_has_an_end() {
        assert_eq!(tags("<script>a")[0].text, "a");
        assert_eq!(tags("<!-- a").len(), 0);
        assert_eq!(tags("<p a=\"").len(), 1);
    }
}
