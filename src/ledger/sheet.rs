//! The ledger as rows of words: 数据核对表, 印证材料目录, the table of growth, and
//! each of them as an annex of the report.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::ledger::board::{self, Row};
use crate::ledger::growth::Growth;
use crate::model::draft::{Draft, Entry, NodeId, Section, items};
use crate::model::edit::Edit;
use crate::model::notes::Proof;
use crate::model::table::{self, Table};

/// The words of these tables.
#[derive(Debug, Clone, Deserialize)]
pub struct Words {
    ledger: Vec<String>,
    materials: Vec<String>,
    growth: Vec<String>,
    proof: Vec<String>,
    /// The name of 数据核对表.
    pub ledger_title: String,
    /// The name of 印证材料目录.
    pub materials_title: String,
    /// The name of the table of growth.
    pub growth_title: String,
}

/// The words, read once.
pub fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| {
        serde_json::from_str(include_str!("../../templates/ledger.json")).unwrap_or_else(|_| {
            Words {
                ledger: Vec::new(),
                materials: Vec::new(),
                growth: Vec::new(),
                proof: Vec::new(),
                ledger_title: String::new(),
                materials_title: String::new(),
                growth_title: String::new(),
            }
        })
    })
}

/// 数据核对表: a row of heads, then a row for every figure that stands in the text.
pub fn ledger(draft: &Draft) -> Vec<Vec<String>> {
    let mut rows = vec![words().ledger.clone()];
    let headings = headings(draft);
    let figures = board::rows(draft).into_iter().filter(Row::is_figure);
    for (idx, row) in figures.filter_map(|it| Some((it.figure?, it.note))).enumerate() {
        let (figure, note) = row;
        let place = figure.owner.or(figure.section).and_then(|it| headings.get(&it)).copied();
        rows.push(vec![
            (idx + 1).to_string(),
            place.unwrap_or_default().to_owned(),
            figure.label,
            figure.written,
            figure.unit,
            figure.period,
            note.source,
            note.material,
            proof(note.proof),
            figure.sentence,
        ]);
    }
    rows
}

/// 印证材料目录: every material once, with the figures that it proves.
pub fn materials(draft: &Draft) -> Vec<Vec<String>> {
    let mut proved: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for row in board::rows(draft) {
        let Some(figure) = row.figure else { continue };
        let material = row.note.material.trim();
        if material.is_empty() {
            continue;
        }
        let entry = proved.entry(material.to_owned()).or_insert_with(|| {
            order.push(material.to_owned());
            (row.note.source.clone(), Vec::new())
        });
        if entry.0.is_empty() {
            entry.0.clone_from(&row.note.source);
        }
        entry.1.push(format!("{}{}{}", figure.label, figure.written, figure.unit));
    }
    let mut rows = vec![words().materials.clone()];
    for (idx, material) in order.into_iter().enumerate() {
        let (source, figures) = proved.remove(&material).unwrap_or_default();
        rows.push(vec![(idx + 1).to_string(), material, source, figures.join("；")]);
    }
    rows
}

/// The table of growth.
pub fn growth(rows: &[Growth]) -> Vec<Vec<String>> {
    let mut table = vec![words().growth.clone()];
    for it in rows {
        let percent = it.percent.map(|it| format!("{it}%")).unwrap_or_default();
        table.push(vec![
            it.label.clone(),
            it.old.clone(),
            it.new.clone(),
            it.difference.clone(),
            percent,
        ]);
    }
    table
}

/// Puts a table into the report as its last annex, in one step. The draft hands out
/// the ids.
pub fn annex(draft: &mut Draft, title: &str, rows: &[Vec<String>]) -> Edit {
    let (section, entry) = (draft.take_id(), draft.take_id());
    let n_columns = rows.first().map_or(0, Vec::len);
    // More than six columns do not stand on an upright sheet.
    let table = Table { header_rows: 1, landscape: 6 < n_columns };
    let entry = Entry { text: table::text(rows), table: Some(table), ..Entry::new(entry, false) };
    let section = Section {
        id: section,
        slot: String::new(),
        level: 0,
        heading: title.to_owned(),
        run_in: false,
        attached: true,
        written: None,
        items: items(),
        entries: vec![Entry { parted: false, ..entry }],
    };
    Edit::Sections { at: draft.sections.len(), remove: 0, insert: vec![section] }
}

/// The heading over every node.
fn headings(draft: &Draft) -> BTreeMap<NodeId, &str> {
    let mut headings = BTreeMap::new();
    let mut under = "";
    for section in &draft.sections {
        if section.has_heading() {
            under = section.heading.trim();
        }
        headings.insert(section.id, under);
        for entry in &section.entries {
            headings.insert(entry.id, under);
        }
    }
    headings
}

fn proof(proof: Proof) -> String {
    let idx = match proof {
        Proof::Unproved => 0,
        Proof::Proved => 1,
        Proof::Estimated => 2,
    };
    words().proof.get(idx).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::change::{Remark, remark};
    use crate::ledger::figures::figures;
    use crate::ledger::testing::draft;

    #[test]
    fn every_figure_is_a_row_and_every_material_once() {
        let mut draft = draft("2025年度报告", &["截至9月底，接收档案3200余卷，整理1.8万卷。"]);
        for nth in 0..2 {
            let all: Vec<_> = figures(&draft).into_iter().filter(|it| it.is_listed()).collect();
            let edit = remark(&draft, &all[nth], Remark::Material("进馆登记簿".to_owned()));
            edit.unwrap().apply(&mut draft);
        }
        let rows = ledger(&draft);
        assert_eq!(rows.len(), 3);
        assert_eq!(
            rows[1][2..9],
            ["接收档案", "3200余", "卷", "截至9月底", "", "进馆登记簿", "待核"]
        );
        let rows = materials(&draft);
        assert_eq!(rows[1], ["1", "进馆登记簿", "", "接收档案3200余卷；整理1.8万卷"]);
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().chain(&ledger(&draft)).all(|it| it.len() == 4 || it.len() == 10));
    }

    #[test]
    fn an_annex_is_a_table_that_can_be_taken_back() {
        let mut draft = draft("2025年度报告", &["接收档案3200余卷。"]);
        let before = draft.sections.clone();
        let rows = ledger(&draft);
        let edit = annex(&mut draft, &words().ledger_title, &rows);
        let undo = edit.apply(&mut draft);
        let section = draft.sections.last().unwrap();
        assert!(section.attached && section.heading == "数据核对表");
        assert_eq!(table::rows(&section.entries[0].text).len(), 2);
        undo.apply(&mut draft);
        assert_eq!(draft.sections, before);
    }
}
