//! Tables: a plain text of cells, and how it is set.
//!
//! The cells lie in the text of an entry, tabs between them and one row a line.
//! So find, undo, paste from a spreadsheet and comparison need no case of their own.

use serde::{Deserialize, Serialize};

/// How a table is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Table {
    /// Rows at the top that are repeated on every page.
    #[serde(default)]
    pub header_rows: u8,
    /// Whether it takes a sheet of its own, turned (横排表格; GB/T 9704-2012, 8).
    #[serde(default)]
    pub landscape: bool,
}

/// The most columns that a table has; what stands behind them is part of the
/// last cell.
pub const MOST_COLUMNS: usize = 200;

/// The rows of a table's text; every row has as many cells as the longest.
/// Rows without any text at the end are left out.
pub fn rows(text: &str) -> Vec<Vec<&str>> {
    let text = text.trim_end_matches(['\n', '\r', '\t', ' ']);
    if text.is_empty() {
        return Vec::new();
    }
    let mut rows: Vec<Vec<&str>> =
        text.lines().map(|it| it.splitn(MOST_COLUMNS, '\t').map(str::trim).collect()).collect();
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for row in &mut rows {
        row.resize(n_columns, "");
    }
    rows
}

/// The text of a grid of cells; a tab or line break within a cell becomes a space.
pub fn text<S: AsRef<str>>(rows: &[Vec<S>]) -> String {
    let cell = |it: &S| it.as_ref().replace(['\t', '\n', '\r'], " ");
    let row = |row: &Vec<S>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_tabs_and_lines_is_a_grid() {
        assert_eq!(rows("甲\t乙\n丙\n\t丁\n\n"), [["甲", "乙"], ["丙", ""], ["", "丁"]]);
        assert!(rows(" \n\t\n").is_empty());
    }

    #[test]
    fn a_grid_goes_back_to_its_text() {
        let grid = rows("甲\t乙\n丙\t丁");
        assert_eq!(text(&grid), "甲\t乙\n丙\t丁");
        assert_eq!(text(&[vec!["一\n二", "三\t四"]]), "一 二\t三 四");
    }
}
