//! What becomes of the author's text when something breaks, in a real Chromium:
//! for each fault what was typed, what was found afterwards, and the verdict.
//!
//! The invariants are those that the project has promised:
//!
//! - I1 what was shown as saved is never lost;
//! - I2 of what was not, at most the last 1.5 seconds are lost when the browser is
//!   killed, and nothing when a tab crashes, closes or is loaded again;
//! - I3 no revision is overwritten by a tab that has not seen it;
//! - I4 nothing is deleted because it could not be read;
//! - I5 export works with the storage absent, full or blocked;
//! - I6 after a panic all text can be downloaded within 3 seconds;
//! - I8 what the page says of saving is true at every instant.
//!
//! I7, that nothing leaves the machine, is another command's (`cargo xtask reach`).

mod author;
mod clocks;
mod damage;
mod dice;
mod disk;
mod kills;
mod loads;
mod panics;
mod quotas;
mod report;
mod rig;
mod schemas;
mod storage;
mod tabs;
mod updates;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use report::{Report, Row, Verdict};

/// How much is tried, and with which dice.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where the random moments come from.
    pub seed: u64,
    /// Whether it is the long run: 300 kills instead of 20.
    pub long: bool,
    /// Only these faults; all when none is named.
    pub only: Vec<String>,
}

/// Faults of one kind.
type Family = (&'static str, fn(&mut Report, &Options));

const FAMILIES: [Family; 17] = [
    ("kill", kills::browser_killed),
    ("crash", kills::renderer_crashed),
    ("leave", kills::closed_and_reloaded),
    ("text-storage-full", storage::texts_full),
    ("database-quota", quotas::quota),
    ("database-write", quotas::failing_write),
    ("disk-full", disk::full),
    ("blocked", storage::blocked),
    ("half-blocked", storage::half_closed),
    ("damage", damage::damaged_profile),
    ("schema", schemas::older_and_newer),
    ("tabs", tabs::two_tabs),
    ("clock", clocks::ten_years),
    ("update", updates::mid_edit),
    ("load", loads::large),
    ("panic", panics::forced),
    ("no-program", panics::without_program),
];

/// The names by which faults are chosen.
pub fn names() -> Vec<&'static str> {
    FAMILIES.iter().map(|(name, _)| *name).collect()
}

/// Tries the faults and prints what came out; whether every invariant holds.
pub fn run(options: &Options) -> bool {
    println!("seed {}", options.seed);
    let mut report = Report::default();
    for (name, family) in FAMILIES {
        if !options.only.is_empty() && !options.only.iter().any(|it| it == name) {
            continue;
        }
        println!("\n== {name}");
        // One fault that the harness cannot bring about must not hide the others.
        let outcome = catch_unwind(AssertUnwindSafe(|| family(&mut report, options)));
        if let Err(panic) = outcome {
            let said = panic.downcast_ref::<String>().cloned();
            let said = said.or_else(|| panic.downcast_ref::<&str>().map(|&it| it.to_owned()));
            let said = said.unwrap_or_default();
            let line = said.lines().next().unwrap_or("a panic").to_owned();
            report.add(name, "", "", Verdict::Broken(format!("the run broke off: {line}")));
        }
    }
    println!("\n{}", report.table());
    report.is_fine()
}
