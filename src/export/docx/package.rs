//! The docx container: its list of parts, how they belong together, and the zip.

use std::io::Write;

use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, Crc32Option, ZipArchiveWriter};

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

/// Packs the parts, in this order and with no time but the first that zip knows.
pub(super) fn zip(parts: &[(String, String)]) -> Vec<u8> {
    pack(parts).expect("memory takes what is written to it, and a part is far below 4 GiB")
}

fn pack(parts: &[(String, String)]) -> Result<Vec<u8>, rawzip::Error> {
    let mut zip = ZipArchiveWriter::new(Vec::new());
    for (name, content) in parts {
        let crc = Crc32Option::Custom(rawzip::crc32(content.as_bytes()));
        let file = zip.new_file(name).compression_method(CompressionMethod::DEFLATE).crc32(crc);
        let file = match UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0) {
            Some(first) => file.last_modified(first),
            None => file,
        };
        let (mut entry, config) = file.start()?;
        let mut writer = config.wrap(Deflated { out: &mut entry });
        writer.write_all(content.as_bytes())?;
        let (_, descriptor) = writer.finish()?;
        entry.finish(descriptor)?;
    }
    zip.finish()
}

/// Deflates what is written to it; a part comes in one piece.
struct Deflated<W> {
    out: W,
}

impl<W: Write> Write for Deflated<W> {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        /// The usual level: higher ones cost twice the time for one per cent.
        const LEVEL: u8 = 6;
        self.out.write_all(&miniz_oxide::deflate::compress_to_vec(part, LEVEL))?;
        Ok(part.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.out.flush()
    }
}
