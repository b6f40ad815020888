//! Reads the text of a Word file, as a colleague's program would see it.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::Event;

/// The lines of text of the body, in order: a paragraph, or a row of a table with
/// tabs between its cells. What is in a text box follows the paragraph that holds
/// it. Paragraphs without text are there for the file alone and left out, as are
/// breaks, which a title is divided by.
pub fn paragraphs(docx: &[u8]) -> Result<Vec<String>, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).map_err(|it| it.to_string())?;
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").map_err(|it| it.to_string())?;
    part.read_to_string(&mut xml).map_err(|it| it.to_string())?;
    read(&xml)
}

/// What of the part is open where the reader stands.
#[derive(Debug, Default)]
struct Open {
    /// Paragraphs, as they stand in the part; those of a text box lie in another.
    paragraphs: Vec<String>,
    /// Cells of the rows; a table may lie in a cell.
    rows: Vec<Vec<String>>,
    n_runs: usize,
    in_text: bool,
    /// Depth in what other programs would read instead (`mc:Fallback`).
    n_fallbacks: usize,
    lines: Vec<String>,
    boxed: Vec<String>,
}

fn read(xml: &str) -> Result<Vec<String>, String> {
    let mut reader = Reader::from_str(xml);
    let mut open = Open::default();
    loop {
        match reader.read_event().map_err(|it| it.to_string())? {
            Event::Start(it) => open.start(it.name().as_ref()),
            // Outside of runs it is a tab stop.
            Event::Empty(it) if it.name().as_ref() == "w:tab" && 0 < open.n_runs => open.add("\t"),
            Event::End(it) => open.end(it.name().as_ref())?,
            Event::Text(it) if open.in_text => open.add(&it.into_inner()),
            Event::GeneralRef(it) if open.in_text => {
                let reference = format!("&{};", it.into_inner());
                let text = unescape(&reference).map_err(|it| it.to_string())?;
                open.add(&text);
            }
            Event::Eof => return Ok(open.lines),
            _ => {}
        }
    }
}

impl Open {
    fn start(&mut self, name: &str) {
        match name {
            "mc:Fallback" => self.n_fallbacks += 1,
            "w:p" => self.paragraphs.push(String::new()),
            "w:tr" => self.rows.push(Vec::new()),
            "w:tc" => self.rows.last_mut().into_iter().for_each(|it| it.push(String::new())),
            "w:r" => self.n_runs += 1,
            "w:t" => self.in_text = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) -> Result<(), String> {
        match name {
            "mc:Fallback" => self.n_fallbacks -= 1,
            "w:p" => {
                let text = self.paragraphs.pop().ok_or("a paragraph ends that is not open")?;
                match self.rows.last_mut() {
                    Some(row) => row.last_mut().ok_or("text between cells")?.push_str(&text),
                    None => self.line(text),
                }
            }
            "w:tr" => {
                let row = self.rows.pop().ok_or("a row ends that is not open")?;
                self.line(row.join("\t"));
            }
            "w:r" => self.n_runs -= 1,
            "w:t" => self.in_text = false,
            _ => {}
        }
        Ok(())
    }

    fn add(&mut self, text: &str) {
        if self.n_fallbacks == 0
            && let Some(paragraph) = self.paragraphs.last_mut()
        {
            paragraph.push_str(text);
        }
    }

    fn line(&mut self, text: String) {
        if !self.paragraphs.is_empty() {
            self.boxed.push(text);
            return;
        }
        self.lines
            .extend([text].into_iter().chain(self.boxed.drain(..)).filter(|it| !it.is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::{paragraphs, read};

    #[test]
    fn reads_runs_tabs_and_references() {
        let xml = "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:tabs/></w:pPr>\
                   <w:r><w:t>一、</w:t></w:r><w:r><w:t xml:space=\"preserve\">甲 &amp; 乙 </w:t>\
                   <w:tab/><w:t>&#x4e19;</w:t><w:br/><w:t>丁</w:t></w:r></w:p> <w:p/></w:body>\
                   </w:document>";
        assert_eq!(read(xml).unwrap(), ["一、甲 & 乙 \t丙丁"]);
    }

    #[test]
    fn reads_rows_of_tables_and_text_boxes_once() {
        let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
        let row = format!("<w:tr>{}{}</w:tr>", cell("门类"), cell(""));
        let inner = "<w:p><w:r><w:t>抄送</w:t></w:r></w:p>";
        let boxed = format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice>{inner}</mc:Choice>\
             <mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>\
             <w:r><w:t>日期</w:t></w:r></w:p>"
        );
        let xml = format!("<w:body><w:tbl>{row}</w:tbl>{boxed}</w:body>");
        assert_eq!(read(&xml).unwrap(), ["门类\t", "日期", "抄送"]);
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
