//! Files of the profile whose bytes have changed.

use std::fs;
use std::path::{Path, PathBuf};

use xtask::fingerprint;

use super::Options;
use super::author::kept;
use super::dice::Dice;
use super::report::{Report, Verdict};
use super::rig::{Rig, pause};
use crate::clock::PATIENCE;

/// Where Chromium keeps what pages keep.
const TEXTS: &str = "Local Storage";
const DATABASES: &str = "IndexedDB";

/// Sixteen bytes are flipped in the files of one storage, and then of both.
pub(super) fn damaged_profile(report: &mut Report, options: &Options) {
    let cases: [(&str, &[&str]); 3] = [
        ("localStorage damaged", &[TEXTS]),
        ("IndexedDB damaged", &[DATABASES]),
        ("both damaged", &[TEXTS, DATABASES]),
    ];
    let shares: &[u64] = if options.long { &[2, 10, 25, 50, 75, 98] } else { &[2, 50] };
    for (case, storages) in cases {
        for &share in shares {
            damaged(report, case, storages, share, options.seed);
        }
    }
}

fn damaged(report: &mut Report, case: &str, storages: &[&str], share: u64, seed: u64) {
    let rig = Rig::new();
    let browser = rig.start();
    browser.begin(8_000);
    browser.dash(40, "");
    assert!(browser.saved(PATIENCE), "not saved: {}", browser.status());
    // The browser writes localStorage out some seconds later.
    pause(6_000);
    browser.close();
    let mut dice = Dice::new(seed ^ share);
    let mut n_files = 0;
    for storage in storages {
        for file in data_files(&rig.profile().join("Default").join(storage)) {
            n_files += usize::from(flip(&file, share, &mut dice));
        }
    }
    let browser = rig.start();
    browser.load("#/d/faults-1/1");
    let opened = browser.is_open();
    let text = if opened { browser.field() } else { String::new() };
    let found = kept(&text).unwrap_or_default();
    pause(1_000);
    let told = browser.statuses().join(" / ");
    let told: String = told.chars().take(60).collect();
    let alone = storages.len() == 1;
    let verdict = match kept(&text) {
        _ if n_files == 0 => Verdict::Broken("no file to damage was found".to_owned()),
        Ok(40) => Verdict::Holds("I1 I4"),
        Ok(_) | Err(_) if alone => {
            Verdict::Broken(format!("I1: lost, though the other storage was whole: {told:?}"))
        }
        // Nothing could be left; the page must stand and the author be told.
        _ if told.is_empty() && browser.shown().is_empty() => {
            Verdict::Broken("both are lost and nobody is told".to_owned())
        }
        _ => Verdict::Holds("I4"),
    };
    let fault = format!("{case}: 16 bytes at {share} % of {n_files} files");
    report.add(fault, "40 characters", format!("{found} characters; it said {told:?}"), verdict);
}

/// The files that hold data; those that only name others are small.
fn data_files(folder: &Path) -> Vec<PathBuf> {
    let files = fingerprint::files(folder).unwrap_or_default();
    let is_data = |it: &PathBuf| {
        let extension = it.extension().and_then(|it| it.to_str()).unwrap_or_default();
        let is_wanted = matches!(extension, "log" | "ldb" | "sqlite" | "db" | "sqlite3");
        is_wanted && fs::metadata(it).is_ok_and(|it| 64 < it.len())
    };
    files.into_iter().filter(is_data).collect()
}

/// Flips 16 bytes at this share of a file; whether they were flipped.
fn flip(file: &Path, share: u64, dice: &mut Dice) -> bool {
    let Ok(mut bytes) = fs::read(file) else { return false };
    let at = (bytes.len() as u64 * share / 100) as usize;
    let at = at.min(bytes.len().saturating_sub(16));
    for byte in bytes.iter_mut().skip(at).take(16) {
        *byte ^= dice.between(1, 256) as u8;
    }
    fs::write(file, bytes).is_ok()
}
