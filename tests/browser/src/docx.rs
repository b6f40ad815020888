//! Reads the text of a Word file, as a colleague's program would see it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// The paragraphs of the body, in order; a tab is a tab, a line break a line feed.
pub fn paragraphs(docx: &[u8]) -> Result<Vec<String>, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).map_err(|it| it.to_string())?;
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").map_err(|it| it.to_string())?;
    part.read_to_string(&mut xml).map_err(|it| it.to_string())?;
    read(&xml)
}

fn read(xml: &str) -> Result<Vec<String>, String> {
    let mut reader = Reader::from_str(xml);
    let mut paragraphs = Vec::new();
    // Escaped, as it stands in the part.
    let mut paragraph = String::new();
    let mut in_text = false;
    loop {
        match reader.read_event().map_err(|it| it.to_string())? {
            Event::Start(it) => match it.name().as_ref() {
                "w:p" => paragraph.clear(),
                "w:t" => in_text = true,
                _ => {}
            },
            Event::Empty(it) => match it.name().as_ref() {
                "w:p" => paragraphs.push(String::new()),
                "w:tab" => paragraph.push('\t'),
                "w:br" => paragraph.push('\n'),
                _ => {}
            },
            Event::End(it) => match it.name().as_ref() {
                "w:p" => {
                    let text = quick_xml::escape::unescape(&paragraph);
                    paragraphs.push(text.map_err(|it| it.to_string())?.into_owned());
                }
                "w:t" => in_text = false,
                _ => {}
            },
            Event::Text(it) if in_text => paragraph.push_str(&it.into_inner()),
            Event::GeneralRef(it) if in_text => {
                paragraph.push('&');
                paragraph.push_str(&it.into_inner());
                paragraph.push(';');
            }
            Event::Eof => return Ok(paragraphs),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{paragraphs, read};

    #[test]
    fn reads_runs_tabs_and_references() {
        let xml = "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:tabs/></w:pPr>\
                   <w:r><w:t>一、</w:t></w:r><w:r><w:t xml:space=\"preserve\">甲 &amp; 乙 </w:t>\
                   <w:tab/><w:t>&#x4e19;</w:t></w:r></w:p> <w:p/></w:body></w:document>";
        assert_eq!(read(xml).unwrap(), ["一、甲 & 乙 \t丙", ""]);
    }

    #[test]
    fn what_is_no_docx_is_refused() {
        assert!(paragraphs(b"no zip").is_err());
    }

    #[test]
    fn agrees_with_the_exporter() {
        let kind = chengwen::model::kind::Kind::custom();
        let mut draft = kind.draft("d".to_owned(), "甲<乙>&“丙”", "2025");
        draft.signature = "云溪市档案馆".to_owned();
        let document = chengwen::assemble::assemble(&draft);
        let docx = chengwen::export::docx(
            &document,
            &draft.profile,
            &chengwen::export::properties(&draft),
        );
        let expected: Vec<_> = document.paragraphs.iter().map(|it| it.text()).collect();
        assert_eq!(paragraphs(&docx).unwrap(), expected);
    }
}
