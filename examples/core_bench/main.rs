//! Times import and the checks natively: 1 MB of our own sample, and the real
//! texts beside this project where there are any. Figures for people, asserted
//! nowhere.
//!
//! ```text
//! core_bench [FOLDER]      `corpus` and `seed` are looked for there; ../shared when not said
//! ```

#![allow(clippy::disallowed_methods, reason = "a stopwatch is what this is")]
#![allow(clippy::print_stdout, reason = "the figures are for whoever reads along")]

mod checks;
mod texts;

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

use chengwen::import::build;
use chengwen::import::recognise::Reading;
use chengwen::import::source;
use chengwen::model::draft::Draft;

use texts::{Named, mb};

/// The least of so many rounds counts: what else the machine does only adds.
const ROUNDS: usize = 5;

fn main() {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "../shared".to_owned());
    let folder = PathBuf::from(folder);
    let tenth = Named::new("own sample, 0.1 MB", vec![texts::own(100_000)]);
    let own = Named::new("own sample, 1 MB", vec![texts::own(1_000_000)]);
    let real = texts::in_folder(&folder.join("corpus"));
    let joined = (!real.is_empty()).then(|| texts::joined(&real, 1_000_000));
    let n_real = real.len();
    let seed = texts::in_folder(&folder.join("seed"));

    let mut all = vec![tenth, own];
    if n_real != 0 {
        all.push(Named::new(&format!("real text, {n_real} files"), real));
    }
    all.extend(joined.map(|it| Named::new("real text, 1 MB as one", vec![it])));
    import(&all);
    if !seed.is_empty() {
        all.push(Named::new(&format!("seed, {} files", seed.len()), seed));
    }
    checks::run(&all);
}

/// Text to lines, to a reading, to a draft.
fn import(all: &[Named]) {
    println!("native import, least of {ROUNDS} (ms, and MB/s of all)");
    println!(
        "  {:<26} {:>6} {:>8} {:>8} {:>8} {:>8} {:>7}",
        "", "MB", "lines", "reading", "draft", "all", "MB/s"
    );
    let mut rates = Vec::new();
    for it in all {
        let [lines, reading, draft] = least(|| timed_import(it));
        let all = lines + reading + draft;
        let (size, rate) = (mb(it.n_bytes()), mb(it.n_bytes()) / all * 1000.0);
        println!(
            "  {:<26} {size:6.2} {lines:8.1} {reading:8.1} {draft:8.1} {all:8.1} {rate:7.1}",
            it.name
        );
        rates.push(rate);
    }
    if let [tenth, own, ..] = rates[..] {
        println!("  time per MB, 1 MB against 0.1 MB: {:.2}", tenth / own);
    }
}

fn timed_import(texts: &Named) -> [f64; 3] {
    let mut times = [0.0; 3];
    for text in &texts.texts {
        let start = Instant::now();
        let Ok(source) = source::read(text.as_bytes(), "report.txt") else { continue };
        let lines = ms(start);
        let reading = Reading::new(source.lines);
        let read = ms(start);
        black_box(build::draft(&reading, "bench"));
        let all = ms(start);
        for (sum, it) in times.iter_mut().zip([lines, read - lines, all - read]) {
            *sum += it;
        }
    }
    times
}

/// The draft of a text; an empty one where it is refused.
fn draft(text: &str) -> Draft {
    let lines = source::read(text.as_bytes(), "report.txt").map(|it| it.lines);
    build::draft(&Reading::new(lines.unwrap_or_default()), "bench").0
}

/// The times of the round that took the least in all.
fn least<const N: usize>(mut round: impl FnMut() -> [f64; N]) -> [f64; N] {
    let mut rounds: Vec<[f64; N]> = (0..ROUNDS).map(|_| round()).collect();
    let sum = |it: &[f64; N]| it.iter().sum::<f64>();
    rounds.sort_by(|a, b| sum(a).total_cmp(&sum(b)));
    rounds.first().copied().unwrap_or([f64::NAN; N])
}

/// Milliseconds since then.
fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}
