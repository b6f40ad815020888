//! Rows of words as a spreadsheet: 数据核对表, 印证材料目录.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

/// The widest column, in characters of half width; longer words are wrapped.
const WIDEST: usize = 60;

/// A workbook with a sheet of each name; the first row of each is its heads, which
/// stay in sight and can be filtered. None where the rows are more than a sheet
/// holds (1,048,576). The same rows give the same bytes.
pub fn xlsx(sheets: &[(&str, Vec<Vec<String>>)]) -> Option<Vec<u8>> {
    write(sheets).ok()
}

fn write(sheets: &[(&str, Vec<Vec<String>>)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A file of the same words is the same file: no clock.
    let then = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&then));
    let cell =
        Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    let head =
        Format::new().set_bold().set_align(FormatAlign::Center).set_border(FormatBorder::Thin);
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name)?;
        let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut widths = vec![8_usize; n_columns];
        for (row, words) in (0_u32..).zip(rows) {
            for (column, text) in (0_u16..).zip(words) {
                let format = if row == 0 { &head } else { &cell };
                // Text stays text: 14.29% and 2300余 as the report writes them.
                sheet.write_string_with_format(row, column, text, format)?;
                let width = text.chars().map(|it| if it.is_ascii() { 1 } else { 2 }).sum::<usize>();
                if let Some(it) = widths.get_mut(usize::from(column)) {
                    *it = (*it).max(width + 2).min(WIDEST);
                }
            }
        }
        for (column, width) in (0_u16..).zip(&widths) {
            sheet.set_column_width(column, *width as f64)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        if let (Some(last), 2..) = (n_columns.checked_sub(1), rows.len()) {
            let last_row = u32::try_from(rows.len() - 1).unwrap_or(u32::MAX);
            sheet.autofilter(0, 0, last_row, u16::try_from(last).unwrap_or(u16::MAX))?;
        }
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
    }
    book.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::xlsx;

    fn rows() -> Vec<Vec<String>> {
        [["指标", "数值"], ["接收档案", "3200余"], ["满意率", "<98.5%>&"]]
            .map(|it| it.map(str::to_owned).to_vec())
            .to_vec()
    }

    #[test]
    fn the_words_stand_in_their_cells() {
        let bytes = xlsx(&[("数据核对表", rows()), ("印证材料目录", Vec::new())]).unwrap();
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut words = String::new();
        archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut words).unwrap();
        for text in ["接收档案", "3200余", "&lt;98.5%&gt;&amp;"] {
            assert!(words.contains(text), "{text}");
        }
        let mut book = String::new();
        archive.by_name("xl/workbook.xml").unwrap().read_to_string(&mut book).unwrap();
        assert!(book.contains("数据核对表") && book.contains("印证材料目录"));
    }

    #[test]
    fn the_same_rows_give_the_same_bytes() {
        let sheets = [("数据核对表", rows())];
        assert_eq!(xlsx(&sheets), xlsx(&sheets));
    }

    #[test]
    fn what_no_sheet_holds_is_refused() {
        let long = vec![vec!["甲".repeat(40_000)]];
        assert_eq!(xlsx(&[("甲", long)]), None);
        assert_eq!(xlsx(&[("名[称]", rows())]), None);
    }
}
