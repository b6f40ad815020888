//! The checks: all of them, and rule by rule.

use std::hint::black_box;
use std::time::Instant;

use chengwen::assemble::{Document, assemble};
use chengwen::check::rule::Scope;
use chengwen::check::{self, Settings, Text, rules};

use crate::texts::{Named, mb};
use crate::{ROUNDS, draft, least, ms};

/// So many of the slowest rules are named.
const SLOWEST: usize = 5;

/// Times the checks of each.
pub(crate) fn run(all: &[Named]) {
    println!("native check, least of {ROUNDS} (ms, and MB/s of all)");
    println!(
        "  {:<26} {:>6} {:>9} {:>8} {:>9} {:>8} {:>7} {:>9}",
        "", "MB", "read once", "by para", "document", "all", "MB/s", "findings"
    );
    let mut rates = Vec::new();
    let mut slow = Vec::new();
    for it in all {
        let documents: Vec<Document> = it.texts.iter().map(|it| assemble(&draft(it))).collect();
        let [read, paragraphs, whole] = least(|| timed(&documents));
        let (size, all) = (mb(it.n_bytes()), read + paragraphs + whole);
        let rate = size / all * 1000.0;
        println!(
            "  {:<26} {size:6.2} {read:9.1} {paragraphs:8.1} {whole:9.1} {all:8.1} {rate:7.1} {:>9}",
            it.name,
            n_findings(&documents)
        );
        rates.push(rate);
        slow.push((&it.name, slowest(&documents)));
    }
    if let [tenth, own, ..] = rates[..] {
        println!("  time per MB, 1 MB against 0.1 MB: {:.2}", tenth / own);
    }
    println!("slowest rules, least of {ROUNDS} (ms; d: reads the whole document)");
    for (name, rules) in slow {
        println!("  {name:<26} {}", rules.join("  "));
    }
}

/// Reading for all rules, the paragraph rules, the document rules.
fn timed(documents: &[Document]) -> [f64; 3] {
    let settings = Settings::default();
    let mut times = [0.0; 3];
    for document in documents {
        let start = Instant::now();
        let text = Text::of(document);
        let read = ms(start);
        for idx in 0..text.paras.len() {
            black_box(check::paragraph(&text, idx, &settings));
        }
        let paragraphs = ms(start);
        black_box(check::document(&text, &settings));
        let all = ms(start);
        for (sum, it) in times.iter_mut().zip([read, paragraphs - read, all - paragraphs]) {
            *sum += it;
        }
    }
    times
}

fn n_findings(documents: &[Document]) -> usize {
    let settings = Settings::default();
    documents.iter().map(|it| check::all(&Text::of(it), &settings).len()).sum()
}

/// The rules that take longest, with their milliseconds.
fn slowest(documents: &[Document]) -> Vec<String> {
    let settings = Settings::default();
    let texts: Vec<Text> = documents.iter().map(Text::of).collect();
    let time = |rule| {
        let [least] = least(|| {
            let start = Instant::now();
            for text in &texts {
                black_box(check::by_rule(text, rule, &settings));
            }
            [ms(start)]
        });
        least
    };
    let mut times: Vec<_> = rules::on(&settings).map(|rule| (time(rule), rule)).collect();
    times.sort_by(|a, b| b.0.total_cmp(&a.0));
    let line = |(time, rule): &(f64, &check::Rule)| {
        let scope = if matches!(rule.scope, Scope::Document(_)) { "d" } else { "" };
        format!("{}{scope} {time:.1}", rule.id)
    };
    times.iter().take(SLOWEST).map(line).collect()
}
