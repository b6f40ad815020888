//! Times the layout natively: a report of 80,000 characters, cold and after one
//! keystroke, as the page does it. Figures for people, asserted nowhere.

#![allow(clippy::disallowed_methods, reason = "a stopwatch is what this is")]

use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

use chengwen::assemble::{Document, Paragraph, Role, Run, RunKind};
use chengwen::layout::Press;
use chengwen::model::draft::{NodeId, Part, TextAt};
use chengwen::model::profile::Profile;

const ROUNDS: usize = 30;

fn main() -> std::io::Result<()> {
    let paragraphs: Vec<_> = (0..345).map(paragraph).collect();
    let n_chars: usize = paragraphs.iter().map(|it| it.text().chars().count()).sum();
    let document = Document { paragraphs: paragraphs.clone(), ..Document::default() };
    let mut cold = Vec::new();
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let mut press = Press::new(Profile::default(), false);
        for it in &document.paragraphs {
            press.push(vec![it.clone()]);
        }
        black_box(press.pages());
        cold.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    let mut press = Press::new(Profile::default(), false);
    for it in paragraphs.clone() {
        press.push(vec![it]);
    }
    let mut key = Vec::new();
    for round in 0..ROUNDS {
        let mut changed = paragraphs[200].clone();
        changed.runs[1].text.push_str(&"字".repeat(round + 1));
        let start = Instant::now();
        press.replace(200, vec![changed]);
        black_box(press.pages());
        key.push(start.elapsed().as_secs_f64() * 1000.0);
    }
    let (cold, key) = (median(cold), median(key));
    let n_pages = press.pages().pages.len();
    writeln!(
        std::io::stdout(),
        "native layout of {n_chars} characters, {n_pages} pages: cold {cold:.2} ms, \
         after one keystroke {key:.3} ms ({:.1} % of cold)",
        key / cold * 100.0
    )
}

fn paragraph(idx: usize) -> Paragraph {
    let sentence = "全年接待查档群众3126人次，比2024年增长14.29%，群众满意率保持在99.6%以上。";
    let run = |kind, text: &str| Run { kind, text: text.to_owned() };
    let text = sentence.repeat(5);
    Paragraph {
        role: Role::Item,
        runs: vec![run(RunKind::Number, "一是"), run(RunKind::Text, &text)],
        source: TextAt::Entry(NodeId(idx as u64), Part::Text),
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
