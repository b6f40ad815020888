//! Reads cells that were copied from a spreadsheet.

/// The rows and cells of a text as Excel and WPS put it on the clipboard: tabs
/// between cells, a row a line, and in quotation marks what holds a tab, a line
/// break or a quotation mark. A line break within a cell becomes a space.
///
/// One cell alone is no grid but a text like any other, which gives `None`.
pub fn read(text: &str) -> Option<Vec<Vec<String>>> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    if !text.contains(['\t', '\n']) {
        return None;
    }
    let mut rows = vec![Vec::new()];
    let mut rest = text;
    loop {
        let (cell, after) = quoted(rest).unwrap_or_else(|| {
            let end = rest.find(['\t', '\n']).unwrap_or(rest.len());
            (rest[..end].trim_end_matches('\r').to_owned(), &rest[end..])
        });
        if let Some(row) = rows.last_mut() {
            row.push(cell);
        }
        if let Some(after) = after.strip_prefix('\t') {
            rest = after;
        } else if let Some(after) = after.strip_prefix('\n') {
            rows.push(Vec::new());
            rest = after;
        } else {
            return Some(rows);
        }
    }
}

/// A cell in quotation marks and what follows it; `None` where the marks are
/// only part of a text.
fn quoted(text: &str) -> Option<(String, &str)> {
    let inside = text.strip_prefix('"')?;
    let mut cell = String::new();
    let mut rest = inside;
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None => {
                let after = after.strip_prefix('\r').unwrap_or(after);
                let ends = after.is_empty() || after.starts_with(['\t', '\n']);
                let cell = cell.replace("\r\n", " ").replace(['\n', '\r', '\t'], " ");
                return ends.then_some((cell, after));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let rows = read(text).expect("a grid");
        assert_eq!(rows, expected);
    }

    #[test]
    fn tabs_part_cells_and_lines_part_rows() {
        check("甲\t12\r\n乙\t\r\n", &[&["甲", "12"], &["乙", ""]]);
        check("甲\n乙", &[&["甲"], &["乙"]]);
        check("\t\n", &[&["", ""]]);
    }

    #[test]
    fn quoted_cells_are_whole() {
        check("\"一\n二\"\t三", &[&["一 二", "三"]]);
        check("\"说\"\"好\"\"\"\tb\r\n\"c\td\"\te", &[&["说\"好\"", "b"], &["c d", "e"]]);
        check("\"没有关上\t二", &[&["\"没有关上", "二"]]);
        check("\"前\"后\t二", &[&["\"前\"后", "二"]]);
    }

    #[test]
    fn one_cell_is_a_text_like_any_other() {
        assert_eq!(read("甲"), None);
        assert_eq!(read("甲\r\n"), None);
        assert_eq!(read(""), None);
    }
}
