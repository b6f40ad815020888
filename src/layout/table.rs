//! Sets a table: how wide its columns are, and how high its rows.

use crate::assemble::{Paragraph, Role};
use crate::layout::lines::{Indent, Line, Text};
use crate::layout::look::Looks;
use crate::layout::measures::Measures;
use crate::layout::units::{Emu, TWIP};

/// A table that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetTable {
    /// The widths of the columns; together they fill the page.
    pub columns: Vec<Emu>,
    /// The rows.
    pub rows: Vec<SetRow>,
    /// How many rows at the top are repeated.
    pub n_header: usize,
    /// Whether it takes a turned sheet.
    pub is_landscape: bool,
    /// Whether a column is too narrow for a single character: no page takes
    /// this table.
    pub too_wide: bool,
}

/// A row that is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRow {
    /// The lines of each cell.
    pub cells: Vec<Vec<Line>>,
    /// How high the row is.
    pub height: Emu,
}

/// Sets the rows of one table.
pub fn set_table(rows: &[&Paragraph], looks: &Looks) -> SetTable {
    let measures = looks.measures();
    let look = rows.first().and_then(|it| match it.role {
        Role::Row(look) => Some(look),
        _ => None,
    });
    let is_landscape = look.is_some_and(|it| it.is_landscape);
    let is_header = |it: &&&Paragraph| matches!(it.role, Role::Row(look) if look.is_header);
    let texts: Vec<Vec<Text>> = rows
        .iter()
        .map(|row| {
            let text = |run: &crate::assemble::Run| {
                Text::plain(&run.text, looks.look(row.role, run.kind), looks)
            };
            row.runs.iter().map(text).collect()
        })
        .collect();
    let width = if is_landscape { measures.core_height } else { measures.core_width };
    let columns = columns(&texts, width, measures, looks);
    let mut too_wide = false;
    let set_rows = texts
        .iter()
        .map(|row| {
            let cells: Vec<_> = row
                .iter()
                .zip(&columns)
                .map(|(text, column)| {
                    let room = column - 2 * measures.cell_padding;
                    too_wide |= room < measures.cell_size && 0 < text.width();
                    text.break_lines(room, Indent::default(), looks)
                })
                .collect();
            let n_lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
            SetRow { cells, height: n_lines as Emu * measures.cell_pitch + measures.cell_slack }
        })
        .collect();
    let n_header = rows.iter().take_while(is_header).count();
    SetTable { columns, rows: set_rows, n_header, is_landscape, too_wide }
}

/// Shares the width among the columns.
///
/// Every column gets what its widest cell asks, if that fits, and the rest is
/// spread evenly. Else the narrow columns get what they ask, and the wide ones
/// share what is left; none falls below its widest word while there is room.
fn columns(rows: &[Vec<Text>], width: Emu, measures: &Measures, looks: &Looks) -> Vec<Emu> {
    let n = rows.iter().map(Vec::len).max().unwrap_or(0);
    if n == 0 {
        return Vec::new();
    }
    let slack = 2 * measures.cell_padding;
    let most = |measure: &dyn Fn(&Text) -> Emu| -> Vec<i64> {
        let widest = |at| rows.iter().filter_map(|row| row.get(at)).map(measure).max().unwrap_or(0);
        (0..n).map(|at| i64::from(widest(at).saturating_add(slack))).collect()
    };
    let wanted = most(&Text::width);
    let least: Vec<i64> = most(&|it| it.widest_piece(looks));
    let width = i64::from(width);
    let mut columns: Vec<i64> = if wanted.iter().sum::<i64>() <= width {
        let spare = (width - wanted.iter().sum::<i64>()) / n as i64;
        wanted.iter().map(|it| it + spare).collect()
    } else if least.iter().sum::<i64>() <= width {
        share(width, &wanted, &least)
    } else {
        vec![width / n as i64; n]
    };
    // Whole twips, as a Word file has them, and the last one takes the rest.
    let twip = i64::from(TWIP);
    for column in &mut columns {
        *column = *column / twip * twip;
    }
    let rest = width - columns.iter().sum::<i64>();
    if let Some(last) = columns.last_mut() {
        *last += rest;
    }
    columns.into_iter().map(|it| it as Emu).collect()
}

/// Gives columns that ask for less than an even share what they ask; the others
/// share the rest by what they ask for, and get their least at any rate.
fn share(width: i64, wanted: &[i64], least: &[i64]) -> Vec<i64> {
    let mut columns: Vec<Option<i64>> = vec![None; wanted.len()];
    loop {
        let left = width - columns.iter().flatten().sum::<i64>();
        let open: Vec<usize> = (0..wanted.len()).filter(|&at| columns[at].is_none()).collect();
        if open.is_empty() {
            break;
        }
        let even = left / open.len() as i64;
        let settled: Vec<usize> = open.iter().copied().filter(|&at| wanted[at] <= even).collect();
        if !settled.is_empty() {
            for at in settled {
                columns[at] = Some(wanted[at]);
            }
            continue;
        }
        let tight: Vec<usize> = open.iter().copied().filter(|&at| even < least[at]).collect();
        if !tight.is_empty() {
            for at in tight {
                columns[at] = Some(least[at]);
            }
            continue;
        }
        for at in open {
            columns[at] = Some(even);
        }
    }
    columns.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assemble::{RowLook, Run, RunKind};
    use crate::model::draft::{HeadField, TextAt};
    use crate::model::profile::Profile;

    fn table(rows: &[&[&str]]) -> SetTable {
        let paragraphs: Vec<_> = rows
            .iter()
            .map(|row| Paragraph {
                role: Role::Row(RowLook { is_header: false, is_landscape: false }),
                runs: row
                    .iter()
                    .map(|it| Run { kind: RunKind::Cell, text: (*it).to_owned() })
                    .collect(),
                source: TextAt::Head(HeadField::Title),
            })
            .collect();
        let rows: Vec<_> = paragraphs.iter().collect();
        set_table(&rows, &Looks::of(&Profile::default()))
    }

    #[test]
    fn columns_fill_the_page() {
        let width = Measures::of(&Profile::default()).core_width;
        let long = "很长的一格".repeat(20);
        let grids: [&[&[&str]]; 4] = [
            &[&["甲"]],
            &[&["甲", "乙乙乙"], &["丙", ""]],
            &[&["序号", &long, "2025年"]],
            &[&[&long, &long, &long]],
        ];
        for grid in grids {
            let it = table(grid);
            assert_eq!(it.columns.iter().sum::<Emu>(), width);
            assert!(!it.too_wide);
        }
    }

    #[test]
    fn a_narrow_column_is_not_squeezed_by_a_wide_one() {
        let long = "很长的一格".repeat(20);
        let it = table(&[&["序号", &long]]);
        assert_eq!(it.rows[0].cells[0].len(), 1);
        assert!(1 < it.rows[0].cells[1].len());
    }

    #[test]
    fn more_columns_than_a_page_can_hold_are_told() {
        assert!(!table(&[&["字"; 20]]).too_wide);
        assert!(table(&[&["字"; 60]]).too_wide);
        assert!(table(&[]).columns.is_empty());
    }
}
