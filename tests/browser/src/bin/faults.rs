//! Breaks things under the author's hands and says what became of the text.
//!
//! ```text
//! faults [--long] [--seed N] [FAULT...]      all faults when none is named
//! ```
//!
//! Exit 1 when something that was promised is broken.

use std::process::ExitCode;

use chengwen_browser::faults::{self, Options};

/// The seed of a run that names none: the same moments every time.
const SEED: u64 = 20_251_220;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(options) = options(&args) else {
        eprintln!("usage: faults [--long] [--seed N] [{}]...", faults::names().join("|"));
        return ExitCode::from(2);
    };
    if faults::run(&options) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn options(args: &[String]) -> Option<Options> {
    let mut options = Options { seed: SEED, long: false, only: Vec::new() };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--long" => options.long = true,
            "--seed" => options.seed = args.next()?.parse().ok()?,
            name if faults::names().contains(&name) => options.only.push(name.to_owned()),
            _ => return None,
        }
    }
    Some(options)
}
