//! The docx container: its list of parts, how they belong together, and the zip.

/// A part that the document leans on.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// What the document calls it, and its file.
    pub(super) id: &'static str,
    /// What sort of part it is, as both lists of the package name it.
    pub(super) kind: &'static str,
    /// The part itself.
    pub(super) content: String,
}

/// What kind of part each file is.
pub(super) fn content_types(parts: &[Part]) -> String {
    let mut list = CONTENT_TYPES.to_owned();
    for Part { id, kind, .. } in parts {
        for piece in [
            "<Override PartName=\"/word/",
            id,
            ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.",
            kind,
            "+xml\"/>",
        ] {
            list.push_str(piece);
        }
    }
    list + "</Types>"
}

/// What the document leans on.
pub(super) fn relationships(parts: &[Part]) -> String {
    let mut list = RELATIONSHIPS.to_owned();
    for Part { id, kind, .. } in parts {
        for piece in [
            "<Relationship Id=\"",
            id,
            "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            kind,
            "\" Target=\"",
            id,
            ".xml\"/>",
        ] {
            list.push_str(piece);
        }
    }
    list + "</Relationships>"
}

const CONTENT_TYPES: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    r#"<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
);

const RELATIONSHIPS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
);

/// What the package holds.
pub(super) const PACKAGE_RELATIONSHIPS: &str = concat!(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    r#"<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>"#,
    "</Relationships>",
);
