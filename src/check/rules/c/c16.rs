//! The total row of a table beside the sum of its column.

use crate::assemble::document::Role;
use crate::check::finding::{Level, Source};
use crate::check::rule::{Ctx, Hit, Rule, Scope};
use crate::check::text::Para;
use crate::model::decimal::Decimal;

/// C16: no line of the list of rules; issue 6, table totals and 分值合计.
pub(super) static RULE: Rule =
    Rule::new("C16", Level::Doubt, Source::PRACTICE, Scope::Document(find));

fn find(ctx: &Ctx<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut rows: Vec<&Para> = Vec::new();
    for para in &ctx.text.paras {
        let goes_on = para.is_row() && rows.last().is_none_or(|it| it.source == para.source);
        if !goes_on {
            table(&rows, &mut hits);
            rows.clear();
        }
        if para.is_row() {
            rows.push(para);
        }
    }
    table(&rows, &mut hits);
    hits
}

/// A cell and where it stands in its row.
fn cells(row: &Para) -> Vec<(String, std::ops::Range<usize>)> {
    row.runs.iter().map(|it| (row.slice(it.1.clone()), it.1.clone())).collect()
}

fn table(rows: &[&Para], hits: &mut Vec<Hit>) {
    let mut parts: Vec<Vec<(String, std::ops::Range<usize>)>> = Vec::new();
    let mut seen_subtotal = false;
    for row in rows {
        let row_cells = cells(row);
        let name: String =
            row_cells.iter().take(2).map(|it| it.0.replace(['\u{3000}', ' '], "")).collect();
        let is_header = matches!(row.role, Role::Row(look) if look.is_header);
        if is_header {
            continue;
        }
        if name.starts_with("小计") || name.contains("小计") {
            seen_subtotal = true;
            continue;
        }
        let is_total =
            ["合计", "总计", "共计"].iter().any(|it| name.starts_with(it) || name.ends_with(it));
        if !is_total {
            parts.push(row_cells);
            continue;
        }
        // With subtotals in between a column counts twice.
        if !seen_subtotal && 2 <= parts.len() {
            for (column, (cell, range)) in row_cells.iter().enumerate().skip(1) {
                if let Some((sum, total)) = off(&parts, column, cell) {
                    let hit = Hit::new(row, range.clone()).arg("sum", sum.to_string());
                    hits.push(hit.arg("total", total.to_string()));
                }
            }
        }
        parts.clear();
        seen_subtotal = false;
    }
}

/// The sum of a column and its total, where they differ and every cell of it is
/// a plain number.
fn off(
    parts: &[Vec<(String, std::ops::Range<usize>)>],
    column: usize,
    total: &str,
) -> Option<(Decimal, Decimal)> {
    let total = number(total)?;
    let mut sum = Decimal::ZERO;
    let mut n = 0;
    for (idx, row) in parts.iter().enumerate() {
        let cell = row.get(column).map_or("", |it| it.0.trim());
        if matches!(cell, "" | "—" | "-" | "/" | "－") {
            continue;
        }
        // The first row may be the heads of the columns.
        let value = match number(cell) {
            Some(it) => it,
            None if idx == 0 => continue,
            None => return None,
        };
        sum = sum.plus(value)?;
        n += 1;
    }
    // Averages and rates are no sums: they stay below the largest part.
    (2 <= n && sum != total && total != Decimal::ZERO)
        .then_some((sum, total))
        .filter(|it| !is_rate(parts, column, it.1))
}

fn number(cell: &str) -> Option<Decimal> {
    let bare: String = cell.trim().chars().filter(|it| !matches!(it, ',' | '，')).collect();
    Decimal::parse(&bare)
}

/// Whether the total lies between the least and the largest of several parts, as
/// an average does.
fn is_rate(parts: &[Vec<(String, std::ops::Range<usize>)>], column: usize, total: Decimal) -> bool {
    let values: Vec<_> = parts.iter().filter_map(|it| number(&it.get(column)?.0)).collect();
    values.iter().max().is_some_and(|it| total <= *it)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::testing::{marked, silent};

    #[test]
    fn a_total_that_is_not_the_sum_is_found() {
        marked(&RULE, "|指标|分值\n|学习教育|30\n|业务工作|50\n|合计|⟦90⟧");
        marked(&RULE, "|1|道路|1,200.5\n|2|管网|800\n||合计|⟦2,000⟧");
    }

    #[test]
    fn totals_that_fit_are_right() {
        silent(&RULE, "|指标|分值\n|学习教育|30\n|业务工作|70\n|合计|100");
        silent(&RULE, "|科室|件数|满意率\n|一科|12|98\n|二科|8|96\n|合计|20|97");
        silent(&RULE, "|甲|3\n|乙|—\n|丙|4人\n|合计|9");
        silent(&RULE, "|甲|3\n|小计|3\n|乙|4\n|丙|5\n|合计|12");
    }
}
