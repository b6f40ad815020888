//! Docx by the page beside docx by the npm package `docx`, in the same browser
//! page, by turns.
//!
//! Machines differ and are never quiet, so it is the ratio of runs that stand
//! next to each other that counts; the page against itself shows how far noise
//! alone moves it.

use std::fs;

use chengwen::assemble::{Role, RunKind, assemble};
use chengwen::model::draft::Draft;
use serde_json::{Value, json};

use crate::chromium;
use crate::docx;
use crate::page::Page;
use crate::session;

/// The milliseconds of each round: the page, the peer, the page again.
pub type Times = Vec<[f64; 3]>;

/// Builds the open draft so many times by both; they must come to the same text.
pub fn race(page: &Page, draft: &Draft, rounds: usize) -> Times {
    let library = std::env::var_os("CHENGWEN_DOCX");
    let library =
        library.unwrap_or_else(|| panic!("CHENGWEN_DOCX names no file: cargo xtask bench"));
    let source = fs::read_to_string(&library).unwrap_or_else(|it| panic!("npm docx: {it}"));
    // The page's policy lets no other script in; the debugger's is not asked.
    let answer = chromium::cdp(
        page.session.driver(),
        "Runtime.evaluate",
        json!({ "expression": format!("{source}\n;window.docx = docx; true") }),
    );
    let answer = answer.unwrap_or_else(|it| panic!("npm docx: {it}"));
    assert!(answer["exceptionDetails"].is_null(), "npm docx: {answer}");
    page.open_export();
    let button = page.button("export.docx").element();
    let args = [paragraphs(draft), json!(rounds), button.argument()];
    let answer = page.session.script_async(include_str!("peer.js"), &args);
    assert!(answer["error"].is_null(), "{}", answer["error"]);
    let file = session::base64(answer["file"].as_str().unwrap_or_default());
    let found = docx::paragraphs(&file).unwrap_or_else(|it| panic!("the peer's file: {it}"));
    let expected: Vec<_> = assemble(draft).paragraphs.iter().map(|it| it.text()).collect();
    assert!(found == expected, "the peer did not build the same text");
    let rows = answer["times"].as_array().into_iter().flatten();
    rows.map(|row| [0, 1, 2].map(|at| row[at].as_f64().unwrap_or(f64::NAN))).collect()
}

/// What the peer needs to know to build the same: fonts, sizes in half points,
/// indents in twips.
fn paragraphs(draft: &Draft) -> Value {
    let paragraph = |it: chengwen::assemble::Paragraph| {
        let face = |kind: RunKind| match (it.role, kind) {
            (Role::Title, _) => "方正小标宋简体",
            (Role::Heading(1), RunKind::Number | RunKind::Heading) => "黑体",
            (Role::Heading(2), RunKind::Number | RunKind::Heading) => "楷体_GB2312",
            _ => "仿宋_GB2312",
        };
        let runs = it.runs.iter().map(|run| json!({ "text": run.text, "font": face(run.kind) }));
        let is_title = it.role == Role::Title;
        let level = if let Role::Heading(level) = it.role { level } else { 0 };
        let is_flush = is_title || it.role == Role::Addressee;
        json!({
            "runs": runs.collect::<Vec<_>>(),
            "center": is_title,
            "indent": if is_flush { 0 } else { 630 },
            "heading": level,
            "size": if is_title { 44 } else { 32 },
        })
    };
    assemble(draft).paragraphs.into_iter().map(paragraph).collect()
}

/// The median of the ratios within rounds, and the ratio of the shortest times.
pub fn ratios(times: &Times, a: usize, b: usize) -> (f64, f64) {
    let mut ratios: Vec<f64> = times.iter().map(|it| it[a] / it[b]).collect();
    let least = |at: usize| times.iter().map(|it| it[at]).fold(f64::INFINITY, f64::min);
    (median(&mut ratios), least(a) / least(b))
}

/// The value in the middle.
pub fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |idx: usize| values.get(idx).copied().unwrap_or(f64::NAN);
    let n = values.len();
    (at(n.saturating_sub(1) / 2) + at(n / 2)) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_few_and_of_many() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&mut [4.0, 1.0, 2.0, 3.0]), 2.5);
        assert!(median(&mut []).is_nan());
    }

    #[test]
    fn runs_are_compared_with_those_beside_them() {
        let times = vec![[10.0, 20.0, 10.0], [30.0, 40.0, 20.0], [20.0, 50.0, 20.0]];
        assert_eq!(ratios(&times, 0, 1), (0.5, 0.5));
        assert_eq!(ratios(&times, 0, 2), (1.0, 1.0));
    }
}
